import { z } from "zod";

/**
 * The lines of the three statements and of the balance requirement, in the order in which they are computed (E-7). What a
 * line is made of stands here once: the computation, the explanation and the formulas of financial goals all read it.
 * Amounts are whole tkr in their natural size: costs, depreciation, spending and debts are positive.
 */
export type Sign = 1 | -1;
/** A part of a sum; "before" takes the line from the year before. */
export type LinePart = readonly [sign: Sign, line: string, when?: "before"];

interface LineDefinition {
  /** `given` comes from the budget, `sum` from other lines, `rule` from a rule of its own in position.ts. */
  readonly kind: "given" | "sum" | "rule";
  readonly parts?: readonly LinePart[];
  /** Where a given line comes from. */
  readonly source?: "result-input" | "allocation" | "projects" | "position" | "population" | "opening";
}

const given = (source: NonNullable<LineDefinition["source"]>) => ({ kind: "given", source }) as const;
const sum = (...parts: readonly LinePart[]) => ({ kind: "sum", parts }) as const;
const rule = (...parts: readonly LinePart[]) => ({ kind: "rule", parts }) as const;

export const LINES = {
  // Income statement
  tax: given("result-input"),
  equalisation: given("result-input"),
  taxAndGrants: sum([1, "tax"], [1, "equalisation"]),
  allocations: given("allocation"),
  central: given("result-input"),
  givenDepreciation: given("result-input"),
  newDepreciation: given("projects"),
  depreciation: sum([1, "givenDepreciation"], [1, "newDepreciation"]),
  dissolvedGrants: given("projects"),
  /** What bodies pay from their allocations for new investments: an internal income, the same amount as their cost. */
  internalCapital: given("allocation"),
  operations: sum(
    [1, "allocations"],
    [1, "central"],
    [-1, "internalCapital"],
    [1, "depreciation"],
    [-1, "dissolvedGrants"],
  ),
  givenFinancialNet: given("result-input"),
  newInterest: rule([1, "loans", "before"]),
  financialNet: sum([1, "givenFinancialNet"], [-1, "newInterest"]),
  result: sum([1, "taxAndGrants"], [-1, "operations"], [1, "financialNet"]),
  // Cash flow
  provisionsChange: given("position"),
  realisationGains: given("position"),
  fromOperations: sum(
    [1, "result"],
    [1, "depreciation"],
    [-1, "dissolvedGrants"],
    [1, "provisionsChange"],
    [-1, "realisationGains"],
  ),
  investments: given("projects"),
  investmentGrants: given("projects"),
  netInvestments: sum([1, "investments"], [-1, "investmentGrants"]),
  sales: given("position"),
  fromInvesting: sum([1, "sales"], [-1, "netInvestments"]),
  amortisation: given("position"),
  cashBeforeLoans: sum(
    [1, "cash", "before"],
    [1, "fromOperations"],
    [1, "fromInvesting"],
    [-1, "amortisation"],
  ),
  newLoans: rule([-1, "cashBeforeLoans"]),
  fromFinancing: sum([1, "newLoans"], [-1, "amortisation"]),
  cashFlow: sum([1, "fromOperations"], [1, "fromInvesting"], [1, "fromFinancing"]),
  // Balance sheet on the last day
  fixedAssets: sum(
    [1, "fixedAssets", "before"],
    [1, "investments"],
    [-1, "depreciation"],
    [-1, "sales"],
    [1, "realisationGains"],
  ),
  financialAssets: sum([1, "financialAssets", "before"]),
  currentAssets: sum([1, "currentAssets", "before"]),
  cash: sum([1, "cash", "before"], [1, "cashFlow"]),
  assets: sum([1, "fixedAssets"], [1, "financialAssets"], [1, "currentAssets"], [1, "cash"]),
  equity: sum([1, "equity", "before"], [1, "result"]),
  provisions: sum([1, "provisions", "before"], [1, "provisionsChange"]),
  loans: sum([1, "loans", "before"], [1, "newLoans"], [-1, "amortisation"]),
  deferredGrants: sum([1, "deferredGrants", "before"], [1, "investmentGrants"], [-1, "dissolvedGrants"]),
  shortDebt: sum([1, "shortDebt", "before"]),
  liabilities: sum([1, "provisions"], [1, "loans"], [1, "deferredGrants"], [1, "shortDebt"]),
  equityAndLiabilities: sum([1, "equity"], [1, "liabilities"]),
  netDebt: sum([1, "loans"], [-1, "cash"]),
  // Balance requirement (LKBR 11:10)
  gainsByException: given("position"),
  unrealised: given("position"),
  adjustedResult: sum([1, "result"], [-1, "realisationGains"], [1, "gainsByException"], [1, "unrealised"]),
  toReserve: given("position"),
  fromReserve: given("position"),
  balanceResult: sum([1, "adjustedResult"], [-1, "toReserve"], [1, "fromReserve"]),
  toRestore: rule([1, "toRestore", "before"], [-1, "balanceResult"]),
  reserve: sum([1, "reserve", "before"], [1, "toReserve"], [-1, "fromReserve"]),
  // Beside the statements
  pensionsOutside: given("opening"),
  inhabitants: given("population"),
} as const satisfies Record<string, LineDefinition>;

