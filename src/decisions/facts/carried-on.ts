import type { Day } from "../../kernel/day.ts";
import { isLastingId } from "../../kernel/plain-id.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { AnyMatterKind } from "../matter-kinds.ts";
import { type Namesake, placeOfThing, type Standing, standingOf, type Thing } from "../rules/carried-on.ts";
import { carriedOf, carryOn, forgetThings, thingOf } from "../store/carried-on.ts";
import { type Matter, type Version, versionsOf } from "../store/versions.ts";

/** Where a thing of a matter stands, and the series that it has by that. */
export interface Placed {
  readonly own: Thing;
  readonly thing: string;
  readonly series: string;
  /** Undefined for a thing that had its place before. */
  readonly standing: Standing | undefined;
}

/**
 * Finds for each thing of a matter the series that it goes on in (V-6, A-14): its own place where it has one, else by the rule.
 * A thing within another goes on only in what is within the same.
 */
export async function placesOf(
  tx: Tx,
  kind: AnyMatterKind,
  matter: Matter,
  things: readonly Thing[],
): Promise<Placed[]> {
  const known = (await carriedOf(tx, matter)).flatMap((row) => {
    const place = placeOfThing(row.thing);
    return place ? [{ ...row, place }] : [];
  });
  const seriesOf = new Map(known.map((row) => [row.thing, row.series]));
  const before = Math.max(...known.map((row) => row.place.year).filter((year) => year < matter.year));
  const found = new Map<string, Placed>();
  const had = new Map<string, readonly Thing[]>();
  for (const own of things) {
    const thing = thingOf(matter.id, ...own.ids);
    if (found.has(thing)) continue;
    const mine = seriesOf.get(thing);
    if (mine !== undefined) {
      found.set(thing, { own, thing, series: mine, standing: undefined });
      continue;
    }
    const within = own.ids.slice(0, -1);
    const around = within.length > 0 ? found.get(thingOf(matter.id, ...within))?.series : undefined;
    const namesakes: Namesake[] = [];
    for (const { place, series } of known) {
      if (place.matter === matter.id || place.ids.join("/") !== own.ids.join("/")) continue;
      if (around !== undefined && seriesOf.get(thingOf(place.matter, ...within)) !== around) continue;
      if (!had.has(place.matter)) had.set(place.matter, thingsHad(kind, await versionsOf(tx, place.matter)));
      namesakes.push({
        year: place.year,
        series,
        thing: had.get(place.matter)?.find((one) => one.ids.join("/") === own.ids.join("/")),
        next: place.year === before,
      });
    }
    const standing = standingOf(own, namesakes, matter.year);
    const series = standing.is === "carried" ? standing.series : thing;
    found.set(thing, { own, thing, series, standing });
  }
  return [...found.values()];
}

/** All things that a matter's versions have had, each as the newest of them has it. `versions` newest first. */
export function thingsHad(kind: AnyMatterKind, versions: readonly Version[]): Thing[] {
  const had = new Map<string, Thing>();
  for (const version of versions)
    for (const own of kind.things?.of(kind.routes.read(version)) ?? []) {
      const key = own.ids.join("/");
      if (!had.has(key)) had.set(key, own);
    }
  return [...had.values()];
}

/**
 * What stands in the way of a matter's things being stored: an id that another thing of the body had in an earlier year. A new
 * thing gets an id of its own; the same thing is begun from last year's.
 */
export const reusedIdFaults = (kind: AnyMatterKind, things: readonly Placed[]): Remark[] =>
  kind.things?.refusesReuse
    ? things.flatMap(({ own, standing }) =>
        standing?.is === "another"
          ? [
              remark(
                "stops",
                "id-of-another",
                kind.routes.kind.cite,
                {
                  id: own.ids.at(-1) ?? "",
                  year: standing.before.year,
                  name: standing.before.thing?.name ?? "",
                },
                `${own.at}.id`,
              ),
            ]
          : [],
      )
    : [];

/** Keeps where a matter's things stand, after it was stored; what no version has any more is forgotten. */
export async function keepPlaces(
  tx: Tx,
  municipality: string,
  kind: AnyMatterKind,
  matter: Matter,
  things: readonly Placed[],
  on: Day,
): Promise<void> {
  for (const { thing, series, standing } of things)
    if (standing) await carryOn(tx, municipality, { thing, series, by: null, on });
  const present = new Set(things.map(({ thing }) => thing));
  const others = (await carriedOf(tx, matter)).filter(
    ({ thing }) => thing.startsWith(`${matter.id}/`) && !present.has(thing),
  );
  if (others.length === 0) return;
  const stored = thingsHad(kind, await versionsOf(tx, matter.id));
  const had = new Set(stored.map(({ ids }) => thingOf(matter.id, ...ids)));
  await forgetThings(
    tx,
    others.map(({ thing }) => thing).filter((thing) => !had.has(thing)),
  );
}

/**
 * Notes the things of matters from before they were noted, the earliest year first; a person is asked about each that the rule
 * has judged, since its id may have come again (model A-14).
 */
export async function noteEarlierThings(
  tx: Tx,
  municipality: string,
  kind: AnyMatterKind,
  matters: readonly Matter[],
  on: Day,
): Promise<void> {
  if (!kind.things) return;
  for (const matter of [...matters].sort((a, b) => a.year - b.year)) {
    const things = thingsHad(kind, await versionsOf(tx, matter.id));
    for (const { own, thing, series, standing } of await placesOf(tx, kind, matter, things)) {
      // What is within a thing follows it; only where its name differs there is something to ask
      const asked = own.ids.length > 1 ? standing?.is === "another" : standing?.is !== "new";
      const asks = asked && !isLastingId(own.ids.at(-1) ?? "");
      await carryOn(tx, municipality, { thing, series, by: null, on, asks });
    }
  }
}
