import type { Generated } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Chapter, Kept, KeptBeside, SearchRow } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { inParts } from "../../platform/database/parts.ts";
import { type KindOfMatter, type MatterPlace, matterPath } from "../rules/kind.ts";
import { textsIn } from "../rules/texts-in.ts";

export type SearchTables = {
  "decisions.search_row": {
    municipality_id: string;
    source: string;
    thing: string;
    kind: string;
    sort: string;
    same: string;
    audience: "public" | "signed-in";
    body_id: string;
    year: number | null;
    title: string;
    text: string;
    href: string;
    valid_from: Day;
    row_key: Generated<number>;
    same_key: Generated<number>;
  };
};
export const tables = (tx: Tx) => tx.withTables<SearchTables>();

/** A decision on a matter, as it is found. */
export interface DecidedMatter {
  readonly kind: Pick<KindOfMatter, "names">;
  readonly matter: MatterPlace;
  readonly number: number;
  /** The organ's id. */
  readonly organ: string;
  readonly paragraph: string;
  readonly reference: string;
  readonly sentence?: string | null | undefined;
}

type Placed = Pick<Kept, "source" | "kind" | "body" | "year" | "on">;

const MAX_TITLE = 1000;
const MAX_TEXT = 200_000;

/** What a matter of another year is the same as: "body-goals:socialnamnden:2027/trygg" and that of 2028. */
const withoutYear = (thing: string, year: number | null): string =>
  year === null ? thing : thing.replace(`:${year}`, "");

/** Keeps what can be found in something that has been stored: what its chapter says, the matter as a whole, and its decision. */
export async function keepFound(
  tx: Tx,
  municipality: string,
  chapter: Chapter,
  of: Kept,
  decided: DecidedMatter | undefined,
): Promise<void> {
  const rows = [...((await chapter.searchRows?.(of, tx)) ?? [])];
  if (decided) {
    // What a chapter calls by another name than its kind is found by both
    const whole = wholeMatter(of, decided);
    const own = rows.findIndex(({ thing }) => thing === of.source);
    if (own < 0) rows.push(whole);
    else rows[own] = withTexts(rows[own] as SearchRow, whole);
  }
  await keepRows(tx, municipality, of, rows);
  if (decided) {
    const source = `${of.source}@${decided.number}`;
    await keepRows(tx, municipality, { ...of, source }, [decisionRow(of, decided)]);
  }
}

const withTexts = (row: SearchRow, whole: SearchRow): SearchRow => ({
  ...row,
  text: [row.text, whole.title, whole.text].filter(Boolean).join(" · "),
});

function wholeMatter(
  { source, body, year, bodies, content }: Kept,
  { kind, matter }: DecidedMatter,
): SearchRow {
  const { names } = kind;
  return {
    thing: source,
    sort: "matter",
    title: `${names.sv} ${year}`,
    text: [nameOfBody(bodies, body), names.en, textsIn(content)].filter(Boolean).join(" · "),
    href: matterPath(matter),
  };
}

function decisionRow(
  { body, year, on, bodies }: Kept,
  { kind, number, organ, paragraph, reference, sentence = null }: DecidedMatter,
): SearchRow {
  const matter = `${kind.names.sv} ${year}`;
  const of = nameOfBody(bodies, body);
  const by = nameOfBody(bodies, organ);
  return {
    thing: `decision:${number}`,
    sort: "decision",
    title: sentence ?? matter,
    text: [
      ...(sentence === null ? [] : [matter]),
      ...(of === by ? [] : [of]),
      `${by} ${paragraph}`,
      reference,
      on satisfies Day,
    ].join(", "),
    href: `/beslut/${number}`,
  };
}

/** Keeps rows beside matters: those of its source before are replaced. */
export const keepBeside = (
  tx: Tx,
  municipality: string,
  { kind, audience }: KeptBeside,
  { rows, ...of }: Omit<Placed, "kind"> & { readonly rows: readonly SearchRow[] },
): Promise<void> => keepRows(tx, municipality, { ...of, kind }, rows, audience);

async function keepRows(
  tx: Tx,
  municipality: string,
  of: Placed,
  rows: readonly SearchRow[],
  audience: KeptBeside["audience"] = "public",
): Promise<void> {
  await tables(tx).deleteFrom("decisions.search_row").where("source", "=", of.source).execute();
  // What a content says twice under one id is found once
  const once = [...new Map(rows.map((row) => [row.thing, row])).values()];
  const values = once.map(({ thing, title, text, href, body, sort = of.kind }) => ({
    municipality_id: municipality,
    source: of.source,
    thing,
    kind: of.kind,
    sort,
    same:
      sort === "decision"
        ? `decision:${withoutYear(of.source.replace(/@.*/, ""), of.year)}`
        : withoutYear(thing, of.year),
    audience,
    body_id: body ?? of.body,
    year: of.year,
    title: title.slice(0, MAX_TITLE),
    text: text.slice(0, MAX_TEXT),
    href,
    valid_from: of.on,
  }));
  for (const part of inParts(values))
    await tables(tx).insertInto("decisions.search_row").values(part).execute();
}

/** The kinds of which something has been kept to be found. */
export async function kindsFound(tx: Tx): Promise<string[]> {
  const rows = await tables(tx).selectFrom("decisions.search_row").select("kind").distinct().execute();
  return rows.map(({ kind }) => kind);
}
