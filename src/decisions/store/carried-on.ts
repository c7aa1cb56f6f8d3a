import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type CarriedOnTables = {
  "decisions.carried_on": {
    municipality_id: string;
    thing: string;
    series: string;
    settled_by: string | null;
    settled_on: Day;
    asks: boolean;
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
  /** Every thing that a matter has had, those that are carried on from nothing too. */
  readonly all: readonly string[];
}

/** All series of the municipality; of matters of one kind alone where it is given. */
export async function allSeries(tx: Tx, kind?: string): Promise<Series> {
  let query = tables(tx).selectFrom("decisions.carried_on").select(["thing", "series"]).orderBy("thing");
  if (kind !== undefined) query = query.where("thing", "like", `${kind}:%`);
  const rows = await query.execute();
  const series = new Map(rows.map((row) => [row.thing, row.series]));
  const things = new Map<string, Set<string>>();
  for (const { thing, series } of rows) {
    const known = things.get(series) ?? new Set([series]);
    things.set(series, known.add(thing));
  }
  return {
    of: (thing) => series.get(thing) ?? thing,
    things: (first) => [...(things.get(first) ?? [first])],
    all: rows.map((row) => row.thing),
  };
}

export interface CarriedRow {
  readonly thing: string;
  readonly series: string;
  /** Who has said so; null: the system by its rule. */
  readonly by: string | null;
  readonly on: Day;
  /** Whether a person is to go through what the rule says. */
  readonly asks: boolean;
}

/** What is kept of all things of one body's matters of a kind, in the order of their names. */
export async function carriedOf(tx: Tx, of: { kind: string; body: string }): Promise<CarriedRow[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.carried_on")
    .selectAll()
    .where("thing", "like", `${of.kind}:${of.body}:%`)
    .orderBy("thing")
    .execute();
  return rows.map(rowOf);
}

/** The things that a person is to go through. */
export async function thingsAsked(tx: Tx): Promise<CarriedRow[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.carried_on")
    .selectAll()
    .where("asks", "=", true)
    .orderBy("thing")
    .execute();
  return rows.map(rowOf);
}

const rowOf = (row: CarriedOnTables["decisions.carried_on"]): CarriedRow => ({
  thing: row.thing,
  series: row.series,
  by: row.settled_by,
  on: row.settled_on,
  asks: row.asks,
});

/** Notes that a thing is carried on in a series, or (with itself as series) that it is its own. */
export async function carryOn(
  tx: Tx,
  municipality: string,
  row: { thing: string; series: string; by: string | null; on: Day; asks?: boolean },
): Promise<void> {
  const settled = { series: row.series, settled_by: row.by, settled_on: row.on, asks: row.asks ?? false };
  await tables(tx)
    .insertInto("decisions.carried_on")
    .values({ municipality_id: municipality, thing: row.thing, ...settled })
    .onConflict((conflict) => conflict.columns(["municipality_id", "thing"]).doUpdateSet(settled))
    .execute();
}

/** Lets a thing go on in another series, without any say of who has settled it. */
export async function moveTo(tx: Tx, things: readonly string[], series: string): Promise<void> {
  if (things.length === 0) return;
  await tables(tx).updateTable("decisions.carried_on").set({ series }).where("thing", "in", things).execute();
}

/** Forgets things that no version has any more. */
export async function forgetThings(tx: Tx, things: readonly string[]): Promise<void> {
  if (things.length > 0)
    await tables(tx).deleteFrom("decisions.carried_on").where("thing", "in", things).execute();
}

/** Whether any thing has been noted: a municipality from before that is gone through once. */
export async function hasCarriedOn(tx: Tx): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("decisions.carried_on")
    .select(sql<number>`1`.as("one"))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
