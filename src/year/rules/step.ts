import type { Citation } from "../../kernel/citation.ts";
import type { Day } from "../../kernel/day.ts";
import type { BodyKind, Role } from "../../organisation/rules/organisation.ts";

/** Two rings round the year: what is planned and what is followed up (model §2.4, A-13). */
export const TRACKS = ["planning", "follow-up"] as const;
export type Track = (typeof TRACKS)[number];

/** How far a matter must have come for the step to be taken: begun as a draft, proposed, or decided. */
export const REACHES = ["begun", "proposed", "decided"] as const;
export type Reach = (typeof REACHES)[number];

/** By what names the chapters ask for the days of what is held rather than decided (`occasion`). */
export const HELD = {
  supplementaryBudget: "supplementary-budget",
  unitPlans: "unit-plans",
  newPeriod: "new-period",
  actionPlans: "action-plans",
} as const;
export type Held = (typeof HELD)[keyof typeof HELD];

export interface MonthDay {
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

/** The years in which a step is taken, where that is not every year. */
export const ONLY = ["election-year", "year-after-election"] as const;
export type Only = (typeof ONLY)[number];

/**
 * A step as it is taken in a year: data, so that each municipality has its own wheel and history keeps the old one. Its days are
 * those of that year; how they are said for every year is `written-step.ts`.
 */
export interface WheelStep {
  /** The model's own number where it has one: "A-4". */
  readonly id: string;
  readonly name: string;
  /** A label that fits round the picture: at most 24 characters. */
  readonly short: string;
  readonly cite: Citation;
  readonly track: Track;
  readonly from: MonthDay;
  /** The last day; earlier in the year than `from` it lies in the next calendar year. */
  readonly due: MonthDay;
  /** The last day in a calendar year with an election, where it is another (KL 11:10). */
  readonly electionYearDue?: MonthDay | undefined;
  /** The year that the matter is about − the calendar year: planning 1, follow-up 0, the year that is closed −1. */
  readonly yearOffset: number;
  /** The kind of matter; null for what is held rather than decided: it has dates and no state. */
  readonly kind: string | null;
  readonly reaches: Reach;
  /**
   * For a matter that is written in parts during the year: which of its kind's occasions it must have reached. For what is held,
   * the name by which a chapter asks for its days.
   */
  readonly occasion?: string | undefined;
  /**
   * The last month that the matter looks at, 1–12, of the year that it is about: 4 for a follow-up after April. Absent for what
   * looks at no part of a year.
   */
  readonly looksTo?: number | undefined;
  /** The kind of body whose turn it is to write it, where that is not the administration that serves: the management group. */
  readonly preparedBy?: BodyKind | undefined;
  /** The kinds of body that take the step. */
  readonly bodies: readonly BodyKind[];
  /** Who there answers for that it is prepared, where it is not anybody who may; those who hold the role get it on their list. */
  readonly owner?: Role | undefined;
  /** Where it is not taken every year. */
  readonly only?: Only | undefined;
  /** Who, in words. */
  readonly who: string;
  /** Ids of the steps that come before it. */
  readonly after: readonly string[];
}

/** A step as it is taken once: its days, and the year that it is about. */
export interface StepOccasion {
  readonly step: WheelStep;
  readonly from: Day;
  readonly due: Day;
  readonly subjectYear: number;
}

/**
 * How a step stands:
 * - `done`: what it is about has been begun or proposed, where no more is asked
 * - `decided`: the organ has decided
 * - `under-way`: begun, or it is time and nothing stands in the way
 * - `late`: the last day has passed
 * - `waiting`: it is time, but a step before it is not taken
 * - `to-come`: its time has not come
 */
export const STEP_STATES = ["done", "decided", "under-way", "late", "waiting", "to-come"] as const;
export type StepState = (typeof STEP_STATES)[number];
