import { expect, test } from "vitest";
import type { Body, BodyKind } from "../../organisation/rules/organisation.ts";
import { staffApart } from "./apart.ts";
import { STAFF_LIMITS, StaffRow } from "./figure.ts";
import { rowsWithin, staffSum } from "./sums.ts";
import { readStaffTable } from "./table.ts";

const UNITS = [
  { id: "skola-a", name: "Skola A" },
  { id: "skola-b", name: "Skola B" },
];
const OF = { units: UNITS, month: "2028-05" };
const HEAD = [
  "Enhet",
  "Månad",
  "Kön",
  "Åldersgrupp",
  "Anställda",
  "Årsarbetare",
  "Sjuktimmar",
  "Långtidstimmar",
  "Ordinarie timmar",
];
const read = (...rows: string[][]) => readStaffTable([HEAD, ...rows], OF);
const codes = (table: ReturnType<typeof read>) =>
  "faults" in table ? table.faults.map(({ code }) => code) : [];

test("T-4: a table of staff figures is read with the words that people write", () => {
  const table = read(
    ["Skola A", "2028-04", "Kvinnor", "30–49 år", "12", "10,5", "120", "60", "1 680"],
    ["skola a", "202804", "Män", "50 år eller äldre", "6", "6", "0", "", "960"],
    ["", "", "", "", "", "", "", "", ""],
  );
  expect("rows" in table && table.rows).toEqual([
    {
      unit: "skola-a",
      month: "2028-04",
      sex: "women",
      ages: "30-49",
      headcount: 12,
      fullTime: 10.5,
      sickHours: 120,
      longSickHours: 60,
      ordinaryHours: 1680,
    },
    {
      unit: "skola-a",
      month: "2028-04",
      sex: "men",
      ages: "50-",
      headcount: 6,
      fullTime: 6,
      sickHours: 0,
      longSickHours: null,
      ordinaryHours: 960,
    },
  ]);
  for (const row of "rows" in table ? table.rows : []) expect(StaffRow.parse(row)).toEqual(row);
});

test("T-4: what can't be read is told with its cell, and a sum beside its parts is not counted twice", () => {
  const fine = ["Skola A", "2028-04", "", "", "12", "10,5", "120", "60", "1680"];
  const but = (at: number, text: string) => fine.map((cell, i) => (i === at ? text : cell));
  expect(codes(read(but(0, "Skola C")))).toEqual(["staff-unknown-unit"]);
  expect(codes(read(but(1, "april")))).toEqual(["staff-not-a-month"]);
  expect(codes(read(but(1, "2028-06")))).toEqual(["staff-in-future"]);
  expect(codes(read(but(2, "x")))).toEqual(["staff-unknown-sex"]);
  expect(codes(read(but(3, "40-")))).toEqual(["staff-unknown-ages"]);
  expect(codes(read(but(4, "12,5")))).toEqual(["staff-not-people"]);
  expect(codes(read(but(5, "-1")))).toEqual(["staff-not-a-number"]);
  expect(codes(read(but(6, "2000")))).toEqual(["staff-more-sick-than-work"]);
  expect(codes(read(but(7, "130")))).toEqual(["staff-more-long-than-sick"]);
  expect(codes(read(fine, fine))).toEqual(["staff-twice"]);
  expect(codes(read(fine, but(2, "Kvinnor")))).toEqual(["staff-mixed"]);
  expect(codes(read())).toEqual(["staff-none"]);
  expect(codes(readStaffTable([["Enhet", "Värde"]], OF))).toEqual(["staff-no-heading"]);
  const many = Array.from({ length: STAFF_LIMITS.figures + 1 }, (_, i) =>
    but(
      1,
      `2${String(i % 1000).padStart(3, "0")}-${String(1 + (Math.floor(i / 1000) % 12)).padStart(2, "0")}`,
    ).map((cell, at) => (at === 0 ? (i < 12_000 ? "Skola A" : "Skola B") : cell)),
  );
  expect(codes(readStaffTable([HEAD, ...many], { ...OF, month: "2999-12" }))).toEqual(["staff-too-many"]);
});

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2019-01-01",
  validTo: null,
});
const BODIES = [
  body("council", "council", null),
  body("school", "committee", "council"),
  body("office", "administration", "school"),
  body("a", "unit", "office"),
  body("b", "unit", "office"),
  body("c", "unit", "office"),
  body("care", "committee", "council"),
];
const row = (
  unit: string,
  sex: StaffRow["sex"],
  headcount: number,
  over: Partial<StaffRow> = {},
): StaffRow => ({
  unit,
  month: "2028-04",
  sex,
  ages: null,
  headcount,
  fullTime: headcount,
  sickHours: headcount * 8,
  longSickHours: 0,
  ordinaryHours: headcount * 160,
  ...over,
});

test("U-1: sick leave is of the ordinary hours over all the months, people and full-time equivalents a month's mean", () => {
  const rows = [
    row("a", "women", 10),
    row("a", "women", 12, { month: "2028-05", sickHours: 0, fullTime: 11.5 }),
  ];
  expect(staffSum(rows)).toEqual({
    headcount: 11,
    fewest: 10,
    fullTime: 10.8,
    // 80 of 3 520 hours
    sickLeave: 2.3,
    longShare: 0,
  });
  expect(staffSum([])).toBeUndefined();
  expect(rowsWithin([row("a", null, 7), row("care", null, 5)], BODIES, "school")).toHaveLength(1);
});

test("P-6: few people are hidden with what they could be counted out by, also from the unit beside and the body above", () => {
  const rows = [
    row("a", "women", 20),
    row("a", "men", 3),
    row("b", "women", 18),
    row("b", "men", 9),
    row("c", "women", 30),
    row("c", "men", 12),
  ];
  const sums = (whose: string | null) =>
    staffApart(rows, BODIES, whose).groups.map(({ sum }) => sum !== null);
  // The men of a are three; its women go with them, and the men of b, the fewest of the others
  expect(sums("a")).toEqual([false, false]);
  expect(sums("b")).toEqual([false, false]);
  expect(sums("c")).toEqual([true, true]);
  expect(sums("office")).toEqual([true, true]);
  expect(sums(null)).toEqual([true, true]);
  const small = [row("a", null, 3), row("b", null, 9), row("c", null, 40)];
  const { units, all } = staffApart(small, BODIES, "office");
  expect(units.map(({ unit, sum }) => [unit, sum !== null])).toEqual([
    ["a", false],
    ["b", false],
    ["c", true],
  ]);
  expect(all?.sum?.headcount).toBe(52);
  expect(staffApart(small, BODIES, "a").all).toMatchObject({ sum: null });
  expect(staffApart(small, BODIES, "b").all).toMatchObject({ sum: null });
  expect(staffApart(small, BODIES, "care").all).toBeUndefined();
});
