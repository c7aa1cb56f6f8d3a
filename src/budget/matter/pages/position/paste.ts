import { idUnlike, plainName } from "../../../../kernel/plain-id.ts";

/** What a cell of a spreadsheet says in whole tkr; undefined when it is no whole amount. Takes Swedish and plain forms. */
export function amountOf(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/(?:tkr|kr)$/i, "")
    .replace(/[\s\u00a0\u202f\u2009]/g, "")
    .replace(/^[−–]/, "-")
    .replace(/,0+$|\.0+$/, "");
  if (!/^-?\d{1,12}$/.test(bare)) return undefined;
  return Number(bare) + 0;
}

/** An id from a name, unlike those that are taken: "Grundskola F–6" → "grundskola-f-6". */
export const idFrom = (name: string, taken: ReadonlySet<string>): string =>
  idUnlike(taken, plainName(name) || "rad");
