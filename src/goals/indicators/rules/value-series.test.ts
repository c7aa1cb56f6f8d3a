import { expect, test } from "vitest";
import { thingMeasured } from "./value-series.ts";

const THINGS = [
  "body-goals:x:2030/mal-1/matt-1",
  "body-goals:x:2028/mal-1/matt-1",
  "body-goals:x:2028/mal-1",
  "body-goals:y:2029/mal-1/matt-1",
];
const of = (year: number, body = "x") =>
  thingMeasured(THINGS)({ body, goal: "mal-1", indicator: "matt-1", year });

test("V-7: a value is of the indicator that had the id in the value's year", () => {
  expect(of(2028)).toBe("body-goals:x:2028/mal-1/matt-1");
  expect(of(2030)).toBe("body-goals:x:2030/mal-1/matt-1");
  expect(of(2029, "y")).toBe("body-goals:y:2029/mal-1/matt-1");
});

test("V-7: where the year has none it is the last before, or the first after it", () => {
  expect(of(2029)).toBe("body-goals:x:2028/mal-1/matt-1");
  expect(of(2033)).toBe("body-goals:x:2030/mal-1/matt-1");
  expect(of(2025)).toBe("body-goals:x:2028/mal-1/matt-1");
  expect(of(2028, "z")).toBeUndefined();
});
