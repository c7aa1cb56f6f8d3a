import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKeys } from "../../scripts/own-keys.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tillit-keys-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("T-5: a record that is read, written or searched by a text that anybody may have chosen is found, and nothing else", () => {
  const file = join(folder, "keys.ts");
  writeFileSync(
    file,
    `export function f(of: Record<string, number>, body: string, kind: "a" | "b", rows: number[], by: Map<string, number>) {
      const known: Record<"a" | "b", number> = { a: 1, b: 2 };
      of[body] = 1;
      const read = of?.[body];
      const there = body in of;
      const made = of[\`x \${body}\`];
      return [read, there, made, known[kind], rows[0], by.get(body), of.a];
    }`,
  );
  const found = openKeys([file], { strict: true, target: ts.ScriptTarget.ES2024, skipLibCheck: true });
  expect(found.map(({ code }) => code.slice(0, 10))).toEqual([
    "of[body]",
    "of?.[body]",
    "body in of",
    expect.stringMatching(/^of\[`x/),
  ]);
});
