import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

test("R-5: the same content has the same text, whatever the order of its fields", () => {
  expect(canonicalJson({ b: 1, a: [{ z: "å", y: null }] })).toBe('{"a":[{"y":null,"z":"å"}],"b":1}');
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : value && typeof value === "object"
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, shuffled(inner)]),
          )
        : value;
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }).filter(wellFormed), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("R-5: numbers as RFC 8785 writes them", () => {
  expect(canonicalJson([1.0, -0, 1e21, 1e-7, 333333333.3333333, 0.1 + 0.2])).toBe(
    "[1,0,1e+21,1e-7,333333333.3333333,0.30000000000000004]",
  );
});

test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, "\ud800"])(
  "R-5: %j has no text and is refused",
  (value) => {
    expect(() => canonicalJson(value)).toThrow();
  },
);

const wellFormed = (value: unknown) => {
  try {
    return JSON.stringify(value).isWellFormed() && !/\\u[dD][89a-fA-F]/.test(JSON.stringify(value));
  } catch {
    return false;
  }
};
