import { idUnlike, plainName } from "../../../kernel/plain-id.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { BODY_KINDS, type Body, type BodyKind } from "../../rules/organisation.ts";
import { type TableColumn, tableRows } from "./table.ts";

/** A body as it is put in order before anything is decided. */
export interface BodyRow {
  /** The body's id; of a new one whatever tells it from the others. */
  readonly key: string;
  readonly name: string;
  readonly kind: BodyKind;
  /** Another row's key; null at the top. */
  readonly parent: string | null;
}

export const MAX_BODIES = 5000;
const CITE = "§3";
const TOP: readonly BodyKind[] = ["council"];

/** Above what a body of a kind can stand: an administration serves an organ, a unit belongs to an administration or a larger unit. */
const UNDER: Partial<Record<BodyKind, readonly BodyKind[]>> = {
  administration: ["council", "executive", "committee", "joint-committee", "electoral", "audit", "company"],
  "management-group": ["administration", "executive"],
  department: ["administration", "department"],
  unit: ["administration", "department", "unit", "company"],
  company: ["council", "company"],
  "part-owned-company": ["council", "company"],
};
const ORGANS_UNDER: readonly BodyKind[] = ["council"];

/** Why the rows can't be stored so: each with its place. `fixed`: bodies that something rests on, which are not taken away or made another. */
export function bodyRowFaults(
  rows: readonly BodyRow[],
  before: readonly Body[],
  fixed: ReadonlySet<string>,
): Remark[] {
  const kinds = new Map(rows.map((row) => [row.key, row.kind]));
  const known = new Map(before.map((body) => [body.id, body]));
  const placeOf = ({ name, parent }: BodyRow) => `${parent} ${name.trim()}`;
  const keysBefore = new Set<string>();
  const placesBefore = new Set<string>();
  const faults = rows.flatMap((row, i): Remark[] => {
    const at = `rows.${i}`;
    const name = row.name.trim();
    const found: Remark[] = [];
    if (name === "") found.push(remark("stops", "setup-body-nameless", CITE, {}, `${at}.name`));
    if (keysBefore.has(row.key)) found.push(remark("stops", "setup-body-twice", CITE, { name }, at));
    if (name !== "" && placesBefore.has(placeOf(row)))
      found.push(remark("stops", "setup-body-name-twice", CITE, { name }, `${at}.name`));
    const above = row.parent === null ? undefined : kinds.get(row.parent);
    if (row.parent !== null && above === undefined)
      found.push(remark("stops", "setup-body-parent-unknown", CITE, { name }, `${at}.parent`));
    const allowed = TOP.includes(row.kind) ? [] : (UNDER[row.kind] ?? ORGANS_UNDER);
    const stands = above === undefined ? TOP.includes(row.kind) : allowed.includes(above);
    if (!stands && (row.parent === null || above !== undefined))
      found.push(remark("stops", "setup-body-parent-kind", CITE, { name }, `${at}.parent`));
    keysBefore.add(row.key);
    placesBefore.add(placeOf(row));
    const own = known.get(row.key);
    if (own && fixed.has(own.id) && own.kind !== row.kind)
      found.push(remark("stops", "setup-body-in-use-kind", CITE, { name: own.name }, `${at}.kind`));
    return found;
  });
  const keys = new Set(rows.map(({ key }) => key));
  const gone = before.filter(({ id }) => fixed.has(id) && !keys.has(id));
  return [
    ...faults,
    ...(["council", "executive"] as const).flatMap((kind) => {
      const count = rows.filter((row) => row.kind === kind).length;
      return count === 1 ? [] : [remark("stops", `setup-bodies-${kind}`, CITE, { count }, "rows")];
    }),
    ...gone.map(({ name }) => remark("stops", "setup-body-in-use", CITE, { name }, "rows")),
    ...(faults.length === 0 ? circles(rows) : []),
  ];
}

/** A body that stands above itself, some steps up. */
function circles(rows: readonly BodyRow[]): Remark[] {
  const parents = new Map(rows.map(({ key, parent }) => [key, parent]));
  return rows.flatMap(({ key, name }, i) => {
    let next = parents.get(key);
    for (let steps = 0; typeof next === "string" && steps <= rows.length; steps++) next = parents.get(next);
    return typeof next === "string"
      ? [remark("stops", "setup-body-circle", CITE, { name }, `rows.${i}.parent`)]
      : [];
  });
}

