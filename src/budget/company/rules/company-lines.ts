/**
 * The lines of a company's budget (E-1, KL 11:6), in the order in which they are computed. Amounts are whole tkr in their natural
 * size: costs, depreciation, tax, what is set aside, amortised or paid out are positive.
 */
type Part = readonly [sign: 1 | -1, line: string, when?: "before"];
type Definition = readonly Part[] | "given" | "projects" | "rule";

export const COMPANY_LINES = {
  // Result
  revenue: "given",
  costs: "given",
  depreciation: "given",
  operatingResult: [
    [1, "revenue"],
    [-1, "costs"],
    [-1, "depreciation"],
  ],
  financialNet: "given",
  afterFinancial: [
    [1, "operatingResult"],
    [1, "financialNet"],
  ],
  groupContribution: "given",
  toReserves: "given",
  appropriations: [
    [1, "groupContribution"],
    [-1, "toReserves"],
  ],
  tax: "given",
  result: [
    [1, "afterFinancial"],
    [1, "appropriations"],
    [-1, "tax"],
  ],
  // Money
  investments: "projects",
  openingLoans: [[1, "loans", "before"]],
  newLoans: "given",
  amortisation: "given",
  loans: [
    [1, "openingLoans"],
    [1, "newLoans"],
    [-1, "amortisation"],
  ],
  dividend: "given",
  cashFlow: [
    [1, "result"],
    [1, "depreciation"],
    [1, "toReserves"],
    [-1, "investments"],
    [1, "newLoans"],
    [-1, "amortisation"],
    [-1, "dividend"],
  ],
  // Balance sheet on the last day
  fixedAssets: [
    [1, "fixedAssets", "before"],
    [1, "investments"],
    [-1, "depreciation"],
  ],
  otherAssets: [[1, "otherAssets", "before"]],
  cash: [
    [1, "cash", "before"],
    [1, "cashFlow"],
  ],
  assets: [
    [1, "fixedAssets"],
    [1, "otherAssets"],
    [1, "cash"],
  ],
  openingEquity: [[1, "equity", "before"]],
  equity: [
    [1, "openingEquity"],
    [1, "result"],
    [-1, "dividend"],
  ],
  reserves: [
    [1, "reserves", "before"],
    [1, "toReserves"],
  ],
  otherDebt: [[1, "otherDebt", "before"]],
  equityAndDebt: [
    [1, "equity"],
    [1, "reserves"],
    [1, "loans"],
    [1, "otherDebt"],
  ],
  // What the owner judges by
  adjustedEquity: "rule",
  openingAssets: [[1, "assets", "before"]],
} as const satisfies Record<string, Definition>;

export type CompanyLine = keyof typeof COMPANY_LINES;
export const COMPANY_LINE_IDS = Object.keys(COMPANY_LINES) as readonly CompanyLine[];
export const isCompanyLine = (name: string): name is CompanyLine => Object.hasOwn(COMPANY_LINES, name);
export type CompanyLines = Readonly<Partial<Record<CompanyLine, number>>>;

/** What a board writes of each year. */
export const GIVEN_LINES = [
  "revenue",
  "costs",
  "depreciation",
  "financialNet",
  "groupContribution",
  "toReserves",
  "tax",
  "newLoans",
  "amortisation",
  "dividend",
] as const satisfies readonly CompanyLine[];
export type GivenCompanyLine = (typeof GIVEN_LINES)[number];

/** Of those, what can be below nothing: financial items, and group contributions, which are given or received. */
export const SIGNED_LINES: readonly string[] = ["financialNet", "groupContribution", "tax", "toReserves"];

/** What a board writes of the balance sheet that the first year begins with. */
export const OPENING_LINES = [
  "fixedAssets",
  "otherAssets",
  "cash",
  "equity",
  "reserves",
  "loans",
  "otherDebt",
] as const satisfies readonly CompanyLine[];
export type OpeningCompanyLine = (typeof OPENING_LINES)[number];

export const PLAN_YEARS = 3;
/** The budget year and two plan years. */
export const yearsFrom = (year: number): number[] => Array.from({ length: PLAN_YEARS }, (_, i) => year + i);

/**
 * The part of untaxed reserves that is equity: what corporate tax leaves of them. The rate of the tax is 20.6 per cent for years that
 * begin after 2020 (inkomstskattelagen 65:10).
 */
