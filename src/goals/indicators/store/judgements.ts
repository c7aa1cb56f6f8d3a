import type { Day } from "../../../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../../../kernel/moment.ts";
import { asItWas } from "../../../platform/database/as-it-was.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Judgement } from "../rules/indicator.ts";

type JudgementTables = {
  "goals.judgement": {
    municipality_id: string;
    body_id: string;
    goal_id: string;
    goal_year: number;
    /** 1, then one more each time that the goal is judged. */
    number: number;
    judgement: Judgement;
    grounds: string;
    judged_by: string;
    judged_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<JudgementTables>();

/** What the profession had judged of all goals on a day, or as it stood at a moment; the newest first. */
export async function judgementsUntil(tx: Tx, asOf: AsOf) {
  const rows = await tables(tx)
    .selectFrom("goals.judgement")
    .select(["body_id", "goal_id", "goal_year", "number", "judgement", "grounds", "judged_by", "judged_on"])
    .where("judged_on", "<=", dayOfMoment(asOf))
    .execute();
  const known =
    typeof asOf === "string"
      ? rows
      : await asItWas(tx, "goals.judgement", {
          rows,
          key: ["body_id", "goal_id", "goal_year", "number"],
          at: asOf.at,
        });
  return known
    .toSorted(
      (a, b) => b.judged_on.localeCompare(a.judged_on) || b.goal_year - a.goal_year || b.number - a.number,
    )
    .map((row) => ({
      body: row.body_id,
      goal: row.goal_id,
      year: row.goal_year,
      number: row.number,
      judgement: row.judgement,
      grounds: row.grounds,
      by: row.judged_by,
      day: row.judged_on,
    }));
}

/** The number of a goal's last judgement, of whichever day; 0 before the first. */
export async function lastJudgement(
  tx: Tx,
  at: { readonly body: string; readonly goal: string; readonly year: number },
): Promise<{ readonly number: number; readonly day: Day | undefined }> {
  const row = await tables(tx)
    .selectFrom("goals.judgement")
    .select(["number", "judged_on"])
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("goal_year", "=", at.year)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return { number: row?.number ?? 0, day: row?.judged_on };
}

export async function storeJudgement(tx: Tx, row: JudgementTables["goals.judgement"]): Promise<void> {
  await tables(tx).insertInto("goals.judgement").values(row).execute();
}
