import { expect, test } from "vitest";
import { fullOf, MAX_OWN, MAX_QUESTIONS } from "./questions.ts";

const asked = (count: number, by = (i: number) => `ledamot-${i}`, version = 1) =>
  Array.from({ length: count }, (_, i) => ({ version, askedBy: by(i) }));
const mine = { version: 1, askedBy: "ledamot-0" };

test("§3.2: a proposal takes so many questions, and so many of one person", () => {
  expect(fullOf([], mine)).toBeUndefined();
  expect(fullOf(asked(MAX_QUESTIONS - 1), mine)).toBeUndefined();
  expect(fullOf(asked(MAX_QUESTIONS), mine)).toEqual({ whose: "all", max: MAX_QUESTIONS });
  const own = asked(MAX_OWN, () => mine.askedBy);
  expect(fullOf(own, mine)).toEqual({ whose: "own", max: MAX_OWN });
  expect(fullOf(own, { ...mine, askedBy: "ledamot-1" })).toBeUndefined();
});

test("what was asked of another version does not count", () => {
  expect(fullOf(asked(MAX_QUESTIONS, undefined, 1), { ...mine, version: 2 })).toBeUndefined();
});
