import { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { type Body, nameOfBody, type Person } from "../../../organisation/rules/organisation.ts";
import { writtenText } from "../../../platform/rules/written-text.ts";
import { ASSIGNMENT_LIMITS, canBeAsked, givesAssignments, lastDue, worksThere } from "./assignment.ts";

const CITE = "§3.2";

/** What is asked, of whom, by when, and how it is told when it is done; as it is sent. */
export const assignmentInput = <B extends z.ZodType<string>, D extends z.ZodType<Day, string>>(
  body: B,
  day: D,
) =>
  z.object({
    text: writtenText(ASSIGNMENT_LIMITS.text),
    to: body,
    /** Where it is given to somebody by name; else whoever leads the body answers for it. */
    person: z.string().min(1).max(100).nullable().default(null),
    due: day,
    report: writtenText(ASSIGNMENT_LIMITS.report),
  });

export interface Asked {
  readonly text: string;
  readonly to: string;
  readonly person: string | null;
  readonly due: Day;
  readonly report: string;
}

/** What the assignments of a decision are held against. */
export interface Giving {
  readonly bodies: readonly Body[];
  readonly people: readonly Person[];
  readonly giver: Body;
  readonly decidedOn: Day;
  readonly today: Day;
  /** Who answers for it in a body, where nobody is named; undefined where there is nobody at all. */
  readonly leads: (body: string) => Person | undefined;
  /** How many the decision has already. */
  readonly before: number;
  /** The place of the assignments in what is sent. */
  readonly at: string;
}

/** Why a decision's assignments can't be given as they are written. */
export function givingFaults(asked: readonly Asked[], giving: Giving): Remark[] {
  if (asked.length === 0) return [];
  const { giver, before, at } = giving;
  if (!givesAssignments(giver)) return [remark("stops", "assignment-giver", CITE, { organ: giver.name }, at)];
  if (before + asked.length > ASSIGNMENT_LIMITS.inDecision)
    return [remark("stops", "assignment-too-many", CITE, { max: ASSIGNMENT_LIMITS.inDecision }, at)];
  return asked.flatMap((one, i) => faultsOf(one, giving, `${at}.${i}`));
}

function faultsOf({ to, person, due }: Asked, giving: Giving, at: string): Remark[] {
  const { bodies, people, giver, decidedOn, today, leads } = giving;
  const faults: Remark[] = [];
  const body = bodies.find(({ id }) => id === to);
  const there = body && body.validFrom <= today && (body.validTo === null || body.validTo >= today);
  if (!body || !there)
    faults.push(remark("stops", "assignment-to-gone", CITE, { body: nameOfBody(bodies, to) }, `${at}.to`));
  else if (!canBeAsked(bodies, giver, body))
    faults.push(
      remark(
        "stops",
        giver.kind === "council" ? "assignment-not-asked" : "assignment-not-below",
        CITE,
        { giver: giver.name, body: body.name },
        `${at}.to`,
      ),
    );
  else if (person === null && !leads(to))
    faults.push(remark("stops", "assignment-nobody", CITE, { body: body.name }, `${at}.to`));
  if (person !== null && body) {
    const named = people.find(({ id }) => id === person);
    if (!named || !worksThere(bodies, named, to, today))
      faults.push(
        remark(
          "stops",
          "assignment-elsewhere",
          CITE,
          { person: named?.name ?? person, body: body.name },
          `${at}.person`,
        ),
      );
  }
  if (due < decidedOn)
    faults.push(remark("stops", "assignment-due-before", CITE, { due, day: decidedOn }, `${at}.due`));
  if (due > lastDue(decidedOn))
    faults.push(
      remark("stops", "assignment-due-far", CITE, { due, years: ASSIGNMENT_LIMITS.years }, `${at}.due`),
    );
  return faults;
}
