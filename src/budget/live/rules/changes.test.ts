import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { bigInput } from "../../allocation/testing/big-input.ts";
import type { Adjustment, AllocationInput, Indexation } from "../../base/rules/allocation-input.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import { type ResultInput, resultOf } from "../../base/rules/result.ts";
import { measureOf } from "../../position/rules/measures.ts";
import { assumedBeyond, knownTo, OUTLOOK_YEARS, outlookOf } from "../../scenarios/rules/outlook.ts";
import { proposalOf } from "../../scenarios/rules/proposal.ts";
import { sensitivityOf } from "../../scenarios/rules/sensitivity.ts";
import { applyChanges, type Changes, changeRemarks, NO_CHANGES, type ScenarioBase } from "./changes.ts";
import { liveFigures, liveScenario } from "./scenario.ts";

const line = (year: number): ResultInput => ({
  year,
  taxBaseTkr: 4_000_000 + (year - 2027) * 100_000,
  taxRate: 20.29,
  settlementTkr: -1200,
  equalisationTkr: 400_000 + (year - 2027) * 5000,
  centralTkr: -16_000,
  depreciationTkr: -22_000,
  financialNetTkr: -2900,
});
/** As any municipality, with one service that is counted by what was measured. */
function inputOf(seed: number): ScenarioBase["input"] {
  const { adjustments, indexation, ...input } = bigInput(seed);
  const measured = { 2026: 400, 2027: 410.25, 2028: 399.5, 2029: 400 };
  return {
    ...input,
    // Known by the same ids whatever the seed
    adjustments: adjustments.map((own, i) => ({ ...own, id: `post-${i}` })),
    indexation: indexation.map((own, i) => ({ ...own, id: `rad-${i}` })),
    services: input.services.map((own) => (own.id === "tjanst-2" ? { ...own, measured } : own)),
  };
}
const baseOf = (seed: number): ScenarioBase => ({
  input: inputOf(seed),
  resultInput: [2027, 2028, 2029].map(line),
});

