import { expect, test } from "vitest";
import type { Allocation, AllocationLine } from "../../base/rules/allocation.ts";
import { atAGlance } from "./at-a-glance.ts";

const other = (body: string, amountTkr: number, text: string, index = 0): AllocationLine => ({
  body,
  step: "other",
  amountTkr,
  origin: { step: "other", text, oneOff: false, index },
});
const prices = (body: string, amountTkr: number): AllocationLine => ({
  body,
  step: "indexation:wages",
  amountTkr,
  origin: { step: "indexation", kind: "wages", baseTkr: 0, rate: 0, share: 0, exactTkr: "0" },
});
const NEXT: Allocation = {
  years: [
    {
      year: 2028,
      opening: { skola: 1000, kultur: 200, bygg: 50 },
      frames: { skola: 1100, kultur: 170, bygg: 50 },
      totalTkr: 1320,
      lines: [
        other("skola", 60, "Fler speciallärare"),
        other("skola", 20, "Fler speciallärare", 1),
        prices("skola", 20),
        prices("kultur", 5),
        other("kultur", -35, "Biblioteket stänger på söndagar"),
      ],
    },
  ],
};

test("E-1: a budget changes each body's allocation against the year before, the largest change first, and says by what", () => {
  const seen = atAGlance(NEXT, 2028);
  expect(seen?.total).toEqual({ fromTkr: 1250, toTkr: 1320, differenceTkr: 70 });
  expect(seen?.bodies).toEqual([
    { body: "skola", fromTkr: 1000, toTkr: 1100, differenceTkr: 100 },
    { body: "kultur", fromTkr: 200, toTkr: 170, differenceTkr: -30 },
  ]);
  expect(seen?.rises.map(({ body, amountTkr }) => [body, amountTkr])).toEqual([["skola", 80]]);
  expect(seen?.cuts.map(({ body, amountTkr }) => [body, amountTkr])).toEqual([["kultur", -35]]);
  expect(seen?.pricesTkr).toBe(25);
});

test("E-5: a change of what is decided for the year is told against that, and only what it changes", () => {
  const [year] = NEXT.years;
  if (!year) throw new Error("no year");
  const changed: Allocation = {
    years: [
      {
        ...year,
        frames: { ...year.frames, bygg: 58 },
        totalTkr: 1328,
        lines: [...year.lines, other("bygg", 8, "Fler bygglov")],
      },
    ],
  };
  const seen = atAGlance(changed, 2028, NEXT);
  expect(seen?.bodies).toEqual([{ body: "bygg", fromTkr: 50, toTkr: 58, differenceTkr: 8 }]);
  expect(seen?.rises.filter(({ amountTkr }) => amountTkr !== 0)).toHaveLength(1);
  expect([seen?.cuts, seen?.pricesTkr]).toEqual([[], 0]);
  expect(atAGlance(changed, 2031)).toBeUndefined();
});
