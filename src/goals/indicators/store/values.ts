import { sql } from "kysely";
import type { Day } from "../../../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../../../kernel/moment.ts";
import { asItWas } from "../../../platform/database/as-it-was.ts";
import type { Tx } from "../../../platform/database/door.ts";

type ValueTables = {
  "goals.indicator_value": {
    municipality_id: string;
    body_id: string;
    goal_id: string;
    indicator_id: string;
    measured_on: Day;
    /** The year that the value speaks of, which says which goal it is of. */
    goal_year: number;
    /** Null: the value was taken back. */
    value: number | null;
    source: string;
    registered_by: string;
    /** 1, then one more for each correction; the highest is the present one. */
    version: number;
    /** Absent in values from before it was kept. */
    registered_on: Day | null;
    /** Why it was corrected or taken back. */
    reason: string | null;
    /** The days that it speaks of, where that is another time than its day. */
    period_from: Day | null;
    period_to: Day | null;
    note: string | null;
    /** How many people it rests on, where that is known. */
    people: number | null;
    import_number: number | null;
    /** What its source said, and which state of it; null where it was written (`computed/`). */
    computed_value: number | null;
    computed_of: string | null;
    /** What it was divided by, where whoever reported it wrote that. */
    computed_number: number | null;
  };
};
const tables = (tx: Tx) => tx.withTables<ValueTables>();

const VALUE_KEY = ["body_id", "goal_id", "indicator_id", "goal_year", "measured_on", "version"] as const;

/** Rows as they were known on a day, or as they were registered at a moment. */
export async function knownOf<Row extends { readonly registered_on: Day | null; readonly measured_on: Day }>(
  tx: Tx,
  table: string,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
  asOf: AsOf,
): Promise<Row[]> {
  if (typeof asOf === "string")
    return rows.filter(({ registered_on }) => registered_on === null || registered_on <= asOf);
  const then = await asItWas(tx, table, { rows, key, at: asOf.at });
  return then.filter((row) => row.measured_on <= asOf.day);
}

/**
 * Measured values until a day, as they were known then, oldest first; of a corrected one the correction. At a moment those that
 * were registered then, as they were registered.
 */
export async function valuesUntil(tx: Tx, asOf: AsOf) {
  const kept = await tables(tx)
    .selectFrom("goals.indicator_value")
    .select(["body_id", "goal_id", "indicator_id", "measured_on", "goal_year", "source"])
    .select(["version", "registered_on", "period_from", "period_to", "note"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("measured_on", "<=", dayOfMoment(asOf))
    .execute();
  const known = await knownOf(tx, "goals.indicator_value", VALUE_KEY, kept, asOf);
  const present = new Map<string, (typeof known)[number]>();
  for (const row of known.toSorted((a, b) => a.version - b.version))
    present.set(
      JSON.stringify([row.body_id, row.goal_id, row.indicator_id, row.goal_year, row.measured_on]),
      row,
    );
  return [...present.values()]
    .toSorted((a, b) => a.measured_on.localeCompare(b.measured_on) || a.goal_year - b.goal_year)
    .flatMap(({ value, ...row }) =>
      value === null
        ? []
        : [
            {
              body: row.body_id,
              goal: row.goal_id,
              indicator: row.indicator_id,
              day: row.measured_on,
              year: row.goal_year,
              value,
              source: row.source,
              from: row.period_from,
              to: row.period_to,
              note: row.note,
            },
          ],
    );
}

export interface ValuePlace {
  readonly body: string;
  readonly goal: string;
  readonly indicator: string;
}

/** All versions of an indicator's values, as they were known on a day, by the day measured and then oldest first. */
export async function valueVersions(tx: Tx, at: ValuePlace, asOf: Day) {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_value")
    .select(["measured_on", "source", "registered_by", "registered_on", "version", "reason"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("measured_on", "<=", asOf)
    .where((where) => where.or([where("registered_on", "is", null), where("registered_on", "<=", asOf)]))
    .orderBy("measured_on")
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    day: row.measured_on,
    version: row.version,
    value: row.value,
    source: row.source,
    by: row.registered_by,
    on: row.registered_on,
    reason: row.reason,
  }));
}

/** The years of which something is measured on a day, for an indicator's ids: what was taken back is not. */
export async function yearsMeasured(tx: Tx, at: ValuePlace & { readonly day: Day }): Promise<number[]> {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_value")
    .distinctOn("goal_year")
    .select(["goal_year", "value"])
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("measured_on", "=", at.day)
    .orderBy("goal_year")
    .orderBy("version", "desc")
    .execute();
  return rows.flatMap(({ goal_year, value }) => (value === null ? [] : [goal_year]));
}

/** The newest version of a value of a day and a year, as it was known on a day (the last one there is when absent). */
export async function presentValue(
  tx: Tx,
  at: ValuePlace & { readonly day: Day; readonly year: number },
  asOf?: Day,
) {
  let query = tables(tx)
    .selectFrom("goals.indicator_value")
    .select(["version", "goal_year", "source", "registered_on", "note", "computed_of"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("measured_on", "=", at.day)
    .where("goal_year", "=", at.year);
  if (asOf !== undefined)
    query = query.where((where) =>
      where.or([where("registered_on", "is", null), where("registered_on", "<=", asOf)]),
    );
  const row = await query.orderBy("version", "desc").limit(1).executeTakeFirst();
  return (
    row && {
      version: row.version,
      year: row.goal_year,
      source: row.source,
      value: row.value,
      on: row.registered_on,
      note: row.note,
      computedOf: row.computed_of,
    }
  );
}

/** The values of an indicator of a year that were computed of a source, as they were known on a day; of a corrected one the correction. */
export async function computedValues(tx: Tx, at: ValuePlace & { readonly year: number }, asOf: Day) {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_value")
    .distinctOn("measured_on")
    .select(["measured_on", "period_from", "period_to", "computed_of"])
    .select([
      sql<number | null>`value::float8`.as("value"),
      sql<number | null>`computed_value::float8`.as("computed"),
      sql<number | null>`computed_number::float8`.as("number"),
    ])
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("goal_year", "=", at.year)
    .where((where) => where.or([where("registered_on", "is", null), where("registered_on", "<=", asOf)]))
    .orderBy("measured_on")
    .orderBy("version", "desc")
    .execute();
  return rows.flatMap(({ measured_on: day, period_from: from, period_to: to, computed_of: of, ...row }) =>
    row.value === null || row.computed === null || of === null || from === null || to === null
      ? []
      : [{ day, period: { from, to }, of, value: row.value, computed: row.computed, number: row.number }],
  );
}

type Computed = "computed_value" | "computed_of" | "computed_number";

/** Writes a value, or that it is taken back, as the next version; what was there is kept. */
export async function storeValue(
  tx: Tx,
  row: Omit<ValueTables["goals.indicator_value"], "version" | Computed> &
    Partial<Pick<ValueTables["goals.indicator_value"], Computed>>,
  before: number,
): Promise<void> {
  await tables(tx)
    .insertInto("goals.indicator_value")
    .values({ computed_value: null, computed_of: null, computed_number: null, ...row, version: before + 1 })
    .execute();
}

/** All versions of an indicator's values of a year, each day's oldest first. */
export async function versionsOfYear(tx: Tx, at: ValuePlace & { readonly year: number }) {
  return tables(tx)
    .selectFrom("goals.indicator_value")
    .select(["measured_on", "version", "people", "period_from", "period_to", "note", "source"])
    .select(["registered_on", "import_number"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("goal_year", "=", at.year)
    .orderBy("version")
    .execute();
}
