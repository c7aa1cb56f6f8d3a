import { allSeries } from "../../../decisions/store/carried-on.ts";
import type { AsOf } from "../../../kernel/moment.ts";
import { allBodies } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { PartView, SpreadView } from "../contract.ts";
import type { Measures } from "../rules/measuring.ts";
import { shownParts, spreadsOf } from "../rules/spread.ts";
import { thingMeasured } from "../rules/value-series.ts";
import { partsUntil } from "../store/parts.ts";

export interface Apart {
  readonly spreads: SpreadView[];
  /** All parts of the latest day that has any. */
  readonly parts: (PartView & { unitName: string | null })[];
}

/**
 * How far apart those are whom an indicator speaks of, by the indicator's thing (P-6): what few stand behind is hidden before it leaves
 * here. Of the goals of one kind, of one body or of all; read once, used for every indicator.
 */
export async function apartBy(
  tx: Tx,
  kind: string,
  asOf: AsOf,
  body?: string,
): Promise<(thing: string, measures: Measures) => Apart> {
  const all = await partsUntil(tx, asOf, body);
  if (all.length === 0) return () => ({ spreads: [], parts: [] });
  const series = await allSeries(tx, kind);
  const measured = thingMeasured(series.all);
  const bySeries = Map.groupBy(all, (part) => series.of(measured(part) ?? ""));
  const names = new Map((await allBodies(tx, asOf)).map(({ id, name }) => [id, name]));
  const nameOf = (unit: string | null) => (unit === null ? null : (names.get(unit) ?? unit));
  return (thing, measures) => {
    const shown = shownParts(bySeries.get(series.of(thing)) ?? [], measures);
    const last = shown
      .map(({ day }) => day)
      .sort()
      .at(-1);
    return {
      spreads: spreadsOf(shown).map((spread) => ({
        ...spread,
        parts: spread.parts.map((part) => ({ ...part, name: nameOf(part.unit) ?? part.area ?? "" })),
      })),
      parts: shown
        .filter(({ day }) => day === last)
        .map((part) => ({ ...part, unitName: nameOf(part.unit) })),
    };
  };
}
