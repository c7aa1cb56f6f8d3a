import type { Generated } from "kysely";
import type { Reads } from "../../decisions/rules/reading.ts";
import { allInForce, latestOfAll } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { controlPlanRoutes } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import type { NoticedAs, Standing } from "./rules/notice.ts";

type NoticeTables = {
  "control.risk_notice": {
    municipality_id: string;
    notice_id: string;
    body_id: string;
    text: string;
    leads_to: string;
    noticed_as: NoticedAs;
    noticed_by: string;
    noticed_on: Day;
    noticed_at: Generated<Date>;
  };
};
const tables = (tx: Tx) => tx.withTables<NoticeTables>();

/** The newest are read; a municipality notices some hundred a year. */
const MAX_NOTICES = 2000;

export interface Notice {
  readonly id: string;
  readonly body: string;
  readonly text: string;
  readonly leadsTo: string;
  readonly as: NoticedAs;
  readonly by: string;
  readonly on: Day;
}

/** What had been noticed until a day, newest first. */
export async function noticesUntil(tx: Tx, day: Day): Promise<Notice[]> {
  const rows = await tables(tx)
    .selectFrom("control.risk_notice")
    .selectAll()
    .where("noticed_on", "<=", day)
    .orderBy("noticed_on", "desc")
    .orderBy("noticed_at", "desc")
    .orderBy("notice_id")
    .limit(MAX_NOTICES)
    .execute();
  return rows.map((row) => ({
    id: row.notice_id,
    body: row.body_id,
    text: row.text,
    leadsTo: row.leads_to,
    as: row.noticed_as,
    by: row.noticed_by,
    on: row.noticed_on,
  }));
}

/** How many somebody has noticed on a day: a program that notices on and on must be stopped. */
export async function noticedThatDay(tx: Tx, by: string, day: Day): Promise<number> {
  const row = await tables(tx)
    .selectFrom("control.risk_notice")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("noticed_by", "=", by)
    .where("noticed_on", "=", day)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function storeNotice(tx: Tx, municipality: string, notice: Notice): Promise<void> {
  await tables(tx)
    .insertInto("control.risk_notice")
    .values({
      municipality_id: municipality,
      notice_id: notice.id,
      body_id: notice.body,
      text: notice.text,
      leads_to: notice.leadsTo,
      noticed_as: notice.as,
      noticed_by: notice.by,
      noticed_on: notice.on,
    })
    .execute();
}

/** The plans that take a stand on what was noticed: in force on a day, and being written where that is read. */
export async function standsUntil(tx: Tx, day: Day, reads: Reads): Promise<Standing[]> {
  const { kind } = CONTROL_PLAN;
  const decided = await allInForce(tx, { kind }, day);
  const drafts = (await latestOfAll(tx, { kind }, day)).filter(
    (version) => !version.decision && reads(version),
  );
  return [...decided, ...drafts].map((version) => {
    const { notices = [], risks } = controlPlanRoutes.read(version);
    return {
      matter: version.matter.id,
      year: version.matter.year,
      decision: version.decision?.number ?? null,
      decidedOn: version.decision?.decidedOn ?? null,
      notices,
      risks: risks.map(({ id, text }) => ({ id, text })),
    };
  });
}
