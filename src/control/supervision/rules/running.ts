import type { CourseState } from "../../../decisions/course/rules/course.ts";
import { addDays, type Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import type { ControlResultWord } from "../../rules/carried-out.ts";
import type { MeasureCheck } from "../../rules/measure.ts";
import { occasionsOf } from "../../rules/occasions.ts";

const CITE = "§2.3";

/** What a committee is told between its two reports (K-5): controls, what they showed, and what is done about it. */
export const RUNNING_SORTS = [
  "no-deviation",
  "deviation",
  "not-done",
  "control-late",
  "measure-added",
  "measure-done",
  "measure-checked",
  "measure-returned",
  "measure-cancelled",
  "measure-late",
] as const;
export type RunningSort = (typeof RUNNING_SORTS)[number];

export interface RunningItem {
  /** The same however often it is asked for: what has been told is known by it. */
  readonly id: string;
  readonly sort: RunningSort;
  readonly name: string;
  /** What was found, done or said of it. */
  readonly text: string;
  readonly on: Day;
}

interface Registered {
  readonly control: string;
  readonly time: number;
  readonly result: ControlResultWord;
  readonly doneOn: Day;
  readonly sample: string;
  readonly finding: string;
  readonly measure: { readonly text: string; readonly due: Day } | null;
  readonly from: Day;
}
interface Planned {
  readonly id: string;
  readonly text: string;
  readonly due: Day;
  readonly times: number;
}
interface Measure {
  readonly thing: string;
  readonly text: string;
  readonly due: Day;
  readonly state: CourseState;
  readonly stateReason: string | null;
  readonly stateFrom: Day | null;
  readonly stateEntry: number | null;
  readonly closed: boolean;
  readonly awaitsCheck: boolean;
  readonly checks: readonly MeasureCheck[];
}

/** All that has happened in a body's internal control of a year until a day, oldest first. */
export function runningItems(
  {
    year,
    controls,
    registered,
    measures,
  }: {
    readonly year: number;
    readonly controls: readonly Planned[];
    readonly registered: readonly Registered[];
    readonly measures: readonly Measure[];
  },
  today: Day,
): RunningItem[] {
  const items = [
    ...registered.flatMap((one) => carriedOut(one, year, controls)),
    ...controls.flatMap((control) => lateTimes(control, year, registered, today)),
    ...measures.flatMap((measure) => measureItems(measure, today)),
  ];
  return items.sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
}

function carriedOut(one: Registered, year: number, controls: readonly Planned[]): RunningItem[] {
  const name = controls.find(({ id }) => id === one.control)?.text ?? one.control;
  const id = `${year}/${one.control}/${one.time}`;
  return [
    { id: `done/${id}`, sort: one.result, name, text: one.finding, on: one.from },
    ...(one.measure
      ? [
          {
            id: `measure/${id}`,
            sort: "measure-added" as const,
            name: one.measure.text,
            text: name,
            on: one.from,
          },
        ]
      : []),
  ];
}

/** Each time of a control whose day has passed without anybody saying what was done: late is late. */
const lateTimes = (
  control: Planned,
  year: number,
  registered: readonly Registered[],
  today: Day,
): RunningItem[] =>
  occasionsOf(
    control,
    registered.filter((one) => one.control === control.id).map((one) => ({ ...one, measure: null })),
    today,
  ).flatMap(({ number, due, carried, late }) =>
    late && !carried
      ? [
          {
            id: `late/${year}/${control.id}/${number}`,
            sort: "control-late" as const,
            name: control.text,
            text: "",
            on: addDays(due, 1),
          },
        ]
      : [],
  );

function measureItems(measure: Measure, today: Day): RunningItem[] {
  const { thing, text: name, state, stateReason, stateFrom, stateEntry, checks } = measure;
  const said: RunningItem[] =
    (state === "done" || state === "cancelled") && stateFrom !== null
      ? [
          {
            id: `${state}/${thing}/${stateEntry}`,
            sort: state === "done" ? "measure-done" : "measure-cancelled",
            name,
            text: stateReason ?? "",
            on: stateFrom,
          },
        ]
      : [];
  const checked = checks.map(
    ({ entry, verdict, text, on }): RunningItem => ({
      id: `checked/${thing}/${entry}`,
      sort: verdict === "enough" ? "measure-checked" : "measure-returned",
      name,
      text,
      on,
    }),
  );
  const late: RunningItem[] =
    measure.due < today && !measure.closed && !measure.awaitsCheck
      ? [
          {
            id: `late/${thing}/${measure.due}`,
            sort: "measure-late",
            name,
            text: "",
            on: addDays(measure.due, 1),
          },
        ]
      : [];
  return [...said, ...checked, ...late];
}

/** A committee meets at least every other month: what it has not been told, or not taken note of, by then is late. */
export const TELL_WITHIN_DAYS = 60;

/** An organ takes note at a meeting that has been, of what had been sent to it by then. */
export function receiptRemarks(meetingDay: Day, sentOn: Day, today: Day): Remark[] {
  if (meetingDay > today)
    return [remark("stops", "receipt-meeting-to-come", CITE, { day: meetingDay, today }, "meetingDay")];
  return meetingDay < sentOn
    ? [remark("stops", "receipt-before-sent", CITE, { day: meetingDay, sent: sentOn }, "meetingDay")]
    : [];
}
