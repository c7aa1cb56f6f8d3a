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

/** A code of the accounts (SIE dimension 1, ansvar) with the units that it belongs to, one after the other. */
export interface CodeOwners {
  readonly code: string;
  readonly periods: readonly CodePeriod[];
}

/** Gives the id of the body that a code belongs to on a day; undefined where there is none. */
export type OwnerOfCode = (code: string, day: Day) => string | undefined;

export function ownerOfCode(codes: readonly CodeOwners[]): OwnerOfCode {
  const known = new Map(codes.map(({ code, periods }) => [code, periods]));
  return (code, day) =>
    known.get(code)?.find(({ validFrom, validTo }) => within(day, validFrom, validTo))?.body;
}

const CITE = "§2.5";

/**
 * Why a code can't belong to units as given; empty when it can. It belongs to one at a time, and to a body only while there is
 * one (T-4).
 */
export function codeRemarks(periods: readonly CodePeriod[], bodies: readonly Body[]): Remark[] {
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
    if (!other) return [];
    const before = nameOfBody(bodies, other.body);
    return [remark("stops", "code-two-at-once", CITE, { name, before }, `${at}.validFrom`)];
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
