import type { Day } from "../../kernel/day.ts";
import { isLastingId } from "../../kernel/plain-id.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { AnyMatterKind } from "../matter-kinds.ts";
import { placeOfThing, soundsAs, type Thing } from "../rules/carried-on.ts";
import { type CarriedRow, carriedOf, carryOn, moveTo, thingOf } from "../store/carried-on.ts";
import { versionsOf } from "../store/versions.ts";
import { thingsHad } from "./carried-on.ts";

/** Two things of different years that have the same id, and whether they are held to be one. */
export interface Pair {
  readonly row: CarriedRow;
  readonly year: number;
  readonly now: Thing;
  readonly before: { readonly thing: string; readonly year: number; readonly own: Thing };
  readonly same: boolean;
}

type Known = CarriedRow & { readonly place: NonNullable<ReturnType<typeof placeOfThing>> };

/** One body's things of a kind, with what their matters say of them; a matter's content is read when it is asked for. */
async function bodyThings(tx: Tx, kind: AnyMatterKind, body: string) {
  const rows = (await carriedOf(tx, { kind: kind.routes.kind.kind, body })).flatMap((row): Known[] => {
    const place = placeOfThing(row.thing);
    return place ? [{ ...row, place }] : [];
  });
  const had = new Map<string, ReadonlyMap<string, Thing>>();
  const said = async ({ place }: Known): Promise<Thing | undefined> => {
    let things = had.get(place.matter);
    if (!things) {
      const found = thingsHad(kind, await versionsOf(tx, place.matter));
      things = new Map(found.map((own) => [own.ids.join("/"), own]));
      had.set(place.matter, things);
    }
    return things.get(place.ids.join("/"));
  };
  return { rows: rows.sort((a, b) => a.place.year - b.place.year), said };
}

const idsOf = ({ place }: Known): string => place.ids.join("/");
const isLasting = ({ place }: Known): boolean => isLastingId(place.ids.at(-1) ?? "");

/** The thing that a thing is within; undefined for one that stands by itself. */
const aroundOf = ({ place }: Known): string | undefined =>
  place.ids.length > 1 ? thingOf(place.matter, ...place.ids.slice(0, -1)) : undefined;

/** The last thing before with the same id; of what is within another, the last within the same. */
function before(row: Known, rows: readonly Known[]): Known | undefined {
  const seriesOf = new Map(rows.map(({ thing, series }) => [thing, series]));
  const around = aroundOf(row);
  return rows.findLast(
    (one) =>
      one.place.year < row.place.year &&
      idsOf(one) === idsOf(row) &&
      (around === undefined || seriesOf.get(aroundOf(one) ?? "") === seriesOf.get(around)),
  );
}

/** All pairs of a body's things that have an id which may have come again, the earliest year first (V-6, A-14). */
export async function pairsOf(tx: Tx, kind: AnyMatterKind, body: string): Promise<Pair[]> {
  const { rows, said } = await bodyThings(tx, kind, body);
  const pairs: Pair[] = [];
  for (const row of rows.filter((one) => !isLasting(one))) {
    const earlier = before(row, rows);
    const now = earlier && (await said(row));
    const own = earlier && (await said(earlier));
    if (!earlier || !now || !own) continue;
    pairs.push({
      row,
      year: row.place.year,
      now,
      before: { thing: earlier.thing, year: earlier.place.year, own },
      same: row.series === earlier.series,
    });
  }
  return pairs;
}

/**
 * A person's word on whether a thing is the one that had its id before: the things of later years that are one with it follow, and
 * what is within them goes on only where they do. False where there is no such pair.
 */
export async function settle(
  tx: Tx,
  municipality: string,
  kind: AnyMatterKind,
  said: { readonly thing: string; readonly same: boolean; readonly by: string; readonly on: Day },
): Promise<boolean> {
  const body = placeOfThing(said.thing)?.body ?? "";
  const { rows } = await bodyThings(tx, kind, body);
  const row = rows.find(({ thing }) => thing === said.thing);
  const earlier = row && before(row, rows);
  if (!row || !earlier || isLasting(row)) return false;
  const was = row.series === earlier.series;
  const series = said.same ? earlier.series : was ? row.thing : row.series;
  const following = rows.filter(
    (one) =>
      one.place.year >= row.place.year &&
      one.series === row.series &&
      one.place.ids.length === row.place.ids.length,
  );
  await moveTo(
    tx,
    following.map(({ thing }) => thing),
    series,
  );
  await carryOn(tx, municipality, { thing: row.thing, series, by: said.by, on: said.on });
  if (was !== said.same) await placeWithin(tx, municipality, kind, following, said.on);
  return true;
}

/** Finds anew where what is within things stands, after they have moved; a person is asked where names differ. */
async function placeWithin(
  tx: Tx,
  municipality: string,
  kind: AnyMatterKind,
  moved: readonly Known[],
  on: Day,
): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const around = new Set(moved.map(({ thing }) => thing));
  const { rows, said } = await bodyThings(tx, kind, first.place.body);
  for (const row of rows) {
    if (!around.has(aroundOf(row) ?? "")) continue;
    const earlier = before(row, rows);
    const [now, own] = earlier ? [await said(row), await said(earlier)] : [];
    const one = earlier !== undefined && (isLasting(row) || (now && own && soundsAs(now, own)) === true);
    const series = one ? earlier.series : row.thing;
    const asks = earlier !== undefined && !one;
    await carryOn(tx, municipality, { thing: row.thing, series, by: null, on, asks });
    // Those after it are held against what it has become
    rows[rows.indexOf(row)] = { ...row, series };
  }
}
