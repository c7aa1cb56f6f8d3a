/** A field of a line: a text, or what stands between braces ({1 "100" 6 "P1"}). */
export type SieField = string | readonly string[];

/**
 * `strayQuote`: a quote stands where none belongs, so that a text may be read wrong. With a `fault`, the fields before it
 * are whole, and a text that has lost its closing quote comes last.
 */
export interface SieLine {
  readonly fields: readonly SieField[];
  readonly strayQuote: boolean;
  readonly fault?: SieLineFault;
}
export type SieLineFault = "sie-unclosed-quote" | "sie-unclosed-list" | "sie-nested-list";

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Splits a line in its fields, from a place in it. Fields are parted by spaces or tabs; quotes hold a field together, and
 * \" within them is a quote. A backslash before anything else is itself (paths and the like stand so in real files). A quote right before a letter closes
 * nothing: in damaged files å, ä and ö have become quotes, and texts come last in a line, after account, amount and day.
 */
export function fieldsOf(line: string, from: number): SieLine {
  const fields: SieField[] = [];
  let list: string[] | undefined;
  let strayQuote = false;
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === SPACE || code === TAB) {
      at++;
    } else if (code === OPEN) {
      if (list) return { fields, strayQuote, fault: "sie-nested-list" };
      list = [];
      at++;
    } else if (code === CLOSE && list) {
      fields.push(list);
      list = undefined;
      at++;
    } else {
      const quoted = code === QUOTE;
      const end = quoted ? quoteEnd(line, at + 1) : wordEnd(line, at);
      if (end < 0)
        return list
          ? { fields, strayQuote, fault: "sie-unclosed-list" }
          : { fields: [...fields, unescaped(line.slice(at + 1))], strayQuote, fault: "sie-unclosed-quote" };
      const text = quoted ? unescaped(line.slice(at + 1, end)) : line.slice(at, end);
      if (text.includes('"') && !line.slice(at, end).includes('\\"')) strayQuote = true;
      (list ?? fields).push(text);
      at = quoted ? end + 1 : end;
    }
  }
  return list ? { fields, strayQuote, fault: "sie-unclosed-list" } : { fields, strayQuote };
}

/**
 * Where the quote closes; −1 when it never does. A \" closes when it is the line's last quote, or when the next quote
 * opens a field: then it is a path's backslash and the closing quote ("C:\BOK\" "1").
 */
function quoteEnd(line: string, from: number): number {
  let last = -1;
  let backslashed = -1;
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    const escaped = at > from && line.charCodeAt(at - 1) === BACKSLASH;
    const ends = isEnd(line.charCodeAt(at + 1));
    if (!escaped && ends) return at;
    if (!escaped && backslashed >= 0 && isEnd(line.charCodeAt(at - 1))) return backslashed;
    if (escaped && ends) backslashed = at;
    last = at;
  }
  return last;
}

const unescaped = (text: string): string => (text.includes("\\") ? text.replaceAll('\\"', '"') : text);

function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isEnd(line.charCodeAt(at))) at++;
  // A closing brace that no list has opened is a field of its own: it can't be passed over for ever
  return at === from ? at + 1 : at;
}

/** Whether a character ends a field; NaN is what lies after the line's end. */
const isEnd = (code: number): boolean =>
  code === SPACE || code === TAB || code === OPEN || code === CLOSE || Number.isNaN(code);
