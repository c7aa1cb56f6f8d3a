import { addDays, type Day, within } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Body, BodyKind } from "./organisation.ts";

/** The kinds of which a municipality has exactly one at a time: its council and its executive (model §3.1, R-1). */
export const SOLE_KINDS = ["council", "executive"] as const satisfies readonly BodyKind[];
export type SoleKind = (typeof SOLE_KINDS)[number];

type Dated = Pick<Body, "id" | "kind" | "validFrom" | "validTo">;

/**
 * The council, or the executive, on a day: found by what it is, whatever its id. Where an organisation has none on the day
 * (`soleFaults`) it is the one that was the last before it, or else the first that comes; undefined where there never is one.
 */
export function soleOn<B extends Dated>(bodies: readonly B[], kind: SoleKind, day: Day): B | undefined {
  const all = bodies
    .filter((body) => body.kind === kind)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return (
    all.find(({ validFrom, validTo }) => within(day, validFrom, validTo)) ??
    all.findLast(({ validFrom }) => validFrom <= day) ??
    all[0]
  );
}

/** Days, both counted, on which there is not exactly one; `to` null: from then on. */
export interface SoleFault {
  readonly kind: SoleKind;
  readonly from: Day;
  readonly to: Day | null;
  /** Those that there are on these days, by id; empty: there is none. */
  readonly ids: readonly string[];
}

/**
 * The days on which an organisation has no council or executive, or more than one: looked for from its first
 * body's first day to its last body's last day. Empty where there is one of each on every day.
 */
export function soleFaults(bodies: readonly Dated[]): SoleFault[] {
  const lived = bodies.filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo);
  if (lived.length === 0) return [];
  const first = lived.map(({ validFrom }) => validFrom).sort()[0] as Day;
  const after = (end: Day | null) => (end === null ? null : addDays(end, 1));
  const last = lived.some(({ validTo }) => validTo === null)
    ? null
    : (lived
        .map(({ validTo }) => validTo)
        .sort()
        .at(-1) as Day);
  return SOLE_KINDS.flatMap((kind) => {
    const all = lived.filter((body) => body.kind === kind);
    // Between two of these days nothing begins or ends
    const turns = [
      ...new Set([first, ...all.flatMap(({ validFrom, validTo }) => [validFrom, after(validTo)])]),
    ]
      .filter((day): day is Day => day !== null && day >= first && (last === null || day <= last))
      .sort();
    const spans = turns.map((from, i) => {
      const next = turns[i + 1];
      return { from, to: next === undefined ? last : addDays(next, -1) };
    });
    return spans.flatMap(({ from, to }): SoleFault[] => {
      const ids = all.filter((body) => within(from, body.validFrom, body.validTo)).map(({ id }) => id);
      return ids.length === 1 ? [] : [{ kind, from, to, ids }];
    });
  });
}

/** The same as remarks, each with its days; what would come to break it is not stored, and what does already is told. */
export const soleRemarks = (bodies: readonly Dated[]): Remark[] =>
  soleFaults(bodies).map(({ kind, from, to, ids }) => {
    const council = kind === "council";
    const cite = "§3";
    const at = "bodies";
    if (ids.length === 0)
      return to === null
        ? remark("stops", council ? "no-council-from" : "no-executive-from", cite, { from }, at)
        : remark("stops", council ? "no-council-on" : "no-executive-on", cite, { from, to }, at);
    const several = { from, count: ids.length, ids: ids.join(", ") };
    return to === null
      ? remark("stops", council ? "councils-from" : "executives-from", cite, several, at)
      : remark("stops", council ? "councils-on" : "executives-on", cite, { ...several, to }, at);
  });
