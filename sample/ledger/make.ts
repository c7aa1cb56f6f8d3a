import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allocate } from "../../src/budget/allocation/rules/allocate.ts";
import type { AllocationInput } from "../../src/budget/base/rules/allocation-input.ts";
import { type ResultInput, resultOf } from "../../src/budget/base/rules/result.ts";
import { INTERNAL_BUDGET } from "../../src/budget/internal/kind.ts";
import { internalSumTkr } from "../../src/budget/internal/rules/rows.ts";
import { type BudgetMonths, budgetMonths, budgetToDate } from "../../src/budget/internal/rules/to-date.ts";
import { matterId } from "../../src/decisions/rules/kind.ts";
import { addDays, dayOf, endOfMonth } from "../../src/kernel/day.ts";
import { accountGroup } from "../../src/ledger/rules/kommun-bas.ts";
import { type SieContent, writeSie } from "../../src/ledger/rules/sie/write.ts";
import { Books, randomOf, split } from "./books.ts";
import { ACCOUNTS, OPENING_TKR, PROFILES } from "./chart.ts";
import { type Code, enterYear, type YearPlan } from "./enter.ts";
import { followed, type Span } from "./follow.ts";
import { HELD } from "./held.ts";
import { internalBudgets } from "./internal-budgets.ts";
import { TURNS } from "./turns.ts";

/**
 * Makes the sample's accounts as SIE 4E: `node sample/ledger/make.ts`. All of it is made up (exempelvärden), the same each
 * time. Frames, tax, grants, pensions, depreciation and investments are the budget's (`year/content/budget-<year>.json`);
 * here is only how the year turned out beside it. Amounts in tkr; deviation is minus when more is used than allocated.
 */
const YEARS: readonly SampleYear[] = [
  {
    year: 2027,
    /** One file for each: the accounts up to and with the month. */
    cuts: [4, 8, 12],
    // Beside the budget to date, as reports have it: at the end of April, of August and of December
    deviations: {
      kommunfullmaktige: [12, 20, 31],
      revisionen: [9, 14, 6],
      valnamnden: [4, 9, 15],
      kommunstyrelsen: [55, 140, 236],
      // After August four thousand over; the measures of the action plan keep it there
      bildningsnamnden: [-1985, -3990, -3962],
      "bygg-och-miljonamnden": [38, 96, 148],
      "kultur-och-fritidsnamnden": [20, 44, 71],
      socialnamnden: [74, 128, 204],
      raddningsnamnden: [16, 22, 35],
      overformyndarnamnden: [3, 8, 12],
    },
    /** How much of what the budget has for investments was built. */
    built: 0.92,
  },
  {
    year: 2028,
    cuts: [4, 8],
    deviations: {
      kommunfullmaktige: [8, 14, 0],
      revisionen: [5, 8, 0],
      valnamnden: [3, 6, 0],
      kommunstyrelsen: [41, 320, 0],
      bildningsnamnden: [14, 85, 0],
      "bygg-och-miljonamnden": [22, 330, 0],
      "kultur-och-fritidsnamnden": [11, 35, 0],
      // A summer without enough temporary staff, and four placements that nobody had counted on
      socialnamnden: [36, -2650, 0],
      raddningsnamnden: [9, 14, 0],
      overformyndarnamnden: [2, 5, 0],
    },
    built: 0.9,
  },
];

interface SampleYear {
  readonly year: number;
  readonly cuts: readonly number[];
  readonly deviations: Readonly<Record<string, readonly [april: number, august: number, december: number]>>;
  readonly built: number;
}

/** Interest and dividend: their net is the budget's. */
const INTEREST_PAID_TKR = 4_400;
const DIVIDEND_TKR = 700;
const LEAST_OF_AVERAGE = 0.4;
const TKR = 100_000; // öre
const FOLDER = import.meta.dirname;

