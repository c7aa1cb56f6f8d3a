/** A field of a line: a text, or what stands between braces ({1 "100" 6 "P1"}). */
export type SieField = string | readonly string[];

export type SieLine = { readonly fields: readonly SieField[] } | { readonly fault: SieLineFault };
export type SieLineFault = "sie-unclosed-quote" | "sie-unclosed-list" | "sie-nested-list";

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Splits a line in its fields, from a place in it. Fields are parted by spaces or tabs; quotes hold a field together, and
 * \" within them is a quote. A backslash before anything else is itself (paths and the like stand so in real files).
 */
export function fieldsOf(line: string, from: number): SieLine {
  const fields: SieField[] = [];
  let list: string[] | undefined;
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === SPACE || code === TAB) {
      at++;
    } else if (code === OPEN) {
      if (list) return { fault: "sie-nested-list" };
      list = [];
      at++;
    } else if (code === CLOSE && list) {
      fields.push(list);
      list = undefined;
      at++;
    } else {
      const end = code === QUOTE ? quoteEnd(line, at + 1) : wordEnd(line, at);
      if (end < 0) return { fault: "sie-unclosed-quote" };
      const text = code === QUOTE ? unescaped(line.slice(at + 1, end)) : line.slice(at, end);
      (list ?? fields).push(text);
      at = code === QUOTE ? end + 1 : end;
    }
  }
  return list ? { fault: "sie-unclosed-list" } : { fields };
}

/** Where the quote closes; −1 when it never does. A last \" is a path's backslash and the closing quote ("C:\BOK\"). */
function quoteEnd(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH && line.charCodeAt(at + 1) === QUOTE) {
      if (line.indexOf('"', at + 2) < 0) return at + 1;
      at++;
    }
  }
  return -1;
}

const unescaped = (text: string): string => (text.includes("\\") ? text.replaceAll('\\"', '"') : text);

function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === SPACE || code === TAB || code === OPEN || code === CLOSE) break;
    at++;
  }
  // A closing brace that no list has opened is a field of its own: it can't be passed over for ever
  return at === from ? at + 1 : at;
}
