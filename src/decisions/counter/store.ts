import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { counterText, type Laid } from "./rules/counter.ts";

type CounterTable = {
  "decisions.counter_proposal": {
    municipality_id: string;
    matter_id: string;
    number: number;
    version: number;
    organ_id: string;
    party: string;
    sentence: string;
    text: string;
    scenario: string | null;
    content: unknown;
    sha256: string;
    laid_by: string;
    laid_on: Day;
    withdrawn_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<CounterTable>();

/** A counter-proposal as stored, without its content, which can be large. */
export interface StoredCounter extends Omit<Laid, "content"> {
  readonly laidOn: Day;
  readonly sha256: string;
  readonly withdrawnOn: Day | null;
}

const HEAD = [
  "matter_id",
  "number",
  "version",
  "organ_id",
  "party",
  "sentence",
  "text",
  "scenario",
  "sha256",
  "laid_by",
  "laid_on",
  "withdrawn_on",
] as const;

const stored = (
  row: Omit<CounterTable["decisions.counter_proposal"], "content" | "municipality_id">,
): StoredCounter => ({
  matterId: row.matter_id,
  number: row.number,
  version: row.version,
  organId: row.organ_id,
  party: row.party,
  sentence: row.sentence,
  text: row.text,
  scenario: row.scenario,
  sha256: row.sha256,
  laidBy: row.laid_by,
  laidOn: row.laid_on,
  withdrawnOn: row.withdrawn_on,
});

/** A matter's counter-proposals in the order in which they were laid, as they stood on a day. */
export async function counterProposalsOf(tx: Tx, matter: string, asOf: Day): Promise<StoredCounter[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.counter_proposal")
    .select(HEAD)
    .where("matter_id", "=", matter)
    .where("laid_on", "<=", asOf)
    .orderBy("number")
    .execute();
  return rows
    .map(stored)
    .map((one) => (one.withdrawnOn !== null && one.withdrawnOn > asOf ? { ...one, withdrawnOn: null } : one));
}

/** What was frozen with a counter-proposal; null where nothing was. */
export async function counterContent(tx: Tx, matter: string, number: number): Promise<unknown> {
  const row = await tables(tx)
    .selectFrom("decisions.counter_proposal")
    .select("content")
    .where("matter_id", "=", matter)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Stores one under the hash of all that it says. */
export async function storeCounter(
  tx: Tx,
  municipality: string,
  laid: Laid & { readonly laidOn: Day },
): Promise<StoredCounter> {
  const { content, ...rest } = laid;
  const one = { ...rest, sha256: sha256(counterText(laid)), withdrawnOn: null };
  await tables(tx)
    .insertInto("decisions.counter_proposal")
    .values({
      municipality_id: municipality,
      matter_id: one.matterId,
      number: one.number,
      version: one.version,
      organ_id: one.organId,
      party: one.party,
      sentence: one.sentence,
      text: one.text,
      scenario: one.scenario,
      content: content === null ? null : JSON.stringify(content),
      sha256: one.sha256,
      laid_by: one.laidBy,
      laid_on: one.laidOn,
      withdrawn_on: null,
    })
    .execute();
  return one;
}

export const withdraw = (tx: Tx, matter: string, number: number, on: Day) =>
  tables(tx)
    .updateTable("decisions.counter_proposal")
    .set({ withdrawn_on: on })
    .where("matter_id", "=", matter)
    .where("number", "=", number)
    .execute();

/** The first that does not hold its hash, as `Chapter.importDiffers` tells it: the log does not keep what they hold. */
export async function counterDiffers(
  tx: Tx,
): Promise<{ readonly table: string; readonly key: string } | undefined> {
  const rows = await tables(tx)
    .selectFrom("decisions.counter_proposal")
    .selectAll()
    .orderBy("matter_id")
    .orderBy("number")
    .execute();
  const wrong = rows.find(
    (row) => sha256(counterText({ ...stored(row), content: row.content })) !== row.sha256,
  );
  return (
    wrong && {
      table: "decisions.counter_proposal",
      key: JSON.stringify([wrong.municipality_id, wrong.matter_id, wrong.number]),
    }
  );
}
