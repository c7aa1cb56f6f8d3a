import { canonicalJson } from "../../../kernel/canonical.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { Result } from "../../base/rules/result.ts";
import { type LiveAllocation, liveAllocation } from "./allocation.ts";
import { applyChanges, type Changes, type ScenarioBase } from "./changes.ts";
import { scenarioResults } from "./results.ts";

/** A scenario's figures for one year. */
export interface ScenarioYear {
  readonly year: number;
  /** Each body's allocation in tkr, in the order of the input's bodies. */
  readonly frames: readonly number[];
  readonly totalTkr: number;
  readonly result: Result;
}

/**
 * Computes any set of changes of one base anew at each move of a slider (E-9): only what differs from the last time is set,
 * and the sums are those of `allocate` to the krona. The same function in the browser and on the server.
 */
export function liveScenario(base: ScenarioBase): (changes: Changes) => readonly ScenarioYear[] {
  const compute = liveFigures(base);
  return (changes) => compute(applyChanges(base, changes));
}

/**
 * The figures of a base, and then of others. Where another has the same years, bodies, services and lines of indexation in the
 * same order, only what differs is computed anew; where what can't be moved has changed (last year's allocations, one-off
 * items, what a line is reckoned on), all is.
 */
export function liveFigures(base: ScenarioBase): (now: ScenarioBase) => readonly ScenarioYear[] {
  let live = liveAllocation(base.input);
  let present = base.input;
  return (now) => {
    const { input } = now;
    if (sameFrame(present, input)) bring(live, present, input);
    else live = liveAllocation(input);
    present = input;
    live.recalculate();
    const width = input.bodies.length;
    const frames = input.years.map((_, y) => Array.from(live.frames.subarray(y * width, (y + 1) * width)));
    const totals = frames.map((own) => own.reduce((sum, frame) => sum + frame, 0));
    return scenarioResults(now, totals).map((result, y) => ({
      year: result.year,
      frames: frames[y] ?? [],
      totalTkr: totals[y] ?? 0,
      result,
    }));
  };
}

/** Whether all that can't be set is the same in two inputs: the one is then brought to the other. */
function sameFrame(from: AllocationInput, to: AllocationInput): boolean {
  const alike = (a: unknown, b: unknown) => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
  const each = <T>(a: readonly T[], b: readonly T[], fixed: (one: T) => readonly unknown[]) =>
    a === b ||
    (a.length === b.length && a.every((one, i) => one === b[i] || alike(fixed(one), fixed(b[i] as T))));
  return (
    alike(from.years, to.years) &&
    alike(from.bodies, to.bodies) &&
    alike(from.base, to.base) &&
    each(from.oneOffs, to.oneOffs, ({ body, amountTkr }) => [body, amountTkr]) &&
    each(from.services, to.services, ({ id, body, ages, measured }) => [
      id,
      body,
      ages ?? null,
      measured !== undefined,
    ]) &&
    each(from.indexation, to.indexation, ({ body, kind, baseTkr }) => [body, kind, baseTkr])
  );
}

/** Sets what is not the same in two inputs of one base. */
function bring(live: LiveAllocation, from: AllocationInput, to: AllocationInput): void {
  if (from.services !== to.services)
    for (const [i, service] of to.services.entries()) {
      const before = from.services[i] as typeof service;
      if (before.coverage !== service.coverage) live.setCoverage(i, service.coverage ?? 1);
      if (before.measured !== service.measured)
        different(
          [(to.years[0] ?? 0) - 1, ...to.years],
          before.measured ?? {},
          service.measured ?? {},
          0,
          (year, volume) => live.setVolume(i, year, volume),
        );
      if (before.priceKr !== service.priceKr)
        different(to.years, before.priceKr, service.priceKr, 0, (year, price) =>
          live.setPrice(i, year, price),
        );
    }
  if (from.indexation !== to.indexation)
    for (const [i, line] of to.indexation.entries()) {
      const before = from.indexation[i] as typeof line;
      if (before.rate !== line.rate)
        different(to.years, before.rate, line.rate, 0, (year, rate) => live.setRate(i, year, rate));
      if (before.share !== line.share)
        different(to.years, before.share ?? {}, line.share ?? {}, 1, (year, share) =>
          live.setShare(i, year, share),
        );
    }
  if (from.population !== to.population)
    // The year before the first one too: the first year's change is counted from it
    for (const year of [(to.years[0] ?? 0) - 1, ...to.years]) {
      const [before, now] = [from.population[year] ?? {}, to.population[year] ?? {}];
      if (before === now) continue;
      const ages = new Set([...Object.keys(before), ...Object.keys(now)].map(Number));
      different([...ages], before, now, 0, (age, count) => live.setPeople(year, age, count));
    }
  if (from.adjustments !== to.adjustments) bringAdjustments(live, from, to);
}

function different(
  keys: readonly number[],
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
  absent: number,
  set: (key: number, value: number) => void,
): void {
  for (const key of keys) {
    const value = now[key] ?? absent;
    if ((before[key] ?? absent) !== value) set(key, value);
  }
}

function bringAdjustments(live: LiveAllocation, from: AllocationInput, to: AllocationInput): void {
  const count = Math.max(from.adjustments.length, to.adjustments.length);
  for (let i = 0; i < count; i++) {
    const before = from.adjustments[i];
    const now = to.adjustments[i];
    if (now && now !== before) live.setAdjustment(i, now);
    // Fewer than before: what stood there counts no more
    else if (!now && before) live.setAdjustment(i, { ...before, amountTkr: 0 });
  }
}