/** The code of each body, administration and unit that has one: its first. */
const CODES: ReadonlyMap<string, Code> = new Map(
  (
    JSON.parse(readFileSync(join(FOLDER, "../organisation.json"), "utf8")) as {
      bodies: { id: string; name: string; ledgerCodes: string[] }[];
    }
  ).bodies.flatMap(({ id, name, ledgerCodes: [code] }) =>
    code === undefined ? [] : [[id, { code, name }] as const],
  ),
);
function codeOf(body: string): Code {
  const code = CODES.get(body);
  if (!code) throw new Error(`${body} has no code`);
  return code;
}

interface SampleBudget {
  readonly input: AllocationInput;
  readonly resultInput: readonly ResultInput[];
  readonly investments: readonly {
    readonly name: string;
    readonly amountsTkr: Readonly<Record<string, number>>;
  }[];
}

/** All files by name, made anew. */
export async function ledgerFiles(): Promise<Map<string, Uint8Array>> {
  const splits = await internalBudgets();
  const files = new Map<string, Uint8Array>();
  let opening = openingOf2027();
  for (const sample of YEARS) {
    for (const lastMonth of sample.cuts) {
      const books = new Books(opening);
      enterYear(books, planOf(sample, lastMonth, splits));
      const month = lastMonth === 12 ? "" : `-${String(lastMonth).padStart(2, "0")}`;
      files.set(
        `astorp-${sample.year}${month}.se`,
        writeSie(contentOf(sample.year, lastMonth, opening, books)),
      );
      if (lastMonth === 12) opening = carriedOver(books);
    }
  }
  return files;
}

function openingOf2027(): Map<string, number> {
  const ore = new Map(Object.entries(OPENING_TKR).map(([account, tkr]) => [account, tkr * TKR]));
  ore.set("2010", -[...ore.values()].reduce((sum, amount) => sum + amount, 0));
  return ore;
}

/** The next year opens with what this one closed with, its result in equity. */
function carriedOver(books: Books): Map<string, number> {
  const held = [...books.balances()];
  const kept = new Map(held.filter(([account]) => accountGroup(account) === undefined));
  const result = held.reduce((sum, [account, ore]) => sum + (accountGroup(account) ? ore : 0), 0);
  return kept.set("2010", (kept.get("2010") ?? 0) + result);
}

function planOf(
  { year, deviations, built }: SampleYear,
  lastMonth: number,
  splits: Awaited<ReturnType<typeof internalBudgets>>,
): YearPlan {
  const path = join(FOLDER, `../year/content/budget-${year}.json`);
  const budget = JSON.parse(readFileSync(path, "utf8")) as SampleBudget;
  const allocation = allocate(budget.input).years[0];
  const result = budget.resultInput[0];
  if (!allocation || !result) throw new Error(`${path} has no year`);
  const deviationsOf = (body: string) => {
    const found = deviations[body];
    if (!found) throw new Error(`${body} has no deviation`);
    return found;
  };
  const frames = Object.entries(allocation.frames);
  const plain = frames.filter(([body]) => PROFILES[body]);
  const divided = frames
    .filter(([body]) => !PROFILES[body])
    .map(([body]) => {
      const budget = splits.get(matterId(INTERNAL_BUDGET.kind, body, year));
      if (!budget) throw new Error(`${body} has neither an internal budget for ${year} nor a profile`);
      return [body, budget] as const;
    });
  const interestGotTkr = result.financialNetTkr + INTEREST_PAID_TKR - DIVIDEND_TKR;
  return {
    year,
    lastMonth,
    bodiesOre: new Map(
      plain.map(([body, frameTkr]) => [
        body,
        monthsOre(`${year} ${body}`, budgetMonths(frameTkr, undefined), deviationsOf(body)),
      ]),
    ),
    unitsOre: new Map(
      divided.map(([body, budget]) => [
        body,
        followed(
          `${year} ${body}`,
          budget,
          TURNS[year]?.[body] ?? [],
          // Where the council has changed the frame since, the split has the new one
          untilOf(body, year, budgetMonths(internalSumTkr(budget), budget), deviationsOf(body)),
        ),
      ]),
    ),
    codeOf,
    owed: new Map(
      SPANS.flatMap(([, month]) => {
        const held = HELD[periodOf(year, month)];
        return held ? [[month, { toUsOre: held.owedToUsOre, byUsOre: held.weOweOre }] as const] : [];
      }),
    ),
    taxOre: (resultOf(allocation.totalTkr, result).taxTkr - result.settlementTkr) * TKR,
    settlementOre: result.settlementTkr * TKR,
    grantsOre: result.equalisationTkr * TKR,
    pensionsOre: -result.centralTkr * TKR,
    depreciationOre: -result.depreciationTkr * TKR,
    interestPaidOre: INTEREST_PAID_TKR * TKR,
    interestGotOre: interestGotTkr * TKR,
    dividendOre: DIVIDEND_TKR * TKR,
    investmentsOre: budget.investments.map(({ name, amountsTkr }) => ({
      name,
      ore: Math.round((amountsTkr[String(year)] ?? 0) * built * TKR),
    })),
  };
}

