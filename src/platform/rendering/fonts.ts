import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";

/** What a document is set in: one serif for reading, one sans for headings, tables and figures (both under the OFL). */
const FAMILIES = ["source-serif-4", "source-sans-3"];
const STYLES = ["400-normal", "400-italic", "600-normal", "700-normal"];

/**
 * The fonts that come with the packages, in a form that the typesetter reads; the same on every machine. Letters outside
 * western Europe's are set in the typesetter's own font.
 */
export function documentFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FAMILIES.flatMap((family) =>
    STYLES.map((style) =>
      unpackWoff(readFileSync(resolve(`@fontsource/${family}/files/${family}-latin-${style}.woff`))),
    ),
  );
}

const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF 1.0 file to the TrueType or OpenType font that it wraps (W3C, WOFF File Format 1.0, chapters 3–5): the
 * same tables, each inflated where it was deflated. Throws a RangeError for what is no WOFF file.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== WOFF) throw new RangeError("not a WOFF 1.0 file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = WOFF_HEADER + i * WOFF_ENTRY;
    const offset = woff.readUInt32BE(at + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8));
    const length = woff.readUInt32BE(at + 12);
    const data = packed.length < length ? inflateSync(packed) : packed;
    if (data.length !== length) throw new RangeError("a table of the WOFF file is damaged");
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
  });
  const largestPower = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(largestPower * 16, 6);
  head.writeUInt16BE(Math.log2(largestPower), 8);
  head.writeUInt16BE(count * 16 - largestPower * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    const at = SFNT_HEADER + i * SFNT_ENTRY;
    tag.copy(head, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}
