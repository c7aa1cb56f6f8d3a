import { endOfMonth } from "../../src/kernel/day.ts";
import { type BookedRow, type Books, randomOf, split, workday } from "./books.ts";
import { ACCOUNTS, CODES } from "./chart.ts";

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(
  " ",
);
const nameOf = (account: string) => ACCOUNTS[account]?.[0] ?? account;
const STAFF = ["5010", "5060", "5610", "5710"];
const TAX_ON_WAGES = 0.31;
/** What the municipality pays in for others' care, as a share of what it gets on the whole. */
const LSS_FEE = 0.05;

/** A year in the books' terms, öre. Net costs are positive. */
export interface YearPlan {
  readonly year: number;
  readonly lastMonth: number;
  /** Each body's net cost, month by month from January. */
  readonly bodiesOre: ReadonlyMap<string, readonly number[]>;
  /** The whole year's amounts; a twelfth is booked each month. */
  readonly taxOre: number;
  readonly settlementOre: number;
  readonly grantsOre: number;
  readonly pensionsOre: number;
  readonly depreciationOre: number;
  readonly interestPaidOre: number;
  readonly interestGotOre: number;
  readonly dividendOre: number;
  readonly investmentsOre: readonly { readonly name: string; readonly ore: number }[];
}

/** Keeps the books of a year up to and with its last month. */
export function enterYear(books: Books, plan: YearPlan): void {
  for (let month = 1; month <= plan.lastMonth; month++) {
    settleDebts(books, plan.year, month);
    for (const [body, months] of plan.bodiesOre) {
      const net = months[month - 1] as number;
      const codes = CODES[body] ?? [];
      const parts = split(
        net,
        codes.map((code) => code.share),
      );
      for (const [i, code] of codes.entries()) enterCode(books, plan.year, month, code, parts[i] as number);
    }
    enterCentral(books, plan, month);
  }
}

/** What was owed and outstanding when the month began is paid in it. */
function settleDebts(books: Books, year: number, month: number): void {
  const owed = (account: string) => -books.balance(account);
  const pay = (day: number, text: string, accounts: readonly string[]) => {
    const rows = accounts.map((account) => row(account, null, owed(account)));
    books.enter("B", workday(year, month, day), text, [...rows, row("1930", null, -sum(rows))]);
  };
  pay(5, `Kundinbetalningar ${MONTHS[month - 1]}`, ["1510"]);
  pay(12, `Skatter och avgifter ${MONTHS[month - 1]}`, ["2710", "2730", "2740"]);
  pay(20, `Leverantörsbetalningar ${MONTHS[month - 1]}`, ["2510"]);
}

function enterCode(
  books: Books,
  year: number,
  month: number,
  { code, name, profile }: NonNullable<(typeof CODES)[string]>[number],
  netOre: number,
): void {
  const random = randomOf(`${year} ${month} ${code}`);
  const jitter = (share: number) => share * (0.9 + 0.2 * random());
  const incomeShare = Object.values(profile.income).reduce((total, share) => total + share, 0);
  // Income is a share of the cost: net = cost × (1 − share)
  const costOre = Math.round(netOre / (1 - incomeShare));
  const costs = parts(costOre, profile.cost, jitter);
  const incomes = parts(costOre - netOre, profile.income, jitter);
  const words = `${name}, ${MONTHS[month - 1]}`;

  const staff = costs.filter(({ account }) => STAFF.includes(account));
  const wages = sum(staff.filter(({ account }) => account === "5010" || account === "5060"));
  const tax = Math.round(wages * TAX_ON_WAGES);
  const of = (account: string) => sum(staff.filter((cost) => cost.account === account));
  books.enter("L", workday(year, month, 27), `Löner ${words}`, [
    ...staff.map(({ account, ore }) => row(account, code, ore)),
    row("2710", null, -tax),
    row("2730", null, -of("5610")),
    row("2740", null, -of("5710")),
    row("1930", null, tax - wages),
  ]);
  for (const { account, ore } of costs.filter((cost) => !STAFF.includes(cost.account))) {
    const invoices = 1 + Math.floor(random() * 2);
    for (const part of split(
      ore,
      Array.from({ length: invoices }, () => 0.4 + random()),
    ))
      books.enter("F", workday(year, month, 3 + Math.floor(random() * 25)), `${nameOf(account)}, ${name}`, [
        row(account, code, part),
        row("2510", null, -part),
      ]);
  }
  for (const { account, ore } of incomes)
    books.enter("K", workday(year, month, 8 + Math.floor(random() * 18)), `${nameOf(account)}, ${words}`, [
      row(account === "3510" ? "1930" : "1510", null, ore),
      row(account, code, -ore),
    ]);
}

