import type { Day } from "../kernel/day.ts";
import { readable } from "../organisation/unread.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Change } from "./rules/changes.ts";

type PlanTables = {
  "plans.report": {
    municipality_id: string;
    report_id: string;
    body_id: string;
    year: number;
    meeting_day: Day;
    changes: unknown;
    noted_by: string;
    noted_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<PlanTables>();

/** A change with the plan that it is of: as secret as that. */
export type ToldChange = Change & {
  /** The plan's matter. */
  readonly source: string;
  readonly body: string;
};

export interface Report {
  readonly id: string;
  readonly meetingDay: Day;
  readonly notedBy: string;
  readonly notedOn: Day;
  readonly changes: readonly ToldChange[];
}

/** What a committee or a board has been told of its plans' changes of a year, as it was known on a day; the newest first. */
export async function reportsOf(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<Report[]> {
  const rows = await tables(tx)
    .selectFrom("plans.report")
    .selectAll()
    .where("body_id", "=", of.body)
    .where("year", "=", of.year)
    .where("noted_on", "<=", day)
    .orderBy("meeting_day", "desc")
    .orderBy("noted_on", "desc")
    .orderBy("report_id")
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.report_id,
      meetingDay: row.meeting_day,
      notedBy: row.noted_by,
      notedOn: row.noted_on,
      changes: await readable(tx, row.changes as ToldChange[]),
    })),
  );
}

export async function storeReport(
  tx: Tx,
  municipality: string,
  of: { readonly body: string; readonly year: number },
  { id, meetingDay, notedBy, notedOn, changes }: Report,
): Promise<void> {
  await tables(tx)
    .insertInto("plans.report")
    .values({
      municipality_id: municipality,
      report_id: id,
      body_id: of.body,
      year: of.year,
      meeting_day: meetingDay,
      changes: JSON.stringify(changes),
      noted_by: notedBy,
      noted_on: notedOn,
    })
    .execute();
}
