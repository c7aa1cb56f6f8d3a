import { z } from "zod";
import { addDays, type Day, within } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { type Body, nameOfBody } from "./organisation.ts";

/** How often a code may change unit, and how long it may be: as long as the accounts can write it. */
export const MAX_CODE_PERIODS = 50;
export const MAX_CODE = 100;

export const LedgerCode = z.string().trim().min(1).max(MAX_CODE);

/** That a code belongs to a unit from one day to another, both counted; `validTo` null: until further notice. */
export interface CodePeriod {
  readonly body: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** The SIE dimension of the responsible unit (ansvar): what is meant where none is named. */
export const UNITS = "1";
export const Dimension = z
  .string()
  .regex(/^[0-9]{1,9}$/, { message: "ska vara ett dimensionsnummer ur redovisningen, till exempel 6" });

/** Which codes: one, or a range that begins alike and ends in as many figures ("100" to "199"), of a dimension of the accounts. */
export interface CodeKey {
  readonly code: string;
  /** The last of a range; null or absent for one code. */
  readonly codeTo?: string | null;
  /** SIE's number of it; the responsible unit where absent. */
  readonly dimension?: string;
}

/** A code of the accounts, or a range of them, with the units that it belongs to, one after the other. */
export interface CodeOwners extends CodeKey {
  readonly periods: readonly CodePeriod[];
}

/** Gives the id of the body that a code belongs to on a day; undefined where there is none. */
export type OwnerOfCode = (code: string, day: Day, dimension?: string) => string | undefined;

export function ownerOfCode(codes: readonly CodeOwners[]): OwnerOfCode {
  const named = (dimension: string, code: string) => `${dimension} ${code}`;
  const known = Map.groupBy(
    codes.filter(({ codeTo }) => codeTo == null),
    ({ dimension = UNITS, code }) => named(dimension, code),
  );
  const ranges = codes.filter(({ codeTo }) => codeTo != null);
  return (code, day, dimension = UNITS) => {
    const own = known.get(named(dimension, code)) ?? [];
    const all =
      ranges.length === 0 ? own : [...own, ...ranges.filter((one) => covers(one, { dimension, code }))];
    for (const { periods } of all) {
      const owner = periods.find(({ validFrom, validTo }) => within(day, validFrom, validTo));
      if (owner) return owner.body;
    }
    return undefined;
  };
}

/** What a code begins with, before the number that it ends with: "P" of "P100", nothing of "311". */
const stem = (code: string): string => code.replace(/[0-9]{1,18}$/, "");

/** Whether two keys have a code in common: of one dimension and form, and one's range reaching into the other's. */
export function covers(one: CodeKey, other: CodeKey): boolean {
  return (
    (one.dimension ?? UNITS) === (other.dimension ?? UNITS) &&
    one.code.length === other.code.length &&
    stem(one.code) === stem(other.code) &&
    one.code <= (other.codeTo ?? other.code) &&
    other.code <= (one.codeTo ?? one.code)
  );
}

export const isSameCode = (one: CodeKey, other: CodeKey): boolean =>
  (one.dimension ?? UNITS) === (other.dimension ?? UNITS) &&
  one.code === other.code &&
  (one.codeTo ?? null) === (other.codeTo ?? null);

/** A key as people read it: "311", "100–199". */
export const codeText = ({ code, codeTo }: CodeKey): string => (codeTo == null ? code : `${code}–${codeTo}`);

/** Why a range can't be one: its ends begin alike, end in as many figures, and go upwards. */
export function rangeRemarks({ code, codeTo }: CodeKey): Remark[] {
  if (codeTo == null) return [];
  const stop = (why: string) => [remark("stops", why, CITE, { from: code, to: codeTo }, "codeTo")];
  if (codeTo.length !== code.length || stem(code) !== stem(codeTo) || !/[0-9]$/.test(code))
    return stop("code-range-form");
  return codeTo > code ? [] : stop("code-range-down");
}

const CITE = "§2.5";

/**
 * Why a code can't belong to units as given; empty when it can. It belongs to one at a time, and to a body only while there is
 * one (T-4). `others`: the other codes and ranges that have a code in common with it.
 */
export function codeRemarks(
  periods: readonly CodePeriod[],
  bodies: readonly Body[],
  others: readonly CodeOwners[] = [],
): Remark[] {
  return periods.flatMap(({ body: id, validFrom, validTo }, i) => {
    const at = `periods.${i}`;
    const body = bodies.find((one) => one.id === id);
    if (!body) return [remark("stops", "code-unknown-body", CITE, { id }, `${at}.body`)];
    if (validTo !== null && validTo < validFrom)
      return [remark("stops", "code-ends-before", CITE, { from: validFrom, to: validTo }, `${at}.validTo`)];
    const name = body.name;
    if (validFrom < body.validFrom)
      return [remark("stops", "code-before-body", CITE, { name, from: body.validFrom }, `${at}.validFrom`)];
    if (body.validTo !== null && (validTo === null || validTo > body.validTo))
      return [remark("stops", "code-after-body", CITE, { name, to: body.validTo }, `${at}.validTo`)];
    const other = periods.slice(0, i).find((earlier) => overlap(earlier, { validFrom, validTo }));
    if (other) {
      const before = nameOfBody(bodies, other.body);
      return [remark("stops", "code-two-at-once", CITE, { name, before }, `${at}.validFrom`)];
    }
    for (const taken of others) {
      const had = taken.periods.find((own) => overlap(own, { validFrom, validTo }));
      if (!had) continue;
      const params = { code: codeText(taken), before: nameOfBody(bodies, had.body), from: had.validFrom };
      return [
        had.validTo === null
          ? remark("stops", "code-taken", CITE, params, `${at}.validFrom`)
          : remark("stops", "code-taken-until", CITE, { ...params, to: had.validTo }, `${at}.validFrom`),
      ];
    }
    return [];
  });
}

type Span = Pick<CodePeriod, "validFrom" | "validTo">;
export const overlap = (a: Span, b: Span): boolean =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);

/**
 * A code's units when it moves to another on a day: the one that has it keeps it to the day before, and what was to come
 * after that day is no more.
 */
export function movedCode(periods: readonly CodePeriod[], body: string, from: Day): CodePeriod[] {
  const before = periods
    .filter(({ validFrom }) => validFrom < from)
    .map((own) =>
      own.validTo === null || own.validTo >= from ? { ...own, validTo: addDays(from, -1) } : own,
    );
  return [...before, { body, validFrom: from, validTo: null }];
}

/**
 * A code's units when one takes the days that nobody has it, from a day until it is somebody's again or the body ends. A day
 * that is another's stays so, and is told by the rule above.
 */
export function takenCode(
  periods: readonly CodePeriod[],
  { id, validTo: ends }: Pick<Body, "id" | "validTo">,
  from: Day,
): CodePeriod[] {
  const next = periods
    .map(({ validFrom }) => validFrom)
    .filter((day) => day > from)
    .sort()[0];
  const last = [next && addDays(next, -1), ends].filter((day): day is Day => day != null).sort()[0];
  return [...periods, { body: id, validFrom: from, validTo: last ?? null }].toSorted((a, b) =>
    a.validFrom < b.validFrom ? -1 : 1,
  );
}
