import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { BalanceLeft, type CarriedFrom } from "../base/rules/position.ts";

type BalanceTables = {
  "budget.balance_left": {
    municipality_id: string;
    kind: CarriedFrom["kind"];
    year: number;
    decision: number;
    decided_on: Day;
    content: unknown;
  };
};
const tables = (tx: Tx) => tx.withTables<BalanceTables>();

/** The reserve, and the deficits to restore, that a decided report leaves when its year has ended. */
export interface BalanceKnown {
  readonly from: CarriedFrom;
  readonly left: BalanceLeft;
}

/** Keeps what a decided report leaves, in the transaction of its decision: budgets and reports of later years begin with it. */
export async function keepBalanceLeft(
  tx: Tx,
  municipality: string,
  { from, decidedOn, left }: BalanceKnown & { readonly decidedOn: Day },
): Promise<void> {
  await tables(tx)
    .insertInto("budget.balance_left")
    .values({
      municipality_id: municipality,
      kind: from.kind,
      year: from.year,
      decision: from.decision,
      decided_on: decidedOn,
      content: JSON.stringify(BalanceLeft.parse(left)),
    })
    .execute();
}

/**
 * What was left at the end of the latest year before one that a decided report tells of, as known on a day: by its annual report, or
 * by the forecast of its interim report until that is decided. Undefined where no report has told.
 */
export async function balanceLeftBefore(tx: Tx, year: number, asOf: Day): Promise<BalanceKnown | undefined> {
  const row = await tables(tx)
    .selectFrom("budget.balance_left")
    .selectAll()
    .where("year", "<", year)
    .where("decided_on", "<=", asOf)
    .orderBy("year", "desc")
    // "annual-report" before "interim-report"
    .orderBy("kind", "asc")
    .orderBy("decision", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      from: { kind: row.kind, year: row.year, decision: row.decision },
      left: BalanceLeft.parse(row.content),
    }
  );
}
