import { canonicalJson } from "../../kernel/canonical.ts";
import { ownValue } from "../../kernel/own-value.ts";

/** A place that two people changed in different ways since both read it. */
export interface Clash {
  /** From the top: field names, and the ids of things in lists ("goals", "lasning", "grounds"). */
  readonly path: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<C> {
  /** Both people's changes together; where they clash, mine. */
  readonly content: C;
  readonly clashes: readonly Clash[];
}

type Fields = Readonly<Record<string, unknown>>;
/** What names a thing in a list: its own id, or what it is about. */
const NAMES = ["id", "goal", "control", "lesson"] as const;

/**
 * Brings what I have not yet saved and what somebody else has saved since both read `base` together, place by place, so
 * that no text is lost. Things in lists are known by their ids; other lists are taken as a whole.
 */
export function mergeContent<C>(base: C, mine: C, theirs: C): Merged<C> {
  const clashes: Clash[] = [];
  const content = merge(base, mine, theirs, [], clashes) as C;
  return { content, clashes };
}

/** The content with the other's words at the place of a clash. */
export const takeTheirs = <C>(content: C, clash: Clash): C => put(content, clash.path, clash.theirs) as C;

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function merge(base: unknown, mine: unknown, theirs: unknown, path: string[], clashes: Clash[]): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isFields(mine) && isFields(theirs))
    return mergeFields(isFields(base) ? base : {}, mine, theirs, path, clashes);
  const [named, my, their] = [byName(base ?? []), byName(mine), byName(theirs)];
  if (named && my && their) return mergeLists(named, my, their, path, clashes);
  clashes.push({ path, mine, theirs });
  return mine;
}

function mergeFields(base: Fields, mine: Fields, theirs: Fields, path: string[], clashes: Clash[]): Fields {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const fields = names.map(
    (name) =>
      [
        name,
        merge(ownValue(base, name), ownValue(mine, name), ownValue(theirs, name), [...path, name], clashes),
      ] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

type Named = ReadonlyMap<string, unknown>;

/** A list whose things all have names of their own; undefined for any other value. */
function byName(value: unknown): Named | undefined {
  if (!Array.isArray(value)) return undefined;
  const named = new Map<string, unknown>();
  for (const thing of value) {
    const name = nameOf(thing);
    if (name === undefined || named.has(name)) return undefined;
    named.set(name, thing);
  }
  return named;
}

function nameOf(thing: unknown): string | undefined {
  if (!isFields(thing)) return undefined;
  const field = NAMES.find((name) => typeof thing[name] === "string");
  return field && (thing[field] as string);
}

/** In the order of whoever moved things about, mine where both did; what the other added comes last. */
function mergeLists(base: Named, mine: Named, theirs: Named, path: string[], clashes: Clash[]): unknown[] {
  const moved = (list: Named) =>
    !same(
      [...list.keys()].filter((name) => base.has(name)),
      [...base.keys()].filter((name) => list.has(name)),
    );
  const [first, second] = moved(theirs) && !moved(mine) ? [theirs, mine] : [mine, theirs];
  const names = [...new Set([...first.keys(), ...second.keys()])];
  return names.flatMap((name) => {
    const [was, my, their] = [base.get(name), mine.get(name), theirs.get(name)];
    if (my !== undefined && their !== undefined) return [merge(was, my, their, [...path, name], clashes)];
    const left = my ?? their;
    // One took it away: it stays away unless the other has written in it since
    if (was !== undefined && same(was, left)) return [];
    if (was !== undefined) clashes.push({ path: [...path, name], mine: my, theirs: their });
    return was !== undefined && my === undefined ? [] : [left];
  });
}

function put(content: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(content)) {
    const there = content.some((thing) => nameOf(thing) === name);
    const list: unknown[] = there ? content : [...content, undefined];
    return list.flatMap((thing, i) => {
      const meant = there ? nameOf(thing) === name : i === content.length;
      if (!meant) return [thing];
      const next = put(thing, rest, value);
      return next === undefined ? [] : [next];
    });
  }
  const fields = isFields(content) ? content : {};
  const next = put(ownValue(fields, name), rest, value);
  if (next !== undefined) return { ...fields, [name]: next };
  const { [name]: _gone, ...others } = fields;
  return others;
}
