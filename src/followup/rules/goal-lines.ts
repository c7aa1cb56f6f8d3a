import { linesOf, type Result } from "../../budget/base/rules/result.ts";
import type { Lines } from "../../budget/base/rules/result-lines.ts";
import type { Statement } from "./report-data.ts";

type Sheet = readonly { readonly row: string; readonly openingTkr: number; readonly closingTkr: number }[];

/**
 * What the formulas of the financial goals may name, from the accounts (§2.5, P-5). Before the year has ended there is the
 * budget with the forecast result, and no balance sheet of the last day: goals over it can't be judged then.
 */
export function goalLines({
  resultTkr,
  statement,
  sheet,
  budget,
}: {
  readonly resultTkr: number | null;
  readonly statement: readonly Statement[];
  readonly sheet: Sheet;
  readonly budget: Result | undefined;
}): Lines {
  const given: Lines = budget ? linesOf({ ...budget, lines: undefined }) : {};
  const beside: Lines =
    budget?.lines?.inhabitants === undefined ? {} : { inhabitants: budget.lines.inhabitants };
  const pensions: Lines =
    budget?.lines?.pensionsOutside === undefined ? {} : { pensionsOutside: budget.lines.pensionsOutside };
  return {
    ...(statement.length > 0 ? fromStatement(statement) : resultTkr === null ? {} : given),
    ...beside,
    ...pensions,
    ...(sheet.length > 0 ? fromSheet(sheet, statement) : {}),
    ...(resultTkr === null ? {} : { result: resultTkr }),
  };
}

function fromStatement(statement: readonly Statement[]): Lines {
  const of = (row: string) => statement.find((line) => line.row === row)?.outcomeTkr ?? 0;
  return {
    tax: of("tax"),
    equalisation: of("grants-and-equalisation"),
    taxAndGrants: of("tax") + of("grants-and-equalisation"),
    operations: 0 - of("operating-net"),
    depreciation: 0 - of("depreciation"),
    financialNet: of("financial-income") + of("financial-cost"),
  };
}

/** What was built is what the fixed assets grew by, with what was written off of them. */
function fromSheet(sheet: Sheet, statement: readonly Statement[]): Lines {
  const sum = (of: "openingTkr" | "closingTkr", ...rows: readonly string[]) =>
    sheet.filter((line) => rows.includes(line.row)).reduce((total, line) => total + line[of], 0);
  const fixed = ["intangible-assets", "land-buildings-plant", "machinery-and-equipment"];
  const depreciation = statement.find((line) => line.row === "depreciation")?.outcomeTkr ?? 0;
  const investments = sum("closingTkr", ...fixed) - sum("openingTkr", ...fixed) - depreciation;
  const closing = (...rows: readonly string[]) => sum("closingTkr", ...rows);
  return {
    investments,
    netInvestments: investments,
    fixedAssets: closing(...fixed),
    financialAssets: closing("financial-assets"),
    currentAssets: closing("stock", "receivables", "short-term-investments"),
    cash: closing("cash"),
    assets: closing("assets"),
    equity: closing("equity-total"),
    provisions: closing("provisions"),
    loans: closing("long-term-debt"),
    shortDebt: closing("short-term-debt"),
    liabilities: closing("provisions", "debt"),
    netDebt: closing("long-term-debt") - closing("cash"),
  };
}
