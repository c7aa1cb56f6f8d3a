import type { Generated, Selectable } from "kysely";
import type { SecrecyGround } from "../../decisions/secrecy/rules/grounds.ts";
import type { Day } from "../../kernel/day.ts";
import type { Door, Tx } from "../../platform/database/door.ts";
import type { EvidenceSort } from "./rules/evidence.ts";
import type { Drawn } from "./rules/sampling.ts";

type EvidenceTables = {
  "control.sample": {
    municipality_id: string;
    sample_id: string;
    matter_id: string;
    body_id: string;
    year: number;
    control_id: string;
    list_name: string;
    list_rows: number;
    list_sha256: string;
    seed: number;
    drawn: unknown;
    drawn_by: string;
    drawn_on: Day;
    drawn_at: Generated<Date>;
  };
  "control.evidence": {
    municipality_id: string;
    evidence_id: string;
    matter_id: string;
    body_id: string;
    year: number;
    control_id: string;
    time: number;
    filename: string;
    sort: EvidenceSort;
    size: number;
    sha256: string;
    ground: SecrecyGround | null;
    added_by: string;
    added_on: Day;
    added_at: Generated<Date>;
    removed_on: Day | null;
    removed_by: string | null;
    reason: string | null;
  };
  "control.evidence_piece": { municipality_id: string; evidence_id: string; number: number; bytes: Buffer };
};
const tables = (tx: Tx) => tx.withTables<EvidenceTables>();

export interface OfControl {
  readonly body: string;
  readonly year: number;
  readonly control: string;
}

export interface Sample {
  readonly id: string;
  readonly listName: string;
  readonly listRows: number;
  readonly listSha256: string;
  readonly seed: number;
  readonly drawn: readonly Drawn[];
  readonly by: string;
  readonly on: Day;
}

/** The samples that had been drawn for a control until a day, newest first. */
export async function samplesOf(tx: Tx, at: OfControl, day: Day): Promise<Sample[]> {
  const rows = await tables(tx)
    .selectFrom("control.sample")
    .selectAll()
    .where("body_id", "=", at.body)
    .where("year", "=", at.year)
    .where("control_id", "=", at.control)
    .where("drawn_on", "<=", day)
    .orderBy("drawn_at", "desc")
    .orderBy("sample_id")
    .execute();
  return rows.map((row) => ({
    id: row.sample_id,
    listName: row.list_name,
    listRows: row.list_rows,
    listSha256: row.list_sha256,
    seed: Number(row.seed),
    drawn: row.drawn as Drawn[],
    by: row.drawn_by,
    on: row.drawn_on,
  }));
}

export async function storeSample(
  tx: Tx,
  municipality: string,
  at: OfControl & { readonly matter: string },
  sample: Sample,
): Promise<void> {
  await tables(tx)
    .insertInto("control.sample")
    .values({
      municipality_id: municipality,
      sample_id: sample.id,
      matter_id: at.matter,
      body_id: at.body,
      year: at.year,
      control_id: at.control,
      list_name: sample.listName,
      list_rows: sample.listRows,
      list_sha256: sample.listSha256,
      seed: sample.seed,
      drawn: JSON.stringify(sample.drawn),
      drawn_by: sample.by,
      drawn_on: sample.on,
    })
    .execute();
}

/** A file as it is told of; what it holds stands in pieces beside it. */
export interface Evidence extends OfControl {
  readonly id: string;
  readonly time: number;
  readonly filename: string;
  readonly sort: EvidenceSort;
  readonly size: number;
  readonly sha256: string;
  readonly ground: SecrecyGround | null;
  readonly by: string;
  readonly on: Day;
  readonly removed: { readonly on: Day; readonly by: string; readonly reason: string } | null;
}

const evidence = (row: Selectable<EvidenceTables["control.evidence"]>): Evidence => ({
  id: row.evidence_id,
  body: row.body_id,
  year: row.year,
  control: row.control_id,
  time: row.time,
  filename: row.filename,
  sort: row.sort,
  size: row.size,
  sha256: row.sha256,
  ground: row.ground,
  by: row.added_by,
  on: row.added_on,
  removed:
    row.removed_on === null
      ? null
      : { on: row.removed_on, by: row.removed_by ?? "", reason: row.reason ?? "" },
});

