import { expect, test } from "vitest";
import { bodyIn, choiceIn, saidOf, WHOLE } from "./chosen.ts";

test("T-1: the whole is said in an address as a body is, and read back as no body", () => {
  expect(saidOf(undefined)).toBe(WHOLE);
  expect(bodyIn(WHOLE)).toBeUndefined();
  expect(bodyIn(saidOf("socialnamnden"))).toBe("socialnamnden");
  expect(bodyIn("Social nämnden")).toBeUndefined();
});

test("T-1: a kept choice has its chooser; what cannot be read is no choice", () => {
  expect(choiceIn('{"whose":"a","body":"socialnamnden","year":2027}')).toEqual({
    whose: "a",
    body: "socialnamnden",
    year: 2027,
  });
  expect(choiceIn('{"whose":"a","body":"alla"}')).toEqual({ whose: "a", body: "alla" });
  expect(choiceIn('{"body":"socialnamnden","year":2027}')).toEqual({ year: 2027 });
  expect(choiceIn('{"whose":"a","body":"<x>","year":12}')).toEqual({});
  expect(choiceIn("{")).toEqual({});
  expect(choiceIn(null)).toEqual({});
});
