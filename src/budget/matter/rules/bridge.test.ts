import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import type { Budget } from "../../base/contract.ts";
import { sampleFacts } from "../../document/testing/budget-facts.ts";
import { withResults } from "../../position/complete.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";
import { type Bridge, bridgesOf, resultBridgeOf } from "./bridge.ts";
import { nextYear } from "./next-year.ts";

const { budget: plan } = sampleFacts((of) => {
  of.investments = [
    {
      body: "bildningsnamnden",
      name: "Skola",
      amountsTkr: { 2027: 60_000, 2028: 4_000 },
      components: [{ name: "Allt", share: 100, years: 30 }],
      inUseFrom: "2027-07",
    },
  ];
  if (of.position) of.position = { ...of.position, capitalInFrames: true, internalRate: 2.5 };
  of.input = withCapitalInFrames({ input: of.input, investments: of.investments, position: of.position });
});
const begun = () => nextYear(plan, { what: "Utgångspunkt", source: "Budget 2027" }).content;
const saved = (content: Budget): Budget => {
  const input = withCapitalInFrames(content);
  const allocation = allocate(input);
  return { ...content, input, allocation, ...withResults(content, input, allocation) };
};
const stepsOf = (bridge: Bridge | undefined) => bridge?.steps.map(({ step }) => step);
const sumOf = (amounts: Readonly<Record<string, number>>) =>
  Object.values(amounts).reduce((sum, tkr) => sum + tkr, 0);

test("E-2, E-8: begun from last year's plan without anything new, a year has the plan, and nothing to tell", () => {
  for (const now of [begun(), saved(begun())]) {
    const bridges = bridgesOf(plan, now);
    expect(bridges.map(({ year }) => year)).toEqual([2028, 2029]);
    for (const { steps, plan: was, start } of bridges) {
      expect(steps).toEqual([]);
      expect(start).toEqual(was);
    }
  }
  expect(resultBridgeOf(plan, saved(begun()), 2028)?.steps.map(({ amountTkr }) => amountTkr)).toEqual([
    0, 0, 0, 0, 0,
  ]);
});

test("E-8: each thing that is new is a step by its own name", () => {
  const changed = (
    change: (input: Record<string, unknown> & Budget["input"], content: Budget) => Partial<Budget>,
  ) => {
    const content = begun();
    return bridgesOf(plan, saved({ ...content, ...change(content.input as never, content) }))[0];
  };
  const inInput = (part: Partial<Budget["input"]>) => changed((input) => ({ input: { ...input, ...part } }));
  const { input } = begun();
  expect(stepsOf(inInput({ oneOffs: [] }))).toEqual(["one-offs"]);
  expect(stepsOf(inInput({ base: { ...input.base, socialnamnden: 1 } }))).toEqual(["base"]);
  const population = { ...input.population, 2028: { ...input.population[2028], 7: 900 } };
  expect(stepsOf(inInput({ population }))).toEqual(["people"]);
  const services = input.services.map((own) => ({ ...own, priceKr: { ...own.priceKr, 2028: 999_999 } }));
  expect(stepsOf(inInput({ services }))).toEqual(["prices"]);
  expect(stepsOf(inInput({ services: input.services.slice(1) }))).toEqual(["services"]);
  const indexation = input.indexation.map((own) => ({ ...own, rate: { ...own.rate, 2028: 0.09 } }));
  expect(stepsOf(inInput({ indexation }))).toEqual(["indexation"]);
  const more = { body: "socialnamnden", year: 2028, amountTkr: 77 };
  const added = inInput({ adjustments: [...input.adjustments, more] });
  expect(added?.steps).toMatchObject([{ step: "adjustments", byBody: { socialnamnden: 77, valnamnden: 0 } }]);
  const trueUp = { ...more, decision: 4, trueUp: true as const };
  expect(stepsOf(inInput({ adjustments: [...input.adjustments, trueUp] }))).toEqual(["true-ups"]);
  expect(stepsOf(changed(() => ({ investments: [] })))).toEqual(["capital"]);
});

test("E-2, E-8: from last year's plan to any beginning the steps sum to the difference, for each body, to the krona", () => {
  const { input } = begun();
  const change = fc.record({
    base: fc.integer({ min: 0, max: 900_000 }),
    people: fc.integer({ min: 0, max: 2_000 }),
    price: fc.integer({ min: 0, max: 400_000 }),
    rate: fc.integer({ min: -100, max: 100 }).map((n) => n / 1000),
    adjustments: fc.array(
      fc.record({
        body: fc.constantFrom(...input.bodies),
        year: fc.constantFrom(...input.years),
        amountTkr: fc.integer({ min: -9_000, max: 9_000 }),
        oneOff: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    drop: fc.nat(3),
  });
  fc.assert(
    fc.property(change, ({ base, people, price, rate, adjustments, drop }) => {
      const content = begun();
      const now = saved({
        ...content,
        investments: drop === 0 ? [] : content.investments,
        input: {
          ...input,
          base: { ...input.base, bildningsnamnden: base },
          population: { ...input.population, 2028: { ...input.population[2028], 9: people } },
          services: input.services
            .slice(drop)
            .map((own) => ({ ...own, priceKr: { ...own.priceKr, 2028: price } })),
          indexation: input.indexation.map((own) => ({ ...own, rate: { ...own.rate, 2029: rate } })),
          adjustments,
        },
      });
      for (const bridge of bridgesOf(plan, now)) {
        for (const body of bridge.bodies) {
          const steps = bridge.steps.reduce((sum, { byBody }) => sum + (byBody[body] ?? 0), 0);
          expect((bridge.plan[body] ?? 0) + steps, body).toBe(bridge.start[body]);
        }
        expect(stepsOf(bridge)).not.toContain("rest");
        expect(stepsOf(bridge)).not.toContain("moved");
        const total = now.allocation?.years.find(({ year }) => year === bridge.year)?.totalTkr;
        expect(sumOf(bridge.start)).toBe(total);
        const result = resultBridgeOf(plan, now, bridge.year);
        expect(
          (result?.planTkr ?? 0) + (result?.steps.reduce((sum, { amountTkr }) => sum + amountTkr, 0) ?? 0),
        ).toBe(result?.startTkr);
      }
    }),
    { numRuns: 40 },
  );
});
