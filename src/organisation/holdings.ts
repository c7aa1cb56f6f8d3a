import { addDays, type Day } from "../kernel/day.ts";
import type { Holding } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";

type HoldingTables = {
  "organisation.holding": {
    municipality_id: string;
    source: string;
    thing: string;
    what: string;
    person_id: string;
    body_id: string;
    name: string;
    valid_from: Day;
    valid_to: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<HoldingTables>();

/**
 * Notes who holds what of a source from a day on. What somebody no longer holds ends the day before; what is held on goes on
 * from when it began.
 */
export async function keepHoldings(
  tx: Tx,
  municipality: string,
  source: string,
  on: Day,
  holdings: readonly Holding[],
): Promise<void> {
  const present = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("source", "=", source)
    .where("valid_to", "is", null)
    .execute();
  const keyOf = (thing: string, person: string) => `${thing} ${person}`;
  const held = new Set(holdings.map(({ thing, person }) => keyOf(thing, person)));
  for (const row of present) {
    if (held.delete(keyOf(row.thing, row.person_id))) continue;
    const at = { source, thing: row.thing, person_id: row.person_id, valid_from: row.valid_from };
    await end(tx, at, on);
  }
  const begun = holdings.filter(({ thing, person }) => held.delete(keyOf(thing, person)));
  if (begun.length === 0) return;
  await tables(tx)
    .insertInto("organisation.holding")
    .values(
      begun.map(({ thing, what, person, body, name }) => ({
        municipality_id: municipality,
        source,
        thing,
        what,
        person_id: person,
        body_id: body,
        name,
        valid_from: on,
        valid_to: null,
      })),
    )
    .execute();
}

/** Ends a holding the day before; one that began the same day never was. */
async function end(
  tx: Tx,
  at: Pick<HoldingTables["organisation.holding"], "source" | "thing" | "person_id" | "valid_from">,
  on: Day,
): Promise<void> {
  if (at.valid_from >= on) {
    await tables(tx)
      .deleteFrom("organisation.holding")
      .where("source", "=", at.source)
      .where("thing", "=", at.thing)
      .where("person_id", "=", at.person_id)
      .where("valid_from", "=", at.valid_from)
      .execute();
    return;
  }
  await tables(tx)
    .updateTable("organisation.holding")
    .set({ valid_to: addDays(on, -1) })
    .where("source", "=", at.source)
    .where("thing", "=", at.thing)
    .where("person_id", "=", at.person_id)
    .where("valid_from", "=", at.valid_from)
    .execute();
}

const MAX_HELD = 2000;

/** What a person holds on a day, by body and name. */
export async function heldBy(
  tx: Tx,
  person: string,
  day: Day,
): Promise<(Holding & { readonly validFrom: Day })[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("person_id", "=", person)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("body_id")
    .orderBy("name")
    .limit(MAX_HELD)
    .execute();
  return rows.map((row) => ({
    thing: row.thing,
    what: row.what,
    person: row.person_id,
    body: row.body_id,
    name: row.name,
    validFrom: row.valid_from,
  }));
}
