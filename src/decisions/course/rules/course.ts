import type { Day } from "../../../kernel/day.ts";

/** How far something that is to be done has come (§2.1, §2.3, §2.5). */
export const COURSE_STATES = ["not-begun", "under-way", "done", "cancelled"] as const;
export type CourseState = (typeof COURSE_STATES)[number];

/** What can be written of a thing beside what was decided: how far it has come, a note, a moved day, what it has given in tkr. */
export const COURSE_SORTS = ["state", "note", "date", "effect"] as const;
export type CourseSort = (typeof COURSE_SORTS)[number];

/** What can be written of each sort of thing; the others have only an owner. */
export const sortsOf = (what: string, object: string): readonly CourseSort[] =>
  what === "action"
    ? ["state", "note", "date"]
    : what === "measure"
      ? object === "action-plan"
        ? ["state", "note", "date", "effect"]
        : ["state", "note", "date"]
      : what === "escalation"
        ? ["state", "note"]
        : what === "assignment"
          ? // What becomes of it is written in its own steps
            []
          : ["note"];

/** What is done anew each year: that it was done last year, or moved then, says nothing of this year's. */
export const isAnewEachYear = (what: string): boolean => what === "action";

export interface CourseEntry {
  readonly thing: string;
  readonly entry: number;
  readonly sort: CourseSort;
  readonly value: string;
  readonly reason: string | null;
  readonly by: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** How a thing stands on a day, by what was written of it until then. */
export interface Course {
  /** Undefined where nobody has said. */
  readonly state: CourseState | undefined;
  /** What was said with the state: what was done, or why it was cancelled. */
  readonly stateReason: string | null;
  readonly stateFrom: Day | null;
  /** Who said so, and the number of what was written; null where nobody has. */
  readonly stateBy: string | null;
  readonly stateEntry: number | null;
  /** The day that it was moved to, and why; undefined where it has not been moved. */
  readonly due: Day | undefined;
  readonly dueReason: string | null;
  /** What it has given, tkr; undefined where nobody has said. */
  readonly effectTkr: number | undefined;
  /** The newest note. */
  readonly note: string | undefined;
}

export const NO_COURSE: Course = {
  state: undefined,
  stateReason: null,
  stateFrom: null,
  stateBy: null,
  stateEntry: null,
  due: undefined,
  dueReason: null,
  effectTkr: undefined,
  note: undefined,
};

/** How a thing stands by what holds of it on a day; entries oldest first. */
export function courseOf(entries: readonly CourseEntry[], day: Day): Course {
  const holds = entries.filter(({ from, to }) => from <= day && (to === null || to >= day));
  const last = (sort: CourseSort) => holds.findLast((one) => one.sort === sort);
  const state = last("state");
  const date = last("date");
  const effect = last("effect");
  return {
    state: state?.value as CourseState | undefined,
    stateReason: state?.reason ?? null,
    stateFrom: state?.from ?? null,
    stateBy: state?.by ?? null,
    stateEntry: state?.entry ?? null,
    due: date?.value as Day | undefined,
    dueReason: date?.reason ?? null,
    effectTkr: effect && Number(effect.value),
    note: last("note")?.value,
  };
}

/** Nothing more is to be done of it. */
export const isClosed = (state: CourseState | undefined): boolean =>
  state === "done" || state === "cancelled";

/** What is no more without its answer: what was done of a measure, what was said to what had been taken higher up. */
const SAID_WHEN_DONE: readonly string[] = ["measure", "escalation"];

/** What must be said with an entry, so that it can be understood afterwards; undefined where nothing is. */
export function reasonWanted(
  entry: { readonly sort: CourseSort; readonly value: string },
  what: string,
): "why-moved" | "why-cancelled" | "what-was-done" | undefined {
  if (entry.sort === "date") return "why-moved";
  if (entry.sort !== "state") return undefined;
  if (entry.value === "cancelled") return "why-cancelled";
  return entry.value === "done" && SAID_WHEN_DONE.includes(what) ? "what-was-done" : undefined;
}

/** How many days before its day a thing is on its owner's list. */
export const NEAR_DAYS = 30;

/** Months after the turn of the year in which last year's things still live: until the annual report is decided (§2.5). */
const LAST_MONTH_OF_THE_ROUND = 4;

/**
 * Whether something that is held is still to be looked after on a day: what has no year, what belongs to this year or a later one, last
 * year's until the annual report, and measures until they are closed.
 */
export function livesOn(
  one: { readonly what: string; readonly year: number | null },
  state: CourseState | undefined,
  day: Day,
): boolean {
  if (isClosed(state)) return false;
  if (one.year === null || one.what === "measure") return true;
  const thisYear = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return one.year >= thisYear || (one.year === thisYear - 1 && month <= LAST_MONTH_OF_THE_ROUND);
}
