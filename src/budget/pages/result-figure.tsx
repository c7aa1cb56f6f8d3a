import { numberText } from "../../platform/ui/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { FigurePlace } from "./explain-place.ts";
import { FigureLink, FigureText } from "./figure-link.tsx";
import type { ResultRow } from "./result-rows.ts";

/** A row's amount of a year in the result, which opens what it is made of (E-7, E-8). */
export function ResultFigure({ row, year }: { readonly row: ResultRow; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const value = row.amounts[year] ?? 0;
  const what = `${t(`page.result-row.${row.id}`)} ${year}`;
  return row.id === "share" ? (
    <FigureText place={{ share: true, year }} what={what} text={`${numberText(value, language, 1)}\u00a0%`} />
  ) : (
    <FigureLink place={PLACES[row.id](year)} tkr={value} what={what} />
  );
}

const PLACES: Readonly<Record<Exclude<ResultRow["id"], "share">, (year: number) => FigurePlace>> = {
  tax: (year) => ({ row: "tax", year }),
  equalisation: (year) => ({ row: "equalisation", year }),
  frames: (year) => ({ year }),
  central: (year) => ({ beside: true, year }),
  financial: (year) => ({ row: "financialNet", year }),
  result: (year) => ({ row: "result", year }),
};
