/** The plain tar of POSIX (ustar), which every system unpacks: what we need of it and no more. */
const BLOCK_BYTES = 512;
const MAX_NAME_BYTES = 100;
/** Of one file in it, so that it is read without holding more than that. */
export const MAX_ENTRY_BYTES = 64_000_000;

/** A file in the archive: its head, its bytes, and what fills the last block. `at`: when it was last changed. */
export function tarEntry(name: string, bytes: Uint8Array, at: Date): Buffer {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw new Error(`too long a name in an archive: ${name}`);
  const head = Buffer.alloc(BLOCK_BYTES);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  head.write(name, 0);
  head.write(octal(0o600, 8), 100);
  head.write(octal(0, 8), 108);
  head.write(octal(0, 8), 116);
  head.write(octal(bytes.length, 12), 124);
  head.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  head.write("        ", 148);
  head.write("0", 156);
  head.write("ustar\x0000", 257);
  head.write(`${sumOf(head).toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([head, bytes, Buffer.alloc(fillOf(bytes.length))]);
}

export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK_BYTES);

const fillOf = (size: number): number => (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
const sumOf = (head: Uint8Array): number => head.reduce((sum, byte) => sum + byte, 0);

export interface TarFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What is wrong with an archive. */
export class TarFault extends Error {}

/** The files of an archive, one at a time. Throws TarFault where it is none, is changed, or has been cut off. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const reading = source[Symbol.asyncIterator]();
  let left: Buffer = Buffer.alloc(0);
  const take = async (size: number): Promise<Buffer> => {
    const parts = [left];
    let have = left.length;
    while (have < size) {
      const next = await reading.next();
      if (next.done) throw new TarFault("cut off");
      parts.push(Buffer.from(next.value));
      have += next.value.length;
    }
    const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    left = all.subarray(size);
    return all.subarray(0, size);
  };
  for (;;) {
    const head = await take(BLOCK_BYTES);
    if (head.every((byte) => byte === 0)) break;
    const told = Number.parseInt(head.toString("latin1", 148, 154), 8);
    const blank = Buffer.from(head);
    blank.fill(" ", 148, 156);
    const size = Number.parseInt(head.toString("latin1", 124, 135), 8);
    if (told !== sumOf(blank) || !(size >= 0 && size <= MAX_ENTRY_BYTES)) throw new TarFault("no archive");
    const name = head.toString("utf8", 0, MAX_NAME_BYTES).replace(/\0.*$/s, "");
    const bytes = Buffer.from(await take(size));
    await take(fillOf(size));
    yield { name, bytes };
  }
  // To the end of what is underneath: it is there that a seal tells of a cut
  while (!(await reading.next()).done);
}
