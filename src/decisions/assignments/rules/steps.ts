import { addDays, type Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import { ASSIGNMENT_LIMITS, type Assignment, lastDue, type StepSort } from "./assignment.ts";

const CITE = "§3.2";

/** What is written of an assignment. */
export interface Written {
  readonly sort: StepSort;
  readonly text: string;
  readonly meetingDay: Day | null;
  readonly paragraph: string | null;
  readonly due: Day | null;
}

/** A report is laid before a meeting that is known: not one further ahead than this. */
const MEETING_WITHIN_DAYS = 400;

/** Why a step can't be written as it is, where the assignment stands so that it can be written at all. */
export function stepFaults(step: Written, assignment: Assignment, today: Day): Remark[] {
  const { givenOn, due } = assignment;
  const { meetingDay } = step;
  if (step.sort === "reported" && meetingDay !== null) {
    if (meetingDay < givenOn)
      return [remark("stops", "assignment-meeting-before", CITE, { day: meetingDay, givenOn }, "meetingDay")];
    if (meetingDay > addDays(today, MEETING_WITHIN_DAYS))
      return [
        remark(
          "stops",
          "assignment-meeting-far",
          CITE,
          { day: meetingDay, days: MEETING_WITHIN_DAYS },
          "meetingDay",
        ),
      ];
  }
  if (step.sort === "closed") {
    if (meetingDay === null && isBlank(step.text))
      return [remark("stops", "assignment-close-says", CITE, {}, "text")];
    if (meetingDay !== null && meetingDay < givenOn)
      return [remark("stops", "assignment-meeting-before", CITE, { day: meetingDay, givenOn }, "meetingDay")];
    if (meetingDay !== null && meetingDay > today)
      return [remark("stops", "assignment-meeting-to-come", CITE, { day: meetingDay, today }, "meetingDay")];
    // What nobody has reported back is closed with a reason
    if (assignment.state !== "reported" && isBlank(step.text))
      return [remark("stops", "assignment-close-unreported", CITE, {}, "text")];
  }
  if (step.sort === "moved" && step.due !== null) {
    if (step.due === due) return [remark("stops", "assignment-move-same", CITE, { due }, "due")];
    if (step.due < today)
      return [remark("stops", "assignment-move-back", CITE, { due: step.due, today }, "due")];
    if (step.due > lastDue(today))
      return [
        remark("stops", "assignment-due-far", CITE, { due: step.due, years: ASSIGNMENT_LIMITS.years }, "due"),
      ];
  }
  return [];
}
