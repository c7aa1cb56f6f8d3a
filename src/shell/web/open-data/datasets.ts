import { ownValue } from "../../../kernel/own-value.ts";
import type { Operation } from "./description.ts";

/** Types of file that hold data as such: a paper to read is none. */
const DATA_TYPES = ["text/csv", "text/calendar"];
const DESCRIBES = "application/csvm+json";

export interface Dataset {
  /** The operation that gives the data. */
  readonly data: Operation;
  /** The same, or what it is part of, in all forms there are; the data first. */
  readonly forms: readonly Operation[];
  /** What its columns hold, in a file of its own (CSV on the Web). */
  readonly columns: Operation | undefined;
  /** What its address must be filled in with. */
  readonly needs: readonly string[];
}

/**
 * The open data there are: each file of data that anybody may fetch, with the files that lie beside it in the same folder.
 */
export function datasetsIn(operations: readonly Operation[]): Dataset[] {
  const files = operations.filter(
    (one) => one.open && one.method === "GET" && one.type !== "application/json",
  );
  return files
    .filter((one) => DATA_TYPES.includes(one.type))
    .map((data) => {
      const beside = files.filter((one) => one !== data && folderOf(one) === folderOf(data));
      return {
        data,
        forms: [data, ...beside],
        columns: beside.find((one) => one.type === DESCRIBES),
        needs: [...data.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string),
      };
    });
}

const folderOf = ({ path }: Operation): string => path.slice(0, path.lastIndexOf("/"));

/** An address with its places filled in. */
export const filledIn = (path: string, values: Readonly<Record<string, string | number>>): string =>
  path.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(String(ownValue(values, name))) : place,
  );

/** "Öppna data: ramarna som CSV (§2.4)" → "Ramarna som CSV". */
export function titleOf({ summary }: Operation): string {
  const bare = summary.replace(/^Öppna data:\s*/, "").replace(/\s*\(§[^)]*\)$/, "");
  return bare.charAt(0).toLocaleUpperCase("sv") + bare.slice(1);
}

/** How an address ends: "csv", "schema.json". What the page calls a form is told by it. */
export const endingOf = ({ path }: Operation): string => {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return file.slice(file.indexOf(".") + 1);
};

/** The kind of matter that a dataset comes from, where it has one for each body: "/api/budget/internal-budget/{body}/…". */
export const kindOf = ({ path }: Operation): string | undefined => path.match(/([a-z-]+)\/\{body\}/)?.[1];
