import { toCp437 } from "./bytes.ts";
import { fieldsOf } from "./fields.ts";

/**
 * A file's own sum (#KSUMMA) of the lines that are added: CRC-32 over labels and fields, without separators, quotes and braces
 * (SIE 4B, chapter 7). A program that saves the file in another encoding keeps the sum of the one it came in, so PC8's
 * counts as right too, and UTF-8's.
 */
export class FileSum {
  private pc8 = BEGUN;
  private utf8 = BEGUN;
  private own = BEGUN;
  private readonly encoder = new TextEncoder();

  /** `bytes`: the line as it stands in the file, where that is known. */
  add(line: string, bytes: Uint8Array | undefined): void {
    this.pc8 = added(this.pc8, toCp437(line));
    this.utf8 = added(this.utf8, this.encoder.encode(line));
    if (bytes) this.own = added(this.own, bytes);
  }

  is(stated: string): boolean {
    const wanted = stated.replace(/^0+(?=\d)/, "");
    return [this.pc8, this.utf8, this.own].some((sum) => String((sum ^ BEGUN) >>> 0) === wanted);
  }
}

/** The sum with what a line adds to it. */
function added(sum: number, bytes: Uint8Array): number {
  // A letter for each byte: what separates fields is ASCII in every encoding here
  let line = "";
  for (const byte of bytes) line += String.fromCharCode(byte);
  line = line.trim();
  if (!line.startsWith("#")) return sum;
  const label = /^#[^\s{"]*/.exec(line)?.[0] ?? "#";
  let crc = sum;
  for (const part of [label, ...fieldsOf(line, label.length).fields.flat()])
    for (let i = 0; i < part.length; i++)
      crc = (crc >>> 8) ^ (TABLE[(crc ^ part.charCodeAt(i)) & 0xff] as number);
  return crc;
}

const BEGUN = 0xffffffff;

/** The polynomial that the standard names, in the order of bits that it is used in. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  return sum >>> 0;
});
