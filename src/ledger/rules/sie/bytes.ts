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
 * The text of a file: PC8 as the standard says, unless its bytes are UTF-8, or plainly the Windows page that some
 * programs write. What is no text of ours at all (empty, a web page, a workbook) gives the fault that says so.
 */
export function sieText(bytes: Uint8Array): SieText | Remark {
  if (bytes.length > SIE_LIMITS.bytes)
    return fault("sie-too-large", { maxMb: SIE_LIMITS.bytes / 1_000_000, mb: Math.ceil(bytes.length / 1e6) });
  if (isBinary(bytes)) return fault("sie-binary");
  const decoded = decode(bytes);
  const start = decoded.text.slice(0, 2000).trimStart();
  if (start === "") return fault("sie-empty");
  if (/^<\?xml|^<sie/i.test(start)) return fault("sie-xml");
  if (start.startsWith("<")) return fault("sie-html");
  if (!start.startsWith("#")) return fault("sie-not-sie");
  return { ...decoded, damaged: decoded.text.includes("\ufffd") };
}

const fault = (code: string, params: Remark["params"] = {}): Remark =>
  remark("stops", code, "SIE 4 (filen)", params, "file");

/** Text has tabs and line ends, and at most an end-of-file mark from older days; other control characters it has not. */
function isBinary(bytes: Uint8Array): boolean {
  // By index: over fifty million bytes an iterator takes seconds
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) return true;
  }
  return false;
}

/** Tab, line feed, form feed, carriage return, end of file. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a]);

function decode(bytes: Uint8Array): Omit<SieText, "damaged"> {
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return { encoding: "utf-8", text: utf8 };
  const encoding = encodingOf(bytes);
  return {
    encoding,
    text: encoding === "cp437" ? fromCp437(bytes) : new TextDecoder(encoding).decode(bytes),
  };
}

/** å ä ö Å Ä Ö é as each encoding writes them: whichever a file has the most of is the one that it is written in. */
const LETTERS = {
  cp437: new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82]),
  "windows-1252": new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9]),
  "utf-8": new Set([0xa5, 0xa4, 0xb6, 0x85, 0x84, 0x96, 0xa9]), // after 0xC3
} as const;

function encodingOf(bytes: Uint8Array): SieEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const count = { "utf-8": 0, "windows-1252": 0, cp437: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    if (byte === 0xc3 && LETTERS["utf-8"].has(bytes[i + 1] as number)) count["utf-8"]++;
    if (LETTERS.cp437.has(byte)) count.cp437++;
    if (LETTERS["windows-1252"].has(byte)) count["windows-1252"]++;
  }
  // One byte gone astray does not make a file of UTF-8 into another: its letters' second bytes look like PC8's
  if (count["utf-8"] > Math.max(count["windows-1252"], count.cp437 - count["utf-8"])) return "utf-8";
  return count["windows-1252"] > count.cp437 ? "windows-1252" : "cp437";
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

const CHUNK = 8192;

function fromCp437(bytes: Uint8Array): string {
  const codes = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : CP437.charCodeAt(byte - 0x80),
  );
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const chunk = Uint16Array.from(bytes.subarray(from, from + CHUNK), (byte) => codes[byte] as number);
    parts.push(String.fromCharCode.apply(null, chunk as unknown as number[]));
  }
  return parts.join("");
}

/** A text in PC8; what the page has no character for becomes a question mark. */
export function toCp437(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const upper = code < 0x80 ? -1 : CP437.indexOf(text.charAt(i));
    bytes[i] = code < 0x80 ? code : upper < 0 ? 0x3f : 0x80 + upper;
  }
  return bytes;
}
