import { addDays, type Day } from "../../../kernel/day.ts";
import {
  BODY_KINDS,
  type Body,
  type BodyKind,
  onOneLine,
  type Person,
  postsOn,
  upFrom,
} from "../../../organisation/rules/organisation.ts";

/** How an assignment stands (§3.2, R-6): given, under way, reported back, sent back by the giver, closed by the giver. */
export const ASSIGNMENT_STATES = ["given", "under-way", "reported", "returned", "closed"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** What is written of an assignment, one after the other: by who has it, and by the organ that gave it. */
export const STEP_SORTS = ["begun", "note", "reported", "moved", "returned", "closed"] as const;
export type StepSort = (typeof STEP_SORTS)[number];

export interface Step {
  readonly step: number;
  readonly sort: StepSort;
  readonly text: string;
  readonly meetingDay: Day | null;
  readonly paragraph: string | null;
  readonly due: Day | null;
  readonly dueBefore: Day | null;
  readonly by: string;
  readonly on: Day;
}

/** An assignment as it was given in a decision; nothing of it changes. */
export interface Given {
  /** The decision's number, and its place in the decision: "57-1". */
  readonly id: string;
  readonly decision: number;
  /** Where in its minutes. */
  readonly paragraph: string;
  readonly matter: string;
  readonly giver: string;
  readonly givenOn: Day;
  readonly text: string;
  readonly to: string;
  readonly person: string | null;
  readonly due: Day;
  readonly report: string;
  readonly registeredBy: string;
  readonly registeredOn: Day;
}

/** The same as it stands, by what has been written of it. */
export interface Assignment extends Given {
  /** The day that it is to be done, as it was given. */
  readonly decidedDue: Day;
  readonly state: AssignmentState;
  /** When it came to stand so. */
  readonly since: Day;
  readonly closedOn: Day | null;
  /** Its day has passed, and nobody has reported it back. */
  readonly late: boolean;
  readonly steps: readonly Step[];
}

export const ASSIGNMENT_LIMITS = {
  text: 1000,
  report: 500,
  said: 2000,
  /** Of a decision; more is a plan, and is decided on as one. */
  inDecision: 20,
  steps: 300,
  /** How far ahead something can be asked for, and be moved to. */
  years: 10,
} as const;

const BECOMES: Partial<Record<StepSort, AssignmentState>> = {
  begun: "under-way",
  reported: "reported",
  returned: "returned",
  closed: "closed",
};

/** How an assignment stands on a day, by its steps until then, the oldest first. */
export function standing(given: Given, steps: readonly Step[], today: Day): Assignment {
  const turn = steps.findLast(({ sort }) => BECOMES[sort] !== undefined);
  const state = (turn && BECOMES[turn.sort]) ?? "given";
  const due = steps.findLast((one) => one.due !== null)?.due ?? given.due;
  const open = isOpen(state);
  return {
    ...given,
    due,
    decidedDue: given.due,
    state,
    since: turn?.on ?? given.givenOn,
    closedOn: state === "closed" ? (turn?.on ?? null) : null,
    late: open && due < today,
    steps,
  };
}

/** Whether who has it has still to do it. */
export const isOpen = (state: AssignmentState): boolean => state !== "reported" && state !== "closed";

/** How an assignment must stand for a step to be written of it: only what is reported back is sent back. */
const FROM: Record<StepSort, readonly AssignmentState[]> = {
  begun: ["given", "returned"],
  note: ["given", "under-way", "returned"],
  reported: ["given", "under-way", "returned"],
  moved: ["given", "under-way", "returned"],
  returned: ["reported"],
  closed: ["given", "under-way", "reported", "returned"],
};
export const canBeWritten = (sort: StepSort, state: AssignmentState): boolean => FROM[sort].includes(state);

/** Those whose decisions give assignments: the council, the executive and committees. */
export const GIVERS: readonly BodyKind[] = [
  "council",
  "executive",
  "committee",
  "joint-committee",
  "electoral",
];
export const givesAssignments = ({ kind }: Pick<Body, "kind">): boolean => GIVERS.includes(kind);

/** Those who can be asked: the council is asked by nobody, and the auditors are independent. */
export const RECEIVERS: readonly BodyKind[] = BODY_KINDS.filter(
  (kind) => kind !== "council" && kind !== "audit",
);

/**
 * Whether an organ can ask something of a body: the council of everybody in the group, the executive and a committee of those who work
 * under them (§3.2).
 */
export function canBeAsked(bodies: readonly Body[], giver: Body, to: Body): boolean {
  if (!RECEIVERS.includes(to.kind) || to.id === giver.id) return false;
  return giver.kind === "council" || upFrom(bodies, to.id).some(({ id }) => id === giver.id);
}

/** Whether somebody works where an assignment is given: in the body, under it, or in what leads those who work for it. */
export const worksThere = (bodies: readonly Body[], person: Person, to: string, day: Day): boolean =>
  postsOn(person, day).some(({ body }) => onOneLine(bodies, body, to));

/** The last day that something can be asked for by, from a day on. */
export const lastDue = (from: Day): Day => addDays(from, ASSIGNMENT_LIMITS.years * 366);

/** Whether it was somebody's to do in any part of a year. */
export const livedIn = (
  { givenOn, closedOn }: Pick<Assignment, "givenOn" | "closedOn">,
  year: number,
): boolean => givenOn <= `${year}-12-31` && (closedOn === null || closedOn >= `${year}-01-01`);

const SHORT = 140;
/** So much of it tells it from others in a list. */
export const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(" ", SHORT))} …`;
