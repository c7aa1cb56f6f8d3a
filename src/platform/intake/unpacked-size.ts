import { createInflateRaw } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const MAX_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;

/**
 * How many bytes a zip archive, such as a workbook, unpacks to; "too-large" when that is more than `max`, and "broken" for
 * what is no whole archive. Each part is unpacked to be counted and then thrown away: what an archive says of its own sizes
 * may be a lie, and a few kilobytes can unpack to gigabytes.
 */
export async function unpackedSize(bytes: Uint8Array, max: number): Promise<number | "too-large" | "broken"> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = partsOf(archive);
    if (!parts) return "broken";
    let size = 0;
    for (const part of parts) {
      if (part.method === STORED) size += part.data.length;
      else if (part.method !== DEFLATED) return "broken";
      else size += await inflatedSize(part.data, max - size);
      if (size > max) return "too-large";
    }
    return size;
  } catch {
    return "broken";
  }
}

/** What the parts of an archive are called, where it unpacks to no more than `max`; as `unpackedSize` else. */
export async function archiveParts(
  bytes: Uint8Array,
  max: number,
): Promise<readonly string[] | "too-large" | "broken"> {
  const size = await unpackedSize(bytes, max);
  if (typeof size === "string") return size;
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? [];
  return parts.map(({ name }) => name);
}

/** Counted piece by piece, so that what it unpacks to is never held; stops when it is more than `max`. */
async function inflatedSize(data: Buffer, max: number): Promise<number> {
  const inflate = createInflateRaw();
  inflate.end(data);
  let size = 0;
  for await (const piece of inflate as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > max) break;
  }
  return size;
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly data: Buffer;
}

/** The archive's parts as its directory, last in the file, lists them; undefined where there is none or it is out of bounds. */
function partsOf(archive: Buffer): Part[] | undefined {
  const end = endOf(archive);
  if (end === undefined) return undefined;
  const count = archive.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return undefined;
  let at = archive.readUInt32LE(end + 16);
  const parts: Part[] = [];
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== ENTRY) return undefined;
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (from + packed > archive.length) return undefined;
    const named = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + named);
    parts.push({ name, method, data: archive.subarray(from, from + packed) });
    at += 46 + named + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(archive: Buffer): number | undefined {
  const last = archive.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (archive.readUInt32LE(at) === END) return at;
  return undefined;
}
