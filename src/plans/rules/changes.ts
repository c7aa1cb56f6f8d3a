import type { Day } from "../../kernel/day.ts";
import type { PlannedAction } from "./actions.ts";

/** What can happen to an action of a decided plan during the year (V-8). */
export const CHANGE_SORTS = ["added", "removed", "changed", "stopped", "moved", "handed-over"] as const;
export type ChangeSort = (typeof CHANGE_SORTS)[number];

/** What of an action can say something else than it did. */
export const CHANGED_FIELDS = [
  "text",
  "goal",
  "assignment",
  "under",
  "responsible",
  "from",
  "due",
  "unit",
  "effect",
  "costTkr",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

export interface FieldChange {
  readonly field: ChangedField;
  readonly before: string | null;
  readonly now: string | null;
}

export interface Change {
  /** The same however often it is asked for. */
  readonly id: string;
  readonly sort: ChangeSort;
  readonly action: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
  readonly reason: string;
  readonly on: Day;
  /** A person's id; empty where that is not known. */
  readonly by: string;
}

/** What two versions of an action say otherwise. */
export const fieldChanges = (before: PlannedAction, now: PlannedAction): FieldChange[] =>
  CHANGED_FIELDS.filter((field) => before[field] !== now[field]).map((field) => ({
    field,
    before: said(before[field]),
    now: said(now[field]),
  }));

const said = (value: string | number | null): string | null =>
  value === null || value === "" ? null : String(value);

/** Whether the actions of two versions are other than each other. */
export const actionsDiffer = (before: readonly PlannedAction[], now: readonly PlannedAction[]): boolean =>
  before.length !== now.length ||
  now.some((action) => {
    const was = before.find(({ id }) => id === action.id);
    return was === undefined || fieldChanges(was, action).length > 0;
  });

export interface DecidedPlan {
  readonly decision: number;
  readonly decidedOn: Day;
  readonly by: string;
  readonly actions: readonly PlannedAction[];
  readonly changeReason: string;
}

/** What each later decision on a plan has changed in the one before it; the first decides and changes nothing (V-8). */
export function decidedChanges(decided: readonly DecidedPlan[]): Change[] {
  return decided.slice(1).flatMap((now, i) => {
    const before = (decided[i] as DecidedPlan).actions;
    const of = { reason: now.changeReason, on: now.decidedOn, by: now.by };
    const id = (action: string) => `decision/${now.decision}/${action}`;
    return [
      ...now.actions.flatMap((action): Change[] => {
        const was = before.find((one) => one.id === action.id);
        const fields = was ? fieldChanges(was, action) : [];
        if (was && fields.length === 0) return [];
        const sort = was ? "changed" : "added";
        return [{ id: id(action.id), sort, action: action.id, name: action.text, fields, ...of }];
      }),
      ...before
        .filter((was) => !now.actions.some((action) => action.id === was.id))
        .map((was): Change => {
          return { id: id(was.id), sort: "removed", action: was.id, name: was.text, fields: [], ...of };
        }),
    ];
  });
}

/** What was written of an action beside the decision, oldest first. */
export interface Written {
  readonly entry: number;
  readonly sort: string;
  readonly value: string;
  readonly reason: string | null;
  readonly by: string;
  readonly from: Day;
}

/** That an action is stopped, or moved to another day, changes the plan without a new decision (V-8). */
export function writtenChanges(
  { id: action, text: name, due }: Pick<PlannedAction, "id" | "text" | "due">,
  entries: readonly Written[],
): Change[] {
  let day: string = due;
  return entries.flatMap(({ entry, sort, value, reason, by, from }): Change[] => {
    const of = { id: `course/${entry}`, action, name, reason: reason ?? "", on: from, by };
    if (sort === "state" && value === "cancelled") return [{ ...of, sort: "stopped", fields: [] }];
    if (sort !== "date") return [];
    const fields: FieldChange[] = [{ field: "due", before: day, now: value }];
    day = value;
    return [{ ...of, sort: "moved", fields }];
  });
}

export interface Holder {
  readonly person: string;
  readonly validFrom: Day;
  readonly givenBy: string | null;
  readonly givenOn: Day | null;
  readonly reason: string | null;
}

/** That somebody has handed an action over is told; what came to another when a post ended is no change of the plan. */
export function handedOverChanges(
  { id: action, text: name }: Pick<PlannedAction, "id" | "text">,
  held: readonly Holder[],
): Change[] {
  return held.flatMap(({ person, validFrom, givenBy, givenOn, reason }, i): Change[] => {
    if (givenBy === null || reason === null) return [];
    return [
      {
        id: `held/${action}/${validFrom}/${person}`,
        sort: "handed-over",
        action,
        name,
        fields: [{ field: "responsible", before: held[i - 1]?.person ?? null, now: person }],
        reason,
        on: givenOn ?? validFrom,
        by: givenBy,
      },
    ];
  });
}

/** A committee meets at least every other month: what it has not been told by then is late. */
export const TELL_WITHIN_DAYS = 60;
