import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainName } from "../../../kernel/plain-id.ts";
import type { Adjustment } from "../../base/rules/allocation-input.ts";
import {
  type AdjustmentProposal,
  adjustmentLists,
  adjustmentRows,
  namedServices,
  sumsByYear,
  withIds,
} from "./input-rows.ts";

const YEARS = [2028, 2029, 2030];
const bare = (amountTkr: number, more: Partial<Adjustment> = {}): Adjustment => ({
  body: "skola",
  year: 2028,
  amountTkr,
  ...more,
});

describe("E-2: adjustments as rows", () => {
  test("a proposal for several years is one row with an amount a year, and is stored as one adjustment a year", () => {
    const lists = {
      adjustments: [
        bare(500, { id: "larare.2028", text: "Lärare" }),
        bare(250, { id: "larare.2029", text: "Lärare", year: 2029 }),
      ],
      proposals: [],
    };
    const rows = adjustmentRows(lists);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: "larare", text: "Lärare", amounts: { 2028: 500, 2029: 250 } });
    expect(adjustmentLists(rows, lists.adjustments, YEARS)).toEqual(lists);
  });

  test("taken out it stays in the list without effect, and taken in again it is as it was", () => {
    const adjustments = [bare(500, { id: "larare", text: "Lärare", owner: "skolan", effect: "Fler läser" })];
    const [row] = adjustmentRows({ adjustments, proposals: [] });
    const out = adjustmentLists([{ ...row, state: "considered" } as never], adjustments, YEARS);
    expect(out.adjustments).toEqual([]);
    expect(out.proposals).toEqual([{ ...adjustments[0], state: "considered" }]);
    const [again] = adjustmentRows(out);
    expect(adjustmentLists([{ ...again, state: "taken-in" } as never], [], YEARS).adjustments).toEqual(
      adjustments,
    );
  });

  test("what is said differently of two years is two rows", () => {
    const rows = adjustmentRows({
      adjustments: [
        bare(1, { id: "a.2028", text: "Så" }),
        bare(2, { id: "a.2029", text: "Annorlunda", year: 2029 }),
      ],
      proposals: [],
    });
    expect(rows.map(({ id, text }) => [id, text])).toEqual([
      ["a", "Så"],
      ["a-2", "Annorlunda"],
    ]);
  });

  test("E-1: the capital cost of an investment is never written by hand, and is kept", () => {
    const capital = { investment: 0, depreciationTkr: 30, interestTkr: 10 };
    const later = bare(-2, { year: 2029, capital: { ...capital, depreciationTkr: 0, interestTkr: -2 } });
    const adjustments = [bare(40, { capital }), bare(5, { id: "min" }), later];
    const rows = adjustmentRows({ adjustments, proposals: [] });
    expect(rows.map(({ fixed, amounts }) => [fixed, amounts])).toEqual([
      [true, { 2028: 40, 2029: -2 }],
      [false, { 2028: 5 }],
    ]);
    const changed = rows.map((row) => ({ ...row, amounts: { 2028: 999 } }));
    expect(adjustmentLists(changed, adjustments, YEARS).adjustments).toEqual([
      bare(999, { id: "min" }),
      adjustments[0],
      later,
    ]);
  });

  test("any lists come back with the same amounts by body and year, each with an id of its own", () => {
    const one = fc.record(
      {
        body: fc.constantFrom("skola", "vard"),
        year: fc.constantFrom(...YEARS),
        amountTkr: fc.integer({ min: -5000, max: 5000 }),
        id: fc.constantFrom("a", "a.2028", "a.2029", "b", "b.2030", "justering-1"),
        text: fc.constantFrom("x", "y"),
        oneOff: fc.boolean(),
      },
      { requiredKeys: ["body", "year", "amountTkr"] },
    );
    const total = (list: readonly Pick<Adjustment, "body" | "year" | "amountTkr">[]) => {
      const sums: Record<string, number> = {};
      for (const { body, year, amountTkr } of list)
        sums[`${body} ${year}`] = (sums[`${body} ${year}`] ?? 0) + amountTkr;
      return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
    };
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 12 }),
        fc.array(one, { maxLength: 5 }),
        (adjustments, others) => {
          const proposals = others.map(
            (own, i): AdjustmentProposal => ({ ...own, id: own.id ?? `f${i}`, state: "rejected" }),
          );
          const back = adjustmentLists(adjustmentRows({ adjustments, proposals }), adjustments, YEARS);
          expect(total(back.adjustments)).toEqual(total(adjustments));
          expect(total(back.proposals)).toEqual(total(proposals));
          const ids = [...back.adjustments, ...back.proposals].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          // Written once more they stay as they are
          expect(adjustmentLists(adjustmentRows(back), back.adjustments, YEARS)).toEqual(back);
        },
      ),
    );
  });

  test("sums are by year and state", () => {
    const rows = adjustmentRows({
      adjustments: [bare(5), bare(7, { year: 2029 })],
      proposals: [
        { ...bare(100), id: "p", state: "considered" },
        { ...bare(900), id: "q", state: "rejected" },
      ],
    });
    expect(sumsByYear(rows, YEARS)).toEqual([
      { year: 2028, takenInTkr: 5, consideredTkr: 100 },
      { year: 2029, takenInTkr: 7, consideredTkr: 0 },
      { year: 2030, takenInTkr: 0, consideredTkr: 0 },
    ]);
  });
});

test("E-3: rows without an id get one by their place, and never one that is taken", () => {
  expect(withIds([{}, { id: "rad-1" }, {}] as { id?: string }[], "rad").map(({ id }) => id)).toEqual([
    "rad-1-2",
    "rad-1",
    "rad-3",
  ]);
  expect(plainName("Öppen förskola & fritid")).toBe("oppen-forskola-fritid");
});

test("E-3: a new service gets its id from its first name, unlike the others, and keeps it when it is renamed", () => {
  const services = [{ id: "forskola" }, { id: "verksamhet-x1", name: "Förskola" }, { id: "verksamhet-x2" }];
  const named = namedServices(services);
  expect(named.map(({ id }) => id)).toEqual(["forskola", "forskola-2", "verksamhet-x2"]);
  const renamed = named.map((own) => ({ ...own, name: "Annat" }));
  expect(namedServices(renamed.slice(0, 2)).map(({ id }) => id)).toEqual(["forskola", "forskola-2"]);
});
