import { expect, test } from "vitest";
import { valuesDue } from "./values-due.ts";

const spring = { step: "U-2", from: "2028-05-01", due: "2028-05-31" } as const;
const autumn = { step: "U-3", from: "2028-09-01", due: "2028-09-30" } as const;

test("V-7: before any follow-up has begun no value is due", () => {
  expect(valuesDue([], [], "2028-01-01")).toBeUndefined();
});
test("V-7: the follow-up that has begun asks for a value of the goal's year", () => {
  expect(valuesDue([], [spring], "2028-01-01")).toBe(spring);
  expect(valuesDue(["2027-12-31"], [spring], "2028-01-01")).toBe(spring);
  expect(valuesDue(["2028-01-01"], [spring], "2028-01-01")).toBeUndefined();
});
test("V-7: the next one asks for a newer, whatever order they come in", () => {
  expect(valuesDue(["2028-04-30"], [autumn, spring], "2028-01-01")).toBe(autumn);
  expect(valuesDue(["2028-05-01"], [autumn, spring], "2028-01-01")).toBeUndefined();
});
