import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { bigInput } from "../../allocation/testing/big-input.ts";
import example from "../../allocation/testing/worked-example.input.json" with { type: "json" };
import { STEPS, stepOf } from "../../base/rules/allocation.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { liveAllocation } from "./allocation.ts";

/** Frames and steps of the exact allocation, in the live one's rows. */
function exactly(input: AllocationInput) {
  const { years } = allocate(input);
  const frames = years.flatMap(({ frames }) => input.bodies.map((body) => frames[body] as number));
  const steps = years.flatMap(({ lines }) =>
    STEPS.flatMap((step) =>
      input.bodies.map((body) =>
        lines
          .filter((line) => line.body === body && stepOf(line) === step)
          .reduce((sum, line) => sum + line.amountTkr, 0),
      ),
    ),
  );
  return { frames, steps };
}
const shown = (rows: Float64Array) => [...rows].map((value) => value + 0);

function agrees(input: AllocationInput): void {
  const live = liveAllocation(input);
  const exact = exactly(input);
  expect(shown(live.frames)).toEqual(exact.frames);
  expect(shown(live.steps)).toEqual(exact.steps);
}

test("E-9: the live allocation is the exact one, on the worked example and on municipalities of every size", () => {
  agrees(example as unknown as AllocationInput);
  for (let seed = 1; seed <= 40; seed++) agrees(bigInput(seed));
});

/** Numbers that people write, and some that no ordinary number can multiply exactly. */
const decimal = (max: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: max * 10_000 }).map((value) => value / 10_000),
    fc.double({ min: 0, max, noNaN: true }),
    fc.constantFrom(0, max, max / 2),
  );

test("E-8, E-9: for any prices, coverages, rates and shares the fast way and the exact way agree to the krona", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(
        fc.record({
          service: fc.nat(11),
          year: fc.nat(2),
          priceKr: decimal(2_000_000),
          coverage: decimal(1),
        }),
        { maxLength: 8 },
      ),
      fc.array(
        fc.record({
          line: fc.nat(44),
          year: fc.nat(2),
          rate: decimal(0.5),
          sign: fc.constantFrom(-1, 1),
          share: decimal(1),
        }),
        { maxLength: 8 },
      ),
      (seed, prices, rates) => {
        const input = structuredClone(bigInput(seed)) as {
          services: { priceKr: Record<string, number>; coverage: number }[];
          indexation: { rate: Record<string, number>; share: Record<string, number> }[];
        } & AllocationInput;
        const live = liveAllocation(input);
        for (const { service, year, priceKr, coverage } of prices) {
          const own = input.services[service] as (typeof input.services)[number];
          own.priceKr[2027 + year] = priceKr;
          own.coverage = coverage;
          live.setPrice(service, 2027 + year, priceKr);
          live.setCoverage(service, coverage);
        }
        for (const { line, year, rate, sign, share } of rates) {
          const own = input.indexation[line] as (typeof input.indexation)[number];
          own.rate[2027 + year] = rate * sign;
          own.share[2027 + year] = share;
          live.setRate(line, 2027 + year, rate * sign);
          live.setShare(line, 2027 + year, share);
        }
        live.recalculate();
        const exact = exactly(input);
        expect(shown(live.frames)).toEqual(exact.frames);
        expect(shown(live.steps)).toEqual(exact.steps);
      },
    ),
    { numRuns: 300 },
  );
});

