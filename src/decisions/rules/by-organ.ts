import type { BodyKind } from "../../organisation/rules/organisation.ts";

interface Decided {
  readonly number: number;
  readonly organId: string;
  readonly organ: string;
  readonly decidedOn: string;
}

export interface OfOrgan<D extends Decided> {
  readonly organId: string;
  readonly organ: string;
  /** By the year of the meeting, the newest first, and so within it. */
  readonly years: readonly { readonly year: number; readonly decisions: readonly D[] }[];
}

/**
 * Decisions by the organ that made them: the council first, then as the organisation stands, last those that it no longer knows. Within
 * an organ the newest first, year by year.
 */
export function byOrgan<D extends Decided>(
  decisions: readonly D[],
  bodies: readonly { readonly id: string; readonly kind: BodyKind }[],
): OfOrgan<D>[] {
  const place = (organ: string): number => {
    const at = bodies.findIndex(({ id }) => id === organ);
    if (at < 0) return bodies.length;
    return bodies[at]?.kind === "council" ? -1 : at;
  };
  return [...Map.groupBy(decisions, ({ organId }) => organId)]
    .map(([organId, all]) => ({ organId, organ: all[0]?.organ ?? organId, years: byYear(all) }))
    .sort((a, b) => place(a.organId) - place(b.organId) || a.organ.localeCompare(b.organ, "sv"));
}

function byYear<D extends Decided>(all: readonly D[]): OfOrgan<D>["years"] {
  const newest = all.toSorted((a, b) =>
    a.decidedOn === b.decidedOn ? b.number - a.number : a.decidedOn < b.decidedOn ? 1 : -1,
  );
  return [...Map.groupBy(newest, ({ decidedOn }) => Number(decidedOn.slice(0, 4)))].map(
    ([year, decisions]) => ({
      year,
      decisions,
    }),
  );
}
