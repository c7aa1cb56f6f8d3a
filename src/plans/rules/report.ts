import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

/** A committee is told at a meeting that has been, and of what had happened by then (V-8). */
export function meetingRemarks(
  meetingDay: Day,
  told: readonly { readonly on: Day; readonly name: string }[],
  today: Day,
): Remark[] {
  if (meetingDay > today)
    return [remark("stops", "meeting-to-come", "§2.1", { day: meetingDay, today }, "meetingDay")];
  const later = told.find(({ on }) => on > meetingDay);
  return later
    ? [
        remark(
          "stops",
          "changed-after-meeting",
          "§2.1",
          { name: later.name, on: later.on, day: meetingDay },
          "meetingDay",
        ),
      ]
    : [];
}
