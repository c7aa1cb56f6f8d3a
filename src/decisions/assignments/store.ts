import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { containing } from "../../platform/personal.ts";
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
  readonly ids?: readonly string[] | undefined;
  readonly decision?: number | undefined;
  readonly giver?: string | undefined;
  readonly to?: string | undefined;
  /** Given by one of these bodies. */
  readonly givers?: readonly string[] | undefined;
  /** Given to one of these bodies. */
  readonly receivers?: readonly string[] | undefined;
  /** Either of the two, where both are said. */
  readonly either?: boolean | undefined;
  readonly year?: number | undefined;
  /** Those of which something was to do in the year. */
  readonly lived?: number | undefined;
  /** Those that are not closed alone. */
  readonly open?: boolean | undefined;
  /** Those of matters that the one who asks does not read, too: only for what says nothing of them. */
  readonly unreadToo?: boolean | undefined;
  /** No more than so many: those that are not closed first, then the newest. */
  readonly limit?: number | undefined;
}

const closedBy = (today: Day) => sql<boolean>`exists (
  select from decisions.assignment_step s
  where s.municipality_id = a.municipality_id and s.assignment_id = a.assignment_id
    and s.sort = 'closed' and s.written_on <= ${today})`;

/** Assignments as they stood at the end of a day, the newest first, but for those of matters that the one who asks does not read. */
export async function assignmentsOn(tx: Tx, of: AssignmentQuery, today: Day): Promise<Assignment[]> {
  const unread = of.unreadToo ? new Set<string>() : await unreadMatters(tx);
  const { givers, receivers } = of;
  if (of.ids?.length === 0 || (givers?.length === 0 && !of.either)) return [];
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
  if (of.ids !== undefined) query = query.where(sql<boolean>`a.assignment_id = any(${of.ids}::text[])`);
  const byGiver = sql<boolean>`a.giver_id = any(${givers ?? []}::text[])`;
  const byReceiver = sql<boolean>`a.to_body_id = any(${receivers ?? []}::text[])`;
  if (of.either) query = query.where(sql<boolean>`(${byGiver} or ${byReceiver})`);
  else {
    if (givers !== undefined) query = query.where(byGiver);
    if (receivers !== undefined) query = query.where(byReceiver);
  }
  if (of.lived !== undefined)
    query = query
      .where("a.given_on", "<=", `${of.lived}-12-31`)
      .where(sql<boolean>`not ${closedBy(`${of.lived - 1}-12-31`)}`);
  if (of.open) query = query.where(sql<boolean>`not ${closedBy(today)}`);
  if (of.limit !== undefined) query = query.orderBy(closedBy(today)).limit(of.limit);
  const rows = await query
    .orderBy("a.given_on", "desc")
    .orderBy("a.decision", "desc")
    .orderBy("a.assignment_id")
    .execute();
  if (rows.length === 0) return [];
  const steps = await tables(tx)
    .selectFrom("decisions.assignment_step")
    .selectAll()
    .where(sql<boolean>`assignment_id = any(${rows.map(({ assignment_id }) => assignment_id)}::text[])`)
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

/** The assignments in whose words one of some texts stands, a name or an address: in what is asked for, or in what was written of it. */
export async function assignmentsWith(tx: Tx, texts: readonly string[]) {
  const { rows } = await sql<{ id: string; text: string }>`
    select a.assignment_id as id, a.text from decisions.assignment a
    where concat_ws(' ', a.text, a.report) like any(${texts.map(containing)}::text[])
      or exists (select from decisions.assignment_step s
        where s.municipality_id = a.municipality_id and s.assignment_id = a.assignment_id
          and s.text like any(${texts.map(containing)}::text[]))
    order by a.given_on, a.assignment_id`.execute(tx);
  return rows;
}
