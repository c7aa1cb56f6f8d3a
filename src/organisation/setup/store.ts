import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { PersonalTable } from "../../platform/personal.ts";
import type { Body } from "../rules/organisation.ts";
import type { OrganisationTables } from "../store.ts";
import type { BodyRow } from "./rules/bodies.ts";
import type { Mark, SetupStepId } from "./rules/steps.ts";

type SetupTables = {
  "organisation.setup_step": {
    municipality_id: string;
    step: string;
    state: Mark;
    set_by: string;
    set_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<SetupTables & OrganisationTables & PersonalTable>();

/** What somebody has said of the steps. */
export async function marksOf(tx: Tx): Promise<ReadonlyMap<string, Mark>> {
  const rows = await tables(tx).selectFrom("organisation.setup_step").select(["step", "state"]).execute();
  return new Map(rows.map(({ step, state }) => [step, state]));
}

export async function storeMark(
  tx: Tx,
  municipality_id: string,
  step: SetupStepId,
  mark: { readonly state: Mark | null; readonly by: string; readonly on: Day },
): Promise<void> {
  await tables(tx).deleteFrom("organisation.setup_step").where("step", "=", step).execute();
  if (mark.state !== null)
    await tables(tx)
      .insertInto("organisation.setup_step")
      .values({ municipality_id, step, state: mark.state, set_by: mark.by, set_on: mark.on })
      .execute();
}

/** The bodies in which somebody holds or has held a post, or to which an account code belongs. */
export async function bodiesHeld(tx: Tx): Promise<readonly string[]> {
  const posts = await tables(tx).selectFrom("organisation.post").select("body_id").distinct().execute();
  return posts.map(({ body_id }) => body_id);
}

/** Stores the organisation in the order of its rows: what is new from a day, what is gone away as if it had never been. */
export async function storeBodies(
  tx: Tx,
  municipality_id: string,
  rows: readonly BodyRow[],
  before: readonly Body[],
  from: Day,
): Promise<void> {
  const db = tables(tx);
  const kept = new Set(rows.map(({ key }) => key));
  for (const { id } of before.filter((body) => !kept.has(body.id)))
    await db.deleteFrom("organisation.body").where("body_id", "=", id).execute();
  const known = new Map(before.map((body, position) => [body.id, { ...body, position }]));
  for (const [position, { key, name, kind, parent }] of rows.entries()) {
    const own = known.get(key);
    if (!own)
      await db
        .insertInto("organisation.body")
        .values({
          municipality_id,
          body_id: key,
          kind,
          name,
          name_en: null,
          parent_id: parent,
          assignment: null,
          share_hundredths: null,
          partners: [],
          position,
          valid_from: from,
          valid_to: null,
        })
        .execute();
    else if (own.name !== name || own.kind !== kind || own.parent !== parent || own.position !== position)
      await db
        .updateTable("organisation.body")
        .set({
          name,
          kind,
          parent_id: parent,
          position,
          // What it was called in English was a translation of another name
          ...(own.name === name ? {} : { name_en: null }),
        })
        .where("body_id", "=", key)
        .execute();
  }
}
