import type { Generated } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { readable } from "../../organisation/unread.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { RunningItem } from "./rules/running.ts";

type SupervisionTables = {
  "control.running_report": {
    municipality_id: string;
    report_id: string;
    matter_id: string;
    body_id: string;
    year: number;
    text: string;
    told: unknown;
    sent_by: string;
    sent_on: Day;
    sent_at: Generated<Date>;
  };
  "control.receipt": {
    municipality_id: string;
    thing: string;
    organ_id: string;
    meeting_day: Day;
    text: string;
    noted_by: string;
    noted_on: Day;
  };
  "control.coordinator": {
    municipality_id: string;
    body_id: string;
    number: number;
    person_id: string;
    named_by: string;
    named_on: Day;
  };
  "control.plan_request": {
    municipality_id: string;
    body_id: string;
    year: number;
    number: number;
    text: string;
    asked_by: string;
    asked_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<SupervisionTables>();

export interface RunningReport {
  readonly id: string;
  readonly body: string;
  readonly year: number;
  readonly text: string;
  readonly told: readonly RunningItem[];
  readonly by: string;
  readonly on: Day;
}

/** What had been sent until a day, the newest first; of a body or of all, of a year or of all. */
export async function runningReports(
  tx: Tx,
  of: { readonly body?: string; readonly year?: number; readonly id?: string },
  day: Day,
): Promise<RunningReport[]> {
  let query = tables(tx).selectFrom("control.running_report").selectAll().where("sent_on", "<=", day);
  if (of.body !== undefined) query = query.where("body_id", "=", of.body);
  if (of.year !== undefined) query = query.where("year", "=", of.year);
  if (of.id !== undefined) query = query.where("report_id", "=", of.id);
  const rows = await query
    .orderBy("sent_on", "desc")
    .orderBy("sent_at", "desc")
    .orderBy("report_id")
    .execute();
  const seen = await readable(
    tx,
    rows.map((row) => ({ ...row, source: row.matter_id })),
  );
  return seen.map((row) => ({
    id: row.report_id,
    body: row.body_id,
    year: row.year,
    text: row.text,
    told: row.told as RunningItem[],
    by: row.sent_by,
    on: row.sent_on,
  }));
}

export async function storeRunningReport(
  tx: Tx,
  municipality: string,
  matter: string,
  report: RunningReport,
): Promise<void> {
  await tables(tx)
    .insertInto("control.running_report")
    .values({
      municipality_id: municipality,
      report_id: report.id,
      matter_id: matter,
      body_id: report.body,
      year: report.year,
      text: report.text,
      told: JSON.stringify(report.told),
      sent_by: report.by,
      sent_on: report.on,
    })
    .execute();
}

export interface Receipt {
  readonly thing: string;
  readonly organ: string;
  readonly meetingDay: Day;
  readonly text: string;
  readonly by: string;
  readonly on: Day;
}

/** What organs had taken note of until a day, by what it is and the organ ("running-report:… socialnamnden"). */
export async function receiptsUntil(tx: Tx, day: Day): Promise<ReadonlyMap<string, Receipt>> {
  const rows = await tables(tx)
    .selectFrom("control.receipt")
    .selectAll()
    .where("noted_on", "<=", day)
    .execute();
  return new Map(
    rows.map((row) => [
      receiptKey(row.thing, row.organ_id),
      {
        thing: row.thing,
        organ: row.organ_id,
        meetingDay: row.meeting_day,
        text: row.text,
        by: row.noted_by,
        on: row.noted_on,
      },
    ]),
  );
}
export const receiptKey = (thing: string, organ: string): string => `${thing} ${organ}`;

export async function storeReceipt(tx: Tx, municipality: string, receipt: Receipt): Promise<void> {
  await tables(tx)
    .insertInto("control.receipt")
    .values({
      municipality_id: municipality,
      thing: receipt.thing,
      organ_id: receipt.organ,
      meeting_day: receipt.meetingDay,
      text: receipt.text,
      noted_by: receipt.by,
      noted_on: receipt.on,
    })
    .execute();
}

export interface Coordinator {
  readonly body: string;
  readonly number: number;
  readonly person: string;
  readonly by: string;
  readonly on: Day;
}

/** Who had been named last in each body until a day. */
export async function coordinatorsOn(tx: Tx, day: Day): Promise<ReadonlyMap<string, Coordinator>> {
  const rows = await tables(tx)
    .selectFrom("control.coordinator")
    .selectAll()
    .where("named_on", "<=", day)
    .orderBy("number")
    .execute();
  return new Map(
    rows.map((row) => [
      row.body_id,
      { body: row.body_id, number: row.number, person: row.person_id, by: row.named_by, on: row.named_on },
    ]),
  );
}

export async function storeCoordinator(tx: Tx, municipality: string, one: Coordinator): Promise<void> {
  await tables(tx)
    .insertInto("control.coordinator")
    .values({
      municipality_id: municipality,
      body_id: one.body,
      number: one.number,
      person_id: one.person,
      named_by: one.by,
      named_on: one.on,
    })
    .execute();
}

export interface PlanRequest {
  readonly body: string;
  readonly year: number;
  readonly number: number;
  readonly text: string;
  readonly by: string;
  readonly on: Day;
}

/** Whom the executive had asked for a plan until a day: the last time that each was asked. */
export async function planRequests(
  tx: Tx,
  of: { readonly year?: number },
  day: Day,
): Promise<readonly PlanRequest[]> {
  let query = tables(tx).selectFrom("control.plan_request").selectAll().where("asked_on", "<=", day);
  if (of.year !== undefined) query = query.where("year", "=", of.year);
  const rows = await query.orderBy("number").execute();
  const last = new Map(rows.map((row) => [`${row.body_id} ${row.year}`, row]));
  return [...last.values()].map((row) => ({
    body: row.body_id,
    year: row.year,
    number: row.number,
    text: row.text,
    by: row.asked_by,
    on: row.asked_on,
  }));
}

export async function storePlanRequest(tx: Tx, municipality: string, one: PlanRequest): Promise<void> {
  await tables(tx)
    .insertInto("control.plan_request")
    .values({
      municipality_id: municipality,
      body_id: one.body,
      year: one.year,
      number: one.number,
      text: one.text,
      asked_by: one.by,
      asked_on: one.on,
    })
    .execute();
}
