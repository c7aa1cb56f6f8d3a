import { type Day, dayOf } from "../../kernel/day.ts";
import { stepDates } from "./dates.ts";
import { type MeetingCalendar, meetingsIn } from "./meetings.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WheelStep } from "./step.ts";
import type { MeetingsOf } from "./step-day.ts";
import { stepsInYear, type WrittenStep } from "./written-step.ts";

/** What a wheel says: its steps, when the organs meet, and from when it holds in a year that had begun. */
export interface WrittenWheel {
  readonly steps: readonly WrittenStep[];
  readonly meetings: readonly MeetingCalendar[];
  /** Null: from the next turn of a year. */
  readonly appliesFrom: Day | null;
}

/** A wheel that has been decided, as it is known. */
export interface DecidedWheel extends WrittenWheel {
  readonly matter: string;
  readonly version: number;
  readonly decision: number;
  readonly decidedOn: Day;
  /** The first year that it is for. */
  readonly year: number;
}

export interface WheelOfYear {
  readonly steps: readonly WheelStep[];
  readonly meetingsOf: MeetingsOf;
  /** The organs that the wheel has meetings of. */
  readonly organs: readonly string[];
  /** The decided wheel that holds; undefined: the model's own. */
  readonly of: DecidedWheel | undefined;
}

export const meetingsOfWheel =
  (meetings: readonly MeetingCalendar[]): MeetingsOf =>
  (body, year) =>
    meetingsIn(
      meetings.find((one) => one.body === body),
      year,
    );

/** The wheel of the model, that holds where nothing is decided. */
export const MODEL: WrittenWheel = { steps: MODEL_WHEEL, meetings: [], appliesFrom: null };

const inYear = (wheel: WrittenWheel, year: number): WheelStep[] =>
  stepsInYear(wheel.steps, year, meetingsOfWheel(wheel.meetings));

/**
 * The wheel that a calendar year follows: the latest that was decided before it began, for that year or an earlier one. One that
 * is decided later holds from the day that it says, and in a year that had begun before it said so not at all.
 */
export function wheelOfYear(decided: readonly DecidedWheel[], year: number): WheelOfYear {
  const first = dayOf(year, 1, 1);
  const known = decided
    .filter((one) => one.year <= year)
    .toSorted((a, b) => a.year - b.year || a.decision - b.decision);
  const began = known.filter(
    ({ decidedOn, appliesFrom }) => decidedOn < first && (appliesFrom === null || appliesFrom <= first),
  );
  let of = began.at(-1);
  let steps = inYear(of ?? MODEL, year);
  const changes = known
    .filter(
      (one) => one.appliesFrom !== null && one.appliesFrom <= dayOf(year, 12, 31) && !began.includes(one),
    )
    .toSorted((a, b) => a.decision - b.decision);
  for (const change of changes) {
    steps = changedFrom(steps, inYear(change, year), change.appliesFrom as Day, year);
    of = change;
  }
  const meetings = (of ?? MODEL).meetings;
  return { steps, meetingsOf: meetingsOfWheel(meetings), organs: meetings.map(({ body }) => body), of };
}

/**
 * A year's steps where another wheel holds from a day: what was due before stays as it was, so that what was late stays late; the rest
 * is the new one's, but no step is late the day it is changed.
 */
export function changedFrom(
  before: readonly WheelStep[],
  after: readonly WheelStep[],
  from: Day,
  year: number,
): WheelStep[] {
  const due = (step: WheelStep) => stepDates(step, year).due;
  const stay = before.filter((step) => due(step) < from);
  const stays = new Set(stay.map(({ id }) => id));
  return [
    ...stay,
    ...after
      .filter(({ id }) => !stays.has(id))
      .flatMap((step) => (due(step) >= from ? step : (before.find(({ id }) => id === step.id) ?? []))),
  ];
}

/**
 * What one begins from who changes the wheel for a year: the latest that is decided for it or an earlier year, whether or not the year
 * follows it already, without the day from which that was to hold; the model's own where nothing is decided.
 */
export function wheelToBegin(decided: readonly DecidedWheel[], year: number): WrittenWheel {
  const latest = decided
    .filter((one) => one.year <= year)
    .toSorted((a, b) => a.year - b.year || a.decision - b.decision)
    .at(-1);
  return latest ? { steps: latest.steps, meetings: latest.meetings, appliesFrom: null } : MODEL;
}
