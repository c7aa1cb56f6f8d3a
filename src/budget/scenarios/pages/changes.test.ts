import { expect, test } from "vitest";
import { NO_CHANGES } from "../../live/rules/changes.ts";
import { countsOf, setFrom, shownIn, withEntry } from "./changes.ts";

const base = (year: number) => ({ 2027: 20.29, 2028: 20.29, 2029: 20.39 })[year];
const at = (year: number, onward: boolean) => ({ year, years: [2027, 2028, 2029], onward });

test("E-9: a value is set for its year alone, or moves the years after it by as much", () => {
  expect(setFrom({}, base, at(2028, false), 20.5, [0, 50])).toEqual({ 2028: 20.5 });
  expect(setFrom({ 2027: 20 }, base, at(2028, true), 20.5, [0, 50])).toEqual({
    2027: 20,
    2028: 20.5,
    2029: 20.6,
  });
});

test("E-9: the base's own value is no change, and nothing goes beyond its limits", () => {
  expect(setFrom({ 2027: 20.5, 2028: 20.5, 2029: 20.6 }, base, at(2027, true), 20.29, [0, 50])).toEqual({});
  expect(setFrom({}, base, at(2028, true), 49.95, [0, 50])).toEqual({ 2028: 49.95, 2029: 50 });
});

test("E-9: what is shown is what the scenario changes, or else the base's", () => {
  expect(shownIn({ 2027: 1 }, base, 2027)).toBe(1);
  expect(shownIn({ 2027: 1 }, base, 2029)).toBe(20.39);
  expect(shownIn(undefined, () => undefined, 2029)).toBe(0);
});

test("E-9: what is no longer changed leaves nothing behind, and what is changed is counted", () => {
  expect(withEntry({ a: { 2027: 1 } }, "a", {})).toEqual({});
  expect(withEntry({ a: 1 }, "b", 2)).toEqual({ a: 1, b: 2 });
  const changes = { ...NO_CHANGES, taxRate: { 2027: 1 }, priceKr: { a: { 2027: 1 }, b: { 2028: 2 } } };
  expect(countsOf(changes)).toMatchObject({ tax: 1, price: 2, people: 0 });
});

test("E-9: one slider moved is one change, in however many years it carries on", () => {
  const moved = setFrom({}, base, at(2027, true), 20.5, [0, 50]);
  expect(Object.keys(moved)).toEqual(["2027", "2028", "2029"]);
  const changes = {
    ...NO_CHANGES,
    taxRate: moved,
    lines: { centralTkr: { 2027: 5, 2028: 5 }, equalisationTkr: {} },
    ratePoints: { wages: { 2027: 1, 2028: 1 } },
    share: { wages: { 2027: 0.5, 2028: 0.5 } },
    volumes: { meals: { 2027: 100, 2028: 100, 2029: 100 } },
  };
  expect(countsOf(changes)).toMatchObject({ tax: 1, central: 1, rate: 2, price: 0, coverage: 1 });
});
