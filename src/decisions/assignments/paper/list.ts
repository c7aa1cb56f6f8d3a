import { filled } from "../../../kernel/filled.ts";
import { dayText, unbroken } from "../../../kernel/format.ts";
import type { Paper } from "../../../kernel/paper.ts";
import { municipalityOf } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { Document } from "../../../platform/rendering/document.ts";
import { paperPdf } from "../../../platform/rendering/paper-pdf.ts";
import { wordOrder } from "../../../platform/rendering/word.ts";
import type { AssignmentLine } from "../contract.ts";
import sv from "../messages/sv.json" with { type: "json" };
import { inOrder } from "../rules/asked-for.ts";
import { standsInSwedish } from "../words.ts";

const words = sv.assignment;
const day = (of: string) => dayText(of, "sv");

/** Assignments as they stand on the day, as PDF/UA or Word: Swedish, as all documents of the municipality's (R-6, T-1). */
export const assignmentsDocument = (
  tx: Tx,
  ctx: Pick<Context, "municipality" | "today">,
  lines: readonly AssignmentLine[],
  form: "pdf" | "word",
): Document =>
  new Document(
    async () => {
      const paper = assignmentsPaper(lines, {
        municipality: (await municipalityOf(tx, ctx.municipality, ctx.today)).name,
        today: ctx.today,
      });
      return form === "word" ? wordOrder(paper) : paperPdf(paper, null);
    },
    { decided: false },
  );

/** Those that are somebody's and those that are closed, a table each; those that are late stand first. */
function assignmentsPaper(
  lines: readonly AssignmentLine[],
  { municipality, today }: { readonly municipality: string; readonly today: string },
): Paper {
  const rows = inOrder(lines);
  const late = rows.filter((one) => one.late).length;
  const asOf = filled(words.paper["as-of"], { day: day(today) });
  return {
    language: "sv",
    municipality,
    title: words.list.title,
    subtitle: asOf,
    facts: [
      filled(rows.length === 1 ? words.paper.count_one : words.paper.count_other, { count: rows.length }),
      ...(late > 0 ? [filled(words.list["late-count"], { count: late })] : []),
    ],
    mark: null,
    foot: asOf,
    flows: true,
    chapters: [
      { title: words.paper.open, rows: rows.filter(({ state }) => state !== "closed") },
      { title: words.paper.closed, rows: rows.filter(({ state }) => state === "closed") },
    ]
      .filter((chapter) => chapter.rows.length > 0)
      .map((chapter) => ({ title: chapter.title, blocks: [table(chapter.title, chapter.rows)] })),
  };
}

const table = (title: string, rows: readonly AssignmentLine[]) => ({
  kind: "table" as const,
  title,
  columns: (["what", "state", "due", "to", "holder", "giver"] as const).map((key) => ({
    label: words.list[key],
    kind: "text" as const,
  })),
  rows: rows.map((one) => [
    one.text,
    one.late ? words.late : standsInSwedish(one),
    day(one.due),
    one.toName,
    one.holder?.name ?? "–",
    unbroken(`${one.giverName}, ${day(one.givenOn)}, ${one.paragraph}`),
  ]),
  strong: [],
});
