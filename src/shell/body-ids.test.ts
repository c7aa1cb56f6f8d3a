import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const SOURCES = join(import.meta.dirname, "..");
const bodies = JSON.parse(readFileSync(join(SOURCES, "../sample/organisation.json"), "utf8"))
  .bodies as readonly { id: string }[];
const ids = new Set(bodies.map(({ id }) => id));

/** It plays the sample's own year, and prints what the sample's council has decided. */
const OF_THE_SAMPLE = [
  "shell/commands/year.ts",
  // The executive as the law calls it, in the words of docs/rights.csv
  "shell/rights/positions.ts",
];

/** The sample's ids in a text of the sources: whole, or as a part of an address. */
const named = (text: string) => text.split("/").filter((part) => ids.has(part));

function texts(node: ts.Node): string[] {
  const own =
    ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.JsxText || ts.isTemplateHead(node)
      ? [(node as ts.LiteralLikeNode).text]
      : ts.isTemplateMiddleOrTemplateTail(node)
        ? [node.text]
        : [];
  return [...own, ...node.getChildren().flatMap(texts)];
}

const namedIn = (path: string, source: string) =>
  texts(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)).flatMap(named);

test("R-1: no source knows a body by its id: a municipality calls its bodies what it will", () => {
  const found = globSync("**/*.{ts,tsx}", { cwd: SOURCES })
    .filter((path) => !/\.test\.tsx?$|(^|\/)testing\//.test(path) && !OF_THE_SAMPLE.includes(path))
    .flatMap((path) =>
      namedIn(path, readFileSync(join(SOURCES, path), "utf8")).map((id) => `${path}: ${id}`),
    );
  expect(found).toEqual([]);
});

test("R-1: the search finds an id in a text and in an address, and in no comment", () => {
  const source =
    '/** "kommunstyrelsen" */\nconst at = "kommunstyrelsen";\nconst to = `/mal/socialnamnden/x`;';
  expect(namedIn("x.ts", source)).toEqual(["kommunstyrelsen", "socialnamnden"]);
});
