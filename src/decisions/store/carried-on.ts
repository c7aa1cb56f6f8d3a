import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type CarriedOnTables = {
  "decisions.carried_on": {
    municipality_id: string;
    thing: string;
    series: string;
    settled_by: string | null;
    settled_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<CarriedOnTables>();

/** A thing within a matter: "body-goals:socialnamnden:2029/mal-1", an indicator of it with one more "/" and its id. */
export const thingOf = (matter: string, ...ids: readonly string[]): string => [matter, ...ids].join("/");

/**
 * Which things are one, carried on from year to year: a thing's *series* is the first of them. What lives on after a decision (who
 * owns it, its state, what is measured) is kept by series.
 */
export interface Series {
  /** The series that a thing belongs to; its own where it is carried on from nothing. */
  of(thing: string): string;
  /** All things of a series, the first too. */
  things(series: string): readonly string[];
}

/** All series of the municipality. */
export async function allSeries(tx: Tx): Promise<Series> {
  const rows = await tables(tx).selectFrom("decisions.carried_on").select(["thing", "series"]).execute();
  const series = new Map(rows.map((row) => [row.thing, row.series]));
  const things = new Map<string, string[]>();
  for (const { thing, series } of rows)
    things.set(
      series,
      [...(things.get(series) ?? [series]), thing].filter((one, i, all) => all.indexOf(one) === i),
    );
  return {
    of: (thing) => series.get(thing) ?? thing,
    things: (first) => things.get(first) ?? [first],
  };
}

/** Notes that a thing is carried on in a series, or (with itself as series) that it is its own. */
export async function carryOn(
  tx: Tx,
  municipality: string,
  row: { thing: string; series: string; by: string | null; on: Day },
): Promise<void> {
  const settled = { series: row.series, settled_by: row.by, settled_on: row.on };
  await tables(tx)
    .insertInto("decisions.carried_on")
    .values({ municipality_id: municipality, thing: row.thing, ...settled })
    .onConflict((conflict) => conflict.columns(["municipality_id", "thing"]).doUpdateSet(settled))
    .execute();
}
