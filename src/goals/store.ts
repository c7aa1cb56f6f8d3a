import { sql } from "kysely";
import { allInForce } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../kernel/moment.ts";
import { asItWas } from "../platform/database/as-it-was.ts";
import type { Tx } from "../platform/database/door.ts";
import { strategicGoalsRoutes, visionRoutes } from "./contract.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";

type GoalTables = {
  "goals.indicator_value": {
    municipality_id: string;
    body_id: string;
    goal_id: string;
    indicator_id: string;
    measured_on: Day;
    /** The year that the value speaks of, which says which goal it is of. */
    goal_year: number;
    value: number;
    source: string;
    registered_by: string;
  };
};
const tables = (tx: Tx) => tx.withTables<GoalTables>();

/** Measured values until a day, oldest first; at a moment those that were registered then, as they were registered. */
export async function valuesUntil(tx: Tx, asOf: AsOf) {
  const present = await tables(tx)
    .selectFrom("goals.indicator_value")
    .select(["body_id", "goal_id", "indicator_id", "measured_on", "goal_year", "source"])
    .select(sql<number>`value::float8`.as("value"))
    .where("measured_on", "<=", dayOfMoment(asOf))
    .execute();
  const rows =
    typeof asOf === "string"
      ? present
      : (
          await asItWas(tx, "goals.indicator_value", {
            rows: present,
            key: ["body_id", "goal_id", "indicator_id", "goal_year", "measured_on"],
            at: asOf.at,
          })
        ).filter((row) => row.measured_on <= asOf.day);
  const oldestFirst = rows.toSorted(
    (a, b) => a.measured_on.localeCompare(b.measured_on) || (a.goal_year ?? 0) - (b.goal_year ?? 0),
  );
  return oldestFirst.map((row) => ({
    body: row.body_id,
    goal: row.goal_id,
    indicator: row.indicator_id,
    day: row.measured_on,
    year: row.goal_year,
    value: row.value,
    source: row.source,
  }));
}

export async function storeValue(tx: Tx, row: GoalTables["goals.indicator_value"]): Promise<void> {
  await tables(tx)
    .insertInto("goals.indicator_value")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "body_id", "goal_id", "indicator_id", "goal_year", "measured_on"])
        .doUpdateSet({ value: row.value, source: row.source, registered_by: row.registered_by }),
    )
    .execute();
}

/** The years of which something was measured on a day, for an indicator's ids. */
export async function yearsMeasured(
  tx: Tx,
  at: { body: string; goal: string; indicator: string; day: Day },
): Promise<number[]> {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_value")
    .select("goal_year")
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("measured_on", "=", at.day)
    .orderBy("goal_year")
    .execute();
  return rows.map((row) => row.goal_year);
}

/** Takes a measured value of a goal's year away; false when there was none. */
export async function deleteValue(
  tx: Tx,
  at: { body: string; goal: string; indicator: string; day: Day; year: number },
): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("goals.indicator_value")
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("measured_on", "=", at.day)
    .where("goal_year", "=", at.year)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The vision and the strategic goals that govern a year: the latest decided for that year or an earlier one. */
export async function governing(tx: Tx, year: number, asOf: AsOf) {
  const newest = async (kind: string) =>
    (await allInForce(tx, { kind }, asOf))
      .filter((v) => v.matter.year <= year)
      .sort((a, b) => b.matter.year - a.matter.year)[0];
  const vision = await newest(VISION.kind);
  const strategic = await newest(STRATEGIC_GOALS.kind);
  return {
    vision: vision ? { ...visionRoutes.read(vision), decision: vision.decision?.number as number } : null,
    strategicGoals: strategic ? strategicGoalsRoutes.read(strategic).goals : [],
    visionMatter: vision?.matter.id ?? null,
    strategicMatter: strategic?.matter.id ?? null,
    strategicDecision: strategic?.decision?.number ?? null,
  };
}
