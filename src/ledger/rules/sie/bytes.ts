import { type Remark, remark } from "../../../kernel/remark.ts";
import { CP437, readText } from "../../../kernel/text-of-bytes.ts";
import { SIE_LIMITS, type SieEncoding } from "./file.ts";

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

/** The standard's own page first: a tie is settled for it. */
const PAGES = ["cp437", "windows-1252", "macintosh"] as const;

/** What old programs end or fill up a file with. */
const AFTER_THE_END = /[\p{Cc}\s]+$/u;

function decode(bytes: Uint8Array): Omit<SieText, "damaged"> {
  const { encoding, text } = readText(bytes, PAGES);
  return {
    encoding,
    text: text.slice(-100).search(AFTER_THE_END) < 0 ? text : text.replace(AFTER_THE_END, ""),
  };
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