const year = fc.integer({ min: 2027, max: 2029 });
const byYear = (value: fc.Arbitrary<number>) => fc.dictionary(year.map(String), value, { maxKeys: 3 });
const tkr = fc.integer({ min: -300_000, max: 300_000 });
const share = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000);
const service = fc.integer({ min: 1, max: 12 }).map((i) => `tjanst-${i}`);
const kind = fc.constantFrom("wages", "rents", "other");
const id = fc.stringMatching(/^[a-z]{1,8}$/);
const LINES = inputOf(1).indexation;
const line45 = fc.nat(44).map((index) => {
  const { id: line = "", body, kind: own } = LINES[index] as Indexation;
  return { id: line, body, kind: own };
});
const anyChanges: fc.Arbitrary<Changes> = fc.record({
  volumes: fc.dictionary(fc.constant("tjanst-2"), byYear(fc.nat(90_000).map((n) => n / 100)), { maxKeys: 1 }),
  linePoints: fc
    .uniqueArray(fc.tuple(line45, byYear(share.map((value) => value / 10 - 0.05))), {
      maxLength: 3,
      selector: ([own]) => own.id,
    })
    .map((all) => all.map(([own, points]) => ({ ...own, points }))),
  priceKr: fc.dictionary(service, byYear(fc.integer({ min: 0, max: 900_000 })), { maxKeys: 3 }),
  coverage: fc.dictionary(service, share, { maxKeys: 3 }),
  ratePoints: fc.dictionary(kind, byYear(share.map((value) => value / 10 - 0.05)), { maxKeys: 3 }),
  share: fc.dictionary(kind, byYear(share), { maxKeys: 3 }),
  taxRate: byYear(share.map((value) => 15 + value * 10)),
  taxBasePercent: byYear(share.map((value) => value * 10 - 5)),
  lines: fc.record({ equalisationTkr: byYear(tkr), centralTkr: byYear(tkr) }, { requiredKeys: [] }),
  given: fc.constant([]),
  added: fc.array(
    fc.record({
      id,
      body: fc.integer({ min: 1, max: 15 }).map((i) => `namnd-${i}`),
      year,
      amountTkr: tkr,
      oneOff: fc.boolean(),
      text: fc.constant("Ett förslag"),
    }),
    { maxLength: 4 },
  ),
  people: fc.array(
    fc.record({
      id,
      fromYear: year,
      age: fc.nat(120),
      extra: fc.integer({ min: -40, max: 200 }),
      ageing: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

/** The exact way: every change made in the budget, and the budget computed. */
function exactly(base: ScenarioBase, changes: Changes) {
  const changed = applyChanges(base, changes);
  return allocate(changed.input).years.map(({ year, frames, totalTkr }, y) => ({
    year,
    frames: changed.input.bodies.map((body) => frames[body] as number),
    totalTkr,
    result: resultOf(totalTkr, changed.resultInput[y] as ResultInput),
  }));
}

test("E-9: whatever a scenario changes, moved one after the other, its live figures are the exact ones to the krona", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.array(anyChanges, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(29), fc.option(tkr)), { maxLength: 3 }),
      (seed, moves, given) => {
        const base = baseOf(seed);
        const before = JSON.stringify(base);
        const compute = liveScenario(base);
        for (const move of moves) {
          const changes = {
            ...move,
            given: given.map(([index, amountTkr]) => {
              const { id: post = "", body, year } = base.input.adjustments[index] as Adjustment;
              return { id: post, body, year, amountTkr };
            }),
          };
          expect(compute(changes).map((one) => ({ ...one, frames: one.frames.map((f) => f + 0) }))).toEqual(
            exactly(base, changes),
          );
        }
        expect(compute(NO_CHANGES)).toEqual(liveScenario(base)(NO_CHANGES));
        expect(JSON.stringify(base)).toBe(before);
      },
    ),
    { numRuns: 150 },
  );
});

test("E-9: people who move in are of one age each year, or grow older together", () => {
  const base = baseOf(3);
  const with20 = (ageing: boolean) =>
    applyChanges(base, {
      ...NO_CHANGES,
      people: [{ id: "p", fromYear: 2028, age: 6, extra: 20, ageing }],
    }).input.population;
  const more = (ageing: boolean, year: number, age: number) =>
    (with20(ageing)[year]?.[age] as number) - (base.input.population[year]?.[age] as number);
  expect([more(false, 2027, 6), more(false, 2028, 6), more(false, 2029, 6), more(false, 2029, 7)]).toEqual([
    0, 20, 20, 0,
  ]);
  expect([more(true, 2028, 6), more(true, 2029, 6), more(true, 2029, 7)]).toEqual([20, 0, 20]);
});

test("E-9: a larger tax base from a year on is larger in that year and all after it", () => {
  const { resultInput } = applyChanges(baseOf(1), { ...NO_CHANGES, taxBasePercent: { 2028: 1 } });
  expect(resultInput.map((one) => one.taxBaseTkr)).toEqual([4_000_000, 4_141_000, 4_242_000]);
});

test("E-9: what the base does not have is named with its place, and changes nothing", () => {
  const base = baseOf(1);
  const strange: Changes = {
    ...NO_CHANGES,
    priceKr: { okand: { 2027: 1 }, "tjanst-1": { 2040: 1 } },
    coverage: { okand: 1 },
    ratePoints: { gissning: { 2027: 0.1 } },
    taxRate: { 2001: 20 },
    given: [
      { id: "nagon-annan", body: "x", year: 2027, amountTkr: null },
      { id: "900", body: "x", year: 2027, amountTkr: 1 },
    ],
    added: [{ id: "a", body: "okand", year: 2050, amountTkr: 1, oneOff: false, text: "" }],
    people: [{ id: "p", fromYear: 2010, age: 3, extra: 1, ageing: false }],
    volumes: { "tjanst-1": { 2027: 5 } },
    linePoints: [{ id: "nagon-annan", body: "x", kind: "wages", points: { 2027: 0.01 } }],
    beyond: { ratePercent: { gissning: 2 } },
  };
  expect(changeRemarks(base, strange).map((one) => one.at)).toEqual([
    "changes.priceKr.okand",
    "changes.priceKr.tjanst-1.2040",
    "changes.ratePoints.gissning",
    "changes.coverage.okand",
    "changes.volumes.tjanst-1",
    "changes.linePoints.0.id",
    "changes.beyond.ratePercent.gissning",
    "changes.taxRate.2001",
    "changes.given.0.id",
    "changes.given.1.id",
    "changes.added.0.body",
    "changes.added.0.year",
    "changes.people.0.fromYear",
  ]);
  expect(applyChanges(base, { ...strange, people: [] }).input.adjustments).toEqual(base.input.adjustments);
  expect(liveScenario(base)({ ...strange, people: [] })).toEqual(liveScenario(base)(NO_CHANGES));
});

test("E-9: more people than there are can't move away", () => {
  const base = baseOf(1);
  const people = [{ id: "p", fromYear: 2027, age: 5, extra: -1_000_000, ageing: false }];
  expect(changeRemarks(base, { ...NO_CHANGES, people })).toMatchObject([
    { code: "scenario-too-few-people", at: "changes.people.0.extra", params: { year: 2027 } },
  ]);
});

test("E-9: the outlook keeps the plan's years exactly, and goes on with the last one's rates", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const base = baseOf(seed);
      const outlook = outlookOf(base);
      const plan = exactly(base, NO_CHANGES);
      const long = exactly(outlook, NO_CHANGES);
      expect(long).toHaveLength(OUTLOOK_YEARS);
      expect(long.slice(0, 3)).toEqual(plan);
      expect(long.map((one) => one.year)).toEqual(Array.from({ length: 10 }, (_, i) => 2027 + i));
    }),
    { numRuns: 25 },
  );
  const { input, resultInput } = outlookOf(baseOf(9));
  expect(input.indexation[0]?.rate[2036]).toBe(baseOf(9).input.indexation[0]?.rate[2029]);
  expect(input.population[2036]).toEqual(baseOf(9).input.population[2029]);
  expect(resultInput.map((one) => one.equalisationTkr).slice(2, 5)).toEqual([410_000, 415_000, 420_000]);
  expect(resultInput[3]).toMatchObject({
    year: 2030,
    settlementTkr: 0,
    taxBaseTkr: 4_302_480,
    taxRate: 20.29,
  });
});

