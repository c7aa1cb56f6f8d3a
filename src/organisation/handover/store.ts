import { type Generated, sql } from "kysely";
import type { Door, Tx } from "../../platform/database/door.ts";

type State = "waiting" | "working" | "ready" | "failed" | "ended";
type HandoverTables = {
  "platform.handover_key": {
    municipality_id: string;
    recipient: string;
    set_by: string;
    set_at: Generated<Date>;
  };
  "platform.handover": {
    municipality_id: string;
    handover_id: Generated<string>;
    recipient: string;
    state: Generated<State>;
    ordered_at: Generated<Date>;
    tables_done: Generated<number>;
    tables: Generated<number>;
    rows: Generated<number>;
    bytes: Generated<number>;
    sha256: string | null;
    made_at: Date | null;
    kept_until: Date | null;
    fault: "too-large" | "cut-off" | null;
  };
  "platform.handover_piece": {
    municipality_id: string;
    handover_id: string;
    number: number;
    bytes: Buffer;
  };
};
const tables = (tx: Tx) => tx.withTables<HandoverTables>();

/** A file is fetched, or ordered again, within so many days. */
export const KEPT_DAYS = 7;
const MAX_TOLD = 50;

export interface HandoverKey {
  readonly recipient: string;
  readonly setBy: string;
  readonly setAt: Date;
}

export async function handoverKey(tx: Tx): Promise<HandoverKey | undefined> {
  const row = await tables(tx).selectFrom("platform.handover_key").selectAll().executeTakeFirst();
  return row && { recipient: row.recipient, setBy: row.set_by, setAt: row.set_at };
}

export async function storeHandoverKey(
  tx: Tx,
  municipality_id: string,
  key: { readonly recipient: string; readonly setBy: string },
): Promise<void> {
  const set = { recipient: key.recipient, set_by: key.setBy, set_at: sql<Date>`now()` };
  await tables(tx)
    .insertInto("platform.handover_key")
    .values({ municipality_id, ...set })
    .onConflict((conflict) => conflict.column("municipality_id").doUpdateSet(set))
    .execute();
}

const handovers = (tx: Tx) =>
  tables(tx)
    .selectFrom("platform.handover")
    .select([
      "handover_id as id",
      "recipient",
      "state",
      "ordered_at as orderedAt",
      "tables_done as tablesDone",
      "tables",
      "rows",
      "bytes",
      "sha256",
      "kept_until as keptUntil",
      "fault",
    ])
    .orderBy("ordered_at", "desc");
export type Handover = Awaited<ReturnType<ReturnType<typeof handovers>["executeTakeFirstOrThrow"]>>;

/** What has been handed over of the transaction's municipality, the last first. */
export const toldHandovers = (tx: Tx): Promise<Handover[]> => handovers(tx).limit(MAX_TOLD).execute();

export const lastHandover = (tx: Tx): Promise<Handover | undefined> =>
  handovers(tx).limit(1).executeTakeFirst();

export const handoverBy = (tx: Tx, id: string): Promise<Handover | undefined> =>
  handovers(tx).where("handover_id", "=", id).executeTakeFirst();

/** One that waits to be made; orders of the same moment come one after the other. */
export async function newHandover(tx: Tx, municipality_id: string, recipient: string): Promise<string> {
  const { handover_id } = await tables(tx)
    .insertInto("platform.handover")
    .values({ municipality_id, recipient, sha256: null, made_at: null, kept_until: null, fault: null })
    .returning("handover_id")
    .executeTakeFirstOrThrow();
  return handover_id;
}

export const lockHandovers = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} handover`}, 0))`.execute(tx);

export async function noteProgress(
  tx: Tx,
  id: string,
  so: Partial<Pick<Handover, "state" | "tables" | "rows" | "bytes">> & { readonly tables_done?: number },
): Promise<void> {
  await tables(tx).updateTable("platform.handover").set(so).where("handover_id", "=", id).execute();
}

export async function noteReady(
  tx: Tx,
  id: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
): Promise<void> {
  await tables(tx)
    .updateTable("platform.handover")
    .set({
      state: "ready",
      sha256,
      bytes,
      made_at: sql<Date>`now()`,
      kept_until: sql<Date>`now() + make_interval(days => ${KEPT_DAYS})`,
    })
    .where("handover_id", "=", id)
    .execute();
}

/** Nothing of it is left: because it failed, or because its time has gone. */
export async function takeAway(
  tx: Tx,
  id: string,
  so: { readonly state: "failed"; readonly fault: "too-large" | "cut-off" } | { readonly state: "ended" },
): Promise<void> {
  await dropPieces(tx, id);
  await tables(tx).updateTable("platform.handover").set(so).where("handover_id", "=", id).execute();
}

export async function dropPieces(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom("platform.handover_piece").where("handover_id", "=", id).execute();
}

/** Those whose time has gone. */
export const outOfTime = (tx: Tx): Promise<{ id: string }[]> =>
  tables(tx)
    .selectFrom("platform.handover")
    .select("handover_id as id")
    .where("state", "=", "ready")
    .where("kept_until", "<", sql<Date>`now()`)
    .execute();

export async function storePiece(
  tx: Tx,
  municipality_id: string,
  piece: { readonly handover: string; readonly number: number; readonly bytes: Buffer },
): Promise<void> {
  await tables(tx)
    .insertInto("platform.handover_piece")
    .values({ municipality_id, handover_id: piece.handover, number: piece.number, bytes: piece.bytes })
    .execute();
}

const pieceOf = (tx: Tx, id: string, number: number): Promise<{ bytes: Buffer } | undefined> =>
  tables(tx)
    .selectFrom("platform.handover_piece")
    .select("bytes")
    .where("handover_id", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();

/** Whether the file is there: after a restore only what is told of it is. */
export const hasPieces = async (tx: Tx, id: string): Promise<boolean> =>
  (await pieceOf(tx, id, 0)) !== undefined;

/** The sealed file, a piece at a time, each in a transaction of its own: however slowly it is fetched, nobody waits for it. */
export async function* piecesOf(door: Door, municipality: string, id: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const piece = await door.read(municipality, (tx) => pieceOf(tx, id, number));
    if (!piece) return;
    yield piece.bytes;
  }
}
