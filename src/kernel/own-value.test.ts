import { expect, test } from "vitest";
import { ownValue } from "./own-value.ts";

test("T-5: a record has what it has itself, and nothing that every object has", () => {
  const of = { skola: 1, ...JSON.parse('{"__proto__": 2}') };
  expect(ownValue(of, "skola")).toBe(1);
  for (const name of ["constructor", "valueOf", "toString", "hasOwnProperty"])
    expect(ownValue(of, name), name).toBeUndefined();
  expect(ownValue(JSON.parse('{"constructor": 3, "__proto__": 4}'), "constructor")).toBe(3);
  expect(ownValue(JSON.parse('{"__proto__": 4}'), "__proto__")).toBe(4);
  expect(ownValue(undefined, "skola")).toBeUndefined();
});