export type LineId = keyof typeof LINES;
export const LINE_IDS = Object.keys(LINES) as readonly LineId[];
export const isLine = (name: string): name is LineId => Object.hasOwn(LINES, name);
/** A year's amounts; a line that is not known is absent. */
export type Lines = Readonly<Partial<Record<LineId, number>>>;
/** A year's amounts as a shape. */
export const LineAmounts = z.partialRecord(z.enum(LINE_IDS), z.number().int());
export const definitionOf = (line: LineId): LineDefinition => LINES[line];

/** A sum's amount from its parts, those of the year before where they say so; what is not known counts as nothing. */
export const sumOfParts = (parts: readonly LinePart[], now: Lines, before: Lines): number =>
  parts.reduce((sum, [sign, line, when]) => sum + sign * ((when ? before : now)[line as LineId] ?? 0), 0);

/** Lines that an opening balance has; all others begin with the first year. */
export const OPENING_LINES = [
  "fixedAssets",
  "financialAssets",
  "currentAssets",
  "cash",
  "equity",
  "provisions",
  "loans",
  "deferredGrants",
  "shortDebt",
] as const satisfies readonly LineId[];

/** Lines of a year that are given beside the result: what happens with provisions, loans, sales and the reserve. */
export const YEAR_LINES = [
  "provisionsChange",
  "amortisation",
  "sales",
  "realisationGains",
  "gainsByException",
  "unrealised",
  "toReserve",
  "fromReserve",
] as const satisfies readonly LineId[];

type Row = readonly [sign: Sign, line: LineId, tone?: "total" | "sub"];

/** The statements as people read them: rows with their sign. Totals are sums of what stands above them. */
export const STATEMENTS = {
  income: [
    [1, "tax"],
    [1, "equalisation"],
    [1, "taxAndGrants", "sub"],
    [-1, "allocations"],
    [-1, "central"],
    [1, "internalCapital"],
    [-1, "depreciation"],
    [1, "dissolvedGrants"],
    [-1, "operations", "sub"],
    [1, "financialNet"],
    [1, "result", "total"],
  ],
  cash: [
    [1, "result"],
    [1, "depreciation"],
    [-1, "dissolvedGrants"],
    [1, "provisionsChange"],
    [-1, "realisationGains"],
    [1, "fromOperations", "sub"],
    [-1, "investments"],
    [1, "investmentGrants"],
    [1, "sales"],
    [1, "fromInvesting", "sub"],
    [1, "newLoans"],
    [-1, "amortisation"],
    [1, "fromFinancing", "sub"],
    [1, "cashFlow", "total"],
  ],
  balance: [
    [1, "fixedAssets"],
    [1, "financialAssets"],
    [1, "currentAssets"],
    [1, "cash"],
    [1, "assets", "total"],
    [1, "equity"],
    [1, "provisions"],
    [1, "loans"],
    [1, "deferredGrants"],
    [1, "shortDebt"],
    [1, "equityAndLiabilities", "total"],
  ],
  requirement: [
    [1, "result"],
    [-1, "realisationGains"],
    [1, "gainsByException"],
    [1, "unrealised"],
    [1, "adjustedResult", "sub"],
    [-1, "toReserve"],
    [1, "fromReserve"],
    [1, "balanceResult", "total"],
    [1, "toRestore"],
    [1, "reserve"],
  ],
} as const satisfies Record<string, readonly Row[]>;
export type StatementId = keyof typeof STATEMENTS;

/** A statement's rows in the years that are shown: what only some budgets have is left out where it is nothing. */
export const shownRows = (id: StatementId, years: readonly { readonly lines: Lines }[]) =>
  STATEMENTS[id]
    .map(([sign, line, tone]: Row) => ({ sign, line, tone }))
    .filter(({ line }) => line !== "internalCapital" || years.some(({ lines }) => lines[line]));
