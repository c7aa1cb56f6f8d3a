import { Exact, roundTogether } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type { Allocation, AllocationLine, AllocationYear } from "../../base/rules/allocation.ts";
import type { AllocationInput, Indexation } from "../../base/rules/allocation-input.ts";
import { coverageOf, volumeOf } from "./volumes.ts";

/**
 * Builds every body's allocation for the budget year and the plan years, from the year before, in the model's four steps
 * (§2.2, E-2, E-3). Takes input that `checkAllocationInput` has passed. Demography and indexation are computed exactly and
 * brought to whole tkr together, over all lines of the step and year: the lines sum to the exact sum rounded half away from
 * zero. So opening + lines = frame for every body and year, with no krona lost.
 */
export function allocate(input: AllocationInput): Allocation {
  const years: AllocationYear[] = [];
  const bases = input.indexation.map((line) => line.baseTkr);
  let opening: Readonly<Record<string, number>> = Object.fromEntries(
    input.bodies.map((body) => [body, (ownValue(input.base, body) as number) + 0]), // + 0: never −0,
  );
  for (const year of input.years) {
    const lines = [
      ...oneOffLines(input, year),
      ...demographyLines(input, year),
      ...givenLines(input, year, "true-up"),
      ...indexationLines(input.indexation, bases, year),
      ...givenLines(input, year, "other"),
    ];
    const byBody = new Map(Object.entries(opening));
    for (const line of lines) byBody.set(line.body, (byBody.get(line.body) ?? 0) + line.amountTkr);
    const frames = Object.fromEntries(byBody);
    const totalTkr = Object.values(frames).reduce((sum, frame) => sum + frame, 0);
    years.push({ year, opening, frames, totalTkr, lines });
    opening = frames;
  }
  return { years };
}

/** Step 1: what was given for one year only is taken out. */
function oneOffLines(input: AllocationInput, year: number): AllocationLine[] {
  const first = year === input.years[0];
  const given = input.oneOffs.map((item, index) => ({
    ...item,
    index,
    from: "given" as const,
    counts: first,
  }));
  const earlier = input.adjustments.map((item, index) => ({
    ...item,
    index,
    from: "adjustment" as const,
    counts: !first && item.oneOff === true && item.year === year - 1,
  }));
  return [...given, ...earlier]
    .filter((item) => item.counts)
    .map(({ body, amountTkr, text = "", index, from, source }) => ({
      body,
      step: "one-off",
      amountTkr: -amountTkr + 0,
      origin: { step: "one-off", text, from, index, ...told({ source }) },
    }));
}

/** Step 2: (people, or measured volume, this year − last year) × coverage × price of the year, in tkr. */
function demographyLines(input: AllocationInput, year: number): AllocationLine[] {
  const origins = input.services.map((service) => {
    const peopleBefore = volumeOf(input, service, year - 1);
    const peopleNow = volumeOf(input, service, year);
    const coverage = coverageOf(service);
    const priceKr = service.priceKr[year] as number;
    const exact = new Exact(peopleNow).minus(peopleBefore).times(coverage).times(priceKr).div(1000);
    return { service, exact, peopleBefore, peopleNow, coverage, priceKr };
  });
  const whole = roundTogether(origins.map(({ exact }) => exact));
  return origins.map(({ service, exact, ...rest }, i) => ({
    body: service.body,
    step: `demography:${service.id}`,
    amountTkr: whole[i] as number,
    origin: {
      step: "demography",
      service: service.id,
      ...told({ name: service.name }),
      ...(service.measured ? { measured: true } : told({ ages: service.ages })),
      ...rest,
      exactTkr: exact.toFixed(),
      ...told({ source: service.source }),
    },
  }));
}

/** What is said: content as JSON has no place for what is undefined. */
function told<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** Step 3: base × rate × share of the year; the base then grows by what was granted, in whole tkr. */
function indexationLines(indexation: readonly Indexation[], bases: number[], year: number): AllocationLine[] {
  const origins = indexation.map((line, i) => {
    const baseTkr = bases[i] as number;
    const rate = line.rate[year] as number;
    const share = line.share?.[year] ?? 1;
    return { line, exact: new Exact(baseTkr).times(rate).times(share), baseTkr, rate, share };
  });
  const whole = roundTogether(origins.map(({ exact }) => exact));
  return origins.map(({ line, exact, ...rest }, i) => {
    const amountTkr = whole[i] as number;
    bases[i] = rest.baseTkr + amountTkr;
    return {
      body: line.body,
      step: `indexation:${line.kind}`,
      amountTkr,
      origin: {
        step: "indexation",
        kind: line.kind,
        ...told({ name: line.name }),
        ...rest,
        exactTkr: exact.toFixed(),
        ...told({ source: line.source }),
      },
    };
  });
}

/** Adjustments as given: those after a true-up of the demography stand with that step, all others are the fourth. */
function givenLines(input: AllocationInput, year: number, step: "true-up" | "other"): AllocationLine[] {
  return input.adjustments
    .map((item, index) => ({ ...item, index }))
    .filter((item) => item.year === year && (item.trueUp === true) === (step === "true-up"))
    .map(({ body, amountTkr, text = "", oneOff = false, index, year: _year, trueUp: _trueUp, ...rest }) => ({
      body,
      step: step === "true-up" ? "demography:true-up" : step,
      amountTkr: amountTkr + 0,
      origin: { step, text, oneOff, index, ...told(rest) },
    }));
}

/** The allocation in the plain form of `tillit allocate`: frames, total and lines without their origins. */
export const plainAllocation = (allocation: Allocation) => ({
  years: allocation.years.map(({ year, frames, totalTkr, lines }) => ({
    year,
    frames,
    totalTkr,
    lines: lines.map(({ body, step, amountTkr }) => ({ body, step, amountTkr })),
  })),
});