test("E-8, E-9: for any people and adjustments that are set the fast way and the exact way agree to the krona", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(
        fc.record({ year: fc.integer({ min: 2026, max: 2029 }), age: fc.nat(129), count: fc.nat(5000) }),
        {
          maxLength: 12,
        },
      ),
      fc.array(
        fc.record({
          index: fc.nat(29),
          body: fc.nat(14),
          year: fc.integer({ min: 2027, max: 2029 }),
          amountTkr: fc.integer({ min: -100_000, max: 100_000 }),
          oneOff: fc.boolean(),
          trueUp: fc.constantFrom(undefined, true as const),
        }),
        { maxLength: 12 },
      ),
      decimal(2_000_000),
      (seed, people, adjustments, priceKr) => {
        const input = structuredClone(bigInput(seed)) as {
          services: { priceKr: Record<string, number> }[];
          population: Record<string, Record<string, number>>;
          adjustments: AllocationInput["adjustments"][number][];
        } & AllocationInput;
        const live = liveAllocation(input);
        live.setPrice(0, 2028, priceKr);
        (input.services[0] as { priceKr: Record<string, number> }).priceKr[2028] = priceKr;
        for (const { year, age, count } of people) {
          (input.population[year] as Record<string, number>)[age] = count;
          live.setPeople(year, age, count);
        }
        for (const { index, body, ...rest } of adjustments) {
          const adjustment = { ...rest, body: input.bodies[body] as string };
          input.adjustments[index] = adjustment;
          live.setAdjustment(index, adjustment);
        }
        const added = { body: input.bodies[0] as string, year: 2027, amountTkr: 77, oneOff: true };
        live.setAdjustment(input.adjustments.length, added);
        input.adjustments.push(added);
        live.recalculate();
        const exact = exactly(input);
        expect(shown(live.frames)).toEqual(exact.frames);
        expect(shown(live.steps)).toEqual(exact.steps);
      },
    ),
    { numRuns: 200 },
  );
});

test("E-4, E-9: for any measured volumes the fast way and the exact way agree to the krona", () => {
  const volume = fc.integer({ min: 0, max: 900_000 }).map((n) => n / 100);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.tuple(fc.nat(11), volume, volume, volume, volume), { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ service: fc.nat(11), year: fc.integer({ min: 2026, max: 2029 }), volume }), {
        maxLength: 12,
      }),
      fc.record({ service: fc.nat(11), priceKr: decimal(2_000_000), coverage: decimal(1) }),
      (seed, measured, set, { service, priceKr, coverage }) => {
        const input = structuredClone(bigInput(seed)) as {
          services: {
            measured?: Record<string, number>;
            priceKr: Record<string, number>;
            coverage: number;
          }[];
          population: Record<string, Record<string, number>>;
        } & AllocationInput;
        for (const [of, ...volumes] of measured)
          (input.services[of] as (typeof input.services)[number]).measured = Object.fromEntries(
            volumes.map((one, i) => [2026 + i, one]),
          );
        const live = liveAllocation(input);
        const own = input.services[service] as (typeof input.services)[number];
        own.priceKr[2028] = priceKr;
        own.coverage = coverage;
        live.setPrice(service, 2028, priceKr);
        live.setCoverage(service, coverage);
        (input.population[2028] as Record<string, number>)[40] = 3;
        live.setPeople(2028, 40, 3);
        for (const { service: of, year, volume: one } of set) {
          live.setVolume(of, year, one);
          const volumes = input.services[of]?.measured;
          if (volumes) volumes[year] = one;
        }
        live.recalculate();
        const exact = exactly(input);
        expect(shown(live.frames)).toEqual(exact.frames);
        expect(shown(live.steps)).toEqual(exact.steps);
      },
    ),
    { numRuns: 200 },
  );
});