test("E-9: points for one body's line move that line alone", () => {
  const base = baseOf(5);
  const [own] = base.input.indexation as unknown as [
    { id: string; body: string; kind: string; rate: Record<string, number> },
  ];
  const linePoints = [{ id: own.id, body: own.body, kind: own.kind, points: { 2028: 0.01 } }];
  const { input } = applyChanges(base, { ...NO_CHANGES, linePoints });
  expect(input.indexation[0]?.rate[2028]).toBe(Number(((own.rate[2028] as number) + 0.01).toFixed(6)));
  expect(input.indexation.slice(1)).toEqual(base.input.indexation.slice(1));
});

test("E-9: what is assumed of the years beyond the plan is stated, and moves them alone", () => {
  const base = baseOf(9);
  expect(assumedBeyond(base, NO_CHANGES)).toMatchObject({ taxBasePercent: 2.44, investmentsTkr: 0 });
  const beyond = { taxBasePercent: 1, pricePercent: 10, ratePercent: { wages: 3.5 } };
  const changes = { ...NO_CHANGES, beyond };
  expect(assumedBeyond(base, changes)).toMatchObject({
    taxBasePercent: 1,
    pricePercent: 10,
    ratePercent: { wages: 3.5 },
  });
  const { input, resultInput } = outlookOf(base, { changes });
  expect(resultInput.map((one) => one.taxBaseTkr).slice(2, 4)).toEqual([4_200_000, 4_242_000]);
  const price = base.input.services[0]?.priceKr[2029] as number;
  expect(input.services[0]?.priceKr[2030]).toBe(Math.round(price * 1.1));
  const rates = input.indexation.map(({ kind: of, rate }) => [of, rate[2030], rate[2036], rate[2029]]);
  for (const [of, first, later, planned] of rates)
    expect([first, later]).toEqual(of === "wages" ? [0.035, 0.035] : [planned, planned]);
  expect(exactly(base, changes)).toEqual(exactly(base, NO_CHANGES));
  expect(input.services[1]?.measured?.[2036]).toBe(400);
});

