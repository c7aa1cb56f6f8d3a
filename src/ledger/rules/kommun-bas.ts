/**
 * The municipalities' standard chart of accounts, as data: which accounts belong to which row of the statements.
 * Source: Kommun-Bas 21 (SKR); the rows are those of LKBR 5 kap. (income statement) and 6 kap. (balance sheet).
 * An account belongs to the row with the longest prefix that fits.
 */
interface RowOf<R extends string> {
  readonly row: R;
  /** The accounts begin with one of these. */
  readonly prefixes: readonly string[];
}

/** The first figure of an account that carries income or cost; 9 is the municipality's trade with itself. */
export const ACCOUNT_GROUPS = ["3", "4", "5", "6", "7", "8", "9"] as const;
export type AccountGroup = (typeof ACCOUNT_GROUPS)[number];

/** 89 books the year's result to the balance sheet: counted as income or cost, it would hide the result. */
const YEAR_RESULT = "89";

/** The group of an account that carries income or cost; undefined for the balance sheet's accounts and for 89. */
export function accountGroup(account: string): AccountGroup | undefined {
  if (account.startsWith(YEAR_RESULT)) return undefined;
  return ACCOUNT_GROUPS.find((group) => account.startsWith(group));
}

/** Rows of the income statement that accounts are booked to; sums are made from them. */
export const INCOME_ACCOUNTS = [
  { row: "operating-income", prefixes: ["3"] },
  { row: "operating-cost", prefixes: ["4", "5", "6", "7"] },
  { row: "depreciation", prefixes: ["79"] },
  { row: "tax", prefixes: ["80", "81"] },
  { row: "grants-and-equalisation", prefixes: ["82", "83"] },
  { row: "financial-income", prefixes: ["84"] },
  { row: "financial-cost", prefixes: ["85", "86"] },
  { row: "extraordinary", prefixes: ["87", "88"] },
] as const satisfies readonly RowOf<string>[];

/** All rows in the order of the law; a sum adds the rows named. */
export const INCOME_ROWS = [
  "operating-income",
  "operating-cost",
  "depreciation",
  "operating-net",
  "tax",
  "grants-and-equalisation",
  "operating-result",
  "financial-income",
  "financial-cost",
  "result-after-financial",
  "extraordinary",
  "result",
] as const;
export type IncomeRow = (typeof INCOME_ROWS)[number];

export const INCOME_SUMS = {
  "operating-net": ["operating-income", "operating-cost", "depreciation"],
  "operating-result": ["operating-net", "tax", "grants-and-equalisation"],
  "result-after-financial": ["operating-result", "financial-income", "financial-cost"],
  result: ["result-after-financial", "extraordinary"],
} as const satisfies Partial<Record<IncomeRow, readonly IncomeRow[]>>;

/** Rows of the balance sheet that accounts are booked to. 20 holds the year's result once 89 has booked it. */
export const BALANCE_ACCOUNTS = [
  { row: "intangible-assets", prefixes: ["10"] },
  { row: "land-buildings-plant", prefixes: ["11"] },
  { row: "machinery-and-equipment", prefixes: ["12"] },
  { row: "financial-assets", prefixes: ["13"] },
  { row: "stock", prefixes: ["14"] },
  { row: "receivables", prefixes: ["15", "16", "17"] },
  { row: "short-term-investments", prefixes: ["18"] },
  { row: "cash", prefixes: ["19"] },
  { row: "equity", prefixes: ["20", "21"] },
  { row: "provisions", prefixes: ["22"] },
  { row: "long-term-debt", prefixes: ["23"] },
  { row: "short-term-debt", prefixes: ["24", "25", "26", "27", "28", "29"] },
] as const satisfies readonly RowOf<string>[];

export const BALANCE_ROWS = [
  "intangible-assets",
  "land-buildings-plant",
  "machinery-and-equipment",
  "financial-assets",
  "fixed-assets",
  "stock",
  "receivables",
  "short-term-investments",
  "cash",
  "current-assets",
  "assets",
  "equity",
  "year-result",
  "equity-total",
  "provisions",
  "long-term-debt",
  "short-term-debt",
  "debt",
  "equity-provisions-debt",
] as const;
export type BalanceRow = (typeof BALANCE_ROWS)[number];

export const BALANCE_SUMS = {
  "fixed-assets": [
    "intangible-assets",
    "land-buildings-plant",
    "machinery-and-equipment",
    "financial-assets",
  ],
  "current-assets": ["stock", "receivables", "short-term-investments", "cash"],
  assets: ["fixed-assets", "current-assets"],
  "equity-total": ["equity", "year-result"],
  debt: ["long-term-debt", "short-term-debt"],
  "equity-provisions-debt": ["equity-total", "provisions", "debt"],
} as const satisfies Partial<Record<BalanceRow, readonly BalanceRow[]>>;

/** The row of an account, by the longest prefix; undefined where the chart has no such account. */
export function rowOf<R extends string>(account: string, chart: readonly RowOf<R>[]): R | undefined {
  let found: R | undefined;
  let longest = 0;
  for (const { row, prefixes } of chart)
    for (const prefix of prefixes)
      if (prefix.length > longest && account.startsWith(prefix)) {
        found = row;
        longest = prefix.length;
      }
  return found;
}