export const EQUITY_IN_RESERVES = 0.794;
const adjustedEquity = ({ equity = 0, reserves = 0 }: CompanyLines): number =>
  equity + Math.round(reserves * EQUITY_IN_RESERVES);

/** What a company's budget is computed from. */
export interface CompanyGiven {
  readonly opening: Readonly<Partial<Record<OpeningCompanyLine, number>>>;
  readonly lines: Readonly<Partial<Record<GivenCompanyLine, Readonly<Record<string, number>>>>>;
  readonly investments: readonly { readonly amountsTkr: Readonly<Record<string, number>> }[];
}

export interface CompanyYear {
  readonly year: number;
  readonly lines: CompanyLines;
}

/** The balance sheet that the first year begins with. */
export function openingOf({ opening }: Pick<CompanyGiven, "opening">): CompanyLines {
  const lines = Object.fromEntries(OPENING_LINES.map((line) => [line, opening[line] ?? 0])) as Record<
    OpeningCompanyLine,
    number
  >;
  return {
    ...lines,
    assets: lines.fixedAssets + lines.otherAssets + lines.cash,
    equityAndDebt: lines.equity + lines.reserves + lines.loans + lines.otherDebt,
    adjustedEquity: adjustedEquity(lines),
  };
}

/**
 * Every line of the three years: loans are what they were, plus new, less amortised; the result goes on into equity; what investments,
 * amortisation and dividends cost is paid by the result, by new loans or out of the cash (E-1, KL 11:6).
 */
export function companyYears(given: CompanyGiven, first: number): CompanyYear[] {
  let before = openingOf(given);
  return yearsFrom(first).map((year) => {
    const lines: Partial<Record<CompanyLine, number>> = {};
    for (const id of COMPANY_LINE_IDS) lines[id] = amountOf(id, given, year, lines, before);
    before = lines;
    return { year, lines };
  });
}

function amountOf(
  id: CompanyLine,
  given: CompanyGiven,
  year: number,
  now: CompanyLines,
  before: CompanyLines,
): number {
  const definition: Definition = COMPANY_LINES[id];
  if (definition === "given") return given.lines[id as GivenCompanyLine]?.[year] ?? 0;
  if (definition === "projects")
    return given.investments.reduce((sum, { amountsTkr }) => sum + (amountsTkr[year] ?? 0), 0);
  if (definition === "rule") return adjustedEquity(now);
  return definition.reduce(
    (sum, [sign, line, when]) => sum + sign * ((when ? before : now)[line as CompanyLine] ?? 0),
    0,
  );
}

type Row = readonly [sign: 1 | -1, line: CompanyLine, tone?: "total" | "sub"];
/** The parts as people read them. Totals are sums of what stands above them. */
export const COMPANY_TABLES = {
  result: [
    [1, "revenue"],
    [-1, "costs"],
    [-1, "depreciation"],
    [1, "operatingResult", "sub"],
    [1, "financialNet"],
    [1, "afterFinancial", "sub"],
    [1, "appropriations"],
    [-1, "tax"],
    [1, "result", "total"],
  ],
  loans: [
    [1, "openingLoans"],
    [1, "newLoans"],
    [-1, "amortisation"],
    [1, "loans", "total"],
  ],
  money: [
    [1, "result"],
    [1, "depreciation"],
    [1, "toReserves"],
    [-1, "investments"],
    [1, "newLoans"],
    [-1, "amortisation"],
    [-1, "dividend"],
    [1, "cashFlow", "total"],
  ],
  balance: [
    [1, "fixedAssets"],
    [1, "otherAssets"],
    [1, "cash"],
    [1, "assets", "total"],
    [1, "equity"],
    [1, "reserves"],
    [1, "loans"],
    [1, "otherDebt"],
    [1, "equityAndDebt", "total"],
  ],
} as const satisfies Record<string, readonly Row[]>;
export type CompanyTable = keyof typeof COMPANY_TABLES;

/** A table's rows with their signed amounts by year. */
export const companyRows = (table: CompanyTable, years: readonly CompanyYear[]) =>
  COMPANY_TABLES[table].map(([sign, line, tone]: Row) => ({
    line,
    tone,
    amounts: years.map(({ lines }) => sign * (lines[line] ?? 0) + 0),
  }));
