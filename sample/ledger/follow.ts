import { type InternalParts, internalRows } from "../../src/budget/internal/rules/rows.ts";
import { randomOf, split } from "./books.ts";

/** A part of a year that reports are made after: its first and last month. */
export type Span = readonly [first: number, last: number];

/** How a unit's account turned out beside its budget over some months, tkr: more cost or less income is plus. */
export interface Turn {
  /** Null: the committee itself. */
  readonly unit: string | null;
  readonly account: string;
  readonly months: Span;
  readonly tkr: number;
}

/** What a unit has on an account in a month, öre: debit is positive. */
export interface UnitAmount {
  readonly unit: string | null;
  readonly account: string;
  readonly ore: number;
}

/** What a body's year is to sum to until the end of each span, öre. */
export interface Until {
  readonly span: Span;
  readonly netOre: number;
  /** What it has got in, positive; undefined: what the budget has. */
  readonly incomeOre: number | undefined;
}

const TKR = 100_000; // öre
const isIncome = (account: string) => account.startsWith("3");
const isStaff = (account: string) => account.startsWith("5");
/** How much a month differs from its budget at most, up or down, when nothing particular happens. */
const UNEVEN = { income: 0.03, staff: 0.008, other: 0.08 } as const;

interface Cell {
  readonly unit: string | null;
  readonly account: string;
  /** January first, öre. */
  readonly monthsOre: number[];
}

/**
 * A body's outcome by unit, account and month: its internal budget, a little uneven, with what turned out otherwise; and each span
 * sums to what it is to sum to, the difference spread over what is not staff. January first.
 */
export function followed(
  seed: string,
  budget: InternalParts,
  turns: readonly Turn[],
  until: readonly Until[],
): readonly (readonly UnitAmount[])[] {
  const cells = cellsOf(seed, budget);
  for (const turn of turns) {
    const [first, last] = turn.months;
    const cell = cells.find((one) => one.unit === turn.unit && one.account === turn.account);
    if (!cell) throw new Error(`${seed}: ${turn.unit} has nothing on ${turn.account}`);
    const parts = split(
      turn.tkr * TKR,
      Array.from({ length: last - first + 1 }, () => 1),
    );
    for (const [i, ore] of parts.entries()) addTo(cell, first + i, ore);
  }
  const incomes = cells.filter((cell) => isIncome(cell.account));
  const others = cells.filter((cell) => !isIncome(cell.account) && !isStaff(cell.account));
  const before = { netOre: 0, incomeOre: 0 };
  for (const { span, netOre, incomeOre } of until) {
    const gotOre = -sumOf(incomes, span);
    const spanIncomeOre = incomeOre === undefined ? gotOre : incomeOre - before.incomeOre;
    bring(incomes, span, gotOre - spanIncomeOre);
    bring(others, span, netOre - before.netOre - sumOf(cells, span));
    before.netOre = netOre;
    before.incomeOre += spanIncomeOre;
  }
  return Array.from({ length: 12 }, (_, i) =>
    cells
      .map(({ unit, account, monthsOre }) => ({ unit, account, ore: monthsOre[i] as number }))
      .filter(({ ore }) => ore !== 0),
  );
}

/** The budget by unit and account, each month a little more or less. */
function cellsOf(seed: string, budget: InternalParts): Cell[] {
  const random = randomOf(seed);
  const cells = new Map<string, Cell>();
  for (const { unit, account, monthsTkr } of internalRows(budget)) {
    if (account === null) throw new Error(`${seed} has a row without an account`);
    const key = `${unit} ${account}`;
    const cell = cells.get(key) ?? { unit, account, monthsOre: Array.from({ length: 12 }, () => 0) };
    cells.set(key, cell);
    for (const [i, tkr] of monthsTkr.entries()) addTo(cell, i + 1, tkr * TKR);
  }
  const all = [...cells.values()];
  const units = new Map(all.map(({ unit }) => [unit, Array.from({ length: 12 }, () => random())]));
  for (const { unit, account, monthsOre } of all)
    for (const [i, ore] of monthsOre.entries()) {
      // A month's absences and overtime are in the wages and in what is charged on them alike
      const drawn = isStaff(account) ? (units.get(unit)?.[i] as number) : random();
      const by = isIncome(account) ? UNEVEN.income : isStaff(account) ? UNEVEN.staff : UNEVEN.other;
      monthsOre[i] = Math.round(ore * (1 + by * (2 * drawn - 1)));
    }
  return all;
}

const addTo = ({ monthsOre }: Cell, month: number, ore: number) => {
  monthsOre[month - 1] = (monthsOre[month - 1] as number) + ore;
};

function monthsIn([first, last]: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const sumOf = (cells: readonly Cell[], span: Span): number =>
  cells.reduce(
    (sum, cell) =>
      sum + monthsIn(span).reduce((own, month) => own + (cell.monthsOre[month - 1] as number), 0),
    0,
  );

/** Spreads an amount over a span's cells by their size. */
function bring(cells: readonly Cell[], span: Span, ore: number): void {
  if (ore === 0) return;
  const places = cells.flatMap((cell) => monthsIn(span).map((month) => ({ cell, month })));
  const parts = split(
    ore,
    places.map(({ cell, month }) => Math.abs(cell.monthsOre[month - 1] as number)),
  );
  for (const [i, { cell, month }] of places.entries()) addTo(cell, month, parts[i] as number);
}