test("E-9: beyond the base's own people the outlook follows the change that the forecast has, and says how far", () => {
  const base = baseOf(4);
  const forecast = { 2029: { 6: 100, 7: 50 }, 2030: { 6: 130, 7: 50 }, 2031: { 6: 90, 7: 50 } };
  const own = base.input.population[2029]?.[6] as number;
  const { input } = outlookOf(base, { forecast });
  const of6 = [2030, 2031, 2032, 2036].map((y) => input.population[y]?.[6]);
  expect(of6).toEqual([own + 30, own - 10, own - 10, own - 10]);
  expect([knownTo(base, forecast), knownTo(base, undefined)]).toEqual([2031, 2029]);
  // Those who have moved in are there in the outlook too, and grow older with it
  const people = [{ id: "p", fromYear: 2028, age: 6, extra: 20, ageing: true }];
  const moved = outlookOf(base, { changes: { ...NO_CHANGES, people }, forecast }).input.population;
  expect((moved[2030]?.[8] as number) - (input.population[2030]?.[8] as number)).toBe(20);
  expect((moved[2036]?.[14] as number) - (input.population[2036]?.[14] as number)).toBe(20);
});

test("E-7, E-9: an outlook's position goes on from the plan's: what is invested is borrowed, and written off", () => {
  const position: PositionInput = {
    opening: {
      fixedAssets: 400_000,
      financialAssets: 0,
      currentAssets: 50_000,
      cash: 60_000,
      equity: 300_000,
      provisions: 20_000,
      loans: 150_000,
      deferredGrants: 0,
      shortDebt: 40_000,
    },
    reserveTkr: 0,
    pensionsOutsideTkr: null,
    leastCashTkr: 60_000,
    loanRate: 0,
    internalRate: 0,
    capitalInFrames: true,
    years: [],
    earlierDeficits: [],
  };
  const body = "namnd-1";
  const school: Investment = {
    body,
    name: "Skola",
    amountsTkr: { 2029: 33_000 },
    components: [{ name: "Allt", share: 100, years: 33 }],
    inUseFrom: "2030-01",
  };
  const base: ScenarioBase = { ...baseOf(6), position, investments: [school] };
  const at = (changes: Changes) => {
    const long = outlookOf(base, { changes });
    return { frames: allocate(long.input).years, figures: liveFigures(long)(long) };
  };
  const usual = at(NO_CHANGES);
  // In use from 2030: its cost is in the allocation from then, with an internal income of as much
  const capital = usual.figures.map(({ result }) => result.lines?.internalCapital);
  expect(capital).toEqual([0, 0, 0, 1000, 1000, 1000, 1000, 1000, 1000, 1000]);
  const more = at({ ...NO_CHANGES, beyond: { investmentsTkr: 3300 } });
  const spent = more.figures.map(({ result }, i) => {
    const [now, was] = [result.lines, usual.figures[i]?.result.lines];
    return [
      (now?.investments ?? 0) - (was?.investments ?? 0),
      (now?.depreciation ?? 0) - (was?.depreciation ?? 0),
      (now?.assets ?? 0) - (now?.equityAndLiabilities ?? 0),
    ];
  });
  expect(spent.slice(2, 6)).toEqual([
    [0, 0, 0],
    [3300, 0, 0],
    [3300, 100, 0],
    [3300, 200, 0],
  ]);
  const lines = usual.figures[0]?.result.lines;
  expect(measureOf("loans", lines)).toBe(lines?.loans);
  expect(measureOf("solidity", lines)).toBeCloseTo(((lines?.equity ?? 0) / (lines?.assets ?? 1)) * 100, 1);
  expect(measureOf("selfFinancing", { result: 5, depreciation: 5, netInvestments: 0 })).toBeNull();
  expect(measureOf("netDebt", undefined)).toBeNull();
});

test("E-9: a population that is known further than the plan is used as far as it reaches", () => {
  const base = baseOf(4);
  const input = { ...base.input, population: { ...base.input.population, 2030: { 6: 1234 } } };
  expect(outlookOf({ ...base, input }).input.population).toMatchObject({
    2030: { 6: 1234 },
    2036: { 6: 1234 },
  });
});