/** What no body has: tax, grants, pensions, depreciation, interest, and what is built. */
function enterCentral(books: Books, plan: YearPlan, month: number): void {
  const { year } = plan;
  const twelfth = (ore: number) =>
    split(
      ore,
      Array.from({ length: 12 }, () => 1),
    )[month - 1] as number;
  const word = MONTHS[month - 1] as string;
  const tax = twelfth(plan.taxOre);
  const settlement = twelfth(plan.settlementOre);
  const grants = twelfth(plan.grantsOre);
  const [income, cost, fee] = split(grants, [0.74, 0.13, 0.13]) as [number, number, number];
  const lss = Math.round(grants * LSS_FEE);
  books.enter("S", workday(year, month, 18), `Skatt och utjämning ${word}`, [
    row("8011", null, -tax),
    row("8051", null, -settlement),
    row("8210", null, -income),
    row("8250", null, -cost),
    row("8281", null, -(fee + lss)),
    row("8360", null, lss),
    row("1930", null, tax + settlement + grants),
  ]);
  const pensions = twelfth(plan.pensionsOre);
  books.enter("P", endOfMonth(year, month), `Pensioner ${word}`, [
    row("5720", null, pensions),
    row("2210", null, -pensions),
  ]);
  const [buildings, equipment] = split(twelfth(plan.depreciationOre), [0.7, 0.3]) as [number, number];
  books.enter("A", endOfMonth(year, month), `Avskrivningar ${word}`, [
    row("7911", null, buildings),
    row("1119", null, -buildings),
    row("7921", null, equipment),
    row("1229", null, -equipment),
  ]);
  if (month % 3 === 0) {
    const quarter = (ore: number) => split(ore, [1, 1, 1, 1])[month / 3 - 1] as number;
    const paid = quarter(plan.interestPaidOre);
    const got = quarter(plan.interestGotOre);
    books.enter("R", endOfMonth(year, month), `Räntor kvartal ${month / 3}`, [
      row("8520", null, paid),
      row("8440", null, -got),
      row("1930", null, got - paid),
    ]);
  }
  if (month === 6)
    books.enter("R", workday(year, month, 10), "Utdelning från kommunens bolag", [
      row("1930", null, plan.dividendOre),
      row("8410", null, -plan.dividendOre),
    ]);
  for (const { name, ore } of plan.investmentsOre)
    books.enter("I", workday(year, month, 22), name, [
      row("1180", null, twelfth(ore)),
      row("2510", null, -twelfth(ore)),
    ]);
}

function parts(ore: number, shares: Readonly<Record<string, number>>, jitter: (share: number) => number) {
  const accounts = Object.keys(shares);
  if (accounts.length === 0) return [];
  const amounts = split(
    ore,
    accounts.map((account) => jitter(shares[account] as number)),
  );
  return accounts.map((account, i) => ({ account, ore: amounts[i] as number }));
}

const row = (account: string, code: string | null, ore: number): BookedRow => ({
  account,
  code,
  ore: ore + 0,
});
const sum = (rows: readonly { readonly ore: number }[]): number =>
  rows.reduce((total, { ore }) => total + ore, 0);
