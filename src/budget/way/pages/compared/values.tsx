import { changeText, numberText } from "../../../../kernel/format.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { dataText, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { FigureText } from "../../../base/pages/figure-link.tsx";
import { isLine } from "../../../base/rules/result-lines.ts";
import type { Compared } from "../stages-shown.ts";
import { whoColumn } from "./steps.tsx";

type Value = Compared["results"][number];

const MAX_DECIMALS = 6;
/** As many decimals as the number has: a tax rate of 20,29 and a sum without any. */
export const decimalsOf = (value: number): number =>
  Math.min(MAX_DECIMALS, String(value).split(".")[1]?.length ?? 0);

/** What the result is counted from, where a year differs (E-7). */
export function ComparedResults({ compared }: { readonly compared: Compared }) {
  const t = useTexts("budget");
  const { results } = compared;
  if (results.length === 0) return <p className="quiet">{t("compare.no-results")}</p>;
  return <Values compared={compared} rows={results} caption={t("compare.results")} name="compare.value" />;
}

/** The lines of the statements that differ: income, loans, balance sheet, balance requirement; each figure opens (E-7). */
export function ComparedLines({ compared }: { readonly compared: Compared }) {
  const t = useTexts("budget");
  const { lines } = compared;
  if (lines.length === 0) return <p className="quiet">{t("compare.no-lines-of-position")}</p>;
  return (
    <details>
      <summary>{t("compare.position-count", { count: lines.length })}</summary>
      <Values compared={compared} rows={lines} caption={t("compare.position")} name="position.line" />
    </details>
  );
}

function Values({
  compared: { from, to, steps },
  rows,
  caption,
  name,
}: {
  readonly compared: Compared;
  readonly rows: readonly Value[];
  readonly caption: string;
  /** Where the texts have the names of what differs. */
  readonly name: "compare.value" | "position.line";
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const side = (of: string, row: Value, value: number | null) => {
    const text = value === null ? "–" : numberText(value, language, decimalsOf(value));
    return name === "position.line" && value !== null && isLine(row.what) ? (
      <FigureText
        of={of}
        place={{ row: row.what, year: row.year }}
        what={`${t(`${name}.${row.what}`)} ${row.year}`}
        text={text}
      />
    ) : (
      text
    );
  };
  return (
    <DataTable<Value>
      caption={caption}
      captionShown
      search={rows.length > 20}
      columns={[
        { id: "what", header: t("compare.what"), value: ({ what }) => dataText(t, name, what) },
        {
          id: "year",
          header: t("compare.year"),
          value: ({ year }) => year,
          cell: ({ year }) => String(year),
        },
        {
          id: "from",
          header: t("compare.from"),
          numeric: true,
          value: (row) => row.from,
          cell: (row) => side(from.ref, row, row.from),
        },
        {
          id: "to",
          header: t("compare.to"),
          numeric: true,
          value: (row) => row.to,
          cell: (row) => side(to.ref, row, row.to),
        },
        {
          id: "difference",
          stays: true,
          header: t("compare.difference"),
          numeric: true,
          value: ({ difference }) => difference,
          cell: ({ difference }) =>
            difference === null ? "–" : changeText(difference, language, decimalsOf(difference)),
        },
        whoColumn<Value>(steps, t, language),
      ]}
      rows={rows}
      rowKey={({ what, year }) => `${what} ${year}`}
    />
  );
}
