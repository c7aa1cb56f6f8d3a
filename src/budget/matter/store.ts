import { sql } from "kysely";
import { decidedBy, headsOf, ofDecided } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { AsOf } from "../../kernel/moment.ts";
import type { Tx } from "../../platform/database/door.ts";
import { BUDGET } from "./kind.ts";

type StageTables = {
  "budget.saved_revision": {
    municipality_id: string;
    matter_id: string;
    number: number;
    saved_on: Day;
    saved_by: string;
    revision: number;
    content: unknown;
  };
  "decisions.matter": { municipality_id: string; matter_id: string; kind: string; year: number };
  "decisions.version": {
    municipality_id: string;
    matter_id: string;
    number: number;
    content: unknown;
  };
  "decisions.decision": {
    municipality_id: string;
    number: number;
    matter_id: string;
    version_number: number;
    decided_on: Day;
  };
};
type SavedRow = StageTables["budget.saved_revision"];
const tables = (tx: Tx) => tx.withTables<StageTables>();

export interface SavedRevision {
  readonly matter: string;
  readonly number: number;
  readonly revision: number;
  readonly savedOn: Day;
  readonly savedBy: string;
}

/**
 * Keeps what is being saved beside the matter itself, which the next save writes over: the last of each person and day can be
 * compared with later ones (model §2.4). Called while the draft is saved, in its transaction.
 */
export async function keepRevision(
  tx: Tx,
  saved: { municipality: string; matter: string; on: Day; by: string; content: unknown },
): Promise<void> {
  const [latest] = await headsOf(tx, saved.matter);
  const open = latest !== undefined && latest.decision === null;
  const row = {
    municipality_id: saved.municipality,
    matter_id: saved.matter,
    number: open ? latest.number : (latest?.number ?? 0) + 1,
    saved_on: saved.on,
    saved_by: saved.by,
    revision: open ? latest.revision + 1 : 1,
    content: JSON.stringify(saved.content),
  };
  await tables(tx)
    .insertInto("budget.saved_revision")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "matter_id", "number", "saved_on", "saved_by"])
        .doUpdateSet({ revision: row.revision, content: row.content }),
    )
    .execute();
}

const MAX_REVISIONS = 100;

const savedRevision = (row: Omit<SavedRow, "municipality_id" | "content">): SavedRevision => ({
  matter: row.matter_id,
  number: row.number,
  revision: row.revision,
  savedOn: row.saved_on,
  savedBy: row.saved_by,
});

const keptUntil = (tx: Tx, matter: string, asOf: Day) =>
  tables(tx)
    .selectFrom("budget.saved_revision")
    .where("matter_id", "=", matter)
    .where("saved_on", "<=", asOf)
    .orderBy("number", "desc")
    .orderBy("revision", "desc")
    .limit(MAX_REVISIONS);

/** The kept revisions of a matter until a day, newest first, without their content. */
export async function revisionsOf(tx: Tx, matter: string, asOf: Day): Promise<SavedRevision[]> {
  const rows = await keptUntil(tx, matter, asOf)
    .select(["matter_id", "number", "revision", "saved_on", "saved_by"])
    .execute();
  return rows.map(savedRevision);
}

/** One kept revision with its content; undefined when it was not kept, or was saved after the day. */
export async function revisionNumbered(
  tx: Tx,
  of: { matter: string; number: number; revision: number },
  asOf: Day,
): Promise<(SavedRevision & { readonly content: unknown }) | undefined> {
  const row = await tables(tx)
    .selectFrom("budget.saved_revision")
    .selectAll()
    .where("matter_id", "=", of.matter)
    .where("number", "=", of.number)
    .where("revision", "=", of.revision)
    .where("saved_on", "<=", asOf)
    .executeTakeFirst();
  return row && { ...savedRevision(row), content: row.content };
}

/** What is kept of a matter until a day with its content, newest first; at most `MAX_REVISIONS`. */
export async function keptContents(
  tx: Tx,
  matter: string,
  asOf: Day,
): Promise<(SavedRevision & { readonly content: unknown })[]> {
  const rows = await keptUntil(tx, matter, asOf).selectAll().execute();
  return rows.map((row) => ({ ...savedRevision(row), content: row.content }));
}

export interface FramesInForce {
  readonly decision: number;
  /** The budget year's allocation by body, in tkr. */
  readonly frames: Readonly<Record<string, number>>;
}

/** What the council has allocated to each body, by year, as in force then; read without the rest of the budgets. */
export async function framesInForce(tx: Tx, asOf: AsOf): Promise<Map<number, FramesInForce>> {
  const inForce = tables(tx)
    .selectFrom("decisions.matter as m")
    .innerJoin("decisions.version as v", (join) =>
      join.onRef("v.municipality_id", "=", "m.municipality_id").onRef("v.matter_id", "=", "m.matter_id"),
    )
    .innerJoin("decisions.decision as d", (join) =>
      join
        .onRef("d.municipality_id", "=", "v.municipality_id")
        .onRef("d.matter_id", "=", "v.matter_id")
        .onRef("d.version_number", "=", "v.number"),
    )
    .select(["m.year", "d.number as decision"])
    .select(sql<Record<string, number> | null>`v.content #> '{allocation,years,0,frames}'`.as("frames"))
    .where("m.kind", "=", BUDGET.kind)
    .where(decidedBy(asOf))
    .orderBy("v.number");
  const rows = await ofDecided(() => inForce.execute());
  return new Map(
    rows.flatMap(({ year, decision, frames }) => (frames ? [[year, { decision, frames }] as const] : [])),
  );
}
