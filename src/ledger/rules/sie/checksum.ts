import { type SieText, toCp437 } from "./bytes.ts";
import type { SieDraft } from "./draft.ts";
import { fieldsOf } from "./fields.ts";

/**
 * Holds the file against its own checksum (#KSUMMA): CRC-32 over the labels and fields between its two lines, without
 * separators, quotes and braces (SIE 4B, chapter 7). A program that saves the file in another encoding keeps the sum of
 * the one it came in, so PC8's counts as right too.
 */
export function checkChecksum(draft: SieDraft, { text }: SieText, bytes: Uint8Array): void {
  const { checksum } = draft;
  if (!checksum) return;
  const { line, from, to, stated, endLine } = checksum;
  if (to === undefined || stated === undefined || endLine === undefined) {
    draft.forgive(line, "sie-checksum-open");
    return;
  }
  const summed = text.slice(from, to);
  // Where a byte is a letter, a place in the text is the same place in the file
  const oneByteALetter = bytes.length - text.length >= 0 && bytes.length - text.length <= 100;
  const readings = [toCp437(summed), new TextEncoder().encode(summed)];
  if (oneByteALetter) readings.push(bytes.subarray(from, to));
  const right = readings.some(
    (reading) => String(crc32(summedBytes(reading))) === stated.replace(/^0+(?=\d)/, ""),
  );
  if (!right) draft.forgive(endLine, "sie-checksum-differs", { stated: stated.slice(0, 40) });
}

/** What the sum is made of, byte by byte. */
function* summedBytes(bytes: Uint8Array): Generator<number> {
  let from = 0;
  while (from < bytes.length) {
    let to = from;
    while (to < bytes.length && bytes[to] !== LF && bytes[to] !== CR) to++;
    // A letter for each byte: what separates fields is ASCII in every encoding here
    const line = Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte))
      .join("")
      .trim();
    if (line.startsWith("#")) {
      const label = /^#[^\s{"]*/.exec(line)?.[0] ?? "#";
      for (const part of [label, ...fieldsOf(line, label.length).fields.flat()])
        for (let i = 0; i < part.length; i++) yield part.charCodeAt(i);
    }
    from = to + 1;
  }
}

const LF = 0x0a;
const CR = 0x0d;

/** The polynomial that the standard names, in the order of bits that it is used in. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  return sum >>> 0;
});

function crc32(bytes: Iterable<number>): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] as number);
  return (sum ^ 0xffffffff) >>> 0;
}
