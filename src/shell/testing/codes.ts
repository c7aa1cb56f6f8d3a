import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface FoundCode {
  readonly sort: "problem" | "remark";
  readonly code: string;
  readonly at: string;
}

/**
 * Every code of a problem or a remark that the sources can give, read from the sources themselves: `problemKind("…", …)`,
 * `{ code: "…", status: … }`, `remark("…", "…", …)`, and what is handed to a function that hands it on to `remark`. A code
 * whose end is filled in as the program runs comes as its beginning and a star.
 */
export function codesIn(folder: string): { found: FoundCode[]; unread: string[] } {
  const found: FoundCode[] = [];
  const unread: string[] = [];
  for (const name of globSync("**/*.{ts,tsx}", { cwd: folder })) {
    if (/\.test\.tsx?$|testing\//.test(name)) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(join(folder, name), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const place = (node: ts.Node) =>
      `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const calls = nodesOf(source).filter(ts.isCallExpression);
    for (const node of nodesOf(source).filter(ts.isObjectLiteralExpression)) {
      const code = property(node, "code");
      if (code && ts.isStringLiteral(code) && property(node, "status"))
        found.push({ sort: "problem", code: code.text, at: place(node) });
    }
    for (const call of calls) {
      const sort =
        calledName(call) === "problemKind" ? "problem" : calledName(call) === "remark" ? "remark" : undefined;
      const given = sort && call.arguments[sort === "problem" ? 0 : 1];
      if (!sort || !given) continue;
      const codes = literals(given, calls);
      if (codes.length === 0 && !givesRemark(call)) unread.push(place(call));
      for (const code of codes) found.push({ sort, code, at: place(call) });
    }
  }
  return { found, unread };
}

/** `remark` itself, and the function that makes it. */
const givesRemark = (call: ts.CallExpression): boolean => call.getSourceFile().fileName.startsWith("kernel/");

const nodesOf = (node: ts.Node): ts.Node[] => [node, ...node.getChildren().flatMap(nodesOf)];

const property = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((p) => p.name.getText() === name)?.initializer;

function calledName(call: ts.CallExpression): string {
  const called = call.expression;
  return ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
}

/** The texts that an expression can be: itself, either way of a choice, or what callers give for a parameter. */
function literals(expression: ts.Expression, calls: readonly ts.CallExpression[], depth = 0): string[] {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression))
    return [expression.text];
  // Filled in as it runs: its beginning is what can be read
  if (ts.isTemplateExpression(expression)) return [`${expression.head.text}*`];
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression))
    return literals(expression.expression, calls, depth);
  if (ts.isConditionalExpression(expression))
    return [...literals(expression.whenTrue, calls, depth), ...literals(expression.whenFalse, calls, depth)];
  if (!ts.isIdentifier(expression) || depth > 3) return [];
  for (let node: ts.Node = expression; node.parent; node = node.parent) {
    if (!ts.isFunctionLike(node)) continue;
    const index = node.parameters.findIndex((parameter) => parameter.name.getText() === expression.text);
    if (index < 0) continue;
    const named = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parent : node;
    const name = (named as ts.NamedDeclaration).name?.getText();
    return calls
      .filter((call) => calledName(call) === name)
      .flatMap((call) =>
        call.arguments[index] ? literals(call.arguments[index] as ts.Expression, calls, depth + 1) : [],
      );
  }
  return [];
}
