import { type Day, dayOf, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { type MeetingCalendar, offDays } from "./meetings.ts";
import type { WrittenWheel } from "./which-wheel.ts";

const CITE = "§2.4";

/**
 * From when a wheel holds. One for a year that has begun says from which day, and never from a day that has passed: what was late
 * stays late by the wheel of then. Without such a day it holds from the next turn of a year, which is told.
 */
export function beginRemarks(
  { appliesFrom }: Pick<WrittenWheel, "appliesFrom">,
  { year, today }: { readonly year: number; readonly today: Day },
): Remark[] {
  const begun = dayOf(year, 1, 1) <= today;
  if (appliesFrom === null)
    return begun
      ? [remark("info", "wheel-year-begun", CITE, { year, next: yearOf(today) + 1 }, "appliesFrom")]
      : [];
  if (yearOf(appliesFrom) < year)
    return [remark("stops", "wheel-from-before-its-year", CITE, { year, day: appliesFrom }, "appliesFrom")];
  return appliesFrom < today
    ? [remark("stops", "wheel-from-passed", CITE, { day: appliesFrom, today }, "appliesFrom")]
    : [];
}

/** What is wrong with the organs' meetings: an organ that is not there or has two calendars, and days on which nobody works. */
export const meetingCalendarRemarks = (
  meetings: readonly MeetingCalendar[],
  bodies: ReadonlySet<string>,
): Remark[] =>
  meetings.flatMap(({ body, days }, i) => [
    ...(bodies.has(body)
      ? []
      : [remark("stops", "wheel-unknown-organ", CITE, { body }, `meetings.${i}.body`)]),
    ...(meetings.findIndex((other) => other.body === body) < i
      ? [remark("stops", "wheel-organ-twice", CITE, { body }, `meetings.${i}.body`)]
      : []),
    ...(offDays(days).length > 0
      ? [
          remark(
            "deviation",
            "wheel-meeting-off",
            CITE,
            { days: offDays(days).join(", ") },
            `meetings.${i}.days`,
          ),
        ]
      : []),
  ]);
