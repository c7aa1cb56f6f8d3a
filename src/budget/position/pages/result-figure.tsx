import { numberText, withUnit } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureLink, FigureText } from "../../base/pages/figure-link.tsx";
import { type ResultRow, resultPlace } from "../rules/result-rows.ts";

/** A row's amount of a year in the result, which opens what it is made of (E-7, E-8). */
export function ResultFigure({ row, year }: { readonly row: ResultRow; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const value = row.amounts[year] ?? 0;
  const what = `${t(`page.result-row.${row.id}`)} ${year}`;
  return row.id === "share" ? (
    <FigureText
      place={resultPlace(row.id, year)}
      what={what}
      text={withUnit(numberText(value, language, 1), "%", language)}
    />
  ) : (
    <FigureLink place={resultPlace(row.id, year)} tkr={value} what={what} />
  );
}
