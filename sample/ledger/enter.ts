import { endOfMonth } from "../../src/kernel/day.ts";
import { type BookedRow, type Books, randomOf, split, workday } from "./books.ts";
import { ACCOUNTS, PROFILES } from "./chart.ts";
import type { UnitAmount } from "./follow.ts";

const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(
  " ",
);
const nameOf = (account: string) => ACCOUNTS[account]?.[0] ?? account;
const WAGES = ["5010", "5060"];
const STAFF = [...WAGES, "5610"];
const TAX_ON_WAGES = 0.31;
/** Of what is charged on wages, the part that goes to the individual pensions. */
const PENSIONS_OF_CHARGES = 0.2;
/** What is left to the month's last day where that is given: 1 500 and 6 000 tkr. */
const LATE_CUSTOMERS_ORE = 150_000_000;
const LATE_SUPPLIERS_ORE = 600_000_000;
/** What costs more in a month comes as two invoices: 600 tkr. */
const LARGE_ORE = 60_000_000;
/** What the municipality pays in for others' care, as a share of what it gets on the whole. */
const LSS_FEE = 0.05;

/** A year in the books' terms, öre. Net costs are positive. */
export interface YearPlan {
  readonly year: number;
  readonly lastMonth: number;
  /** Net cost of the bodies without an internal budget, month by month from January. */
  readonly bodiesOre: ReadonlyMap<string, readonly number[]>;
  /** What the others have by unit and account, month by month from January. */
  readonly unitsOre: ReadonlyMap<string, readonly (readonly UnitAmount[])[]>;
  /** The code and the name of a body or a unit. */
  readonly codeOf: (body: string) => Code;
  /** What is owed to and by the municipality at the end of a month, where that is given. */
  readonly owed: ReadonlyMap<number, { readonly toUsOre: number; readonly byUsOre: number }>;
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
    settleDebts(books, plan, month);
    for (const [body, months] of plan.bodiesOre)
      enterCode(
        books,
        plan,
        month,
        plan.codeOf(body),
        byProfile(body, plan.year, month, months[month - 1] as number),
      );
    for (const [body, months] of plan.unitsOre)
      for (const [unit, amounts] of Map.groupBy(months[month - 1] ?? [], (amount) => amount.unit))
        enterCode(books, plan, month, plan.codeOf(unit ?? body), amounts);
    enterCentral(books, plan, month);
    settleToGiven(books, plan, month);
  }
}

export interface Code {
  readonly code: string;
  readonly name: string;
}

/** What was owed and outstanding when the month began is paid in it; where a month's end is given, a little later than else. */
function settleDebts(books: Books, { year, owed }: YearPlan, month: number): void {
  const late = owed.has(month);
  const pay = (day: number, text: string, accounts: readonly string[], keptOre = 0) => {
    const rows = accounts.map((account, i) =>
      row(account, null, -books.balance(account) + (i === 0 && late ? keptOre : 0)),
    );
    books.enter("B", workday(year, month, day), text, [...rows, row("1930", null, -sum(rows))]);
  };
  pay(5, `Kundinbetalningar ${MONTHS[month - 1]}`, ["1510"], LATE_CUSTOMERS_ORE);
  pay(12, `Skatter och avgifter ${MONTHS[month - 1]}`, ["2710", "2730", "2740"]);
  pay(20, `Leverantörsbetalningar ${MONTHS[month - 1]}`, ["2510"], -LATE_SUPPLIERS_ORE);
}

/** Where a month's end is given, what is more than that is paid on its last day. */
function settleToGiven(books: Books, { year, owed }: YearPlan, month: number): void {
  const given = owed.get(month);
  if (!given) return;
  const day = endOfMonth(year, month);
  const gotOre = books.balance("1510") - given.toUsOre;
  const weOweOre = -sum(DEBTS.map((account) => ({ ore: books.balance(account) })));
  const paidOre = weOweOre - given.byUsOre;
  if (gotOre < 0 || paidOre < 0)
    throw new RangeError(`${day}: less is owed than is to be (${gotOre}, ${paidOre} öre)`);
  books.enter("B", day, `Kundinbetalningar ${MONTHS[month - 1]}`, [
    row("1510", null, -gotOre),
    row("1930", null, gotOre),
  ]);
  books.enter("B", day, `Leverantörsbetalningar ${MONTHS[month - 1]}`, [
    row("2510", null, paidOre),
    row("1930", null, -paidOre),
  ]);
}

const DEBTS = ["2510", "2710", "2730", "2740"];

/** A body's month as its profile shares it. */
function byProfile(body: string, year: number, month: number, netOre: number): UnitAmount[] {
  const random = randomOf(`${year} ${month} ${body}`);
  const shares = Object.entries(PROFILES[body] ?? {});
  const amounts = split(
    netOre,
    shares.map(([, share]) => share * (0.9 + 0.2 * random())),
  );
  return shares.map(([account], i) => ({ unit: null, account, ore: amounts[i] as number }));
}

/** A unit's month: a voucher with its wages, one or two for each sort of invoice, one for each sort of income. */
function enterCode(
  books: Books,
  { year }: YearPlan,
  month: number,
  { code, name }: Code,
  amounts: readonly UnitAmount[],
): void {
  const random = randomOf(`${year} ${month} ${code}`);
  const words = `${name}, ${MONTHS[month - 1]}`;
  const of = (accounts: readonly string[]) => amounts.filter(({ account }) => accounts.includes(account));
  const staff = of(STAFF);
  const wages = sum(of(WAGES));
  const charges = sum(staff) - wages;
  const tax = Math.round(wages * TAX_ON_WAGES);
  const pensions = Math.round(charges * PENSIONS_OF_CHARGES);
  books.enter("L", workday(year, month, 27), `Löner ${words}`, [
    ...staff.map(({ account, ore }) => row(account, code, ore)),
    row("2710", null, -tax),
    row("2730", null, pensions - charges),
    row("2740", null, -pensions),
    row("1930", null, tax - wages),
  ]);
  for (const { account, ore } of amounts.filter((one) => !STAFF.includes(one.account))) {
    if (account.startsWith("3")) {
      books.enter("K", workday(year, month, 8 + Math.floor(random() * 18)), `${nameOf(account)}, ${words}`, [
        row(account === "3510" ? "1930" : "1510", null, -ore),
        row(account, code, ore),
      ]);
      continue;
    }
    const invoices = Math.abs(ore) > LARGE_ORE ? 2 : 1;
    for (const part of split(
      ore,
      Array.from({ length: invoices }, () => 0.4 + random()),
    ))
      books.enter("F", workday(year, month, 3 + Math.floor(random() * 25)), `${nameOf(account)}, ${name}`, [
        row(account, code, part),
        row("2510", null, -part),
      ]);
  }
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

const row = (account: string, code: string | null, ore: number): BookedRow => ({
  account,
  code,
  ore: ore + 0,
});
const sum = (rows: readonly { readonly ore: number }[]): number =>
  rows.reduce((total, { ore }) => total + ore, 0);
