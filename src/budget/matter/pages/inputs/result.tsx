import { Exact, roundHalfAwayFromZero } from "../../../../kernel/money.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { Money, Num } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import type { SheetColumn, SheetFault } from "../../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { GIVEN_LINES, type GivenLine } from "../../../base/rules/input-content.ts";
import { resultOf } from "../../../base/rules/result.ts";
import { withParts } from "../../../base/rules/result-parts.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { useVersion } from "../use-start-choices.ts";
import { plainNumber, TKR_LIMITS, textColumn } from "./columns.ts";
import type { PartProps } from "./editing.ts";
import { ResultPartsSheet } from "./result-parts.tsx";
import { InputsSheet } from "./sheet.tsx";

type ResultLine = Budget["resultInput"][number];

interface Row {
  readonly id: GivenLine;
  readonly values: Readonly<Record<string, number>>;
  readonly source: string;
}

const LIMITS_OF: Readonly<
  Partial<Record<GivenLine, typeof TKR_LIMITS | { min: number; max: number; decimals: number }>>
> = {
  taxRate: { min: 0, max: 50, decimals: 4 },
  taxBaseTkr: { ...TKR_LIMITS, min: 0 },
};

/** Tax, grants and what no body has in its allocation, by year (E-7). */
export function InputsResult({ editing: { budget, change, readOnly }, year }: PartProps) {
  const t = useTexts("budget");
  const { resultSources = {}, resultParts = [] } = budget;
  const resultInput = withParts(budget.resultInput, resultParts);
  const years = resultInput.map((line) => line.year);
  const columns = useResultColumns(years, new Set<GivenLine>(resultParts.map((part) => part.line)));
  const before = useVersion("budget", year - 1).version?.content.resultInput[0];
  const rows = GIVEN_LINES.map((id) => ({
    id,
    values: Object.fromEntries(resultInput.map((line) => [line.year, line[id]])),
    source: resultSources[id] ?? "",
  }));
  return (
    <>
      <Section title={t("inputs.section.result")} lead={t("inputs.result-lead")} cite="KL 11:5">
        <InputsSheet<Row>
          at="resultInput"
          readOnly={readOnly}
          caption={t("inputs.result-caption")}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          onChange={(next) => change(contentOf(next, { ...budget, resultInput }))}
          maxRows={rows.length}
        />
      </Section>
      <ResultPartsSheet budget={budget} years={years} change={change} readOnly={readOnly} />
      <Counted lines={resultInput} before={before} />
    </>
  );
}

/** What the sheet's rows say, as it is stored. */
function contentOf(rows: readonly Row[], { resultInput, resultSources }: Budget): Partial<Budget> {
  const sources = rows.filter(({ source }) => source !== "");
  return {
    resultInput: resultInput.map((line) => ({
      ...line,
      ...Object.fromEntries(rows.map(({ id, values }) => [id, values[line.year] ?? line[id]])),
    })),
    ...(sources.length > 0 || resultSources
      ? { resultSources: Object.fromEntries(sources.map(({ id, source }) => [id, source])) }
      : {}),
  };
}

/** `summed`: the lines that are the sums of their parts, and are not given by themselves. */
function useResultColumns(years: readonly number[], summed: ReadonlySet<GivenLine>): SheetColumn<Row>[] {
  const t = useTexts("budget");
  const language = useLanguage();
  return [
    {
      id: "line",
      title: t("inputs.field.line"),
      width: 260,
      frozen: true,
      text: ({ id }) => t(`inputs.line.${id}`),
    },
    ...years.map(
      (year): SheetColumn<Row> => ({
        id: String(year),
        title: String(year),
        width: 128,
        numeric: true,
        text: ({ values }) => plainNumber(values[year] ?? 0, language),
        edit: {
          take: (row, text): Row | SheetFault => {
            const typed = typedNumber(text, LIMITS_OF[row.id] ?? TKR_LIMITS);
            if ("fault" in typed) return { code: typed.fault.code, params: typed.fault.params };
            return summed.has(row.id) && typed.value !== row.values[year]
              ? { code: "summed", params: {} }
              : { ...row, values: { ...row.values, [year]: typed.value } };
          },
        },
      }),
    ),
    textColumn<Row>("source", t("inputs.field.source"), {
      get: ({ source }) => source,
      set: (row, source) => ({ ...row, source }),
      max: 500,
      width: 320,
    }),
  ];
}

/** How much larger a year's tax base is than the year before's, in per cent with two decimals; null where that is not known. */
function growth(now: number, before: number | undefined): number | null {
  if (!before) return null;
  return roundHalfAwayFromZero(new Exact(now).minus(before).times(10_000).div(before)) / 100;
}

/** What is counted of the lines: how the tax base grows, and the tax that it gives. */
function Counted({
  lines,
  before,
}: {
  readonly lines: readonly ResultLine[];
  readonly before: ResultLine | undefined;
}) {
  const t = useTexts("budget");
  const rows = ["growth", "tax", "taxAndGrants"] as const;
  const value = (row: (typeof rows)[number], i: number): number | null => {
    const line = lines[i] as ResultLine;
    if (row === "growth") return growth(line.taxBaseTkr, (lines[i - 1] ?? before)?.taxBaseTkr);
    const { taxTkr, taxAndGrantsTkr } = resultOf(0, line);
    return row === "tax" ? taxTkr : taxAndGrantsTkr;
  };
  return (
    <DataTable
      caption={t("inputs.counted")}
      captionShown
      search={false}
      columns={[
        {
          id: "row",
          header: t("inputs.field.line"),
          unsortable: true,
          value: ({ id }) => t(`inputs.line.${id}`),
        },
        ...lines.map((line, i) => ({
          id: String(line.year),
          header: String(line.year),
          numeric: true,
          unsortable: true,
          value: ({ id }: { id: (typeof rows)[number] }) => value(id, i),
          cell: ({ id }: { id: (typeof rows)[number] }) =>
            id === "growth" ? (
              <Num value={value(id, i)} decimals={2} unit="%" />
            ) : (
              <Money tkr={value(id, i)} />
            ),
        })),
      ]}
      rows={rows.map((id) => ({ id }))}
      rowKey={({ id }) => id}
    />
  );
}
