import { stepDates } from "./dates.ts";
import type { WheelStep } from "./step.ts";

interface Dates {
  readonly from: string;
  readonly due: string;
}

/** A step of two wheels in the same year: null where one does not have it. */
export interface ComparedStep {
  readonly id: string;
  readonly name: string;
  readonly before: Dates | null;
  readonly after: Dates | null;
  /** How many days its last day moves; null where one wheel lacks it. */
  readonly days: number | null;
}

export type Move = "new" | "gone" | "moved" | "same";

export const moveOf = ({ before, after }: ComparedStep): Move => {
  if (!before) return "new";
  if (!after) return "gone";
  return before.from === after.from && before.due === after.due ? "same" : "moved";
};

const DAY_MS = 86_400_000;

/** What a wheel moves in a year, in the order of the new last days; what is gone stands where it stood. */
export function compareWheels(
  before: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: string;
    readonly due: string;
  }[],
  steps: readonly WheelStep[],
  year: number,
): ComparedStep[] {
  const old = new Map(before.map((step) => [step.id, step]));
  const rows = steps.map((step): ComparedStep => {
    const { from, due } = stepDates(step, year);
    const was = old.get(step.id);
    return {
      id: step.id,
      name: step.name,
      before: was ? { from: was.from, due: was.due } : null,
      after: { from, due },
      days: was ? Math.round((Date.parse(due) - Date.parse(was.due)) / DAY_MS) : null,
    };
  });
  const has = new Set(steps.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !has.has(id))
    .map(
      ({ id, name, from, due }): ComparedStep => ({
        id,
        name,
        before: { from, due },
        after: null,
        days: null,
      }),
    );
  const at = ({ before: was, after }: ComparedStep) => (after ?? was)?.due ?? "";
  return [...rows, ...gone].sort((a, b) => at(a).localeCompare(at(b)));
}
