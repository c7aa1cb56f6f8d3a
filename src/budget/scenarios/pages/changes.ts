import type { Beyond, Changes } from "../../live/rules/changes.ts";

type ByYear = Readonly<Record<string, number>>;

/** What the base has in a year; undefined where nothing is to be had. */
export type BaseOf = (year: number) => number | undefined;

/** What a scenario has for a year: what it changes, or the base's own. */
export const shownIn = (changed: ByYear | undefined, base: BaseOf, year: number): number =>
  changed?.[year] ?? base(year) ?? 0;

/**
 * A value set for a year and, where `onward`, the years after it moved by as much from their own base. A value that is the
 * base's is no change, and is taken away.
 */
export function setFrom(
  changed: ByYear | undefined,
  base: BaseOf,
  at: { readonly year: number; readonly years: readonly number[]; readonly onward: boolean },
  value: number,
  [min, max]: readonly [number, number],
): ByYear {
  const moved: Record<string, number> = { ...changed };
  const by = value - (base(at.year) ?? 0);
  for (const year of at.years) {
    if (year !== at.year && !(at.onward && year > at.year)) continue;
    const own = base(year) ?? 0;
    const next = year === at.year ? value : Math.min(max, Math.max(min, tidy(own + by)));
    if (next === own) delete moved[year];
    else moved[year] = next;
  }
  return moved;
}

/** Decimals as people write them, without the tails of binary arithmetic. */
export const tidy = (value: number): number => Number(value.toFixed(8)) + 0;

/** A record with one entry set, or taken away where there is nothing left in it. */
export function withEntry<V extends object | number>(
  record: Readonly<Record<string, V>>,
  key: string,
  value: V | undefined,
): Readonly<Record<string, V>> {
  const { [key]: _, ...rest } = record;
  const empty = value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
  return (empty ? rest : { ...record, [key]: value }) as Readonly<Record<string, V>>;
}

/** A list with the row of an id set, where it stood or last, or taken away. */
export function withRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  row: Row | undefined,
): readonly Row[] {
  if (!row) return rows.filter((own) => own.id !== id);
  return rows.some((own) => own.id === id) ? rows.map((own) => (own.id === id ? row : own)) : [...rows, row];
}

const size = (record: object): number => Object.keys(record).length;
/** How many are changed, each once in however many years: one slider that is moved is one change. */
const moved = (byYear: readonly (object | undefined)[]): number =>
  byYear.filter((years) => years !== undefined && size(years) > 0).length;

/** How many things a scenario changes, by the groups that they are shown in. */
export const countsOf = (changes: Changes) => ({
  tax: moved([changes.taxRate, changes.taxBasePercent, changes.lines.equalisationTkr]),
  central: moved(
    (["settlementTkr", "centralTkr", "depreciationTkr", "financialNetTkr"] as const).map(
      (line) => changes.lines[line],
    ),
  ),
  rate:
    moved(Object.values(changes.ratePoints)) +
    moved(Object.values(changes.share)) +
    moved((changes.linePoints ?? []).map(({ points }) => points)),
  price: moved(Object.values(changes.priceKr)),
  coverage: size(changes.coverage) + moved(Object.values(changes.volumes ?? {})),
  people: changes.people.length,
  adjustments: changes.given.length + changes.added.length,
  beyond: beyondCount(changes.beyond ?? {}),
});
const beyondCount = ({ ratePercent = {}, ...others }: Beyond): number => size(ratePercent) + size(others);
