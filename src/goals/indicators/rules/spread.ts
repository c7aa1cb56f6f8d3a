import type { Day } from "../../../kernel/day.ts";
import type { Measures } from "./measuring.ts";
import { hiddenParts, type Part } from "./small-numbers.ts";

/** By what those whom an indicator speaks of are told apart. */
export const SIDES = ["sex", "unit", "area"] as const;
export type Side = (typeof SIDES)[number];

export interface DatedPart extends Part {
  readonly day: Day;
  readonly year: number;
}

/** A part as it is shown: without its numbers where few stand behind it. */
export interface ShownPart {
  readonly day: Day;
  readonly year: number;
  readonly sex: Part["sex"];
  readonly unit: string | null;
  readonly area: string | null;
  readonly value: number | null;
  readonly people: number | null;
  readonly hidden: boolean;
}

/** How far apart those are who can be shown, at the latest day by which they are told apart (P-6). */
export interface Spread {
  readonly by: Side;
  readonly day: Day;
  readonly year: number;
  /** Sorted by value, the lowest first; then those that are not shown. */
  readonly parts: readonly ShownPart[];
  /** Between the highest and the lowest that are shown; null where fewer than two are. */
  readonly difference: number | null;
}

const DECIMALS = 1_000_000;

/** All parts as they are shown, each day by itself: what is hidden has no numbers from here on. */
export function shownParts(parts: readonly DatedPart[], measures: Measures): ShownPart[] {
  return [...Map.groupBy(parts, ({ day, year }) => `${day} ${year}`).values()].flatMap((ofDay) => {
    const hidden = hiddenParts(ofDay, measures);
    return ofDay.map((part) => {
      const { day, year, sex, unit, area } = part;
      const numbers = hidden.has(part)
        ? { value: null, people: null, hidden: true }
        : { value: part.value, people: part.people, hidden: false };
      return { day, year, sex, unit, area, ...numbers };
    });
  });
}

/** The spread by sex, by unit and by area, each at the latest day that has it; what is told apart by two things at once stands in the table alone. */
export function spreadsOf(parts: readonly ShownPart[]): Spread[] {
  return SIDES.flatMap((by) => {
    const own = parts.filter((part) => SIDES.every((side) => (part[side] !== null) === (side === by)));
    const last = own.reduce<ShownPart | undefined>(
      (latest, part) =>
        !latest || part.day > latest.day || (part.day === latest.day && part.year > latest.year)
          ? part
          : latest,
      undefined,
    );
    if (!last) return [];
    const then = own
      .filter(({ day, year }) => day === last.day && year === last.year)
      .toSorted((a, b) => (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY));
    const values = then.flatMap(({ value }) => (value === null ? [] : [value]));
    const [low, high] = [values[0], values.at(-1)];
    const difference =
      values.length < 2 || low === undefined || high === undefined
        ? null
        : Math.round((high - low) * DECIMALS) / DECIMALS;
    return [{ by, day: last.day, year: last.year, parts: then, difference }];
  });
}

/** "Procentenhet" and "procentenheter": what lies between two shares, in the reader's language. */
export interface PointWords {
  readonly one: string;
  readonly more: string;
}

/** What a difference is counted in: between two shares there are percentage points. */
export function differenceUnit(unit: string, difference: number, points: PointWords): string {
  if (!/^(procent|%)$/i.test(unit.trim())) return unit;
  return difference === 1 ? points.one : points.more;
}
