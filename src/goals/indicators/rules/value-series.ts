import { placeOfThing } from "../../../decisions/rules/carried-on.ts";

export interface MeasuredPlace {
  readonly body: string;
  readonly goal: string;
  readonly indicator: string;
  /** The year that the value speaks of. */
  readonly year: number;
}

/**
 * The indicator that a value is of, as a thing of a matter: the one that had the ids in the value's year (V-7). Where that year
 * has no such indicator, it is that of the last year before it, or else of the first after it: what was measured before the goal
 * was set. Undefined where no year has it. `things`: all that the bodies' goals have had.
 */
export function thingMeasured(things: readonly string[]): (value: MeasuredPlace) => string | undefined {
  const byIds = new Map<string, { readonly year: number; readonly thing: string }[]>();
  for (const thing of things) {
    const place = placeOfThing(thing);
    if (place?.ids.length !== 2) continue;
    const key = [place.body, ...place.ids].join("/");
    byIds.set(key, [...(byIds.get(key) ?? []), { year: place.year, thing }]);
  }
  for (const years of byIds.values()) years.sort((a, b) => a.year - b.year);
  return ({ body, goal, indicator, year }) => {
    const years = byIds.get([body, goal, indicator].join("/")) ?? [];
    return (years.findLast((one) => one.year <= year) ?? years[0])?.thing;
  };
}
