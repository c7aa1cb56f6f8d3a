import { Exact } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import {
  type Allocation,
  type AllocationLine,
  type Origin,
  STEPS,
  type Step,
  stepOf,
} from "../../base/rules/allocation.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { FinancialGoalUnit } from "../../base/rules/financial-goals.ts";

/** One side of a comparison: a budget, or the planning conditions before it, in one version. */
export interface Side {
  readonly input: AllocationInput;
  readonly allocation: Allocation;
}

export interface Change {
  readonly fromTkr: number;
  readonly toTkr: number;
  readonly differenceTkr: number;
}

export const CAUSES = [
  "added",
  "removed",
  "ages",
  "people-before",
  "people-now",
  "coverage",
  "price",
  "base",
  "rate",
  "share",
  "one-off",
  "text",
  "rounding",
] as const;

/** An input that differs and so explains a line: null where a side has none. */
export interface Cause {
  readonly what: (typeof CAUSES)[number];
  readonly from: string | number | null;
  readonly to: string | number | null;
}

export interface LineChange extends Change {
  /** Unique within body and year. */
  readonly key: string;
  readonly step: Step;
  /** The service, the kind of index, or the line's own text. */
  readonly name: string;
  readonly causes: readonly Cause[];
  /** The decision that the adjustment comes from, where it names one. */
  readonly decision: number | null;
  /** Who put the adjustment, where it says so. */
  readonly by: string | null;
}

export interface BodyChange extends Change {
  readonly body: string;
  readonly opening: Change;
  readonly steps: readonly (Change & { readonly step: Step })[];
  /** Lines that differ in amount or in what they were counted from; the others sum to no difference. */
  readonly lines: readonly LineChange[];
}

export interface YearChange {
  readonly year: number;
  readonly total: Change;
  readonly bodies: readonly BodyChange[];
  readonly population: readonly { readonly age: number; readonly from: number; readonly to: number }[];
}

/**
 * Two versions side by side, for each year that both have: by body, step and line, with the inputs that explain each
 * difference (model §2.2, E-8, §2.4). Amounts in tkr. A body's opening and lines differ together by exactly as much as its
 * allocation, and the bodies by as much as the whole.
 */
export function compareAllocations(from: Side, to: Side): YearChange[] {
  return to.allocation.years.flatMap((now) => {
    const before = from.allocation.years.find(({ year }) => year === now.year);
    if (!before) return [];
    const bodies = [...new Set([...from.input.bodies, ...to.input.bodies])].map((body): BodyChange => {
      const lines = matched(
        before.lines.filter((line) => line.body === body),
        now.lines.filter((line) => line.body === body),
        [from.input, to.input],
      );
      return {
        body,
        ...change(own(before.frames, body), own(now.frames, body)),
        opening: change(own(before.opening, body), own(now.opening, body)),
        steps: STEPS.map((step) => ({ step, ...stepChange(step, before.lines, now.lines, body) })),
        lines: lines.filter((line) => line.differenceTkr !== 0 || line.causes.length > 0),
      };
    });
    return [
      {
        year: now.year,
        total: change(before.totalTkr, now.totalTkr),
        bodies,
        population: peopleChanges(from.input, to.input, now.year),
      },
    ];
  });
}

/** A body that a side does not have has nothing there, whatever its name is. */
const own = (amounts: Readonly<Record<string, number>>, body: string): number => ownValue(amounts, body) ?? 0;

const change = (fromTkr: number, toTkr: number): Change => ({
  fromTkr,
  toTkr,
  differenceTkr: toTkr - fromTkr,
});

function stepChange(
  step: Step,
  before: readonly AllocationLine[],
  now: readonly AllocationLine[],
  body: string,
): Change {
  const sum = (lines: readonly AllocationLine[]) =>
    lines.reduce(
      (total, line) => (line.body === body && stepOf(line) === step ? total + line.amountTkr : total),
      0,
    );
  return change(sum(before), sum(now));
}

const nameOf = ({ origin }: AllocationLine): string => {
  if (origin.step === "demography") return origin.service;
  if (origin.step === "indexation") return origin.name ? `${origin.kind}, ${origin.name}` : origin.kind;
  return origin.text;
};

/** Whether a line is an adjustment as it was given. */
const isGiven = (origin: Origin): origin is Extract<Origin, { step: "other" | "true-up" }> =>
  origin.step === "other" || origin.step === "true-up";

/** An adjustment that has a name of its own in both versions is the same one, whatever its text has come to be. */
const idOf = ({ origin }: AllocationLine): string | undefined => (isGiven(origin) ? origin.id : undefined);

function keyed(lines: readonly AllocationLine[], ids: ReadonlySet<string>): Map<string, AllocationLine> {
  // Each line under what it is about; the second one of the same name is matched with the other side's second
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const id = idOf(line);
      const about = `${line.origin.step}:${id !== undefined && ids.has(id) ? `#${id}` : nameOf(line)}`;
      const number = (seen.get(about) ?? 0) + 1;
      seen.set(about, number);
      return [`${about}#${number}`, line];
    }),
  );
}

const idsIn = (lines: readonly AllocationLine[]) => new Set(lines.flatMap((line) => idOf(line) ?? []));

