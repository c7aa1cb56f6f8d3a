import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { unreadMatters } from "../store/secrecy.ts";
import { type Assignment, type Given, type Step, type StepSort, standing } from "./rules/assignment.ts";

type AssignmentTables = {
  /** The decisions that gave them (`store/tables.ts`). */
  "decisions.decision": { municipality_id: string; number: number; paragraph: string };
  "decisions.assignment": {
    municipality_id: string;
    assignment_id: string;
    decision: number;
    matter_id: string;
    giver_id: string;
    given_on: Day;
    text: string;
    to_body_id: string;
    to_person_id: string | null;
    due: Day;
    report: string;
    registered_by: string;
    registered_on: Day;
  };
  "decisions.assignment_step": {
    municipality_id: string;
    assignment_id: string;
    step: number;
    matter_id: string;
    sort: StepSort;
    text: string;
    meeting_day: Day | null;
    paragraph: string | null;
    due: Day | null;
    due_before: Day | null;
    written_by: string;
    written_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<AssignmentTables>();

/** The newest are told; who wants older ones asks for a year, a giver or a receiver. */
const MAX_LISTED = 2000;

const given = (row: AssignmentTables["decisions.assignment"] & { paragraph: string }): Given => ({
  id: row.assignment_id,
  decision: row.decision,
  paragraph: row.paragraph,
  matter: row.matter_id,
  giver: row.giver_id,
  givenOn: row.given_on,
  text: row.text,
  to: row.to_body_id,
  person: row.to_person_id,
  due: row.due,
  report: row.report,
  registeredBy: row.registered_by,
  registeredOn: row.registered_on,
});

const stepOf = (row: AssignmentTables["decisions.assignment_step"]): Step => ({
  step: row.step,
  sort: row.sort,
  text: row.text,
  meetingDay: row.meeting_day,
  paragraph: row.paragraph,
  due: row.due,
  dueBefore: row.due_before,
  by: row.written_by,
  on: row.written_on,
});

export interface AssignmentQuery {
  readonly id?: string | undefined;
  readonly decision?: number | undefined;
  readonly giver?: string | undefined;
  readonly to?: string | undefined;
  readonly year?: number | undefined;
  /** Those that are not closed alone. */
  readonly open?: boolean | undefined;
}

/** Assignments as they stood at the end of a day, the newest first, but for those of matters that the one who asks does not read. */
export async function assignmentsOn(tx: Tx, of: AssignmentQuery, today: Day): Promise<Assignment[]> {
  const unread = await unreadMatters(tx);
  let query = tables(tx)
    .selectFrom("decisions.assignment as a")
    .innerJoin("decisions.decision as d", (join) =>
      join.onRef("d.municipality_id", "=", "a.municipality_id").onRef("d.number", "=", "a.decision"),
    )
    .selectAll("a")
    .select("d.paragraph")
    .where("a.registered_on", "<=", today)
    .where("a.given_on", "<=", today);
  if (unread.size > 0) query = query.where("a.matter_id", "not in", [...unread]);
  if (of.id !== undefined) query = query.where("a.assignment_id", "=", of.id);
  if (of.decision !== undefined) query = query.where("a.decision", "=", of.decision);
  if (of.giver !== undefined) query = query.where("a.giver_id", "=", of.giver);
  if (of.to !== undefined) query = query.where("a.to_body_id", "=", of.to);
  if (of.year !== undefined)
    query = query.where("a.given_on", ">=", `${of.year}-01-01`).where("a.given_on", "<=", `${of.year}-12-31`);
  if (of.open)
    query = query.where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("decisions.assignment_step as s")
            .select("s.step")
            .whereRef("s.municipality_id", "=", "a.municipality_id")
            .whereRef("s.assignment_id", "=", "a.assignment_id")
            .where("s.sort", "=", "closed")
            .where("s.written_on", "<=", today),
        ),
      ),
    );
  const rows = await query
    .orderBy("a.given_on", "desc")
    .orderBy("a.decision", "desc")
    .orderBy("a.assignment_id")
    .limit(MAX_LISTED)
    .execute();
  if (rows.length === 0) return [];
  const steps = await tables(tx)
    .selectFrom("decisions.assignment_step")
    .selectAll()
    .where(
      "assignment_id",
      "in",
      rows.map(({ assignment_id }) => assignment_id),
    )
    .where("written_on", "<=", today)
    .orderBy("assignment_id")
    .orderBy("step")
    .execute();
  const by = Map.groupBy(steps, ({ assignment_id }) => assignment_id);
  return rows.map((row) => standing(given(row), (by.get(row.assignment_id) ?? []).map(stepOf), today));
}

/** How many assignments a decision has given, whatever day is read. */
export async function countIn(tx: Tx, decision: number): Promise<number> {
  const row = await tables(tx)
    .selectFrom("decisions.assignment")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("decision", "=", decision)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function storeAssignment(
  tx: Tx,
  municipality: string,
  one: Omit<Given, "paragraph">,
): Promise<void> {
  await tables(tx)
    .insertInto("decisions.assignment")
    .values({
      municipality_id: municipality,
      assignment_id: one.id,
      decision: one.decision,
      matter_id: one.matter,
      giver_id: one.giver,
      given_on: one.givenOn,
      text: one.text,
      to_body_id: one.to,
      to_person_id: one.person,
      due: one.due,
      report: one.report,
      registered_by: one.registeredBy,
      registered_on: one.registeredOn,
    })
    .execute();
}

export async function storeStep(
  tx: Tx,
  municipality: string,
  { id, matter }: Pick<Given, "id" | "matter">,
  step: Step,
): Promise<void> {
  await tables(tx)
    .insertInto("decisions.assignment_step")
    .values({
      municipality_id: municipality,
      assignment_id: id,
      step: step.step,
      matter_id: matter,
      sort: step.sort,
      text: step.text,
      meeting_day: step.meetingDay,
      paragraph: step.paragraph,
      due: step.due,
      due_before: step.dueBefore,
      written_by: step.by,
      written_on: step.on,
    })
    .execute();
}

/** The bodies that have given or been given something. */
export async function bodiesWithAssignments(tx: Tx): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.assignment")
    .select(["giver_id", "to_body_id"])
    .distinct()
    .execute();
  return [...new Set(rows.flatMap(({ giver_id, to_body_id }) => [giver_id, to_body_id]))];
}
