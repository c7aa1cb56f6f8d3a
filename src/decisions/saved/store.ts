import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { only } from "../../platform/memory/memory.ts";
import type { Version } from "../store/versions.ts";

type SavedTables = {
  "decisions.saved_revision": {
    municipality_id: string;
    matter_id: string;
    number: number;
    saved_on: Day;
    saved_by: string;
    revision: number;
    content: unknown;
    content_sha256: string | null;
  };
};
type SavedRow = SavedTables["decisions.saved_revision"];
const tables = (tx: Tx) => tx.withTables<SavedTables>();

/** What a person last saved of a version on a day. */
export interface SavedRevision {
  readonly matter: string;
  readonly number: number;
  readonly revision: number;
  readonly savedOn: Day;
  readonly savedBy: string;
}

/**
 * Keeps what has been saved beside the matter itself, which the next save writes over: the last of each person and day can be
 * compared with later ones (model §2.4, T-7). In the transaction of the save.
 */
export async function keepRevision(
  tx: Tx,
  municipality: string,
  { matter, number, revision, content }: Pick<Version, "matter" | "number" | "revision" | "content">,
  { by, on }: { readonly by: string; readonly on: Day },
): Promise<void> {
  const written = JSON.stringify(content);
  const row = { revision, content: written, content_sha256: sha256(written) };
  await tables(tx)
    .insertInto("decisions.saved_revision")
    .values({
      municipality_id: municipality,
      matter_id: matter.id,
      number,
      saved_on: on,
      saved_by: by,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "matter_id", "number", "saved_on", "saved_by"]).doUpdateSet(row),
    )
    .execute();
}

const MAX_REVISIONS = 100;

const savedRevision = (
  row: Omit<SavedRow, "municipality_id" | "content" | "content_sha256">,
): SavedRevision => ({
  matter: row.matter_id,
  number: row.number,
  revision: row.revision,
  savedOn: row.saved_on,
  savedBy: row.saved_by,
});

const ofMatter = <T>(matter: string, work: () => Promise<T>): Promise<T> =>
  only("decisions.saved_revision", [matter], work);

const keptUntil = (tx: Tx, matter: string, asOf: Day) =>
  tables(tx)
    .selectFrom("decisions.saved_revision")
    .where("matter_id", "=", matter)
    .where("saved_on", "<=", asOf)
    .orderBy("number", "desc")
    .orderBy("revision", "desc")
    .limit(MAX_REVISIONS);

/** The kept revisions of a matter until a day, newest first, without their content; at most 100. */
export async function revisionsOf(tx: Tx, matter: string, asOf: Day): Promise<SavedRevision[]> {
  const rows = await ofMatter(matter, () =>
    keptUntil(tx, matter, asOf).select(["matter_id", "number", "revision", "saved_on", "saved_by"]).execute(),
  );
  return rows.map(savedRevision);
}

/** One kept revision with its content; undefined when it was not kept, or was saved after the day. */
export async function revisionNumbered(
  tx: Tx,
  of: { matter: string; number: number; revision: number },
  asOf: Day,
): Promise<(SavedRevision & { readonly content: unknown }) | undefined> {
  const row = await ofMatter(of.matter, () =>
    tables(tx)
      .selectFrom("decisions.saved_revision")
      .selectAll()
      .where("matter_id", "=", of.matter)
      .where("number", "=", of.number)
      .where("revision", "=", of.revision)
      .where("saved_on", "<=", asOf)
      .executeTakeFirst(),
  );
  return row && { ...savedRevision(row), content: row.content };
}

/** What is kept of a matter until a day with its content, newest first; at most `MAX_REVISIONS`. */
export async function keptContents(
  tx: Tx,
  matter: string,
  asOf: Day,
): Promise<(SavedRevision & { readonly content: unknown })[]> {
  const rows = await ofMatter(matter, () => keptUntil(tx, matter, asOf).selectAll().execute());
  return rows.map((row) => ({ ...savedRevision(row), content: row.content }));
}

/** Takes away what was saved of versions that were decided more than two years before a day; how many rows went. */
export async function forgetRevisions(tx: Tx, day: Day): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from decisions.saved_revision s using decisions.decision d
    where d.municipality_id = s.municipality_id and d.matter_id = s.matter_id and d.version_number = s.number
      and s.municipality_id = platform.municipality()
      and d.decided_on < (${day}::date - interval '2 years')::date`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
