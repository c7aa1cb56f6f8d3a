import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { placeOfThing } from "../rules/carried-on.ts";
import type { Reads } from "../rules/reading.ts";
import { allSeries } from "../store/carried-on.ts";
import { latestHeadsOfAll } from "../store/versions.ts";

/** The things of a matter that are the same in other years, with those years; drafts count for those who read them. */
export async function otherYears(
  tx: Tx,
  matter: string,
  asOf: Day,
  reads: Reads,
): Promise<{ thing: string; years: number[] }[]> {
  const place = placeOfThing(`${matter}/x`);
  if (!place) return [];
  const { kind, body } = place;
  const heads = await latestHeadsOfAll(tx, { kind, body }, asOf);
  const seen = new Set(heads.filter(reads).map((head) => head.matter.id));
  if (!seen.has(matter)) return [];
  const series = await allSeries(tx, kind);
  return series.all
    .filter((thing) => thing.startsWith(`${matter}/`))
    .flatMap((thing) => {
      const years = series.things(series.of(thing)).flatMap((one) => {
        const other = placeOfThing(one);
        return other && one !== thing && seen.has(other.matter) ? [other.year] : [];
      });
      return years.length > 0
        ? [{ thing: thing.slice(matter.length + 1), years: years.sort((a, b) => a - b) }]
        : [];
    });
}
