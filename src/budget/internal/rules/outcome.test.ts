import { expect, test } from "vitest";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { monthsOfUnit, type OutcomeLine, outcomeOf, outcomeOfUnit } from "./outcome.ts";
import { internalRows } from "./rows.ts";

const body = (id: string, kind: Body["kind"], parent: string | null) =>
  ({ id, kind, parent, name: id }) as Body;
const BODIES: readonly Body[] = [
  body("namnd", "committee", null),
  body("forvaltning", "administration", "namnd"),
  body("skola", "unit", "forvaltning"),
  body("a-skolan", "unit", "skola"),
  body("b-skolan", "unit", "skola"),
  body("halsa", "unit", "forvaltning"),
  body("annan", "unit", null),
];
const line = (id: string, unit: string | null, account: string, amountTkr: number, periodKey?: string) => ({
  id,
  name: id,
  unit,
  account,
  amountTkr,
  ...(periodKey ? { periodKey } : {}),
});
const booked = (id: string, months: readonly number[], groups: Readonly<Record<string, number>> = {}) => ({
  body: id,
  byMonth: months.map((netCostTkr, i) => ({ month: i + 1, netCostTkr })),
  byAccountGroup: ["3", "4", "5", "6", "7"].map((group) => ({ group, netCostTkr: groups[group] ?? 0 })),
});
const GIVEN = {
  body: "namnd",
  rows: internalRows({
    lines: [
      line("arvoden", null, "5060", 120, "month-1"),
      line("stab", "forvaltning", "5010", 300, "summer"),
      line("larare", "a-skolan", "5010", 1200),
      line("bidrag", "a-skolan", "3510", -240),
      line("b-larare", "b-skolan", "5010", 600),
      line("skjuts", "skola", "7030", 240),
      line("skoterska", "halsa", "5010", 360),
    ],
  }),
  months: 4,
  whole: booked("namnd", [310, 260, 260, 270, 999]),
  parts: [
    booked("forvaltning", [250, 250, 250, 260, 888]),
    booked("skola", [160, 160, 160, 170, 777]),
    booked("a-skolan", [85, 85, 85, 85, 500], { "3": -80, "5": 420 }),
    booked("b-skolan", [50, 50, 50, 60, 200], { "5": 210 }),
    booked("halsa", [30, 30, 30, 30, 60], { "5": 120 }),
    booked("annan", [1]),
  ],
  bodies: BODIES,
};
const shown = (
  { kind, of, yearTkr, budgetTkr, outcomeTkr, deviationTkr, children }: OutcomeLine,
  depth = 0,
): string[] => [
  `${"  ".repeat(depth)}${kind} ${of}: ${yearTkr} ${budgetTkr} ${outcomeTkr} ${deviationTkr}`,
  ...children.flatMap((child) => shown(child, depth + 1)),
];

test("E-6, U-2: the budget of the period next to its outcome, by service, unit and account group, with all that is left", () => {
  // Nothing of May, which has only begun; a month is a twelfth only where its line says so
  expect(shown(outcomeOf(GIVEN))).toEqual([
    "body namnd: 2580 840 1100 -260",
    "  unit skola: 1800 600 650 -50",
    "    unit a-skolan: 960 320 340 -20",
    "      group 3: -240 -80 -80 0",
    "      group 5: 1200 400 420 -20",
    "    unit b-skolan: 600 200 210 -10",
    "      group 5: 600 200 210 -10",
    "    rest skola: 240 80 100 -20",
    "  unit halsa: 360 120 120 0",
    "    group 5: 360 120 120 0",
    // The administration's and the committee's own, fees and staff
    "  rest namnd: 420 120 330 -210",
  ]);
});

test("E-6, U-2: the body follows the months in force where the council has changed the allocation since the split", () => {
  const inForce = Array.from({ length: 12 }, () => 200);
  const line = outcomeOf({ ...GIVEN, inForce });
  expect(shown(line)[0]).toBe("body namnd: 2400 800 1100 -300");
  expect(shown(line).slice(1)).toEqual(shown(outcomeOf(GIVEN)).slice(1));
});

test("U-2: a unit's manager sees the unit alone; one without budget or accounts has no line", () => {
  expect(shown(outcomeOfUnit(GIVEN, "a-skolan") as OutcomeLine)).toEqual([
    "unit a-skolan: 960 320 340 -20",
    "  group 3: -240 -80 -80 0",
    "  group 5: 1200 400 420 -20",
  ]);
  expect(outcomeOfUnit(GIVEN, "annan")).toBeUndefined();
});

test("R-1, E-6: a unit's page says what it has been given of the split, with those under it; of nothing it says nothing", () => {
  expect(monthsOfUnit(GIVEN, "skola")?.reduce((sum, tkr) => sum + tkr)).toBe(1800);
  expect(monthsOfUnit(GIVEN, "a-skolan")?.reduce((sum, tkr) => sum + tkr)).toBe(960);
  expect(monthsOfUnit(GIVEN, "annan")).toBeUndefined();
});
