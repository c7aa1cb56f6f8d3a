import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { bigInput } from "../../allocation/testing/big-input.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { compareAllocations, compareGoals, compareYears, type Side } from "./compare.ts";

const worked: AllocationInput = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../allocation/testing/worked-example.input.json"), "utf8"),
);
const side = (input: AllocationInput): Side => ({ input, allocation: allocate(input) });
const sum = (parts: readonly { differenceTkr: number }[]) =>
  parts.reduce((total, part) => total + part.differenceTkr, 0);

/** Two inputs of one municipality, of the same years or moved on a year, bent in ways that a proposal is. */
const pair = fc
  .record({
    seed: fc.nat(1000),
    other: fc.nat(1000),
    moved: fc.boolean(),
    dropped: fc.nat(4),
    adjustments: fc.array(
      fc.record({
        at: fc.nat(14),
        amountTkr: fc.integer({ min: -9000, max: 9000 }),
        oneOff: fc.boolean(),
        text: fc.constantFrom("a", "b", ""),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ seed, other, moved, dropped, adjustments }): [AllocationInput, AllocationInput] => {
    const from = bigInput(seed);
    const to = bigInput(other);
    const bent: AllocationInput = {
      ...to,
      services: to.services.slice(dropped),
      adjustments: [
        ...to.adjustments,
        ...adjustments.map(({ at, ...rest }) => ({
          ...rest,
          body: to.bodies[at] as string,
          year: to.years[1] as number,
        })),
      ],
    };
    const later = (years: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(years).map(([year, value]) => [String(Number(year) + 1), value]));
    return [
      from,
      moved
        ? {
            ...bent,
            years: bent.years.map((year) => year + 1),
            population: Object.fromEntries(
              Object.entries(bent.population).map(([year, ages]) => [String(Number(year) + 1), ages]),
            ),
            services: bent.services.map((service) => ({ ...service, priceKr: later(service.priceKr) })),
            indexation: bent.indexation.map(({ share, ...line }) => ({
              ...line,
              rate: later(line.rate),
              ...(share ? { share: later(share) } : {}),
            })),
            adjustments: bent.adjustments.map((one) => ({ ...one, year: one.year + 1 })),
          }
        : bent,
    ];
  });

test("E-8, §2.4: lines and opening differ together by exactly as much as the allocation, and bodies as much as the whole", () => {
  fc.assert(
    fc.property(pair, ([from, to]) => {
      const years = compareAllocations(side(from), side(to));
      expect(years.map(({ year }) => year)).toEqual(to.years.filter((year) => from.years.includes(year)));
      for (const { total, bodies } of years) {
        expect(sum(bodies)).toBe(total.differenceTkr);
        for (const body of bodies) {
          expect(body.opening.differenceTkr + sum(body.steps)).toBe(body.differenceTkr);
          expect(body.opening.differenceTkr + sum(body.lines)).toBe(body.differenceTkr);
          for (const { step, differenceTkr } of body.steps)
            expect(sum(body.lines.filter((line) => line.step === step))).toBe(differenceTkr);
          for (const { causes, step } of body.lines)
            expect(causes.length > 0 || step === "one-off" || step === "other").toBe(true);
          expect(new Set(body.lines.map(({ key }) => key)).size).toBe(body.lines.length);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("§2.4: a version against itself has no difference and no line", () => {
  for (const year of compareAllocations(side(worked), side(worked))) {
    expect(year.population).toEqual([]);
    expect(year.bodies.flatMap(({ lines }) => lines)).toEqual([]);
    expect(year.total.differenceTkr).toBe(0);
  }
});

test("E-8: each input that differs is named as the cause, from and to", () => {
  const [service] = worked.services;
  const [index] = worked.indexation;
  if (!service || !index) throw new Error("the worked example has services and indices");
  const [from] = service.ages as readonly [number, number];
  const changed: AllocationInput = {
    ...worked,
    population: {
      ...worked.population,
      2027: { ...worked.population[2027], [from]: 1000 },
    },
    services: [
      { ...service, coverage: 0.5, priceKr: { ...service.priceKr, 2027: 99 } },
      ...worked.services.slice(1),
    ],
    indexation: [{ ...index, rate: { ...index.rate, 2027: 0.1 } }, ...worked.indexation.slice(1)],
    adjustments: [
      ...worked.adjustments,
      { body: service.body, year: 2027, amountTkr: 7, text: "Ny rad", decision: 12 },
    ],
  };
  const [first] = compareAllocations(side(worked), side(changed));
  const lines = first?.bodies.find(({ body }) => body === service.body)?.lines ?? [];
  const demography = lines.find(({ name }) => name === service.id);
  expect(demography?.causes.map(({ what }) => what)).toEqual(["people-now", "coverage", "price"]);
  expect(demography?.causes.at(-1)).toEqual({ what: "price", from: service.priceKr[2027], to: 99 });
  expect(lines.find(({ name }) => name === "Ny rad")).toMatchObject({
    fromTkr: 0,
    toTkr: 7,
    causes: [{ what: "added", from: null, to: 7 }],
    decision: 12,
  });
  const indexed = first?.bodies.find(({ body }) => body === index.body)?.lines ?? [];
  expect(indexed.find(({ step }) => step === "indexation")?.causes).toEqual([
    { what: "rate", from: index.rate[2027], to: 0.1 },
  ]);
  expect(first?.population).toEqual([{ age: from, from: worked.population[2027]?.[from] ?? 0, to: 1000 }]);
});

test("E-8: a body that only one side has counts from nothing, whatever it is called", () => {
  const base = {
    ...worked,
    bodies: [...worked.bodies, "constructor"],
    base: { ...worked.base, constructor: 5 },
  };
  const [first] = compareAllocations(side(worked), side(base as AllocationInput));
  expect(first?.bodies.find(({ body }) => body === "constructor")).toMatchObject({
    fromTkr: 0,
    toTkr: 5,
    opening: { differenceTkr: 5 },
  });
});

test("E-7: what the result is counted from differs exactly, without binary remainders", () => {
  const rows = (taxRate: number) => [{ year: 2027, taxRate, taxBaseTkr: 100, extra: 1 }];
  expect(compareYears(rows(20.29), rows(20.3), ["taxRate", "taxBaseTkr"])).toEqual([
    { what: "taxRate", year: 2027, from: 20.29, to: 20.3, difference: 0.01 },
  ]);
  expect(compareYears([{ year: 2026, taxRate: 1 }], rows(2), ["taxRate"])).toEqual([]);
  expect(compareYears([{ year: 2027 }], rows(2), ["taxRate"])).toEqual([
    { what: "taxRate", year: 2027, from: null, to: 2, difference: null },
  ]);
});

test("P-5: a financial goal that is new, gone or set in another way is named; one that is the same is not", () => {
  const side = (id: string, target: number) => ({
    text: id,
    target,
    direction: "at-least" as const,
    unit: "percent" as const,
    outcomes: [],
  });
  const goal = (id: string, target: number) => ({ id, ...side(id, target) });
  expect(
    compareGoals([goal("a", 1), goal("b", 2), goal("c", 3)], [goal("a", 1), goal("b", 5), goal("d", 4)]),
  ).toEqual([
    { id: "b", from: side("b", 2), to: side("b", 5) },
    { id: "c", from: side("c", 3), to: null },
    { id: "d", from: null, to: side("d", 4) },
  ]);
});
