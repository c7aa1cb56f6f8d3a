import { expect, test } from "vitest";
import { GENESIS } from "./chain.ts";
import { HEAD_DAYS, headNow, headsByDay, type LastOfDay } from "./heads.ts";

const last = (day: LastOfDay["day"], number: number): LastOfDay => ({
  day,
  number,
  sha256: `hash ${number}`,
});

test("R-5: each day that has ended has its head, that of the day before where nothing was decided", () => {
  const days = [last("2027-01-02", 3), last("2027-01-04", 5), last("2027-01-05", 6)];
  expect(headsByDay(days, "2027-01-05")).toEqual([
    last("2027-01-04", 5),
    last("2027-01-03", 3),
    last("2027-01-02", 3),
  ]);
  expect(headNow(days)).toEqual({ number: 6, sha256: "hash 6" });
});

test("R-5: the last thirty days, and none before the first decision", () => {
  expect(headsByDay([last("2020-01-01", 1)], "2027-01-05")).toHaveLength(HEAD_DAYS);
  expect(headsByDay([last("2027-01-05", 1)], "2027-01-05")).toEqual([]);
  expect(headsByDay([], "2027-01-05")).toEqual([]);
  expect(headNow([])).toEqual({ number: 0, sha256: GENESIS });
});
