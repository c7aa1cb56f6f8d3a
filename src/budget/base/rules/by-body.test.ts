import { expect, test } from "vitest";
import { differencesByBody } from "./by-body.ts";

test("E-2: each body's difference, those that come and go and those that have the same", () => {
  expect(differencesByBody({ skola: 100, bygg: 5, musik: 7 }, { skola: 90, bygg: 5, kultur: 3 })).toEqual({
    skola: -10,
    bygg: 0,
    musik: -7,
    kultur: 3,
  });
  expect(Object.keys(differencesByBody({ b: 1 }, { a: 1, b: 2 }))).toEqual(["b", "a"]);
});