/** One move of a slider or cell: what is set, in the live allocation and in the input that `allocate` gets. */
type Move = (live: ReturnType<typeof liveAllocation>, input: Editable) => void;
type Editable = {
  services: { priceKr: Record<string, number>; coverage?: number; measured?: Record<string, number> }[];
  indexation: {
    body: string;
    kind: string;
    baseTkr: number;
    rate: Record<string, number>;
    share: Record<string, number>;
  }[];
  population: Record<string, Record<string, number>>;
  adjustments: AllocationInput["adjustments"][number][];
} & AllocationInput;
const YEAR = fc.integer({ min: 2027, max: 2029 });
const LINES = 150;
const anyMove = (decimal: (max: number) => fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  fc.oneof(
    fc.tuple(fc.nat(11), YEAR, decimal(900_000)).map(
      ([i, year, price]): Move =>
        (live, input) => {
          (input.services[i] as Editable["services"][number]).priceKr[year] = price;
          live.setPrice(i, year, price);
        },
    ),
    fc.tuple(fc.nat(11), decimal(1)).map(
      ([i, coverage]): Move =>
        (live, input) => {
          (input.services[i] as Editable["services"][number]).coverage = coverage;
          live.setCoverage(i, coverage);
        },
    ),
    fc.tuple(fc.nat(LINES - 1), YEAR, decimal(0.5), fc.boolean()).map(
      ([i, year, rate, minus]): Move =>
        (live, input) => {
          const value = minus ? -rate : rate;
          (input.indexation[i] as Editable["indexation"][number]).rate[year] = value;
          live.setRate(i, year, value);
        },
    ),
    fc.tuple(fc.nat(LINES - 1), YEAR, decimal(1)).map(
      ([i, year, share]): Move =>
        (live, input) => {
          (input.indexation[i] as Editable["indexation"][number]).share[year] = share;
          live.setShare(i, year, share);
        },
    ),
    fc.tuple(fc.nat(6), YEAR, fc.nat(99)).map(
      ([of, year, points]): Move =>
        (live, input) => {
          for (const [i, line] of input.indexation.entries())
            if (i % 7 === of) {
              line.rate[year] = points / 1000;
              live.setRate(i, year, points / 1000);
            }
        },
    ),
    fc.tuple(fc.integer({ min: 2026, max: 2029 }), fc.nat(129), fc.nat(5000)).map(
      ([year, age, count]): Move =>
        (live, input) => {
          (input.population[year] as Record<string, number>)[age] = count;
          live.setPeople(year, age, count);
        },
    ),
    fc.nat(5000).map(
      (size): Move =>
        (live, input) => {
          for (const [year, ages] of Object.entries(input.population))
            for (const age of Object.keys(ages)) {
              ages[age] = (size * (Number(age) + 1)) % 997;
              live.setPeople(Number(year), Number(age), ages[age]);
            }
        },
    ),
    fc.tuple(fc.integer({ min: 2026, max: 2029 }), fc.nat(100_000)).map(
      ([year, hundredths]): Move =>
        (live, input) => {
          const measured = (input.services[11] as Editable["services"][number]).measured as Record<
            string,
            number
          >;
          measured[year] = hundredths / 100;
          live.setVolume(11, year, hundredths / 100);
        },
    ),
    fc
      .tuple(fc.nat(29), fc.nat(14), YEAR, fc.integer({ min: -9000, max: 9000 }), fc.boolean(), fc.boolean())
      .map(
        ([i, body, year, amountTkr, oneOff, trues]): Move =>
          (live, input) => {
            const own = { body: input.bodies[body] as string, year, amountTkr, oneOff };
            const adjustment = trues ? { ...own, trueUp: true as const } : own;
            input.adjustments[i] = adjustment;
            live.setAdjustment(i, adjustment);
          },
      ),
  );

const written = (max: number) => fc.nat(max * 1000).map((value) => value / 1000);

test.each([
  ["as people write them", written, 50],
  ["that now and then no ordinary number can multiply", decimal, 15],
] as const)(
  "E-8, E-9: move after move, with numbers %s, the fast way and the exact way agree to the krona",
  (_what, values, numRuns) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.array(anyMove(values), { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 25 }),
        (seed, moves) => {
          const one = bigInput(seed);
          const input = structuredClone(one) as Editable;
          (input.services[11] as Editable["services"][number]).measured = {
            2026: 10.25,
            2027: 11.5,
            2028: 12,
            2029: 12.75,
          };
          // More lines than a municipality has, each with rates of its own
          for (let i = input.indexation.length; i < LINES; i++)
            input.indexation.push({
              ...structuredClone(input.indexation[i % 45] as Editable["indexation"][number]),
              baseTkr: 1000 + i * 37,
            });
          const live = liveAllocation(input);
          for (const together of moves) {
            for (const move of together) move(live, input);
            live.recalculate();
            const exact = exactly(input);
            expect(shown(live.frames)).toEqual(exact.frames);
            expect(shown(live.steps)).toEqual(exact.steps);
          }
        },
      ),
      { numRuns },
    );
  },
);

test("E-9: what is set changes nothing in what was given", () => {
  const input = bigInput(7);
  const before = JSON.stringify(input);
  const live = liveAllocation(input);
  const frame = live.frames[0];
  live.setPrice(0, 2027, 1_000_000);
  live.recalculate();
  expect(live.frames[0]).not.toBe(frame);
  expect(JSON.stringify(input)).toBe(before);
});
