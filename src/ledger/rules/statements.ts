import {
  BALANCE_ACCOUNTS,
  BALANCE_ROWS,
  BALANCE_SUMS,
  type BalanceRow,
  INCOME_ACCOUNTS,
  INCOME_ROWS,
  INCOME_SUMS,
  type IncomeRow,
  rowOf,
} from "./kommun-bas.ts";
import { tkrOf, tkrParts } from "./whole-tkr.ts";

/** An account's sum as booked: debit is positive. */
export interface AccountSum {
  readonly account: string;
  readonly amountOre: number;
}

export interface IncomeLine {
  readonly row: IncomeRow;
  readonly ore: number;
}

export interface BalanceLine {
  readonly row: BalanceRow;
  readonly openingOre: number;
  readonly closingOre: number;
}

/**
 * The income statement in the rows of LKBR 5 kap.: income positive, cost negative, sums among the rows. Account 89, which
 * books the result to the balance sheet, is no part of it; nor are accounts outside 3–8.
 */
export function incomeStatement(sums: readonly AccountSum[]): IncomeLine[] {
  const ore = new Map<IncomeRow, number>();
  for (const { account, amountOre } of sums) {
    const row = rowOf(account, INCOME_ACCOUNTS);
    if (row !== undefined) ore.set(row, (ore.get(row) ?? 0) - amountOre);
  }
  addSums(ore, INCOME_SUMS);
  return INCOME_ROWS.map((row) => ({ row, ore: (ore.get(row) ?? 0) + 0 }));
}

/**
 * The balance sheet in the rows of LKBR 6 kap., in öre; assets, equity, provisions and debt are all positive. The year's
 * result stands by itself, whether the accounts have booked it to equity yet or not, so that the two sides are equal.
 */
export function balanceSheet(
  balances: readonly { readonly account: string; readonly openingOre: number; readonly closingOre: number }[],
  yearResultOre: number,
): BalanceLine[] {
  const side = (of: (balance: (typeof balances)[number]) => number, resultOre: number) => {
    const ore = new Map<BalanceRow, number>();
    let difference = 0; // what the two sides differ by: a result that is not booked to equity yet
    for (const balance of balances) {
      const row = rowOf(balance.account, BALANCE_ACCOUNTS);
      if (row === undefined) continue;
      const amount = of(balance);
      difference += amount;
      ore.set(row, (ore.get(row) ?? 0) + (balance.account.startsWith("1") ? amount : -amount));
    }
    ore.set("equity", (ore.get("equity") ?? 0) + difference - resultOre);
    ore.set("year-result", resultOre);
    addSums(ore, BALANCE_SUMS);
    return ore;
  };
  const opening = side((balance) => balance.openingOre, 0);
  const closing = side((balance) => balance.closingOre, yearResultOre);
  return BALANCE_ROWS.map((row) => ({
    row,
    openingOre: (opening.get(row) ?? 0) + 0,
    closingOre: (closing.get(row) ?? 0) + 0,
  }));
}

function addSums<R extends string>(ore: Map<R, number>, sums: Partial<Record<R, readonly R[]>>): void {
  for (const [row, parts] of Object.entries(sums) as [R, readonly R[]][])
    ore.set(
      row,
      parts.reduce((sum, part) => sum + (ore.get(part) ?? 0), 0),
    );
}

/** The income statement in whole tkr: its rows sum to the result rounded. */
export function incomeStatementTkr(lines: readonly IncomeLine[]): { row: IncomeRow; tkr: number }[] {
  const result = lines.find((line) => line.row === "result")?.ore ?? 0;
  const tkr = roundedRows(lines, INCOME_SUMS, tkrOf(result));
  return INCOME_ROWS.map((row) => ({ row, tkr: tkr.get(row) ?? 0 }));
}

/** The balance sheet in whole tkr: the rows of each side sum to it, and the two sides are equal. */
export function balanceSheetTkr(
  lines: readonly BalanceLine[],
): { row: BalanceRow; openingTkr: number; closingTkr: number }[] {
  const rounded = (of: "openingOre" | "closingOre") => {
    const ore = lines.map((line) => ({ row: line.row, ore: line[of] }));
    const total = tkrOf(ore.find((line) => line.row === "assets")?.ore ?? 0);
    const isAsset = (row: BalanceRow) => BALANCE_ROWS.indexOf(row) <= BALANCE_ROWS.indexOf("assets");
    const sides = [ore.filter((line) => isAsset(line.row)), ore.filter((line) => !isAsset(line.row))];
    return new Map(sides.flatMap((side) => [...roundedRows(side, BALANCE_SUMS, total)]));
  };
  const opening = rounded("openingOre");
  const closing = rounded("closingOre");
  return BALANCE_ROWS.map((row) => ({
    row,
    openingTkr: opening.get(row) ?? 0,
    closingTkr: closing.get(row) ?? 0,
  }));
}

function roundedRows<R extends string>(
  lines: readonly { readonly row: R; readonly ore: number }[],
  sums: Partial<Record<R, readonly R[]>>,
  totalTkr: number,
): Map<R, number> {
  const leaves = lines.filter((line) => !Object.hasOwn(sums, line.row));
  const parts = tkrParts(
    totalTkr,
    leaves.map((line) => line.ore),
  );
  const tkr = new Map(leaves.map((line, i) => [line.row, parts[i] as number]));
  const own = Object.fromEntries(
    Object.entries(sums).filter(([row]) => lines.some((line) => line.row === row)),
  );
  addSums(tkr, own as Partial<Record<R, readonly R[]>>);
  return tkr;
}
