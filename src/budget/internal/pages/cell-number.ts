import { readTwoWays } from "../../../kernel/number-in.ts";
import type { SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";

const SPACES = /\s/g;
const DASHES = /[\u2212\u2013]/g;

interface Limits {
  readonly min: number;
  readonly max: number;
  /** As many decimals as may be said (0). */
  readonly decimals?: number;
}

/**
 * What a cell of a spreadsheet says as a number. Takes what people and Excel write: a space between thousands, decimal comma
 * or point, minus before, after or as parentheses ("(1 200)"), and its unit. Anything else is a fault with its reason: so is
 * what may be of another size ("1.234", "12 5000", kronor among tkr). A formula is told apart, for its result is not what
 * was pasted.
 */
export function cellNumber(
  text: string,
  { min, max, decimals = 0 }: Limits,
  unit?: RegExp,
): number | SheetFault {
  const given = text.trim();
  if (given.startsWith("=")) return { code: "formula", params: {} };
  const bare = given
    .replace(SPACES, " ")
    .replace(DASHES, "-")
    .replace(unit ?? /$^/, "")
    .trim();
  if (unit === TKR_UNIT && /\d ?kr$/i.test(bare)) return { code: "other-unit", params: {} };
  const [, before = "", open, digits, decimal = "", close, after = ""] =
    /^([+-]?)(\()? ?(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))? ?(\))?(-?)$/.exec(bare) ?? [];
  if (digits === undefined && /^[-+(]*\d[\d ]* [\d ]*(?:[.,]\d+)?[-)]*$/.test(bare))
    return { code: "groups", params: {} };
  if (digits === undefined || (open === undefined) !== (close === undefined))
    return { code: "not-a-number", params: {} };
  // One sign at most: "(−5)" and "−5−" say nothing that is sure
  if ([before, open, after].filter((sign) => sign !== undefined && sign !== "").length > 1)
    return { code: "not-a-number", params: {} };
  if (readTwoWays(bare.replaceAll(/[-+() ]/g, ""), { min: 0, max: Math.max(-min, max), decimals }))
    return { code: "two-ways", params: {} };
  const said = decimal.replace(/0+$/, "");
  if (said.length > decimals)
    return decimals === 0
      ? { code: "not-whole", params: {} }
      : { code: "too-many-decimals", params: { decimals } };
  const negative = before === "-" || open !== undefined || after === "-";
  const number = Number(`${negative ? "-" : ""}${digits.replaceAll(" ", "")}${said ? `.${said}` : ""}`) + 0;
  return number < min || number > max ? { code: "out-of-range", params: { min, max } } : number;
}

/** Amounts are in tkr, and may say so. */
export const TKR_UNIT = /tkr$/i;
export const PERCENT_UNIT = /%$/;

/** A text of a cell within its length; one that begins as a formula is refused, so that no formula hides as a name. */
export function cellText(text: string, max: number): string | SheetFault {
  const given = text.replace(/\s+/g, " ").trim();
  if (given.startsWith("=")) return { code: "formula", params: {} };
  return given.length > max ? { code: "too-long", params: { max } } : given;
}

const FIRST_YEAR = 2000;

/** A month of a year as people write it: "8", "aug", "2027-08"; empty where nothing is said. */
export function cellMonth(
  text: string,
  year: number,
  names: readonly string[],
): { readonly month: string | undefined } | SheetFault {
  const given = text.trim().toLowerCase();
  if (given === "") return { month: undefined };
  if (given.startsWith("=")) return { code: "formula", params: {} };
  const written = /^(\d{4})-?(\d{2})(?:-\d{2}.*)?$/.exec(given);
  const [ofYear, ofMonth] = written
    ? [Number(written[1]), Number(written[2])]
    : [year, /^\d{1,2}$/.test(given) ? Number(given) : monthNamed(given, names)];
  if (!(ofMonth >= 1 && ofMonth <= 12) || ofYear < FIRST_YEAR || ofYear >= FIRST_YEAR + 1000)
    return { code: "not-a-month", params: { year } };
  return { month: `${ofYear}-${String(ofMonth).padStart(2, "0")}` };
}

/** 1–12 from a month's name, or the first three letters or more of it; 0 where none has it. */
const monthNamed = (given: string, names: readonly string[]): number =>
  given.length < 3 ? 0 : names.findIndex((name) => name.toLowerCase().startsWith(given)) + 1;
