import { placeOfThing } from "../../../decisions/rules/carried-on.ts";

export interface MeasuredPlace {
  readonly body: string;
  readonly goal: string;
  /** Where none is named the goal itself is meant: what was judged of it. */
  readonly indicator?: string;
  /** The year that it speaks of. */
  readonly year: number;
}

/**
 * The indicator that a value is of, or the goal that a judgement is of, as a thing of a matter: the one that had the ids in the year
 * that it speaks of (V-7). Where that year has none, it is that of the last year before it, or else of the first after it: what was
 * measured before the goal was set. Undefined where no year has it. `things`: all that the goals of a kind have had.
 */
export function thingMeasured(things: readonly string[]): (value: MeasuredPlace) => string | undefined {
  const byIds = new Map<string, { readonly year: number; readonly thing: string }[]>();
  for (const thing of things) {
    const place = placeOfThing(thing);
    if (!place || place.ids.length === 0) continue;
    const key = [place.body, ...place.ids].join("/");
    byIds.set(key, [...(byIds.get(key) ?? []), { year: place.year, thing }]);
  }
  for (const years of byIds.values()) years.sort((a, b) => a.year - b.year);
  return ({ body, goal, indicator, year }) => {
    const ids = indicator === undefined ? [goal] : [goal, indicator];
    const years = byIds.get([body, ...ids].join("/")) ?? [];
    return (years.findLast((one) => one.year <= year) ?? years[0])?.thing;
  };
}
