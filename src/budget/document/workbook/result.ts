import { columnName, type Sheet, type SheetCell } from "../../../platform/rendering/workbook.ts";
import type { Result, ResultInput } from "../../base/rules/result.ts";
import { type Beside, besideAllocations } from "../../position/rules/beside.ts";
import type { BudgetFacts } from "../facts.ts";
import { swedish } from "../texts.ts";
import { totalFrameOf } from "./frames.ts";
import { TKR } from "./inputs.ts";

const { lineName, sayInBook } = swedish;

/** From tax to result by year, as formulas over what is given and the sums of the frames (E-7). */
export function resultSheet(facts: BudgetFacts): Sheet {
  const { results, budget } = facts;
  const besides = besideAllocations(budget);
  const years = results.flatMap((result) => {
    const given = budget.resultInput.find((line) => line.year === result.year);
    const beside = besides.find((line) => line.year === result.year);
    return given && beside ? [{ result, given, beside }] : [];
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
    // Excel's rows 2–17: the formulas name them
    rows: [
      row(sayInBook("tax-base"), ({ given }) => given.taxBaseTkr),
      row(sayInBook("tax-rate"), ({ given }) => given.taxRate),
      row(sayInBook("settlement"), ({ given }) => given.settlementTkr),
      row(lineName("tax"), ({ result }, c) => ({
        formula: `ROUND(${c}2*${c}3/100,0)+${c}4`,
        result: result.taxTkr,
      })),
      row(lineName("equalisation"), ({ given }) => given.equalisationTkr),
      row(lineName("allocations"), ({ result }) => ({
        formula: `-${totalFrameOf(facts, result.year)}`,
        result: -(facts.allocation.years.find((one) => one.year === result.year)?.totalTkr ?? 0) + 0,
      })),
      row(lineName("central"), ({ beside }) => beside.centralTkr),
      row(lineName("internalCapital"), ({ beside }) => beside.internalCapitalTkr),
      row(lineName("depreciation"), ({ beside }) => beside.depreciationTkr),
      row(lineName("dissolvedGrants"), ({ beside }) => beside.dissolvedGrantsTkr),
      row(lineName("operations"), ({ result }, c) => ({
        formula: `SUM(${c}7:${c}11)`,
        result: result.operationsTkr,
      })),
      row(lineName("financialNet"), ({ beside }) => beside.financialNetTkr),
      row(lineName("result"), ({ result }, c) => ({
        formula: `${c}5+${c}6+${c}12+${c}13`,
        result: result.resultTkr,
      })),
      row(sayInBook("percent"), ({ result }, c) => ({
        formula: `IF(${c}5+${c}6=0,0,ROUND(${c}14*1000/(${c}5+${c}6),0)/10)`,
        result: result.resultPercent,
      })),
      row(sayInBook("given-result"), ({ result }) => result.resultTkr),
      row(sayInBook("change"), (_, c) => ({ formula: `${c}14-${c}16`, result: 0 })),
    ],
    strong: [12],
  };
}

interface Year {
  readonly result: Result;
  readonly given: ResultInput;
  readonly beside: Beside;
}