export interface BodyDifferences {
  readonly added: readonly string[];
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  readonly moved: readonly string[];
  readonly removed: readonly string[];
}

/** What the rows change, in names. */
export function bodyDifferences(before: readonly BodyRow[], rows: readonly BodyRow[]): BodyDifferences {
  const own = new Map(before.map((row) => [row.key, row]));
  const keys = new Set(rows.map(({ key }) => key));
  return {
    added: rows.flatMap(({ key, name }) => (own.has(key) ? [] : [name])),
    renamed: rows.flatMap(({ key, name }) => {
      const was = own.get(key);
      return was && was.name !== name ? [{ before: was.name, after: name }] : [];
    }),
    moved: rows.flatMap(({ key, name, parent, kind }) => {
      const was = own.get(key);
      return was && (was.parent !== parent || was.kind !== kind) ? [name] : [];
    }),
    removed: before.flatMap(({ key, name }) => (keys.has(key) ? [] : [name])),
  };
}

/** The rows with an id for each new body, made of its name as the others' are. */
export function withIds(rows: readonly BodyRow[], before: readonly Body[]): BodyRow[] {
  const known = new Set(before.map(({ id }) => id));
  const taken = new Set(known);
  const ids = new Map(
    rows.map(({ key, name }) => {
      if (known.has(key)) return [key, key];
      const id = idUnlike(taken, plainName(name) || "enhet");
      taken.add(id);
      return [key, id];
    }),
  );
  return rows.map((row) => ({
    ...row,
    name: row.name.trim(),
    key: ids.get(row.key) ?? row.key,
    parent: row.parent === null ? null : (ids.get(row.parent) ?? row.parent),
  }));
}

const COLUMNS: readonly TableColumn[] = [
  { id: "name", headings: ["namn", "organ", "enhet", "name"], needed: true },
  { id: "kind", headings: ["slag", "typ", "sort", "kind"], needed: true },
  { id: "parent", headings: ["hör till", "överordnad", "lyder under", "parent"], needed: true },
];

/**
 * Bodies from a table: name, kind and what each belongs to, by name. `kindOf`: a kind by the word for it. One of the same name as
 * a body that is there is that body.
 */
export function bodiesFromTable(
  cells: readonly (readonly string[])[],
  before: readonly BodyRow[],
  kindOf: (word: string) => BodyKind | undefined,
): { readonly rows: readonly BodyRow[] } | { readonly faults: readonly Remark[] } {
  const table = tableRows(cells, COLUMNS);
  if ("faults" in table) return table;
  if (table.rows.length > MAX_BODIES)
    return { faults: [remark("stops", "setup-table-too-long", CITE, { max: MAX_BODIES })] };
  const known = firstByName(before);
  const keyed = table.rows.map((row, i) => {
    const name = row.cells.name ?? "";
    return { row, name, key: known.get(name.toLowerCase())?.key ?? `ny-${i + 1}` };
  });
  const named = firstByName(keyed);
  const faults: Remark[] = [];
  const rows = keyed.map(({ row, name, key }): BodyRow => {
    const kind = kindOf(row.cells.kind ?? "");
    if (kind === undefined)
      faults.push(
        remark("stops", "setup-table-kind", CITE, { cell: row.at("kind"), word: row.cells.kind ?? "" }),
      );
    const above = row.cells.parent ?? "";
    const parent = named.get(above.toLowerCase());
    if (above !== "" && parent === undefined)
      faults.push(remark("stops", "setup-table-parent", CITE, { cell: row.at("parent"), word: above }));
    return { key, name, kind: kind ?? "unit", parent: parent?.key ?? null };
  });
  return faults.length > 0 ? { faults: faults.slice(0, MAX_FAULTS) } : { rows };
}
const MAX_FAULTS = 50;

/** By their names in small letters: of several of a name the first. */
const firstByName = <R extends { readonly name: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.toReversed().map((row) => [row.name.toLowerCase(), row]));

/** A kind of body by its word in one of the languages, or as the API says it. */
export const kindByWord =
  (words: readonly Readonly<Record<BodyKind, string>>[]) =>
  (word: string): BodyKind | undefined => {
    const given = word.trim().toLowerCase();
    return BODY_KINDS.find(
      (kind) => kind === given || words.some((language) => language[kind].toLowerCase() === given),
    );
  };
