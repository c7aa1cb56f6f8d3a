import { relative, resolve } from "node:path";
import ts from "typescript";

// A text that somebody has chosen – a body's id, an account's code – is no safe key of an ordinary object: every object has
// "constructor" and "valueOf" already. So a record is read with `ownValue` (src/kernel/own-value.ts), or it is a Map; it is made whole by
// Object.fromEntries, and whether it has a key is asked of Object.hasOwn. This refuses the rest, by the types.
const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = resolve(ROOT, "src");
const HOME = resolve(SOURCES, "kernel/own-value.ts");

export interface Found {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Where a record is asked for, given or searched for a key that can be any text. */
export function openKeys(files: readonly string[], options: ts.CompilerOptions): Found[] {
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const anyText = (node: ts.Node): boolean => {
    const type = checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).some(
      ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0,
    );
  };
  const isRecord = (node: ts.Node): boolean => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    return checker.getIndexInfoOfType(checker.getApparentType(type), ts.IndexKind.String) !== undefined;
  };
  const found: Found[] = [];
  const visit = (node: ts.Node, file: ts.SourceFile): void => {
    const open =
      (ts.isElementAccessExpression(node) && anyText(node.argumentExpression) && isRecord(node.expression)) ||
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
        anyText(node.left) &&
        isRecord(node.right));
    if (open)
      found.push({
        file: relative(ROOT, file.fileName),
        line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        code: node.getText().replaceAll(/\s+/g, " ").slice(0, 100),
      });
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const name of files) {
    const file = program.getSourceFile(name);
    if (file) visit(file, file);
  }
  return found;
}

/** The API's description is keyed by names of our own operations and shapes alone. */
const OUR_OWN_NAMES = resolve(SOURCES, "platform/http/openapi");
const isOurs = (file: string): boolean =>
  file.startsWith(SOURCES) &&
  file !== HOME &&
  !file.startsWith(OUR_OWN_NAMES) &&
  !/\.test\.tsx?$|\/testing\//.test(file);

if (import.meta.main) {
  const read = ts.getParsedCommandLineOfConfigFile(resolve(ROOT, "tsconfig.json"), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (fault) => {
      throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
    },
  } as ts.ParseConfigFileHost);
  if (!read) throw new Error("tsconfig.json går inte att läsa");
  const found = openKeys(read.fileNames.filter(isOurs), read.options);
  for (const { file, line, code } of found) console.log(`${file}:${line}: ${code}`);
  if (found.length > 0) {
    console.log(
      "\nEn nyckel kan vara vilken text som helst: läs med ownValue() ur src/kernel/own-value.ts, eller använd Map.",
    );
    process.exitCode = 1;
  }
}
