import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip, gzipSync } from "node:zlib";

/**
 * What is too much to hand over at once stands in a file of its own until it is stored: lines of JSON, packed, that nobody else
 * may read. Whoever reads it takes it away (`dropSpool`), whether it came to use or not.
 */
export interface Spool {
  readonly path: string;
  readonly lines: number;
}

const OWNER_ONLY = 0o600;

/** Writes lines to a new spool. */
export function writeSpool(lines: Iterable<string>): Spool {
  const path = join(tmpdir(), `tillit-${crypto.randomUUID()}.spool`);
  const file = openSync(path, "wx", OWNER_ONLY);
  let count = 0;
  try {
    for (const line of lines) {
      // Each line is a packed part of its own, which read one after the other are one
      writeSync(file, gzipSync(`${line}\n`, { level: 1 }));
      count++;
    }
  } catch (cause) {
    unlinkSync(path);
    throw cause;
  } finally {
    closeSync(file);
  }
  return { path, lines: count };
}

/** The lines of a spool, one at a time. */
export async function* spoolLines({ path }: Spool): AsyncGenerator<string> {
  const file = await open(path);
  try {
    yield* createInterface({ input: file.createReadStream({ autoClose: false }).pipe(createGunzip()) });
  } finally {
    await file.close();
  }
}

export const dropSpool = ({ path }: Spool): Promise<void> => unlink(path).catch(() => undefined);
