import { canonicalJson } from "../../kernel/canonical.ts";

type Value = string | number | boolean | null;

/** One place in which two contents differ; null on the side that has nothing there. */
export interface Difference {
  /** The name of the thing that it is in, in the municipality's own words; empty for the content itself. */
  readonly thing: string;
  /** From the top: field names, and the ids of things in lists ("goals", "lasning", "wording"). */
  readonly path: readonly string[];
  readonly from: Value;
  readonly to: Value;
}

/** A difference as it is told: a thing that is there on one side alone is told once, and not field by field. */
export interface Told extends Difference {
  /** Of such a thing: whether it comes or goes. */
  readonly whole?: "new" | "gone";
}

/** The differences with each thing that was added or struck on one line, in the place of the first of its fields. */
export function told(all: readonly Difference[]): Told[] {
  const whole = new Map<string, Told>();
  for (const one of all) {
    const { thing, path, from, to } = one;
    const way = from === null && to === thing ? "new" : to === null && from === thing ? "gone" : undefined;
    const of = path.slice(0, -1);
    // Within what has come or gone itself all is told with that
    if (way && thing !== "" && of.length > 1 && !within(whole, of))
      whole.set(of.join("/"), { ...one, path: of, whole: way });
  }
  const seen = new Set<Told>();
  return all.flatMap((one): Told[] => {
    const of = within(whole, one.path);
    if (!of) return [one];
    if (seen.has(of)) return [];
    seen.add(of);
    return [of];
  });
}

const within = (whole: ReadonlyMap<string, Told>, path: readonly string[]): Told | undefined =>
  path.map((_, i) => whole.get(path.slice(0, i + 1).join("/"))).find((of) => of !== undefined);

/** More than these nobody reads in a list: the whole proposal stands beside it. */
export const MAX_DIFFERENCES = 200;

type Fields = Readonly<Record<string, unknown>>;
/** What tells a thing in a list: its own id, or what it is about. */
const IDS = ["id", "goal", "control", "lesson", "service", "body", "year"] as const;
/** What tells a thing from others, and what a judgement was made on, is nothing that it says. */
export const UNSAID: readonly string[] = ["id", "thing", "ground", "lookAgain"];
/** What a thing is called, the first that it has. */
const NAMES = ["name", "wording", "title", "text", "what"] as const;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Where a content differs from what was proposed, leaf by leaf in the order of the two; `computed` are the fields at the top that
 * follow from the others, and are left out. At most one more than `MAX_DIFFERENCES`.
 */
export function differences(from: unknown, to: unknown, computed: readonly string[] = []): Difference[] {
  const found: Difference[] = [];
  const without = (content: unknown) =>
    isFields(content)
      ? Object.fromEntries(Object.entries(content).filter(([field]) => !computed.includes(field)))
      : content;
  walk(without(from), without(to), { path: [], thing: "" }, found);
  return found;
}

interface At {
  readonly path: readonly string[];
  readonly thing: string;
}

function walk(from: unknown, to: unknown, at: At, found: Difference[]): void {
  if (found.length > MAX_DIFFERENCES || same(from, to)) return;
  const before = children(from);
  const now = children(to) && sameThings(before, children(to) as Children);
  if (!before && !now) {
    found.push({ ...at, from: leaf(from), to: leaf(to) });
    return;
  }
  const here = { ...at, thing: at.path.length > 0 ? (nameOf(to) ?? nameOf(from) ?? at.thing) : "" };
  for (const key of new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])]))
    if (!UNSAID.includes(key))
      walk(before?.get(key), now?.get(key), { ...here, path: [...at.path, key] }, found);
}

type Children = ReadonlyMap<string, unknown>;

/**
 * What holds now under the keys of before: a row that was written anew and got another id, but has the same name for the same body
 * and year, is the same row.
 */
function sameThings(before: Children | undefined, now: Children): Children {
  if (!before) return now;
  const gone = byName([...before].filter(([key]) => !now.has(key)));
  const added = byName([...now].filter(([key]) => !before.has(key)));
  const was = new Map(
    [...added].flatMap(([name, keys]) => {
      const old = gone.get(name) ?? [];
      return keys.length === 1 && old.length === 1 ? [[keys[0] as string, old[0] as string] as const] : [];
    }),
  );
  return new Map([...now].map(([key, value]) => [was.get(key) ?? key, value]));
}

function byName(things: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, thing] of things) {
    const name = nameOf(thing);
    if (name === undefined || !isFields(thing) || !("id" in thing)) continue;
    const told = canonicalJson([name, thing.body ?? null, thing.year ?? null]);
    found.set(told, [...(found.get(told) ?? []), key]);
  }
  return found;
}

/** What a value holds, by the names of its fields, or the ids of the things in a list: their places where not all have one. */
function children(value: unknown): Children | undefined {
  if (isFields(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const ids = value.map((thing) => (isFields(thing) ? idOf(thing) : undefined));
  const told = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  return new Map(value.map((thing, i) => [told ? (ids[i] as string) : String(i + 1), thing]));
}

function idOf(thing: Fields): string | undefined {
  const own = IDS.map((field) => thing[field]).filter(
    (value) => typeof value === "string" || typeof value === "number",
  );
  return own.length > 0 ? own.join(" ") : undefined;
}

function nameOf(thing: unknown): string | undefined {
  if (!isFields(thing)) return undefined;
  const name = NAMES.map((field) => thing[field]).find((value) => typeof value === "string" && value !== "");
  return name as string | undefined;
}

const leaf = (value: unknown): Value =>
  value === undefined || typeof value === "object" ? null : (value as Value);
