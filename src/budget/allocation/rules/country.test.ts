import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { type Origin, STEPS } from "../../base/rules/allocation.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { liveAllocation } from "../../live/rules/allocation.ts";
import { country } from "../testing/country.ts";
import { allocate } from "./allocate.ts";
import { checkAllocationInput } from "./check-input.ts";

const { source, inputs } = country();
const [first] = inputs as readonly [AllocationInput];
const { years } = first;
const RUNS_EACH = 4;

/** Decimals as people write them, halves that tie, and numbers with more decimals than an ordinary product can hold. */
const decimal = (max: number) =>
  fc.oneof(
    fc.nat(max * 1000).map((n) => n / 1000),
    fc.constantFrom(0, max / 2, max, max / 4, 1e-7 * max),
    fc.double({ min: 1e-3, max, noNaN: true }),
  );
const signed = (max: number) =>
  fc.tuple(decimal(max), fc.boolean()).map(([value, minus]) => (minus ? -value : value));
const each = <T>(value: fc.Arbitrary<T>, count: number) =>
  fc.array(value, { minLength: count, maxLength: count });

/** Every price, coverage, rate, share and adjustment of a municipality. */
const random = fc.record({
  prices: each(decimal(1_000_000), first.services.length * years.length),
  coverages: each(decimal(1), first.services.length),
  rates: each(signed(0.5), first.indexation.length * years.length),
  shares: each(decimal(1), first.indexation.length * years.length),
  adjustments: fc.array(
    fc.record({
      body: fc.constantFrom(...first.bodies),
      year: fc.constantFrom(...years),
      amountTkr: fc.integer({ min: -200_000, max: 200_000 }),
      oneOff: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
});
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never;

const byYear = (values: readonly number[], nth: number) =>
  Object.fromEntries(years.map((year, y) => [year, values[nth * years.length + y] as number]));

const withRandom = (input: AllocationInput, given: Random): AllocationInput => ({
  ...input,
  services: input.services.map((service, i) => ({
    ...service,
    coverage: given.coverages[i] as number,
    priceKr: byYear(given.prices, i),
  })),
  indexation: input.indexation.map((line, i) => ({
    ...line,
    rate: byYear(given.rates, i),
    share: byYear(given.shares, i),
  })),
  adjustments: given.adjustments,
});

/** Exact amounts as whole numbers of 10^-SCALE tkr: products of three decimals of at most 20 decimals each, and thousandths. */
const SCALE = 63n;
const UNIT = 10n ** SCALE;

function exactly(factors: readonly number[], thousandths = 0n): bigint {
  let product = 1n;
  let decimals = thousandths;
  for (const factor of factors) {
    const [mantissa = "", exponent = "0"] = String(factor).split("e");
    const [whole = "", part = ""] = mantissa.split(".");
    product *= BigInt(whole + part);
    decimals += BigInt(part.length) - BigInt(exponent);
  }
  return product * 10n ** (SCALE - decimals);
}

function exactOf(origin: Origin): bigint | undefined {
  if (origin.step === "demography")
    return exactly([origin.peopleNow - origin.peopleBefore, origin.coverage, origin.priceKr], 3n);
  if (origin.step === "indexation") return exactly([origin.baseTkr, origin.rate, origin.share]);
  return undefined;
}

/** Half away from zero, in whole tkr. */
function rounded(exact: bigint): number {
  const size = exact < 0n ? -exact : exact;
  const whole = Number((2n * size + UNIT) / (2n * UNIT));
  return exact < 0n ? 0 - whole : whole;
}

const floorOf = (exact: bigint): bigint => (exact - (((exact % UNIT) + UNIT) % UNIT)) / UNIT;

/** `expect` itself takes longer than an allocation: it is called only for what is not so. */
function must<T>(what: string, found: T, wanted: T): void {
  if (found !== wanted) expect({ [what]: found }).toEqual({ [what]: wanted });
}

/** Each whole amount is its exact one rounded down, or one more; those with one more have the largest remainders. */
function expectLargestRemainder(lines: readonly { whole: number; exact: bigint }[]): void {
  let least = UNIT;
  let most = -1n;
  for (const { whole, exact } of lines.toReversed()) {
    const floor = floorOf(exact);
    const remainder = exact - floor * UNIT;
    if (BigInt(whole) === floor + 1n) {
      if (remainder < least) least = remainder;
    } else {
      must("whole", BigInt(whole), floor);
      // Of equals the first has one more: none after this one has
      must("before a smaller one", remainder < least, true);
      if (remainder > most) most = remainder;
    }
  }
  must("largest remainders", least >= most, true);
}

function expectExact(input: AllocationInput): void {
  const checked = checkAllocationInput(input);
  must("faults", "faults" in checked ? JSON.stringify(checked.faults) : "", "");
  const live = liveAllocation(input);
  let before: Readonly<Record<string, number>> = input.base;
  for (const [y, { opening, frames, totalTkr, lines }] of allocate(input).years.entries()) {
    const sums = new Map<string, number>();
    for (const { body, amountTkr, origin } of lines) {
      const cell = `${body}/${origin.step}`;
      sums.set(cell, (sums.get(cell) ?? 0) + amountTkr);
    }
    let total = 0;
    for (const [b, body] of input.bodies.entries()) {
      const parts = STEPS.map((step) => sums.get(`${body}/${step}`) ?? 0);
      const frame = frames[body] as number;
      must("opening", opening[body], before[body]);
      must("opening + lines", (opening[body] as number) + sumOf(parts), frame);
      must("live frame", live.frames[y * input.bodies.length + b], frame);
      for (const [s, part] of parts.entries())
        must("live step", (live.steps[(y * STEPS.length + s) * input.bodies.length + b] as number) + 0, part);
      total += frame;
    }
    must("total", totalTkr, total);
    for (const step of ["demography", "indexation"] as const) {
      const own = lines.flatMap(({ amountTkr, origin }) => {
        const exact = origin.step === step ? exactOf(origin) : undefined;
        return exact === undefined ? [] : [{ whole: amountTkr, exact }];
      });
      const exact = own.reduce((sum, line) => sum + line.exact, 0n);
      must(step, sumOf(own.map(({ whole }) => whole)), rounded(exact));
      expectLargestRemainder(own);
    }
    before = frames;
  }
}

test(`E-2, E-8: all 290 municipalities' allocations sum exactly, whatever prices, coverages, rates and shares (${source})`, () => {
  expect(new Set(inputs.map((input) => JSON.stringify(input.population[2027]))).size).toBe(290);
  for (const input of inputs) expectExact(input);
  fc.assert(
    fc.property(each(random, RUNS_EACH), fc.integer({ min: 0, max: 10_000 }), (cases, turn) => {
      // Each municipality meets one of the cases, another one each time
      for (const [i, input] of inputs.entries())
        expectExact(withRandom(input, cases[(i + turn) % RUNS_EACH] as Random));
    }),
    { numRuns: 4 },
  );
});
