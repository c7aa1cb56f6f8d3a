import { sql } from "kysely";
import type { Day } from "../../../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../../../kernel/moment.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { knownOf, type ValuePlace } from "./values.ts";

type PartTables = {
  "goals.indicator_part": {
    municipality_id: string;
    body_id: string;
    goal_id: string;
    indicator_id: string;
    goal_year: number;
    measured_on: Day;
    /** Empty: not of one sex; so with unit and area. */
    sex: "" | "women" | "men";
    unit_id: string;
    area: string;
    version: number;
    /** Null: it was taken back. */
    value: number | null;
    people: number | null;
    period_from: Day | null;
    period_to: Day | null;
    note: string | null;
    source: string;
    registered_by: string;
    registered_on: Day;
    reason: string | null;
    /** Null: a table was taken back, and this is what held before it. */
    import_number: number | null;
  };
};
const tables = (tx: Tx) => tx.withTables<PartTables>();

/** What tells parts apart; their versions are of one. */
const SAME = [
  "body_id",
  "goal_id",
  "indicator_id",
  "goal_year",
  "measured_on",
  "sex",
  "unit_id",
  "area",
] as const;
const KEY = [...SAME, "version"] as const;

/** The value of some of those whom an indicator speaks of, with how few stand behind it: to be shown through `shownParts` alone. */
export interface StoredPart extends ValuePlace {
  readonly day: Day;
  readonly year: number;
  readonly sex: "women" | "men" | null;
  readonly unit: string | null;
  readonly area: string | null;
  readonly value: number;
  readonly people: number | null;
}

/** Values by sex, unit and area until a day, as they were known then; of a corrected one the correction. Of one body, or of all. */
export async function partsUntil(tx: Tx, asOf: AsOf, body?: string): Promise<StoredPart[]> {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_part")
    .select(KEY)
    .select(["registered_on", "people"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("measured_on", "<=", dayOfMoment(asOf))
    .$if(body !== undefined, (query) => query.where("body_id", "=", body ?? ""))
    // In one order always: what is asked for of an earlier day is answered as it was then
    .orderBy("measured_on")
    .orderBy("goal_year")
    .orderBy("unit_id")
    .orderBy("area")
    .orderBy("sex")
    .orderBy("version")
    .execute();
  const known = await knownOf(tx, "goals.indicator_part", KEY, rows, asOf);
  const present = new Map<string, (typeof known)[number]>();
  for (const row of known.toSorted((a, b) => a.version - b.version))
    present.set(JSON.stringify(SAME.map((column) => row[column])), row);
  return [...present.values()].flatMap((row) =>
    row.value === null || (body !== undefined && row.body_id !== body)
      ? []
      : [
          {
            body: row.body_id,
            goal: row.goal_id,
            indicator: row.indicator_id,
            day: row.measured_on,
            year: row.goal_year,
            sex: row.sex === "" ? null : row.sex,
            unit: row.unit_id || null,
            area: row.area || null,
            value: row.value,
            people: row.people,
          },
        ],
  );
}

/** All versions of an indicator's parts of a year, each part's oldest first. */
export async function partVersions(tx: Tx, at: ValuePlace & { readonly year: number }) {
  const rows = await tables(tx)
    .selectFrom("goals.indicator_part")
    .select(["measured_on", "sex", "unit_id", "area", "version", "people", "period_from", "period_to"])
    .select(["note", "source", "registered_on", "import_number"])
    .select(sql<number | null>`value::float8`.as("value"))
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("goal_year", "=", at.year)
    .orderBy("version")
    .execute();
  return rows.map(({ sex, unit_id, area, ...row }) => ({
    ...row,
    sex: sex || null,
    unit: unit_id || null,
    area: area || null,
  }));
}

/** Writes parts as their next versions; what was there is kept. */
export async function storeParts(tx: Tx, rows: readonly PartTables["goals.indicator_part"][]): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto("goals.indicator_part")
      .values([...rows])
      .execute();
}
