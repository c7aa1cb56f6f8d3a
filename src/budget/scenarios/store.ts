import { type Selectable, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type ScenarioTables = {
  "budget.scenario": {
    municipality_id: string;
    scenario_id: string;
    year: number;
    owner_id: string;
    shared: boolean;
    revision: number;
    made_on: Day;
    content: unknown;
    edited_at: Date;
    written_on: Day;
  };
  "budget.scenario_base": {
    municipality_id: string;
    matter_id: string;
    number: number;
    revision: number;
    content: unknown;
  };
};
const tables = (tx: Tx) => tx.withTables<ScenarioTables>();
const now = sql<Date>`clock_timestamp()`;

/** A scenario as stored; its content gets its type from the contract's schema. */
export interface StoredScenario {
  readonly id: string;
  readonly year: number;
  readonly owner: string;
  readonly shared: boolean;
  readonly revision: number;
  readonly writtenOn: Day;
  readonly content: unknown;
}

const stored = (row: Selectable<ScenarioTables["budget.scenario"]>): StoredScenario => ({
  id: row.scenario_id,
  year: row.year,
  owner: row.owner_id,
  shared: row.shared,
  revision: row.revision,
  writtenOn: row.written_on,
  content: row.content,
});

/** What a reader may know of: one's own, and those that others have shared. Every reading goes through here. */
const readable = (tx: Tx, reader: string, until: Day) =>
  tables(tx)
    .selectFrom("budget.scenario")
    .selectAll()
    .where("made_on", "<=", until)
    .where((where) => where.or([where("owner_id", "=", reader), where("shared", "=", true)]));

const MAX_LISTED = 500;

export async function scenariosOf(
  tx: Tx,
  reader: string,
  year: number,
  until: Day,
): Promise<StoredScenario[]> {
  const rows = await readable(tx, reader, until)
    .where("year", "=", year)
    .orderBy("edited_at", "desc")
    .orderBy("scenario_id")
    .limit(MAX_LISTED)
    .execute();
  return rows.map(stored);
}

interface ScenarioKey {
  readonly year: number;
  readonly id: string;
}
const named = (tx: Tx, reader: string, { year, id }: ScenarioKey, until: Day) =>
  readable(tx, reader, until).where("year", "=", year).where("scenario_id", "=", id);

export async function scenarioNamed(
  tx: Tx,
  reader: string,
  key: ScenarioKey,
  until: Day,
): Promise<StoredScenario | undefined> {
  const row = await named(tx, reader, key, until).executeTakeFirst();
  return row && stored(row);
}

/** As `scenarioNamed`, and nobody else writes it until this is stored. */
export async function scenarioToChange(
  tx: Tx,
  reader: string,
  key: ScenarioKey,
  until: Day,
): Promise<StoredScenario | undefined> {
  const row = await named(tx, reader, key, until).forUpdate().executeTakeFirst();
  return row && stored(row);
}

export async function countOwn(tx: Tx, owner: string, year: number): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom("budget.scenario")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("owner_id", "=", owner)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  return count;
}

export async function addScenario(
  tx: Tx,
  row: {
    readonly municipality: string;
    readonly id: string;
    readonly year: number;
    readonly owner: string;
    readonly madeOn: Day;
    readonly content: unknown;
  },
): Promise<StoredScenario> {
  const added = await tables(tx)
    .insertInto("budget.scenario")
    .values({
      municipality_id: row.municipality,
      scenario_id: row.id,
      year: row.year,
      owner_id: row.owner,
      shared: false,
      revision: 1,
      made_on: row.madeOn,
      content: JSON.stringify(row.content),
      edited_at: now,
      written_on: row.madeOn,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return stored(added);
}

/** Stores a new content, or whether it is shared, as the next revision. */
export async function changeScenario(
  tx: Tx,
  id: string,
  change: {
    readonly on: Day;
    readonly revision: number;
    readonly content?: unknown;
    readonly shared?: boolean;
  },
): Promise<StoredScenario> {
  const changed = await tables(tx)
    .updateTable("budget.scenario")
    .set({
      revision: change.revision,
      edited_at: now,
      written_on: change.on,
      ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
      ...(change.shared === undefined ? {} : { shared: change.shared }),
    })
    .where("scenario_id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return stored(changed);
}

export const removeScenario = (tx: Tx, id: string) =>
  tables(tx).deleteFrom("budget.scenario").where("scenario_id", "=", id).execute();

/** A draft as it was saved once: what scenarios made of it start from. */
export interface BaseRevision {
  readonly matter: string;
  readonly number: number;
  readonly revision: number;
}

/**
 * Keeps a draft as it stands, for the scenario that found it so; what is kept already is kept once. Copied within the
 * database: a slider's every save would else send the whole budget there.
 */
export const keepBase = (tx: Tx, of: BaseRevision) =>
  sql`insert into budget.scenario_base (municipality_id, matter_id, number, revision, content)
      select municipality_id, matter_id, number, revision, content from decisions.version
      where matter_id = ${of.matter} and number = ${of.number} and revision = ${of.revision}
      on conflict do nothing`.execute(tx);

/** What was kept; undefined where it was not. */
export async function keptBase(tx: Tx, of: BaseRevision): Promise<unknown> {
  const row = await tables(tx)
    .selectFrom("budget.scenario_base")
    .select("content")
    .where("matter_id", "=", of.matter)
    .where("number", "=", of.number)
    .where("revision", "=", of.revision)
    .executeTakeFirst();
  return row?.content;
}
