import { ownValue } from "../../../kernel/own-value.ts";
import { allocate } from "../../allocation/rules/allocate.ts";
import { coverageOf } from "../../allocation/rules/volumes.ts";
import { STEPS, stepOf } from "../../base/rules/allocation.ts";
import type { Adjustment, AllocationInput } from "../../base/rules/allocation-input.ts";
import { LiveStep, type LiveSums } from "./step.ts";
import { LiveVolumes } from "./volumes.ts";
import { YearlyFactors } from "./yearly-factors.ts";

/**
 * The allocation's sums in rows of numbers, computed anew at each change of a scenario (model §2.2, E-9). The same result as
 * `allocate`, to the krona, without the lines' origins: whole numbers of a power of ten where all sums fit, of which only those
 * that hang on what was set are computed; and otherwise `allocate` itself.
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
  const input = structuredClone(given);
  const { years, bodies, services, indexation } = input;
  const adjustments = [...input.adjustments];
  const [first = 0] = years;
  const n = years.length;
  const width = bodies.length;
  const place = new Map(bodies.map((body, i) => [body, i]));
  const at = (body: string) => place.get(body) as number;

  const base = Float64Array.from(bodies, (body) => ownValue(input.base, body) as number);
  const sums: LiveSums = {
    years: n,
    bodies: width,
    frames: new Float64Array(n * width),
    steps: new Float64Array(n * STEPS.length * width),
    given: new Float64Array(n * STEPS.length * width),
    framesAreOld: true,
  };
  const { frames, steps } = sums;
  const volumes = new LiveVolumes(input);
  const demography = new LiveStep(
    sums,
    DEMOGRAPHY,
    Int32Array.from(services, (service) => at(service.body)),
    new YearlyFactors(
      n,
      3, // prices are in kronor
      Float64Array.from(services, (service) => (service.measured ? 0.01 : coverageOf(service))),
      Float64Array.from(years.flatMap((year) => services.map(({ priceKr }) => priceKr[year] as number))),
    ),
    Float64Array.from(years.flatMap((_, y) => services.map((_service, i) => volumes.change(y, i)))),
    false,
  );
  const byLine = (value: (line: AllocationInput["indexation"][number], year: number) => number) =>
    Float64Array.from(years.flatMap((year) => indexation.map((line) => value(line, year))));
  const growth = new LiveStep(
    sums,
    INDEXATION,
    Int32Array.from(indexation, (line) => at(line.body)),
    new YearlyFactors(
      n,
      0,
      new Float64Array(indexation.length).fill(1),
      byLine((line, year) => line.rate[year] as number),
      byLine((line, year) => line.share?.[year] ?? 1),
    ),
    byLine((line) => line.baseTkr),
    true,
  );
  const { whole: coverages, yearly: prices } = demography.factors;
  const { yearly: rates } = growth.factors;
  const shares = growth.factors.second as Float64Array;

  /** What is given, not computed, since the last time: a cell of `steps`, and what is added to it. */
  const pending: number[] = [];
  const give = (y: number, step: number, body: string, amount: number) => {
    if (y < n) pending.push((y * STEPS.length + step) * width + at(body), amount);
  };
  const giveAdjustment = ({ body, year, amountTkr, oneOff, trueUp }: Adjustment, sign: number) => {
    give(year - first, trueUp ? DEMOGRAPHY : OTHER, body, sign * amountTkr);
    if (oneOff) give(year - first + 1, ONE_OFF, body, -sign * amountTkr);
  };
  for (const { body, amountTkr } of input.oneOffs) give(0, ONE_OFF, body, -amountTkr);
  for (const adjustment of adjustments) giveAdjustment(adjustment, 1);

  const settleGiven = () => {
    for (let i = 0; i < pending.length; i += 2) {
      const cell = pending[i] as number;
      const amount = pending[i + 1] as number;
      steps[cell] = (steps[cell] as number) + amount;
      sums.given[cell] = (sums.given[cell] as number) + amount;
      const from = Math.floor(cell / (STEPS.length * width));
      for (let y = from; y < n; y++) {
        const frame = y * width + (cell % width);
        frames[frame] = (frames[frame] as number) + amount;
      }
    }
    pending.length = 0;
  };
  const sumFrames = () => {
    for (let y = 0; y < n; y++)
      for (let b = 0; b < width; b++) {
        let frame = y === 0 ? (base[b] as number) : (frames[(y - 1) * width + b] as number);
        for (let step = 0; step < STEPS.length; step++)
          frame += steps[(y * STEPS.length + step) * width + b] as number;
        frames[y * width + b] = frame;
      }
    sums.framesAreOld = false;
  };
  const fast = (): boolean => {
    for (let y = 0; y < n; y++) if (!demography.compute(y) || !growth.compute(y)) return false;
    return true;
  };
  const byYear = (value: (y: number) => number) =>
    Object.fromEntries(years.map((year, y) => [year, value(y)]));
  /** The input as it has been set. */
  const present = (): AllocationInput => ({
    ...input,
    adjustments,
    population: Object.fromEntries([first - 1, ...years].map((year) => [year, volumes.agesOf(year)])),
    services: services.map((service, i) => ({
      ...service,
      ...(service.measured
        ? {
            measured: Object.fromEntries(
              [first - 1, ...years].map((year) => [year, volumes.measured(i, year)]),
            ),
          }
        : { coverage: coverages[i] as number }),
      priceKr: byYear((y) => prices[y * services.length + i] as number),
    })),
    indexation: indexation.map((line, i) => ({
      ...line,
      rate: byYear((y) => rates[y * indexation.length + i] as number),
      share: byYear((y) => shares[y * indexation.length + i] as number),
    })),
  });
  const exact = () => {
    steps.fill(0);
    for (const [y, { lines }] of allocate(present()).years.entries())
      for (const line of lines) {
        const cell = (y * STEPS.length + STEPS.indexOf(stepOf(line))) * width + at(line.body);
        steps[cell] = (steps[cell] as number) + line.amountTkr;
      }
    // What was computed the fast way before is not what stands in the sums
    demography.touchAll();
    growth.touchAll();
    sums.framesAreOld = true;
  };
  const live: LiveAllocation = {
    frames,
    steps,
    setPrice(service, year, value) {
      const y = year - first;
      prices[y * services.length + service] = value;
      demography.touchFactor(y, service);
    },
    setCoverage(service, value) {
      if (services[service]?.measured) return;
      coverages[service] = value;
      for (let y = 0; y < n; y++) demography.touchFactor(y, service);
    },
    setVolume: (service, year, volume) => volumes.setMeasured(demography, service, year, volume),
    setRate(line, year, value) {
      const y = year - first;
      rates[y * indexation.length + line] = value;
      growth.touchFactor(y, line);
    },
    setShare(line, year, value) {
      const y = year - first;
      shares[y * indexation.length + line] = value;
      growth.touchFactor(y, line);
    },
    setPeople: (year, age, count) => volumes.setPeople(demography, year, age, count),
    setAdjustment(index, adjustment) {
      const before = adjustments[index];
      if (before) giveAdjustment(before, -1);
      adjustments[index] = adjustment;
      giveAdjustment(adjustment, 1);
    },
    recalculate() {
      volumes.settle(demography);
      if (pending.length > 0) settleGiven();
      if (!fast()) exact();
      if (sums.framesAreOld) sumFrames();
    },
  };
  live.recalculate();
  return live;
}
