/** Pages of one byte a letter that Swedish files are written in. */
export type Page = "cp437" | "windows-1252" | "macintosh";
export type TextEncoding = Page | "utf-8" | "utf-16le" | "utf-16be";

/** What the standard calls PC8: the upper half of code page 437, from byte 0x80. */
export const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * The text of a file as people save it: UTF-8, UTF-16 as Excel's "Unicode text" has it, or what is neither in Windows' page or
 * plainly in that of a Mac or of DOS. The mark that some programs put first is no part of the text.
 */
export const textOfBytes = (bytes: Uint8Array): string =>
  [...piecesOfText(bytes, encodingOfText(bytes, ["windows-1252", "macintosh", "cp437"]))].join("");

/** The encoding of a text's bytes; among `pages` the first is the one that a tie is settled for. */
export const encodingOfText = (bytes: Uint8Array, pages: readonly Page[]): TextEncoding =>
  utf16Of(bytes) ?? (isUtf8(bytes) ? "utf-8" : pageOf(bytes, pages));

const PIECE = 262_144;

/** A text piece by piece, so that a large one is never held twice. */
export function* piecesOfText(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = encoding === "cp437" ? undefined : new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    yield decoder ? decoder.decode(piece, { stream: true }) : fromCp437(piece);
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

/** By the mark first in the file, or by every other byte being 0 where the first label stands. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return undefined;
}

/** What follows 0xC3 in UTF-8 for å ä ö Å Ä Ö é. */
const AFTER_C3 = new Set([0xa5, 0xa4, 0xb6, 0x85, 0x84, 0x96, 0xa9]);

function pageOf(bytes: Uint8Array, pages: readonly Page[]): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const { found, within, pairs } = upperHalf(bytes);
  // Mac's Å, Ä and Ö are PC8's ü, Ç and à: where PC8 is the rule they are no sign of a Mac without its small letters
  const small = [0x8c, 0x8a, 0x9a].some((byte) => found[byte] !== 0);
  const likeness = pages
    .filter((page) => page !== "macintosh" || small || pages[0] !== "cp437")
    .map((page) => ({ page, score: likenessTo(page, found, within) }));
  // One byte gone astray does not make a file of UTF-8 into another: its letters' second bytes look like other pages'
  const count = (letters: readonly number[]) =>
    letters.reduce((sum, byte) => sum + (found[byte] as number), 0);
  const windows = count([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9]);
  const pc8 = count([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82]);
  if (pairs > Math.max(windows, pc8 - pairs)) return "utf-8";
  return likeness.reduce((best, next) => (next.score > best.score ? next : best)).page;
}

/** How often each byte from 0x80 stands in a file, how often of them within a word, before a small letter; and pairs of UTF-8. */
function upperHalf(bytes: Uint8Array): { found: Uint32Array; within: Uint32Array; pairs: number } {
  const found = new Uint32Array(256);
  const within = new Uint32Array(256);
  let pairs = 0;
  // By index: over fifty million bytes an iterator takes seconds
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    found[byte] = (found[byte] as number) + 1;
    const [before = 0, after = 0] = [bytes[i - 1], bytes[i + 1]];
    if (isAsciiLetter(before) && after >= 0x61 && after <= 0x7a) within[byte] = (within[byte] as number) + 1;
    if (byte === 0xc3 && AFTER_C3.has(after)) pairs++;
  }
  return { found, within, pairs };
}

const isAsciiLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** How well the bytes make Swedish of a page: its letters count for it, great ones in the midst of a word and odd signs against. */
function likenessTo(page: Page, found: Uint32Array, within: Uint32Array): number {
  let score = 0;
  for (let byte = 0x80; byte < 0x100; byte++) {
    const times = found[byte] as number;
    if (times === 0) continue;
    const one = Uint8Array.of(byte);
    const letter = page === "cp437" ? fromCp437(one) : new TextDecoder(page).decode(one);
    if ("åäöé".includes(letter)) score += times;
    else if ("ÅÄÖÉ".includes(letter)) score += times - 2 * (within[byte] as number);
    else if (!/[\p{L}§°½´–—’‘“”€£²³·«»\u00a0]/u.test(letter)) score -= times;
  }
  return score;
}

/** Whether bytes are UTF-8 with something beyond ASCII; ASCII alone is the same in all pages. */
function isUtf8(bytes: Uint8Array): boolean {
  let plain = true;
  // By index: over fifty million bytes an iterator takes seconds
  for (let i = 0; plain && i < bytes.length; i++) plain = (bytes[i] as number) < 0x80;
  if (plain) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += PIECE)
      decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The character of each byte. */
const CODES = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? byte : CP437.charCodeAt(byte - 0x80),
);

function fromCp437(bytes: Uint8Array): string {
  // Low byte first, whatever the machine: a decoder makes a text of fifty million characters faster than joining pieces does
  const wide = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const code = CODES[bytes[i] as number] as number;
    wide[2 * i] = code & 0xff;
    wide[2 * i + 1] = code >> 8;
  }
  return new TextDecoder("utf-16le").decode(wide);
}