function matched(
  before: readonly AllocationLine[],
  now: readonly AllocationLine[],
  inputs: readonly [AllocationInput, AllocationInput],
): LineChange[] {
  const here = idsIn(now);
  const ids = new Set([...idsIn(before)].filter((id) => here.has(id)));
  const old = keyed(before, ids);
  const present = keyed(now, ids);
  return [...new Set([...old.keys(), ...present.keys()])].map((key) => {
    const [a, b] = [old.get(key), present.get(key)];
    const line = (b ?? a) as AllocationLine;
    const amounts = change(a?.amountTkr ?? 0, b?.amountTkr ?? 0);
    return {
      key,
      step: stepOf(line),
      name: line.origin.step === "demography" ? (line.origin.name ?? line.origin.service) : nameOf(line),
      ...amounts,
      causes: causesOf(a, b, amounts.differenceTkr),
      decision: (b ? decisionOf(b, inputs[1]) : undefined) ?? (a ? decisionOf(a, inputs[0]) : null) ?? null,
      by: (b && byOf(b)) ?? (a && byOf(a)) ?? null,
    };
  });
}

const decisionOf = ({ origin }: AllocationLine, input: AllocationInput): number | undefined =>
  isGiven(origin) ? input.adjustments[origin.index]?.decision : undefined;

const byOf = ({ origin }: AllocationLine): string | undefined => (isGiven(origin) ? origin.by : undefined);

/** What the amount was counted from, in the order in which people read it. */
function inputsOf({ origin }: AllocationLine): [Cause["what"], string | number][] {
  if (origin.step === "demography")
    return [
      ["ages", origin.ages?.join("–") ?? ""],
      ["people-before", origin.peopleBefore],
      ["people-now", origin.peopleNow],
      ["coverage", origin.coverage],
      ["price", origin.priceKr],
    ];
  if (origin.step === "indexation")
    return [
      ["base", origin.baseTkr],
      ["rate", origin.rate],
      ["share", origin.share],
    ];
  return isGiven(origin)
    ? [
        ["text", origin.text],
        ["one-off", origin.oneOff ? 1 : 0],
      ]
    : [];
}

function causesOf(
  before: AllocationLine | undefined,
  now: AllocationLine | undefined,
  differenceTkr: number,
): Cause[] {
  if (!before || !now)
    return [
      {
        what: now ? "added" : "removed",
        from: before?.amountTkr ?? null,
        to: now?.amountTkr ?? null,
      },
    ];
  const old = new Map(inputsOf(before));
  const causes = inputsOf(now)
    .filter(([what, value]) => old.get(what) !== value)
    .map(([what, to]): Cause => ({ what, from: old.get(what) ?? null, to }));
  const counted = now.origin.step === "demography" || now.origin.step === "indexation";
  // The same inputs, another whole tkr: the step's other lines have moved the rounding
  return counted && causes.length === 0 && differenceTkr !== 0
    ? [{ what: "rounding", from: before.amountTkr, to: now.amountTkr }]
    : causes;
}

function peopleChanges(from: AllocationInput, to: AllocationInput, year: number): YearChange["population"] {
  const [before, now] = [from.population[year] ?? {}, to.population[year] ?? {}];
  const ages = [...new Set([...Object.keys(before), ...Object.keys(now)].map(Number))].sort((a, b) => a - b);
  return ages
    .map((age) => ({ age, from: before[age] ?? 0, to: now[age] ?? 0 }))
    .filter((row) => row.from !== row.to);
}

export interface ValueChange {
  readonly what: string;
  readonly year: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Exact, as a number of the same decimals; null where a side has no value. */
  readonly difference: number | null;
}

type Row = Readonly<Record<string, unknown>>;

/** What differs in rows of figures by year, such as the result and what it is counted from (E-7). */
export function compareYears(
  from: readonly Row[],
  to: readonly Row[],
  names: readonly string[],
): ValueChange[] {
  const number = (row: Row | undefined, name: string) =>
    typeof ownValue(row, name) === "number" ? (ownValue(row, name) as number) : null;
  return to.flatMap((now) => {
    const before = from.find((row) => row.year === now.year);
    if (!before) return [];
    return names
      .map((what): ValueChange => {
        const [a, b] = [number(before, what), number(now, what)];
        const difference = a === null || b === null ? null : new Exact(b).minus(a).toNumber() + 0;
        return { what, year: now.year as number, from: a, to: b, difference };
      })
      .filter((row) => row.from !== row.to);
  });
}

export interface GoalChange {
  readonly id: string;
  readonly from: Goal | null;
  readonly to: Goal | null;
}

export interface Goal {
  readonly text: string;
  readonly target: number;
  readonly direction: "at-least" | "at-most";
  readonly unit: FinancialGoalUnit;
  readonly outcomes: readonly {
    readonly year: number;
    readonly outcome: number | null;
    readonly met: boolean;
  }[];
}

/** Financial goals that are new, gone, worded or set in another way, or come out in another way (E-7, P-5). */
export function compareGoals(
  from: readonly (Goal & { readonly id: string })[],
  to: readonly (Goal & { readonly id: string })[],
): GoalChange[] {
  const pick = (goals: typeof from, id: string): Goal | null => {
    const found = goals.find((goal) => goal.id === id);
    if (!found) return null;
    const { text, target, direction, unit, outcomes } = found;
    return { text, target, direction, unit, outcomes };
  };
  return [...new Set([...from, ...to].map(({ id }) => id))]
    .map((id) => ({ id, from: pick(from, id), to: pick(to, id) }))
    .filter((row) => JSON.stringify(row.from) !== JSON.stringify(row.to));
}
