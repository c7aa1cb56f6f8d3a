import { expect, test } from "vitest";
import type { Occasions } from "../contract.ts";
import { decidedCount, occasionRows } from "./occasion-rows.ts";

const line = (body: string, state: "none" | "decided" = "none") => ({
  body,
  name: body,
  matter: `x:${body}:2027`,
  due: "2027-05-31",
  state,
  decision: null,
  decidedOn: null,
  late: false,
});
const year: Occasions = {
  year: 2027,
  further: [],
  plans: [],
  occasions: [
    {
      kind: "follow-up",
      until: "2027-04-30",
      notInWheel: [],
      cite: "§2.5",
      bodies: [line("a", "decided"), line("b")],
      group: null,
    },
    {
      kind: "annual-report",
      until: "2027-12-31",
      notInWheel: [],
      cite: "§2.5",
      bodies: [line("a"), line("c")],
      group: line("kf"),
    },
  ],
};

test("U-2 – U-4: each body has its year in a row, the group first; who owes no report has none", () => {
  expect(occasionRows(year).map((row) => [row.body, row.group, Object.keys(row.reports)])).toEqual([
    ["kf", true, ["annual-report"]],
    ["a", false, ["follow-up", "annual-report"]],
    ["b", false, ["follow-up"]],
    ["c", false, ["annual-report"]],
  ]);
  expect(year.occasions.map(decidedCount)).toEqual([1, 0]);
});

test("P-3: for a chosen body only its own row, or all where it reports nothing itself", () => {
  expect(occasionRows(year, ["enhet", "a", "kf"]).map((row) => row.body)).toEqual(["a"]);
  expect(occasionRows(year, ["kf"])).toHaveLength(4);
});
