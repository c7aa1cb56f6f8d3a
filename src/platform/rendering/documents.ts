import { sql } from "kysely";
import pLimit, { type LimitFunction } from "p-limit";
import type { Door, Tx } from "../database/door.ts";
import { type Asker, AT_LEISURE, askedBy } from "../threads/asker.ts";
import { NotDone } from "../threads/work-thread.ts";
import type { Document } from "./document.ts";
import { MAX_BY_ONE, type Order, orderHash, print } from "./press.ts";

type DocumentTables = {
  "platform.made_document": {
    municipality_id: string;
    sha256: string;
    form: Order["form"];
    bytes: Uint8Array;
    made_at: Date;
    used_at: Date;
  };
};
const tables = (tx: Tx) => tx.withTables<DocumentTables>();

/** Requests for documents of one who asks that wait for those before them; one more is asked to come back. */
const MAX_IN_LINE = 16;
/** A larger document is made each time. */
const MAX_BYTES = 20_000_000;
/** What a municipality keeps: decided budgets and reports of many years; what was used longest ago is thrown first. */
export const MAX_KEPT = { count: 2_000, bytes: 500_000_000 } as const;
/** When a document was used is written at most so often. */
const USED_NOTED_HOURS = 24;
/** Documents whose hash is remembered, by what they are made of. */
const MAX_REMEMBERED = 5_000;

/** What is to be sent: the bytes, the order to make them of, or nothing to one who has them. */
export class Ordered {
  readonly what: { readonly bytes: Uint8Array } | { readonly order: Order } | "seen";
  readonly sha256: string;
  readonly decided: boolean;
  /** Is to be kept, or noted as used. */
  readonly keep: boolean;

  constructor(
    what: Ordered["what"],
    { sha256, decided, keep }: { readonly sha256: string; readonly decided: boolean; readonly keep: boolean },
  ) {
    this.what = what;
    this.sha256 = sha256;
    this.decided = decided;
    this.keep = keep;
  }
}

/**
 * The documents of a house: what is decided is made once and kept by the hash of its content. Who may read it has been asked
 * before: the hash tells nothing of who asks, and nobody can ask by it.
 */
export class Documents {
  private readonly door: Door;
  private readonly failed: (cause: unknown) => void;
  /** The hash of a decided document by what it is made of, in a municipality. */
  private readonly known = new Map<string, string>();
  private readonly keeping = new Map<string, Promise<void>>();
  private readonly lines = new Map<string, LimitFunction>();

  /** `failed` is told where a document could not be kept: whoever asked gets it all the same. */
  constructor(door: Door, failed: (cause: unknown) => void) {
    this.door = door;
    this.failed = failed;
  }

  /** Lets one who asks have some requests for documents under way; the rest of them stand in line. Throws NotDone. */
  async inTurn<T>({ id }: Asker, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(id) ?? pLimit(MAX_BY_ONE);
    this.lines.set(id, line);
    if (line.pendingCount >= MAX_IN_LINE)
      throw new NotDone("own-busy", `${line.pendingCount} stand in line by the same`);
    try {
      return await line(() => {
        if (gone.aborted) throw new NotDone("cancelled", "nobody waits for it any more");
        return work();
      });
    } finally {
      if (line.activeCount + line.pendingCount === 0) this.lines.delete(id);
    }
  }

  /**
   * What a document is to be made of, or the document where it is kept; in the transaction that may read it. `seen` is the hash
   * of what the one who asks has already.
   */
  async ordered(
    tx: Tx,
    municipality: string,
    { decided, of, gather }: Document,
    seen?: string,
  ): Promise<Ordered> {
    const name = of && `${municipality} ${of}`;
    const known = name && this.known.get(name);
    const kept = known === undefined ? undefined : await keptAs(tx, known, seen);
    if (kept) return kept;
    const order = await gather();
    const sha256 = orderHash(order);
    if (name) this.remember(name, sha256);
    const before = decided ? await keptAs(tx, sha256, seen) : undefined;
    if (before) return before;
    // Bytes that need no making are kept only where that spares the gathering
    const keep = decided && (order.form !== "file" || of !== undefined);
    return new Ordered(sha256 === seen ? "seen" : { order }, { sha256, decided, keep });
  }

