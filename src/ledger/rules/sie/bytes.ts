import { type Remark, remark } from "../../../kernel/remark.ts";
import { SIE_LIMITS, type SieEncoding } from "./file.ts";

/** What the standard calls PC8: the upper half of code page 437, from byte 0x80. */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

export interface SieText {
  readonly text: string;
  readonly encoding: SieEncoding;
  readonly damaged: boolean;
}

/**
 * The text of a file: PC8 as the standard says, unless its bytes are UTF-8 or UTF-16, or plainly the Windows or Macintosh
 * page that some programs write. What is no text of ours at all (empty, a web page, a workbook) gives the fault that says
 * so. What is left in the text of control characters is judged by line (`withoutControls`).
 */
export function sieText(bytes: Uint8Array): SieText | Remark {
  if (bytes.length > SIE_LIMITS.bytes)
    return fault("sie-too-large", { maxMb: SIE_LIMITS.bytes / 1_000_000, mb: Math.ceil(bytes.length / 1e6) });
  if (isArchive(bytes)) return fault("sie-binary");
  const decoded = decode(bytes);
  const start = decoded.text.slice(0, 2000).trimStart();
  if (start === "") return fault("sie-empty");
  if (/^<\?xml|^<sie/i.test(start)) return fault("sie-xml");
  if (start.startsWith("<")) return fault("sie-html");
  if (!start.startsWith("#")) return fault(CONTROL.test(start) ? "sie-binary" : "sie-not-sie");
  return { ...decoded, damaged: decoded.text.includes("\ufffd") };
}

const fault = (code: string, params: Remark["params"] = {}): Remark =>
  remark("stops", code, "SIE 4 (filen)", params, "file");

/** A workbook, an archive or a PDF says so in its first bytes. */
const isArchive = (bytes: Uint8Array): boolean =>
  ["PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "%PDF", "\u001f\u008b", "7z\u00bc\u00af"].some((mark) =>
    [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0)),
  );

/** What a text does not have: control characters other than tab, line ends and page breaks. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;
const CONTROLS = /[^\P{Cc}\t\n\f\r]/gu;

/** In code page 437 two of the control characters have a sign of their own, and programs write § that way. */
const SIGNS: Readonly<Record<string, string>> = { "\u0014": "¶", "\u0015": "§" };

/**
 * A line without control characters: § and ¶ as what they are, all others as spaces. `control` is the first of those, as
 * its number in hexadecimal ("0B"), undefined where there is none.
 */
export function withoutControls(line: string): { readonly line: string; readonly control?: string } {
  if (!CONTROL.test(line)) return { line };
  let control: string | undefined;
  const clean = line.replace(CONTROLS, (letter) => {
    const sign = SIGNS[letter];
    if (sign) return sign;
    control ??= letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    return " ";
  });
  return control === undefined ? { line: clean } : { line: clean, control };
}

/** What old programs end or fill up a file with. */
const AFTER_THE_END = /[\p{Cc}\s]+$/u;

function decode(bytes: Uint8Array): Omit<SieText, "damaged"> {
  const { encoding, text } = decoded(bytes);
  return {
    encoding,
    text: text.slice(-100).search(AFTER_THE_END) < 0 ? text : text.replace(AFTER_THE_END, ""),
  };
}

function decoded(bytes: Uint8Array): Omit<SieText, "damaged"> {
  const wide = utf16Of(bytes);
  if (wide) return { encoding: wide, text: new TextDecoder(wide).decode(bytes) };
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return { encoding: "utf-8", text: utf8 };
  const encoding = encodingOf(bytes);
  return {
    encoding,
    text: encoding === "cp437" ? fromCp437(bytes) : new TextDecoder(encoding).decode(bytes),
  };
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
/** Pages of one byte a letter, in the order that a tie is settled by: the standard's own first. */
const PAGES = ["cp437", "windows-1252", "macintosh"] as const;

function encodingOf(bytes: Uint8Array): SieEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const { found, within, pairs } = upperHalf(bytes);
  const likeness = PAGES.map((page) => ({ page, score: likenessTo(page, found, within) }));
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
function likenessTo(page: (typeof PAGES)[number], found: Uint32Array, within: Uint32Array): number {
  // Mac's Å, Ä and Ö are PC8's ü, Ç and à: without its small letters they are no sign of a Mac
  const small = [0x8c, 0x8a, 0x9a].some((byte) => found[byte] !== 0);
  if (page === "macintosh" && !small) return Number.NEGATIVE_INFINITY;
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

/** The text of bytes that are UTF-8 with something beyond ASCII; ASCII alone is the same in all three. */
function asUtf8(bytes: Uint8Array): string | undefined {
  if (!bytes.some((byte) => byte >= 0x80)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
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

/** Whether PC8 has all the characters of a text. */
export function fitsCp437(text: string): boolean {
  for (const letter of text) if (letter.charCodeAt(0) >= 0x80 && cp437Of(letter) === undefined) return false;
  return true;
}

/** A character of the upper half, or a sign that PC8 has below the space. */
function cp437Of(letter: string): number | undefined {
  const upper = CP437.indexOf(letter);
  if (upper >= 0 && letter.length === 1) return 0x80 + upper;
  return letter === "§" ? 0x15 : letter === "¶" ? 0x14 : undefined;
}

/** A text in PC8; what the page has no character for becomes a question mark. */
export function toCp437(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code < 0x80 ? code : (cp437Of(text.charAt(i)) ?? 0x3f);
  }
  return bytes;
}
