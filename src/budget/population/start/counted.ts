import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Counted {
  readonly source: string;
  readonly year: number;
  readonly byMunicipality: Readonly<Record<string, { readonly women: number[]; readonly men: number[] }>>;
}

let read: Promise<Counted> | undefined;

/** What ships of Statistics Sweden's open data (CC0): every municipality's people by age and sex. Read when it is first asked for. */
export const counted = (): Promise<Counted> => {
  read ??= readFile(join(import.meta.dirname, "../scb/people-2019.json"), "utf8").then(
    (text) => JSON.parse(text) as Counted,
  );
  return read;
};