  /** The bytes; made, where they are not kept, outside any transaction. Undefined for who has them. Throws NotDone. */
  async made(municipality: string, { sha256, keep, what }: Ordered): Promise<Uint8Array | undefined> {
    if (what === "seen") return undefined;
    if ("bytes" in what) {
      if (keep) await this.keep(municipality, sha256, (tx) => noteUsed(tx, sha256));
      return what.bytes;
    }
    const { order } = what;
    const bytes = await print(order, { same: `${municipality} ${sha256}` });
    if (keep && bytes.length <= MAX_BYTES)
      await this.keep(municipality, sha256, (tx) =>
        keepMade(tx, municipality, { sha256, form: order.form, bytes }),
      );
    return bytes;
  }

  /** Makes documents before anybody asks for them, after all who wait for one. Throws NotDone, and the signal's reason. */
  async makeBefore(
    municipality: string,
    signal: AbortSignal,
    gather: (tx: Tx) => Promise<readonly Document[]>,
  ): Promise<void> {
    const all = await this.door.read(municipality, async (tx) => {
      const ordered: Ordered[] = [];
      for (const document of await gather(tx)) ordered.push(await this.ordered(tx, municipality, document));
      return ordered;
    });
    for (const one of all) {
      signal.throwIfAborted();
      await askedBy(AT_LEISURE, () => this.made(municipality, one));
    }
  }

  private remember(name: string, hash: string): void {
    this.known.delete(name);
    this.known.set(name, hash);
    if (this.known.size > MAX_REMEMBERED) this.known.delete(this.known.keys().next().value as string);
  }

  /** Once, however many wait for the same. */
  private keep(municipality: string, sha256: string, write: (tx: Tx) => Promise<void>): Promise<void> {
    const key = `${municipality} ${sha256}`;
    const writer = { municipality, personId: "installation", requestId: "documents" };
    const keeping =
      this.keeping.get(key) ??
      this.door
        .write(writer, "Det som är beslutat görs en gång", write)
        .catch(this.failed)
        .finally(() => this.keeping.delete(key));
    this.keeping.set(key, keeping);
    return keeping;
  }
}

async function keptAs(tx: Tx, sha256: string, seen: string | undefined): Promise<Ordered | undefined> {
  const unused = sql<boolean>`used_at < now() - make_interval(hours => ${USED_NOTED_HOURS})`.as("unused");
  const kept = tables(tx).selectFrom("platform.made_document").select(unused).where("sha256", "=", sha256);
  const about = { sha256, decided: true };
  if (sha256 === seen)
    return (await kept.executeTakeFirst()) && new Ordered("seen", { ...about, keep: false });
  const found = await kept.select("bytes").executeTakeFirst();
  return found && new Ordered({ bytes: found.bytes }, { ...about, keep: found.unused });
}

async function noteUsed(tx: Tx, sha256: string): Promise<void> {
  await sql`update platform.made_document set used_at = now() where sha256 = ${sha256}`.execute(tx);
}

async function keepMade(
  tx: Tx,
  municipality_id: string,
  { sha256, form, bytes }: { sha256: string; form: Order["form"]; bytes: Uint8Array },
): Promise<void> {
  await tables(tx)
    .insertInto("platform.made_document")
    .values({
      municipality_id,
      sha256,
      form,
      bytes: Buffer.from(bytes),
      made_at: sql<Date>`now()`,
      used_at: sql<Date>`now()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await throwLeastUsed(tx, MAX_KEPT);
}

/** Throws what was used longest ago, until no more is kept than may be. */
export async function throwLeastUsed(
  tx: Tx,
  { count, bytes }: { readonly count: number; readonly bytes: number },
): Promise<void> {
  await sql`delete from platform.made_document where sha256 in (
    select sha256 from (
      select sha256, row_number() over latest as place, sum(size) over latest as together
      from platform.made_document window latest as (order by used_at desc, sha256)
    ) kept where place > ${count} or together > ${bytes})`.execute(tx);
}

/** Throws what nobody has asked for in a long time. Gives how many. */
export async function throwUnused(tx: Tx, days: number): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from platform.made_document where used_at < now() - make_interval(days => ${days})`.execute(
      tx,
    );
  return Number(numAffectedRows ?? 0);
}
