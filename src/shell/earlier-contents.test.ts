import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { house } from "./chapters.ts";

// One content of every shape in which a kind has been stored, shortened. A shape that is left behind is added here, and read
// through its kind's lift: what is decided is never rewritten.
const EARLIER: Readonly<Record<string, unknown[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "testing/earlier-contents.json"), "utf8"),
);
const kinds = house().kinds.all.map(({ routes }) => routes);

test("R-5: every kind of matter shows how it has been stored", () => {
  expect(Object.keys(EARLIER).sort()).toEqual(kinds.map(({ kind }) => kind.kind).sort());
});

describe.each(kinds)("R-5: $kind.kind of every shape that there has been", ({ kind, read }) => {
  test.each((EARLIER[kind.kind] ?? []).map((content, i) => [i + 1, content] as const))(
    "shape %i is read, and stays as it was stored",
    (number, content) => {
      const before = JSON.stringify(content);
      const stored = { content, number, matter: { id: `${kind.kind}:kommunstyrelsen:2027` } };
      expect(read(stored)).toBeTypeOf("object");
      expect(JSON.stringify(content)).toBe(before);
    },
  );
});
