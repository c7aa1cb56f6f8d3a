import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "./json-text.ts";

test.each([
  ['{"a":NaN}', "not-json 1:6 NaN"],
  ['{"a":Infinity}', "not-json 1:6 Infinity"],
  ['{\n "a": 1,\n}', "not-json 3:1 }"],
  ['{"a" 1}', "not-json 1:6 1"],
  ['{"a":1,5}', "not-json 1:8 5"],
  ['{"a":01}', "not-json 1:7 1"],
  ['{"a":"\n"}', 'not-json 1:6 "\n"'],
  ["{'a':1}", "not-json 1:2 '"],
  ["[1 2]", "not-json 1:4 2"],
  ['{"a":1}x', "not-json 1:8 x"],
  ["[1}", "not-json 1:3 }"],
  ['{"a":', "ends-too-early 1:6 "],
  ["", "ends-too-early 1:1 "],
  ['{"2027":{"7":1,\n"7":2}}', "twice 2:1 7"],
  ['{"a":1,"\\u0061":2}', "twice 1:8 a"],
])("T-4: %j is no JSON to compute from, and the place is told", (text, expected) => {
  const found = jsonFault(text);
  expect(found && `${found.what} ${found.line}:${found.column} ${found.found}`).toBe(expected);
});

test("T-4: every JSON text is taken, and what JSON.parse refuses is refused", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", "{", "]", ",", '"', "1", "x", ":"),
      (text, at, sign) => {
        const bent = text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1));
        for (const one of [text, bent]) {
          const found = jsonFault(one);
          let parsed = true;
          try {
            JSON.parse(one);
          } catch {
            parsed = false;
          }
          if (found?.what !== "twice") expect(found === undefined, one).toBe(parsed);
          else expect(one.includes('"')).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("T-4: depth without end is walked without recursion", () => {
  const deep = `${"[".repeat(500_000)}${"]".repeat(500_000)}`;
  expect(jsonFault(deep)).toBeUndefined();
});
