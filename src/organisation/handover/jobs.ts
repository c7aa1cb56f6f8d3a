import { createHash } from "node:crypto";
import { z } from "zod";
import { machineClock } from "../../platform/clock.ts";
import type { Door, Tx } from "../../platform/database/door.ts";
import { sealedTo } from "../../platform/database/handover/seal.ts";
import { type ChainToHandOver, handoverText } from "../../platform/database/handover/write.ts";
import type { AnyJob, Job } from "../../platform/jobs/job.ts";
import { municipalityOf } from "../store.ts";
import { dropPieces, handoverBy, noteProgress, noteReady, outOfTime, storePiece, takeAway } from "./store.ts";

const WRITER = { personId: "installation", requestId: "job" };
const PIECE_BYTES = 4_194_304;
/** Of a sealed file: far beyond what a municipality's years come to, and what a disk can be asked for. */
const MAX_BYTES = 20_000_000_000;

const Ordered = z.object({ handover: z.uuid() });
export const HANDOVER_JOB: Pick<Job<z.output<typeof Ordered>>, "name" | "data"> = {
  name: "make-handover",
  data: Ordered,
};

export interface HandoverParts {
  readonly release: string;
  readonly chain: (tx: Tx) => Promise<ChainToHandOver>;
}

/** Makes what has been ordered, and takes away what has been kept for its time (T-3). */
export const handoverJobs = (parts: HandoverParts): readonly AnyJob[] => [
  {
    ...HANDOVER_JOB,
    async run({ door, municipality, signal, data, last }: Parameters<Job<{ handover: string }>["run"]>[0]) {
      const found = await door.read(municipality, (tx) => handoverBy(tx, data.handover));
      if (!found || !["waiting", "working"].includes(found.state)) return;
      try {
        await make(door, municipality, { id: found.id, recipient: found.recipient, signal }, parts);
      } catch (cause) {
        const fault = cause instanceof TooLarge ? "too-large" : last ? "cut-off" : undefined;
        // What was cut short is made anew from its beginning in a later turn
        if (fault === undefined) throw cause;
        await write(door, municipality, (tx) => takeAway(tx, found.id, { state: "failed", fault }));
        if (fault === "cut-off") throw cause;
      }
    },
  },
  {
    name: "end-handovers",
    cron: "0 3 * * *",
    async run({ door, municipality }) {
      for (const { id } of await door.read(municipality, outOfTime))
        await write(door, municipality, (tx) => takeAway(tx, id, { state: "ended" }));
    },
  },
];

class TooLarge extends Error {}

const write = (door: Door, municipality: string, work: (tx: Tx) => Promise<void>) =>
  door.write({ municipality, ...WRITER }, "Kommunens uppgifter lämnas ut", work);

/** Reads one moment, packs, seals and stores it a piece at a time; nothing of it is ever on disk unsealed. */
async function make(
  door: Door,
  municipality: string,
  {
    id,
    recipient,
    signal,
  }: { readonly id: string; readonly recipient: string; readonly signal: AbortSignal },
  { release, chain }: HandoverParts,
): Promise<void> {
  await write(door, municipality, async (tx) => {
    await dropPieces(tx, id);
    await noteProgress(tx, id, { state: "working", tables_done: 0, rows: 0, bytes: 0 });
  });
  const hash = createHash("sha256");
  let bytes = 0;
  let number = 0;
  const store = async (piece: Buffer) => {
    signal.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
    if (bytes > MAX_BYTES) throw new TooLarge();
    const stored = { handover: id, number: number++, bytes: piece };
    await write(door, municipality, (tx) => storePiece(tx, municipality, stored));
  };
  await door.read(
    municipality,
    async (tx) => {
      const text = handoverText(tx, {
        municipality: await municipalityOf(tx, municipality),
        release,
        now: machineClock.now(),
        chain,
        signal,
        onTable: ({ done, of, rows }) =>
          write(door, municipality, (own) =>
            noteProgress(own, id, { tables_done: done, tables: of, rows, bytes }),
          ),
      });
      for await (const piece of ofSize(sealedTo(recipient, text))) await store(piece);
    },
    { oneMoment: true },
  );
  await write(door, municipality, (tx) => noteReady(tx, id, { sha256: hash.digest("hex"), bytes }));
}

/** The same bytes in pieces of the size that is stored. */
async function* ofSize(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    let rest = chunk;
    while (size + rest.length >= PIECE_BYTES) {
      const upTo = PIECE_BYTES - size;
      yield Buffer.concat([...held, rest.subarray(0, upTo)]);
      held = [];
      size = 0;
      rest = rest.subarray(upTo);
    }
    if (rest.length > 0) {
      held.push(rest);
      size += rest.length;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
