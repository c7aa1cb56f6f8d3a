import { z } from "zod";
import { addDays, type Day } from "../../../kernel/day.ts";
import { TODOS } from "../../../kernel/todo.ts";
import { isWorkday, weekdayOf } from "../../rules/workdays.ts";

export const HOW = ["day", "week", "never"] as const;
export type How = (typeof HOW)[number];
/** What a letter can hold, each to be chosen away by itself: what one is to do, and what is late with those whom one leads. */
export const LINE_KINDS = [...TODOS, "led"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Monday to Friday. */
export const Weekday = z.number().int().min(1).max(5);

/** How letters come: each day that there is something new, or once a week. */
export interface Rhythm {
  readonly how: How;
  readonly weekday: number;
}

/** How it is in a municipality: for who has not chosen, and after how many days a late thing is told to the nearest manager. */
export const ReminderSetting = z.object({
  how: z.enum(HOW),
  weekday: Weekday,
  escalateDays: z.number().int().min(1).max(365),
});
export type ReminderSetting = z.output<typeof ReminderSetting>;

/** Where a municipality has said nothing. */
export const USUAL: ReminderSetting = { how: "week", weekday: 1, escalateDays: 14 };

const DAYS_A_WEEK = 7;

/**
 * Whether a letter may come on a working day: each of them, or the week's own; where that is a holiday the next working day of the
 * week instead, so that no week is passed over.
 */
export function comesOn({ how, weekday }: Rhythm, day: Day): boolean {
  if (how === "never" || !isWorkday(day)) return false;
  if (how === "day") return true;
  const since = weekdayOf(day) - weekday;
  if (since < 0 || since >= DAYS_A_WEEK) return false;
  const between = Array.from({ length: since }, (_, days) => addDays(day, days - since));
  return !between.some(isWorkday);
}
