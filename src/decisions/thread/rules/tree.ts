import { THREAD_SORTS, type ThreadSort } from "./sorts.ts";

/** What the tree must know of a thing. */
export interface TreeThing {
  readonly thing: string;
  readonly what: ThreadSort;
  readonly name: string;
  readonly bodyName: string;
  /** How many hang in it, known or not. */
  readonly below: number;
}
export interface Hanging<T extends TreeThing> {
  readonly things: readonly T[];
  readonly ties: readonly { readonly from: string; readonly to: string }[];
}

/** A row of the tree: a thing where it hangs, or that there are more in the one above. */
export interface TreeRow<T extends TreeThing> {
  /** The way to it from the top: a thing that hangs in two others has two rows. */
  readonly key: string;
  readonly thing: T;
  readonly level: number;
  readonly position: number;
  readonly size: number;
  /** Undefined where nothing hangs in it. */
  readonly open: boolean | undefined;
  /** How many more there are that have not been fetched: the row stands for them. */
  readonly more?: number;
}

const BETWEEN = "\n";
const keyUnder = (key: string, thing: string): string => (key === "" ? thing : `${key}${BETWEEN}${thing}`);
/** The row that a row hangs under; undefined for one at the top. */
export const keyAbove = (key: string): string | undefined => {
  const at = key.lastIndexOf(BETWEEN);
  return at < 0 ? undefined : key.slice(0, at);
};

/** What hangs in what, in the order in which it is listed (model §2.1, V-9). */
export function childrenOf<T extends TreeThing>({ things, ties }: Hanging<T>) {
  const byId = new Map(things.map((one) => [one.thing, one]));
  const children = new Map<string, T[]>();
  const hung = new Set<string>();
  for (const { from, to } of ties) {
    const child = byId.get(from);
    if (!child || !byId.has(to)) continue;
    hung.add(from);
    const own = children.get(to) ?? [];
    if (!own.includes(child)) own.push(child);
    children.set(to, own);
  }
  for (const own of children.values()) own.sort(inOrder);
  return { tops: things.filter(({ thing }) => !hung.has(thing)).sort(inOrder), children };
}

function inOrder(a: TreeThing, b: TreeThing): number {
  return (
    THREAD_SORTS.indexOf(a.what) - THREAD_SORTS.indexOf(b.what) ||
    a.bodyName.localeCompare(b.bodyName, "sv") ||
    a.name.localeCompare(b.name, "sv") ||
    (a.thing < b.thing ? -1 : 1)
  );
}

/**
 * The rows of the tree in the order in which they are read: from each top down through what is open. A thing that hangs in several
 * stands under each; one that would hang in itself does not go round.
 */
export function treeRows<T extends TreeThing>(
  part: Hanging<T>,
  isOpen: (key: string) => boolean,
): TreeRow<T>[] {
  const { tops, children } = childrenOf(part);
  const rows: TreeRow<T>[] = [];
  const add = (thing: T, above: string, way: readonly string[], position: number, size: number) => {
    const key = keyUnder(above, thing.thing);
    const level = way.length + 1;
    const own = (children.get(thing.thing) ?? []).filter((one) => one !== thing && !way.includes(one.thing));
    const count = Math.max(own.length, thing.below);
    const open = count === 0 ? undefined : isOpen(key);
    rows.push({ key, thing, level, position, size, open });
    if (!open) return;
    const more = count - own.length;
    const whole = own.length + (more > 0 ? 1 : 0);
    for (const [i, one] of own.entries()) add(one, key, [...way, thing.thing], i + 1, whole);
    if (more > 0)
      rows.push({
        key: keyUnder(key, "+"),
        thing,
        level: level + 1,
        position: whole,
        size: whole,
        open: undefined,
        more,
      });
  };
  for (const [i, top] of tops.entries()) add(top, "", [], i + 1, tops.length);
  return rows;
}

/** The rows that are open at first: the way from a top to the thing that is asked for and what hangs in it; else two levels. */
export function openAtFirst<T extends TreeThing>(part: Hanging<T>, here: string | null): Set<string> {
  const { tops, children } = childrenOf(part);
  const open = new Set<string>();
  if (here === null) {
    for (const top of tops) {
      open.add(top.thing);
      for (const one of children.get(top.thing) ?? []) open.add(keyUnder(top.thing, one.thing));
    }
    return open;
  }
  let key = "";
  for (const thing of wayDown(part, tops, here)) {
    key = keyUnder(key, thing);
    open.add(key);
  }
  return open;
}

/** The shortest way from a top, the vision where it leads there, down to a thing; by the same body's things first. */
function wayDown<T extends TreeThing>(
  { things, ties }: Hanging<T>,
  tops: readonly T[],
  here: string,
): readonly string[] {
  const byId = new Map(things.map((one) => [one.thing, one]));
  const parents = Map.groupBy(ties, ({ from }) => from);
  const after = new Map<string, string | undefined>([[here, undefined]]);
  // A map hands out what is added while it is walked
  for (const at of after.keys()) {
    const { bodyName } = byId.get(at) ?? {};
    const next = (parents.get(at) ?? []).flatMap(({ to }) => byId.get(to) ?? []).sort(inOrder);
    const [own, others] = [true, false].map((same) =>
      next.filter((one) => (one.bodyName === bodyName) === same),
    );
    for (const { thing } of [...(own ?? []), ...(others ?? [])]) if (!after.has(thing)) after.set(thing, at);
  }
  const reached = [...after.keys()].flatMap((id) => tops.find(({ thing }) => thing === id) ?? []);
  const top = reached.find(({ what }) => what === "vision") ?? reached[0];
  const way: string[] = [];
  for (let at = top?.thing; at !== undefined; at = after.get(at)) way.push(at);
  return way;
}

/** The row of a thing that one comes to first. */
export const rowOf = <T extends TreeThing>(
  rows: readonly TreeRow<T>[],
  thing: string | null,
): TreeRow<T> | undefined =>
  rows.find((row) => row.thing.thing === thing && row.more === undefined) ?? rows[0];

/** Puts more of the thread to what is known of it; the newest word of a thing counts. */
export function joined<T extends TreeThing, Tie extends { readonly from: string; readonly to: string }>(
  parts: readonly { readonly things: readonly T[]; readonly ties: readonly Tie[] }[],
): { readonly things: T[]; readonly ties: Tie[] } {
  const things = new Map(parts.flatMap((part) => part.things.map((one) => [one.thing, one] as const)));
  const ties = new Map(
    parts.flatMap((part) => part.ties.map((tie) => [`${tie.from} ${tie.to}`, tie] as const)),
  );
  return { things: [...things.values()], ties: [...ties.values()] };
}

/** How far each thing is from the tops, by the longest way: what hangs in another always stands further. */
export function levelsOf<T extends TreeThing>(part: Hanging<T>): ReadonlyMap<string, number> {
  const { tops, children } = childrenOf(part);
  const levels = new Map<string, number>();
  const visit = (thing: T, level: number, way: ReadonlySet<string>) => {
    if (way.has(thing.thing) || (levels.get(thing.thing) ?? -1) >= level) return;
    levels.set(thing.thing, level);
    for (const child of children.get(thing.thing) ?? [])
      visit(child, level + 1, new Set([...way, thing.thing]));
  };
  for (const top of tops) visit(top, 0, new Set());
  return levels;
}
