import type { Day } from "../../kernel/day.ts";
import { type CarriedOut, nextDue } from "./carried-out.ts";

/** One of the times that a control is to be carried out in a year, each with a day of its own (K-4). */
export interface Occasion {
  readonly number: number;
  readonly due: Day;
  /** Which registration it is; undefined until it is registered. */
  readonly carried: CarriedOut | undefined;
  /** Registered after its day, or not registered though its day has passed. */
  readonly late: boolean;
}

/**
 * The times of a control, each on its own: what was registered first is the first. One that was said not to have been done is spoken for.
 * What was registered beyond those that the plan asks for stands last.
 */
export function occasionsOf(
  control: { readonly due: Day; readonly times: number },
  carried: readonly CarriedOut[],
  today: Day,
): Occasion[] {
  const inOrder = [...carried].sort((a, b) => a.doneOn.localeCompare(b.doneOn) || a.time - b.time);
  return Array.from({ length: Math.max(control.times, inOrder.length) }, (_, i) => {
    const due = nextDue(control, i) ?? control.due;
    const own = inOrder[i];
    return { number: i + 1, due, carried: own, late: due < (own?.doneOn ?? today) };
  });
}

/**
 * How many of a control's times are spoken for: those that are registered. Where none is, what a decided report says of the control
 * answers for the times whose day had passed when it was decided, the first at least; an annual report for them all.
 */
export function spokenFor(
  control: { readonly id: string; readonly due: Day; readonly times: number },
  registered: readonly { readonly control: string }[],
  reported:
    | {
        readonly period: string;
        readonly decidedOn: string;
        readonly results: readonly { readonly control: string }[];
      }
    | undefined,
): number {
  const times = registered.filter((one) => one.control === control.id).length;
  if (!reported?.results.some((one) => one.control === control.id)) return times;
  if (reported.period === "annual") return control.times;
  if (times > 0) return times;
  let passed = 0;
  for (let due = nextDue(control, 0); due && due <= reported.decidedOn; due = nextDue(control, passed))
    passed++;
  return Math.max(passed, 1);
}
