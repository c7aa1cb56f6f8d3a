import { expect, test } from "vitest";
import { stepTo, typedTo } from "./pick-steps.ts";

test("T-1: keys go to the option they should, and stop at the ends", () => {
  expect(stepTo("ArrowDown", 0, 3)).toBe(1);
  expect(stepTo("ArrowDown", 2, 3)).toBe(2);
  expect(stepTo("ArrowUp", 0, 3)).toBe(0);
  expect(stepTo("End", 0, 3)).toBe(2);
  expect(stepTo("Home", 2, 3)).toBe(0);
  expect(stepTo("PageDown", 0, 30)).toBe(10);
  expect(stepTo("Tab", 0, 3)).toBeUndefined();
});

test("T-1: letters go to what begins with them; the same letter again goes on to the next", () => {
  const names = ["Hela kommunen", "Socialnämnden", "Bildningsnämnden", "Bygg- och miljönämnden"];
  expect(typedTo(names, "s", 0)).toBe(1);
  expect(typedTo(names, "by", 2)).toBe(3);
  expect(typedTo(names, "b", 2)).toBe(3);
  expect(typedTo(names, "bb", 3)).toBe(2);
  expect(typedTo(names, "x", 0)).toBeUndefined();
  expect(typedTo([], "x", 0)).toBeUndefined();
});
