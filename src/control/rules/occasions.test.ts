import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { CarriedOut } from "./carried-out.ts";
import { occasionsOf, spokenFor } from "./occasions.ts";

const twice = { id: "k", due: "2027-12-31" as Day, times: 2 };
const carried = (time: number, doneOn: Day): CarriedOut => ({
  control: "k",
  time,
  result: "no-deviation",
  doneOn,
  sample: "",
  finding: "",
  measure: null,
});
const told = (all: readonly CarriedOut[], today: Day) =>
  occasionsOf(twice, all, today).map(({ number, due, carried, late }) => [
    number,
    due,
    carried?.time ?? null,
    late,
  ]);

test("K-4: each of two times a year has a day of its own, and is late on its own", () => {
  expect(told([], "2027-06-30")).toEqual([
    [1, "2027-07-02", null, false],
    [2, "2027-12-31", null, false],
  ]);
  expect(told([], "2027-07-03").map((row) => row[3])).toEqual([true, false]);
  expect(told([carried(1, "2027-06-01")], "2027-07-03").map((row) => row[3])).toEqual([false, false]);
});

test("K-4: what was done after its day was late, also when it is done; what is more than the plan asks for stands last", () => {
  const all = [carried(2, "2027-08-01"), carried(1, "2027-07-20"), carried(3, "2027-09-01")];
  expect(told(all, "2027-12-01")).toEqual([
    [1, "2027-07-02", 1, true],
    [2, "2027-12-31", 2, false],
    [3, "2027-12-31", 3, false],
  ]);
});

test("K-4, K-5: an annual report speaks of all times, a half-year's of those whose day has passed, where none is registered", () => {
  const results = [{ control: "k" }];
  const half = (decidedOn: string) => ({ period: "half-year", decidedOn, results });
  expect(spokenFor(twice, [], undefined)).toBe(0);
  expect(spokenFor(twice, [], half("2027-06-20"))).toBe(1);
  expect(spokenFor(twice, [], half("2027-08-20"))).toBe(1);
  expect(spokenFor({ ...twice, due: "2027-05-31" }, [], half("2027-08-20"))).toBe(2);
  expect(spokenFor({ ...twice, due: "2027-05-31" }, [{ control: "k" }], half("2027-08-20"))).toBe(1);
  expect(spokenFor(twice, [], { period: "annual", decidedOn: "2028-02-01", results })).toBe(2);
  expect(
    spokenFor(twice, [{ control: "x" }], { period: "annual", decidedOn: "2028-02-01", results: [] }),
  ).toBe(0);
});