/** The parts of a year that the deviations are given for. */
const SPANS: readonly Span[] = [
  [1, 4],
  [5, 8],
  [9, 12],
];
const periodOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;

/** What a body is to come to at the end of each span: its budget to date with its deviation, and the income that is held. */
const untilOf = (body: string, year: number, budget: BudgetMonths, deviationsTkr: readonly number[]) =>
  SPANS.map((span, i) => ({
    span,
    netOre: (budgetToDate(budget, span[1]) - (deviationsTkr[i] as number)) * TKR,
    incomeOre: HELD[periodOf(year, span[1])]?.incomeOre[body],
  }));

/** A body's net cost by month: as uneven as its budget and more, exact at the end of April, August and December. */
function monthsOre(seed: string, budget: BudgetMonths, deviationsTkr: readonly number[]): number[] {
  const random = randomOf(seed);
  // A fee that the budget has in one month is paid over several: no month gives more than it costs
  const leastTkr = (LEAST_OF_AVERAGE * budgetToDate(budget, 12)) / 12;
  let before = 0;
  return deviationsTkr.flatMap((deviationTkr, third) => {
    const until = (budgetToDate(budget, 4 * (third + 1)) - deviationTkr) * TKR;
    const part = until - before;
    before = until;
    return split(
      part,
      budget.monthsTkr
        .slice(4 * third, 4 * (third + 1))
        .map((tkr) => Math.max(tkr, leastTkr) * (0.97 + 0.06 * random())),
    );
  });
}

function contentOf(
  year: number,
  lastMonth: number,
  opening: ReadonlyMap<string, number>,
  books: Books,
): SieContent {
  const amounts = (label: "IB" | "UB" | "RES", of: ReadonlyMap<string, number>) =>
    Object.keys(ACCOUNTS)
      .filter((account) => (accountGroup(account) === undefined) === (label !== "RES") && of.has(account))
      .map((account) => ({ label, yearIndex: 0, account, amountOre: of.get(account) as number }));
  return {
    program: "Tillit exempelbokföring",
    // Exported some days after the month has been closed
    generatedOn: addDays(endOfMonth(year, lastMonth), lastMonth === 12 ? 24 : 5),
    company: "Åstorps kommun (exempelvärden)",
    organisationNumber: "000000-0000",
    chart: "KOMMUN-BAS",
    years: new Map([[0, { firstDay: dayOf(year, 1, 1), lastDay: dayOf(year, 12, 31) }]]),
    accounts: new Map(Object.entries(ACCOUNTS).map(([account, [name, kind]]) => [account, { name, kind }])),
    dimensions: new Map([[1, "Ansvar"]]),
    objects: [...CODES.values()].map(({ code, name }) => ({ dimension: 1, code, name })),
    balances: [
      ...amounts("IB", opening),
      ...amounts("UB", books.balances()),
      ...amounts("RES", books.balances()),
    ],
    vouchers: books.vouchers.map(({ series, number, day, text, rows }) => ({
      series,
      number,
      day,
      text,
      rows: rows.map(({ account, code, ore }) => ({
        account,
        objects: code === null ? [] : [{ dimension: 1, code }],
        amountOre: ore,
        text: "",
      })),
    })),
  };
}

if (import.meta.main)
  for (const [name, bytes] of await ledgerFiles()) {
    await writeFile(join(FOLDER, name), bytes);
    console.log(`${name}: ${bytes.length} byte`);
  }
