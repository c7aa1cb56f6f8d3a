import { columnName, type Sheet, type SheetCell } from "../../../platform/rendering/workbook.ts";
import type { Result, ResultInput } from "../../base/rules/result.ts";
import type { BudgetFacts } from "../facts.ts";
import { sayInBook } from "../texts.ts";
import { totalFrameOf } from "./frames.ts";
import { TKR } from "./inputs.ts";

/** From tax to result by year, as formulas over what is given and the sums of the frames (E-7). */
export function resultSheet(facts: BudgetFacts): Sheet {
  const { results, resultInput } = facts;
  const years = results.flatMap((result) => {
    const given = resultInput.find((line) => line.year === result.year);
    return given ? [{ result, given }] : [];
  });
  const row = (name: string, of: (year: Year, letters: string) => SheetCell): SheetCell[] => [
    name,
    ...years.map((year, i) => of(year, columnName(i + 1))),
  ];
  return {
    name: sayInBook("result"),
    columns: [
      { header: sayInBook("row"), width: 44 },
      ...years.map(({ result }) => ({ header: String(result.year), width: 14, format: TKR })),
    ],
    // Excel's rows 2–15: the formulas name them
    rows: [
      row(sayInBook("tax-base"), ({ given }) => given.taxBaseTkr),
      row(sayInBook("tax-rate"), ({ given }) => given.taxRate),
      row(sayInBook("settlement"), ({ given }) => given.settlementTkr),
      row(sayInBook("tax"), ({ result }, c) => ({
        formula: `ROUND(${c}2*${c}3/100,0)+${c}4`,
        result: result.taxTkr,
      })),
      row(sayInBook("equalisation"), ({ given }) => given.equalisationTkr),
      row(sayInBook("frames-total"), ({ result }) => ({
        formula: `-${totalFrameOf(facts, result.year)}`,
        result: -(facts.allocation.years.find((one) => one.year === result.year)?.totalTkr ?? 0) + 0,
      })),
      row(sayInBook("central"), ({ given }) => given.centralTkr),
      row(sayInBook("depreciation"), ({ given }) => given.depreciationTkr),
      row(sayInBook("operations"), ({ result }, c) => ({
        formula: `SUM(${c}7:${c}9)`,
        result: result.operationsTkr,
      })),
      row(sayInBook("financial"), ({ given }) => given.financialNetTkr),
      row(sayInBook("result-row"), ({ result }, c) => ({
        formula: `${c}5+${c}6+${c}10+${c}11`,
        result: result.resultTkr,
      })),
      row(sayInBook("percent"), ({ result }, c) => ({
        formula: `IF(${c}5+${c}6=0,0,ROUND(${c}12*1000/(${c}5+${c}6),0)/10)`,
        result: result.resultPercent,
      })),
      row(sayInBook("given-result"), ({ result }) => result.resultTkr),
      row(sayInBook("change"), (_, c) => ({ formula: `${c}12-${c}14`, result: 0 })),
    ],
    strong: [10],
  };
}

interface Year {
  readonly result: Result;
  readonly given: ResultInput;
}
