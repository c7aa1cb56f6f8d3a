/** Where a text stops being JSON, or names a field of an object once more; lines and columns are counted from 1. */
export interface JsonFault {
  readonly what: "not-json" | "twice" | "ends-too-early";
  readonly line: number;
  readonly column: number;
  /** The sign or word that stands there. */
  readonly found: string;
}

/** Space, a number, a word, or one sign; a text begins with its quote. */
const TOKEN = /\s+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|\p{L}+|./suy;
const VALUE = /^(?:-?\d|(?:true|false|null)$)/;

type Wants = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end";

/**
 * The first fault of a JSON text; undefined where it has none. `JSON.parse` says neither in our words nor always where, and of
 * two fields with one name it keeps the last without a word.
 */
export function jsonFault(text: string): JsonFault | undefined {
  /** The fields of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let wants = "value" as Wants;
  const fault = (what: JsonFault["what"], offset: number, found: string): JsonFault => {
    const before = text.slice(0, offset).split("\n");
    return { what, line: before.length, column: (before.at(-1) ?? "").length + 1, found: found.slice(0, 40) };
  };
  const begins = (sign: string): boolean => {
    if (sign !== "{" && sign !== "[") return false;
    open.push(sign === "{" ? new Set() : null);
    wants = sign === "{" ? "key-or-end" : "value-or-end";
    return true;
  };
  const ends = (sign: string): boolean => {
    if (open.length === 0 || sign !== (open.at(-1) ? "}" : "]")) return false;
    open.pop();
    wants = "comma-or-end";
    return true;
  };
  let next = 0;
  for (let offset = 0; offset < text.length; offset = next) {
    TOKEN.lastIndex = offset;
    const token = text[offset] === '"' ? quoted(text, offset) : (TOKEN.exec(text)?.[0] ?? "");
    next = offset + Math.max(1, token.length);
    if (/^\s/.test(token)) continue;
    const string = token[0] === '"' ? stringIn(token) : undefined;
    if (wants === "value" || wants === "value-or-end") {
      if (begins(token) || (wants === "value-or-end" && ends(token))) continue;
      if (string === undefined && !VALUE.test(token)) return fault("not-json", offset, token);
      wants = "comma-or-end";
    } else if (wants === "key" || wants === "key-or-end") {
      if (wants === "key-or-end" && ends(token)) continue;
      if (string === undefined) return fault("not-json", offset, token);
      const keys = open.at(-1) as Set<string>;
      if (keys.has(string)) return fault("twice", offset, string);
      keys.add(string);
      wants = "colon";
    } else if (wants === "colon") {
      if (token !== ":") return fault("not-json", offset, token);
      wants = "value";
    } else if (token === "," && open.length > 0) wants = open.at(-1) ? "key" : "value";
    else if (!ends(token)) return fault("not-json", offset, token);
  }
  return wants === "comma-or-end" && open.length === 0 ? undefined : fault("ends-too-early", text.length, "");
}

/** From a quote to the one that ends it, both with it; the quote alone where none does. */
function quoted(text: string, from: number): string {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return text.slice(from, end + 1);
  }
  return '"';
}

function stringIn(token: string): string | undefined {
  try {
    return JSON.parse(token) as string;
  } catch {
    return undefined;
  }
}
