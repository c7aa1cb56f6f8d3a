import { useMemo } from "react";
import { monthText, numberText } from "../../../kernel/format.ts";
import { numberWithin } from "../../../kernel/number-in.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Sheet } from "../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn, SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type ForecastLine, restFor, type UnitFacts } from "../rules/forecast.ts";

const MOST_TKR = 1_000_000_000;
const NOT_A_NUMBER: SheetFault = { code: "not-a-number", params: {} };

/** Each line as the manager believes it will be: the whole year, or month by month of those that are left. */
export function ForecastSheet({
  facts,
  lines,
  year,
  onChange,
}: {
  readonly facts: UnitFacts;
  readonly lines: readonly ForecastLine[];
  readonly year: number;
  readonly onChange: (lines: readonly ForecastLine[]) => void;
}) {
  const t = useTexts("followup");
  const language = useLanguage();
  const columns = useMemo<SheetColumn<ForecastLine>[]>(() => {
    const tkr = (value: number) => numberText(value, language);
    const read = (text: string) => numberWithin(text, { min: -MOST_TKR, max: MOST_TKR, decimals: 0 });
    const figure = (
      id: string,
      title: string,
      value: (line: ForecastLine) => number,
      take?: (line: ForecastLine, tkr: number) => ForecastLine,
    ): SheetColumn<ForecastLine> => ({
      id,
      title,
      width: 104,
      numeric: true,
      text: (line) => tkr(value(line)),
      ...(take
        ? {
            edit: {
              take: (line, text) => {
                const given = read(text);
                return given === undefined ? NOT_A_NUMBER : take(line, given);
              },
            },
          }
        : {}),
      sum: (rows) => tkr(sumOf(rows.map(value))),
    });
    const left = Array.from({ length: 12 - facts.months }, (_, i) => i);
    return [
      {
        id: "of",
        title: t("unit-forecast.line"),
        width: 168,
        frozen: true,
        text: ({ of }) => t(`unit-forecast.of.${of}`),
        sum: () => t("unit-forecast.total"),
      },
      // What one writes stands first: on a phone there is room for little more
      figure(
        "forecast",
        t("unit-forecast.year-amount"),
        (line) => line.forecastTkr,
        (line, yearTkr) => ({
          ...line,
          restTkr: restFor(
            line,
            facts.lines.find(({ of }) => of === line.of)?.budgetMonthsTkr.slice(facts.months) ?? [],
            yearTkr,
          ),
        }),
      ),
      figure("deviation", t("unit-forecast.deviation"), (line) => line.deviationTkr),
      figure("budget", t("unit-forecast.budget"), (line) => line.budgetTkr),
      figure("to-date", t("unit-forecast.budget-to-date"), (line) => line.budgetToDateTkr),
      figure("outcome", t("unit-forecast.outcome"), (line) => line.outcomeTkr),
      ...left.map((i) =>
        figure(
          `month-${i}`,
          monthText(facts.months + i + 1, language),
          (line) => line.restTkr[i] ?? 0,
          (line, value) => ({
            ...line,
            restTkr: line.restTkr.map((before, at) => (at === i ? value : before)),
          }),
        ),
      ),
    ];
  }, [t, language, facts]);
  return (
    <Sheet<ForecastLine>
      caption={t("unit-forecast.caption", { year })}
      rows={lines}
      rowKey={({ of }) => of}
      columns={columns}
      maxRows={lines.length}
      onChange={onChange}
      fault={() => t("unit-forecast.fault.not-a-number")}
    />
  );
}

/** The same to read. */
export function ForecastTable({
  lines,
  year,
}: {
  readonly lines: readonly ForecastLine[];
  readonly year: number;
}) {
  const t = useTexts("followup");
  const amount = (
    id: "budget" | "outcome" | "forecast" | "deviation",
    value: (line: ForecastLine) => number,
  ): Column<ForecastLine> => ({
    id,
    header: t(`unit-forecast.${id}`),
    numeric: true,
    ...(id === "deviation" ? { stays: true } : {}),
    value,
    cell: (line) => <Money tkr={value(line)} signed={id === "deviation"} />,
    foot: <Money tkr={sumOf(lines.map(value))} signed={id === "deviation"} />,
  });
  return (
    <DataTable
      caption={t("unit-forecast.caption", { year })}
      rows={lines}
      rowKey={({ of }) => of}
      search={false}
      columns={[
        {
          id: "of",
          header: t("unit-forecast.line"),
          value: ({ of }) => t(`unit-forecast.of.${of}`),
          foot: t("unit-forecast.total"),
        },
        amount("budget", (line) => line.budgetTkr),
        amount("outcome", (line) => line.outcomeTkr),
        amount("forecast", (line) => line.forecastTkr),
        amount("deviation", (line) => line.deviationTkr),
      ]}
    />
  );
}
