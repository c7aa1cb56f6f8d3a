import { fits, roundScaledTogether } from "../../kernel/scaled.ts";
import { allocate, STEPS } from "./allocate.ts";
import type { Adjustment, AllocationInput } from "./allocation-input.ts";
import { coverageOf, volumeOf } from "./volumes.ts";
import { type Factors, factors } from "./yearly-factors.ts";

/**
 * The allocation's sums in rows of numbers, computed anew at each change of a scenario (model §2.2, E-9). The same result as
 * `allocate`, to the krona, without the lines' origins: whole numbers of a power of ten where all sums fit, and otherwise
 * `allocate` itself.
 */
export interface LiveAllocation {
  /** By year and body, tkr: `frames[year * bodies + body]`. */
  readonly frames: Float64Array;
  /** What each step gives, tkr: `steps[(year * 4 + step) * bodies + body]`. */
  readonly steps: Float64Array;
  setPrice(service: number, year: number, priceKr: number): void;
  /** Is not read where the service's volume is measured. */
  setCoverage(service: number, coverage: number): void;
  /** The measured volume of a service in a year: one of the years, or the one before the first. */
  setVolume(service: number, year: number, volume: number): void;
  setRate(line: number, year: number, rate: number): void;
  setShare(line: number, year: number, share: number): void;
  /** How many people of an age there are in a year: one of the years, or the one before the first. */
  setPeople(year: number, age: number, count: number): void;
  /** The adjustment at a place; one place beyond the last adds one. An amount of 0 takes it out of every sum. */
  setAdjustment(index: number, adjustment: Adjustment): void;
  /** Computes frames and steps from what is set. */
  recalculate(): void;
}

const [ONE_OFF, DEMOGRAPHY, INDEXATION, OTHER] = [0, 1, 2, 3] as const;

