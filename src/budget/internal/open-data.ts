import { ownValue } from "../../kernel/own-value.ts";
import { type CsvCell, csvOf, csvSchema } from "../../platform/rendering/csv.ts";
import type { Order } from "../../platform/rendering/press.ts";
import { columnName, type Sheet, workbookOrder } from "../../platform/rendering/workbook.ts";
import type { InternalBudget } from "./contract.ts";
import sv from "./messages/sv.json" with { type: "json" };
import { DEFAULT_KEY } from "./rules/period-keys.ts";
import { internalRows, internalSumTkr } from "./rules/rows.ts";
import { jobCost, NO_TERMS } from "./rules/wage-budget.ts";

/** What a committee's split is told from, beside its content. Names by id; an account may have none. */
export interface InternalFacts {
  readonly municipality: string;
  readonly body: string;
  readonly year: number;
  readonly budget: InternalBudget;
  readonly nameOf: (body: string) => string;
  readonly accountName: (account: string) => string | undefined;
}

const texts = sv["internal-data"];
const COLUMNS = Object.keys(texts.column) as (keyof typeof texts.column)[];
const NUMBERS = COLUMNS.filter((column) => column === "ar" || column.endsWith("_tkr"));
const REQUIRED = ["ar", "organ", "organ_namn", "typ", ...NUMBERS];

/** The split row by row as open data (T-1, E-6): the amounts sum to the allocation, and each row's months to the row. */
export const internalCsv = (facts: InternalFacts): Uint8Array => csvOf(COLUMNS, cellsOf(facts));

function cellsOf({ body, year, budget, nameOf, accountName }: InternalFacts): CsvCell[][] {
  const keys = new Map(
    budget.lines.map(({ id, periodKey, monthsTkr }) => [id, monthsTkr ? "own" : periodKey]),
  );
  return internalRows(budget).map((row) => [
    year,
    body,
    nameOf(body),
    row.name === null ? texts.wages : texts.line,
    row.name ?? texts["wages-name"],
    row.unit,
    row.unit && nameOf(row.unit),
    row.account,
    row.account === null ? null : (accountName(row.account) ?? null),
    row.name === null ? null : keyName(budget, keys.get(row.id)),
    row.amountTkr,
    ...row.monthsTkr,
  ]);
}

/** A key's name as people read it in the file. */
function keyName({ periodKeys = [] }: InternalBudget, key: string | undefined): string {
  const id = key ?? DEFAULT_KEY;
  const names: Readonly<Record<string, string>> = sv["period-key"];
  return ownValue(names, id) ?? periodKeys.find((own) => own.id === id)?.name ?? id;
}

/** What the CSV file's columns hold. */
export const internalCsvSchema = ({ year, body, nameOf }: InternalFacts, csvName: string) =>
  csvSchema(
    csvName,
    { title: `${texts.title} ${year}: ${nameOf(body)}`, about: texts.about },
    COLUMNS.map((name) => ({
      name,
      about: texts.column[name],
      type: NUMBERS.includes(name) ? "integer" : "string",
      required: REQUIRED.includes(name),
    })),
  );

const TKR = "#,##0";
const KR = "#,##0.00";
const FIRST_NUMBER = COLUMNS.indexOf("belopp_tkr");

/** The split as a workbook: every row by month, and what the jobs cost with formulas over posts, wage and charge. */
export function internalWorkbook(facts: InternalFacts): Order {
  const { municipality, body, year, nameOf } = facts;
  return workbookOrder(`${texts.title} ${year}: ${nameOf(body)}`, municipality, [
    rowsSheet(facts),
    ...(facts.budget.jobs?.length ? [jobsSheet(facts)] : []),
  ]);
}

function rowsSheet(facts: InternalFacts): Sheet {
  const rows = cellsOf(facts) as (string | number | null)[][];
  const last = rows.length + 1;
  const months = internalRows(facts.budget);
  return {
    name: texts["rows-sheet"],
    columns: COLUMNS.map((column, i) => ({
      header: texts.heading[column],
      width: i < FIRST_NUMBER ? 20 : 11,
      ...(i < FIRST_NUMBER ? {} : { format: TKR }),
    })),
    rows: [
      ...rows,
      COLUMNS.map((_, i) => {
        if (i === 0) return texts.sum;
        if (i < FIRST_NUMBER) return null;
        const column = columnName(i);
        const result =
          i === FIRST_NUMBER
            ? internalSumTkr(facts.budget)
            : months.reduce((sum, row) => sum + (row.monthsTkr[i - FIRST_NUMBER - 1] ?? 0), 0);
        return rows.length === 0 ? 0 : { formula: `SUM(${column}2:${column}${last})`, result };
      }),
    ],
    strong: [rows.length],
  };
}

function jobsSheet({ year, budget, nameOf }: InternalFacts): Sheet {
  const terms = budget.wages ?? NO_TERMS;
  const headings = texts["job-heading"];
  const formats: Partial<Record<keyof typeof headings, string>> = { wage: TKR, later: KR, year: KR };
  return {
    name: texts["jobs-sheet"],
    columns: (Object.keys(headings) as (keyof typeof headings)[]).map((id) => {
      const format = formats[id];
      return { header: headings[id], width: id === "title" ? 32 : 16, ...(format ? { format } : {}) };
    }),
    rows: (budget.jobs ?? []).map((job, i) => {
      const { periods, costKr } = jobCost(job, terms, year);
      const [first, second] = periods;
      const row = i + 2;
      return [
        job.title,
        job.unit && nameOf(job.unit),
        job.account ?? null,
        job.posts,
        first?.months ?? 0,
        first?.wageKr.toNumber() ?? job.wageKr,
        second?.months ?? 0,
        second?.wageKr.toNumber() ?? 0,
        terms.chargePercent,
        { formula: `D${row}*(E${row}*F${row}+G${row}*H${row})*(1+I${row}/100)`, result: costKr.toNumber() },
      ];
    }),
  };
}
