import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { CP437, encodingOfText, piecesOfText } from "../../../kernel/text-of-bytes.ts";
import { SIE_LIMITS, type SieEncoding } from "./file.ts";

export interface SieText {
  readonly encoding: SieEncoding;
  /** Line by line, without what ends them, and without what old programs fill up a file with. */
  lines(): Iterable<SieTextLine>;
}

export interface SieTextLine {
  readonly text: string;
  /** As they stand in the file, with what ends the line; undefined where a letter may be several bytes. */
  readonly bytes: Uint8Array | undefined;
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
  const encoding = encodingOfText(bytes, PAGES);
  const [first = ""] = piecesOfText(bytes.subarray(0, 8000), encoding);
  const start = first.slice(0, 2000).trimStart();
  if (start === "") return fault("sie-empty");
  if (/^<\?xml|^<sie/i.test(start)) return fault("sie-xml");
  if (start.startsWith("<")) return fault("sie-html");
  if (!start.startsWith("#")) return fault(CONTROL.test(start) ? "sie-binary" : "sie-not-sie");
  return { encoding, lines: () => linesOf(withoutEnd(bytes, encoding), encoding) };
}

/** Without what old programs end or fill up a file with: spaces, line ends and other control characters. */
function withoutEnd(bytes: Uint8Array, encoding: SieEncoding): Uint8Array {
  if (encoding.startsWith("utf-16")) return bytes;
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] as number) <= SPACE || bytes[end - 1] === DELETE)) end--;
  return bytes.subarray(0, end);
}

const SPACE = 0x20;
const DELETE = 0x7f;
const CR = 0x0d;
const LF = 0x0a;

/** Lines end as in Windows, as in Unix, or as in old Mac files. */
function* linesOf(bytes: Uint8Array, encoding: SieEncoding): Generator<SieTextLine> {
  const oneByteALetter = !encoding.startsWith("utf");
  let rest = "";
  /** Where `rest` begins in the file. */
  let place = 0;
  const upTo = (length: number) => (oneByteALetter ? bytes.subarray(place, place + length) : undefined);
  for (const piece of piecesOfText(bytes, encoding)) {
    const text = rest + piece;
    let from = 0;
    for (;;) {
      const end = lineEnd(text, from);
      // Whether a carriage return is followed by a line feed stands in the next piece
      if (end === text.length || (end === text.length - 1 && text.charCodeAt(end) === CR)) break;
      const next = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
      yield { text: text.slice(from, end), bytes: upTo(next - from) };
      place += next - from;
      from = next;
    }
    rest = text.slice(from);
  }
  if (rest !== "") yield { text: rest.endsWith("\r") ? rest.slice(0, -1) : rest, bytes: upTo(rest.length) };
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return at;
  }
  return text.length;
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
    const sign = ownValue(SIGNS, letter);
    if (sign) return sign;
    control ??= letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    return " ";
  });
  return control === undefined ? { line: clean } : { line: clean, control };
}

/** The standard's own page first: a tie is settled for it. */
const PAGES = ["cp437", "windows-1252", "macintosh"] as const;

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