/** Takes input that `checkAllocationInput` has passed. Services, lines and years are named by their places in it. */
export function liveAllocation(given: AllocationInput): LiveAllocation {
  const input = structuredClone(given) as Mutable;
  const { years, bodies, services, indexation } = input;
  const [first = 0] = years;
  const n = years.length;
  const width = bodies.length;
  const place = new Map(bodies.map((body, i) => [body, i]));
  const at = (body: string) => place.get(body) as number;

  const base = Float64Array.from(bodies, (body) => input.base[body] as number);
  const serviceBody = Int32Array.from(services, (service) => at(service.body));
  const lineBody = Int32Array.from(indexation, (line) => at(line.body));
  /** By year and service: how many people more than the year before; measured volumes are counted in hundredths. */
  const change = Float64Array.from(
    years.flatMap((year) =>
      services.map((service) => {
        const [now, before] = [volumeOf(input, service, year), volumeOf(input, service, year - 1)];
        return service.measured ? hundredths(now) - hundredths(before) : now - before;
      }),
    ),
  );
  /** A year's volume is part of two changes: its own, and the next year's. */
  const addVolume = (service: number, year: number, more: number) => {
    for (const [y, sign] of [
      [year - first, 1],
      [year - first + 1, -1],
    ] as const)
      if (y >= 0 && y < n) {
        const own = y * services.length + service;
        change[own] = (change[own] as number) + sign * more;
      }
  };
  let fixed = fixedSteps(input, at);
  let fixedIsOld = false;

  const price = factors(
    n,
    services.map((service) => (service.measured ? 1 / HUNDRED : coverageOf(service))),
    services.flatMap((service) => years.map((year) => service.priceKr[year] as number)),
    3, // prices are in kronor
  );
  const growth = factors(
    n,
    indexation.map(() => 1),
    indexation.flatMap((line) => years.map((year) => line.rate[year] as number)),
    0,
    indexation.flatMap((line) => years.map((year) => line.share?.[year] ?? 1)),
  );

  const frames = new Float64Array(n * width);
  const steps = new Float64Array(n * STEPS.length * width);
  const lineBase = new Float64Array(indexation.length);
  const startBase = Float64Array.from(indexation, (line) => line.baseTkr);
  const most = Math.max(services.length, indexation.length);
  const [amounts, whole, rest, order] = [0, 1, 2, 3].map(() => new Float64Array(most)) as Four;

  /** A step's lines of a year, each an amount times its factor, into the bodies; false when something does not fit. */
  const step = (y: number, which: number, of: Int32Array, by: Factors, times: Float64Array, from: number) => {
    const count = of.length;
    const unit = by.unit(y);
    if (unit === 0) return false;
    let size = 0;
    for (let i = 0; i < count; i++) {
      const amount = (times[from + i] as number) * (by.int[y * count + i] as number);
      amounts[i] = amount;
      size += amount < 0 ? -amount : amount;
    }
    // Every amount is part of the size, and a sum is doubled when it is rounded
    if (!fits((size + unit) * 2)) return false;
    roundScaledTogether(amounts, count, unit, whole, rest, order);
    const cell = (y * STEPS.length + which) * width;
    for (let i = 0; i < count; i++) {
      const own = cell + (of[i] as number);
      steps[own] = (steps[own] as number) + (whole[i] as number);
    }
    return true;
  };
  const fast = (): boolean => {
    steps.set(fixed);
    lineBase.set(startBase);
    for (let y = 0; y < n; y++) {
      if (!step(y, DEMOGRAPHY, serviceBody, price, change, y * services.length)) return false;
      if (!step(y, INDEXATION, lineBody, growth, lineBase, 0)) return false;
      for (let i = 0; i < lineBase.length; i++) lineBase[i] = (lineBase[i] as number) + (whole[i] as number);
    }
    return true;
  };
  const exact = () => {
    steps.fill(0);
    for (const [y, { lines }] of allocate(input).years.entries())
      for (const { body, amountTkr, origin } of lines) {
        const cell = (y * STEPS.length + STEPS.indexOf(origin.step)) * width + at(body);
        steps[cell] = (steps[cell] as number) + amountTkr;
      }
  };
  const live: LiveAllocation = {
    frames,
    steps,
    setPrice(service, year, value) {
      (services[service] as MutableService).priceKr[year] = value;
      price.setYearly(service, year - first, value);
    },
    setCoverage(service, value) {
      const own = services[service] as MutableService;
      own.coverage = value;
      if (!own.measured) price.setWhole(service, value);
    },
    setVolume(service, year, volume) {
      const own = services[service] as MutableService;
      if (!own.measured) return;
      addVolume(service, year, hundredths(volume) - hundredths(own.measured[year] ?? 0));
      own.measured[year] = volume;
    },
    setRate(line, year, value) {
      (indexation[line] as MutableLine).rate[year] = value;
      growth.setYearly(line, year - first, value);
    },
    setShare(line, year, value) {
      const own = indexation[line] as MutableLine;
      own.share = { ...own.share, [year]: value };
      growth.setSecond(line, year - first, value);
    },
    setPeople(year, age, count) {
      const ages = input.population[year] ?? {};
      input.population[year] = ages;
      const more = count - (ages[age] ?? 0);
      ages[age] = count;
      for (const [service, { ages: of, measured }] of services.entries())
        if (of && !measured && age >= of[0] && age <= of[1]) addVolume(service, year, more);
    },
    setAdjustment(index, adjustment) {
      input.adjustments[index] = adjustment;
      fixedIsOld = true;
    },
    recalculate() {
      if (fixedIsOld) fixed = fixedSteps(input, at);
      fixedIsOld = false;
      if (!fast()) exact();
      for (let y = 0; y < n; y++)
        for (let b = 0; b < width; b++) {
          let frame = y === 0 ? (base[b] as number) : (frames[(y - 1) * width + b] as number);
          for (let step = 0; step < STEPS.length; step++)
            frame += steps[(y * STEPS.length + step) * width + b] as number;
          frames[y * width + b] = frame;
        }
    },
  };
  live.recalculate();
  return live;
}

type Mutable = Omit<AllocationInput, "population"> & {
  services: MutableService[];
  indexation: MutableLine[];
  adjustments: Adjustment[];
  population: Record<string, Record<string, number>>;
};
type MutableService = Omit<AllocationInput["services"][number], "coverage" | "measured" | "priceKr"> & {
  coverage?: number;
  measured?: Record<string, number>;
  priceKr: Record<string, number>;
};
type MutableLine = Omit<AllocationInput["indexation"][number], "rate" | "share"> & {
  rate: Record<string, number>;
  share?: Record<string, number>;
};
type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

const HUNDRED = 100;
/** Volumes have at most two decimals: whole hundredths, with no tail of binary arithmetic. */
const hundredths = (volume: number) => Math.round(volume * HUNDRED);

/** The steps that nothing is computed for: one-offs out, and other adjustments. */
function fixedSteps(input: AllocationInput, at: (body: string) => number): Float64Array {
  const { years, bodies } = input;
  const [first = 0] = years;
  const steps = new Float64Array(years.length * STEPS.length * bodies.length);
  const add = (y: number, step: number, body: string, amount: number) => {
    const cell = (y * STEPS.length + step) * bodies.length + at(body);
    if (y < years.length) steps[cell] = (steps[cell] as number) + amount;
  };
  for (const { body, amountTkr } of input.oneOffs) add(0, ONE_OFF, body, -amountTkr);
  for (const { body, year, amountTkr, oneOff } of input.adjustments) {
    add(year - first, OTHER, body, amountTkr);
    if (oneOff) add(year - first + 1, ONE_OFF, body, -amountTkr);
  }
  return steps;
}