test("E-9: sensitivity ranks by the effect of a year; one öre is what the tax base says", () => {
  const base = baseOf(12);
  const found = sensitivityOf(base, 2028);
  const size = found.map(({ effectTkr }) => Math.abs(effectTkr[1]?.amountTkr as number));
  expect(size).toEqual([...size].sort((a, b) => b - a));
  const tax = found.find((one) => one.id === "tax");
  expect(tax?.effectTkr.map((one) => one.amountTkr)).toEqual([400, 410, 420]);
  const wages = found.find((one) => one.id === "rate-wages")?.effectTkr[0]?.amountTkr as number;
  const granted = base.input.indexation
    .filter((one) => one.kind === "wages")
    .reduce((sum, one) => sum + one.baseTkr * 0.01 * (one.share?.[2027] ?? 1), 0);
  expect(Math.abs(wages + granted)).toBeLessThanOrEqual(1);
});

test("E-9: the proposal says who put each change, and what it came from", () => {
  const base = { ...baseOf(2), sources: [{ what: "Befolkning", source: "SCB" }] };
  const [own] = base.input.adjustments as unknown as [{ id: string; body: string; year: number }];
  const proposal = proposalOf(
    base,
    {
      ...NO_CHANGES,
      given: [{ id: own.id, body: own.body, year: own.year, amountTkr: 5 }],
      added: [{ id: "a", body: "namnd-1", year: 2027, amountTkr: 900, oneOff: false, text: "Fler bussar" }],
    },
    { who: "Gröna listan", scenario: "Gröna listans förslag", source: "Scenario" },
  );
  expect(proposal.input.adjustments[0]).toMatchObject({ amountTkr: 5, text: "(Gröna listan)" });
  expect(proposal.input.adjustments.at(-1)).toMatchObject({
    amountTkr: 900,
    text: "Fler bussar (Gröna listan)",
  });
  expect(proposal.sources).toEqual([
    { what: "Scenario", source: "Gröna listans förslag" },
    { what: "Befolkning", source: "SCB" },
  ]);
});

test("E-9: another base is computed anew, down to last year's allocations and people, in any order", () => {
  const one = baseOf(3);
  const other = baseOf(4);
  const { input } = one;
  const [body = ""] = input.bodies;
  const people = (change: number) => ({
    ...input.population,
    2026: Object.fromEntries(
      Object.entries(input.population[2026] ?? {}).map(([age, n]) => [age, n + change]),
    ),
  });
  const changed: readonly AllocationInput[] = [
    { ...input, base: { ...input.base, [body]: (input.base[body] ?? 0) + 500 } },
    { ...input, population: people(25) },
    { ...input, oneOffs: [...input.oneOffs, { body, amountTkr: 700 }] },
    { ...input, indexation: input.indexation.map((line) => ({ ...line, baseTkr: line.baseTkr + 1000 })) },
    { ...input, indexation: input.indexation.slice(1) },
    {
      ...input,
      services: input.services.map((own) =>
        own.ages ? { ...own, ages: [own.ages[0], own.ages[1] + 1] } : own,
      ),
    },
    { ...input, services: input.services.slice(1) },
    {
      ...input,
      services: input.services.map(({ measured: _, ...own }) => ({ ...own, ages: own.ages ?? [1, 5] })),
    },
    other.input,
    input,
  ];
  const live = liveFigures(one);
  for (const [i, given] of changed.entries()) {
    const now = { ...one, input: given };
    expect(live(now), `change ${i}`).toEqual(liveFigures(now)(now));
    const frames = live(now).map((own) => own.frames);
    const whole = allocate(given).years.map((year) => given.bodies.map((own) => year.frames[own]));
    expect(frames, `allocated ${i}`).toEqual(whole);
  }
});

test("E-9: 1,500 last year and no change is 1,500, whatever the base before it was", () => {
  const input: AllocationInput = {
    years: [2027],
    bodies: ["skola"],
    base: { skola: 2000 },
    oneOffs: [],
    population: { 2026: { 6: 100 }, 2027: { 6: 100 } },
    services: [{ id: "skola", body: "skola", ages: [6, 6], priceKr: { 2027: 100_000 } }],
    indexation: [],
    adjustments: [],
  };
  const base: ScenarioBase = { input, resultInput: [line(2027)] };
  const live = liveFigures(base);
  expect(live(base)[0]?.totalTkr).toBe(2000);
  expect(live({ ...base, input: { ...input, base: { skola: 1500 } } })[0]?.totalTkr).toBe(1500);
  const fewer = { ...input, population: { 2026: { 6: 95 }, 2027: { 6: 100 } } };
  expect(live({ ...base, input: fewer })[0]?.totalTkr).toBe(2500);
});