/** The files of a control that had been added until a day, in the order that they were added. */
export async function evidenceOf(tx: Tx, at: OfControl, day: Day): Promise<Evidence[]> {
  const rows = await tables(tx)
    .selectFrom("control.evidence")
    .selectAll()
    .where("body_id", "=", at.body)
    .where("year", "=", at.year)
    .where("control_id", "=", at.control)
    .where("added_on", "<=", day)
    .orderBy("added_at")
    .orderBy("evidence_id")
    .execute();
  return rows.map(evidence);
}

export async function evidenceBy(tx: Tx, id: string): Promise<Evidence | undefined> {
  const row = await tables(tx)
    .selectFrom("control.evidence")
    .selectAll()
    .where("evidence_id", "=", id)
    .executeTakeFirst();
  return row && evidence(row);
}

/** How many bytes are kept of a body's year. */
export async function bytesKept(tx: Tx, at: Pick<OfControl, "body" | "year">): Promise<number> {
  const row = await tables(tx)
    .selectFrom("control.evidence")
    .select(({ fn }) => fn.sum<string | null>("size").as("bytes"))
    .where("body_id", "=", at.body)
    .where("year", "=", at.year)
    .where("removed_on", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.bytes ?? 0);
}

/** The table's own bound on a piece. */
const PIECE_BYTES = 65_536;
/** So many pieces a statement that each is about a megabyte. */
const PIECES_AT_ONCE = 16;

export async function storeEvidence(
  tx: Tx,
  municipality: string,
  matter: string,
  { removed: _none, ...file }: Evidence,
  bytes: Uint8Array,
): Promise<void> {
  await tables(tx)
    .insertInto("control.evidence")
    .values({
      municipality_id: municipality,
      evidence_id: file.id,
      matter_id: matter,
      body_id: file.body,
      year: file.year,
      control_id: file.control,
      time: file.time,
      filename: file.filename,
      sort: file.sort,
      size: file.size,
      sha256: file.sha256,
      ground: file.ground,
      added_by: file.by,
      added_on: file.on,
      removed_on: null,
      removed_by: null,
      reason: null,
    })
    .execute();
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces = Array.from({ length: Math.ceil(whole.length / PIECE_BYTES) }, (_, number) => ({
    municipality_id: municipality,
    evidence_id: file.id,
    number,
    bytes: whole.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES),
  }));
  for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE)
    await tables(tx)
      .insertInto("control.evidence_piece")
      .values(pieces.slice(from, from + PIECES_AT_ONCE))
      .execute();
}

/** What a file holds, some pieces at a time, each in a transaction of its own: however slowly it is fetched, nobody waits for it. */
export async function* evidenceBytes(door: Door, municipality: string, id: string): AsyncGenerator<Buffer> {
  for (let from = 0; ; from += PIECES_AT_ONCE) {
    const pieces = await door.read(municipality, (tx) =>
      tables(tx)
        .selectFrom("control.evidence_piece")
        .select("bytes")
        .where("evidence_id", "=", id)
        .where("number", ">=", from)
        .where("number", "<", from + PIECES_AT_ONCE)
        .orderBy("number")
        .execute(),
    );
    if (pieces.length > 0) yield Buffer.concat(pieces.map(({ bytes }) => bytes));
    if (pieces.length < PIECES_AT_ONCE) return;
  }
}

/** Notes that a file was taken away, and takes away what it held. */
export async function removeEvidence(
  tx: Tx,
  id: string,
  { by, on, reason }: { readonly by: string; readonly on: Day; readonly reason: string },
): Promise<void> {
  await tables(tx)
    .updateTable("control.evidence")
    .set({ removed_on: on, removed_by: by, reason })
    .where("evidence_id", "=", id)
    .execute();
  await tables(tx).deleteFrom("control.evidence_piece").where("evidence_id", "=", id).execute();
}
