import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { InternalBudget } from "../../src/budget/internal/contract.ts";
import type { PeriodKey } from "../../src/budget/internal/rules/period-keys.ts";
import { type InternalLine, internalRows } from "../../src/budget/internal/rules/rows.ts";
import { type Job, jobCost, wageLines } from "../../src/budget/internal/rules/wage-budget.ts";
import { splitTkr } from "../../src/kernel/money.ts";
import { sumOf } from "../../src/kernel/sum.ts";
import { CARE } from "./care.ts";
import { BUILDING, CULTURE, EXECUTIVE } from "./others.ts";
import { SCHOOLS } from "./schools.ts";
import {
  type BodyRecipe,
  BUDGET_YEARS,
  type BudgetYear,
  type ByYear,
  type JobRecipe,
  PERIOD_KEYS,
  type UnitRecipe,
  WAGE_TERMS,
} from "./shapes.ts";

/**
 * Makes the sample's internal budgets (`year/content/internal-budget-<year>-<body>.json`) of their recipes, the same each time:
 * `node sample/internal-budgets/make.ts`, and then `node sample/ledger/make.ts`, whose accounts follow them. All amounts are
 * sample values.
 */
export const BODIES: readonly BodyRecipe[] = [SCHOOLS, CARE, EXECUTIVE, BUILDING, CULTURE];

const FOLDER = join(import.meta.dirname, "../year/content");
/** Posts are in quarters. */
const QUARTERS = 4;
/** How far into the year reports are made, in months. */
const APRIL = 4;
const AUGUST = 8;
const DECEMBER = 12;

interface Made extends Omit<InternalBudget, "lines" | "jobs"> {
  readonly lines: InternalLine[];
  readonly jobs: Job[];
}

/** A body's internal budget of a year: it sums to what its units have, and falls on the months as its reports were made with. */
export function internalBudgetOf(recipe: BodyRecipe, year: BudgetYear): Made {
  const at = BUDGET_YEARS.indexOf(year);
  const units = recipe.services.flatMap((service) => service.units);
  const incomes = incomesOf(recipe, units, at);
  const parts = units.map((unit) => unitOf(unit, incomes.get(unit) ?? [], year));
  const jobs = parts.flatMap((part) => part.jobs);
  // What a unit's jobs cost is known when all are: whole thousands are brought together over the body
  const wages = wageLines(jobs, WAGE_TERMS, year);
  const lines = parts.flatMap((part, i) => {
    const { unit, id, netTkr, rest } = units[i] as UnitRecipe;
    const staffTkr = sumOf(wages.filter((line) => line.unit === unit).map((line) => line.amountTkr));
    const leftTkr = (netTkr[at] as number) - staffTkr - sumOf(part.lines.map((line) => line.amountTkr));
    return [...part.lines, lineOf(unit, id, { ...rest, amountTkr: leftTkr }, at)];
  });
  const used = new Set(lines.map((line) => line.periodKey));
  const periodKeys = Object.entries(PERIOD_KEYS)
    .filter(([id]) => used.has(id))
    .map(([id, { name, weights }]) => ({ id, name, weights: [...weights] }));
  return {
    lines: evened(recipe, lines, periodKeys, wages, at),
    jobs,
    wages: WAGE_TERMS,
    ...(periodKeys.length > 0 ? { periodKeys } : {}),
    comment: recipe.comment[at] as string,
  };
}

type WrittenLine = Omit<InternalLine, "unit">;

function unitOf(
  recipe: UnitRecipe,
  incomes: readonly InternalLine[],
  year: BudgetYear,
): { readonly lines: InternalLine[]; readonly jobs: Job[] } {
  const at = BUDGET_YEARS.indexOf(year);
  const costTkr = (recipe.netTkr[at] as number) - sumOf(incomes.map((line) => line.amountTkr));
  const lines = recipe.lines.map((line) =>
    lineOf(
      recipe.unit,
      recipe.id,
      { ...line, amountTkr: line.tkr?.[at] ?? Math.round((costTkr * (line.perMille ?? 0)) / 1000) },
      at,
    ),
  );
  const leftTkr = costTkr - sumOf(lines.map((line) => line.amountTkr));
  // A part of what is left is for the rest line; staff has the other
  const staffTkr = Math.round(leftTkr * (recipe.jobs ? 1 - REST : 0));
  return { lines: [...incomes, ...lines], jobs: jobsOf(recipe, staffTkr, year) };
}

/** Of what a unit's lines leave, this goes to its rest line: material and the like. */
const REST = 0.04;

function jobsOf({ jobs = [], unit, id }: UnitRecipe, staffTkr: number, year: BudgetYear): Job[] {
  const left = { tkr: staffTkr, weight: sumOf(jobs.map((job) => job.weight)) };
  return jobs.map((recipe, i) => {
    const one: Job = {
      id: `${id}-${i + 1}`,
      title: recipe.title,
      unit,
      account: "5010",
      posts: 1,
      wageKr: wageIn(recipe, year),
      ...(recipe.from2027 && year === 2027 ? { from: `2027-${recipe.from2027}` } : {}),
    };
    const wholeYearKr = jobCost({ ...one, from: undefined }, WAGE_TERMS, year).costKr.toNumber();
    const wantedKr = (left.tkr * 1000 * recipe.weight) / left.weight;
    const posts = Math.max(1, Math.round((wantedKr / wholeYearKr) * QUARTERS)) / QUARTERS;
    left.weight -= recipe.weight;
    left.tkr -= (posts * jobCost(one, WAGE_TERMS, year).costKr.toNumber()) / 1000;
    return { ...one, posts };
  });
}

/** The wage before the year's review, in whole hundreds. */
const wageIn = ({ wageKr }: JobRecipe, year: BudgetYear): number =>
  Math.round((wageKr * (1 + WAGE_TERMS.reviewPercent / 100) ** (year - 2027)) / 100) * 100;

/** The body's income as lines of its units. */
function incomesOf(
  { incomeTkr }: BodyRecipe,
  units: readonly UnitRecipe[],
  at: number,
): ReadonlyMap<UnitRecipe, InternalLine[]> {
  const all = units.flatMap((unit) => (unit.income ?? []).map((income) => ({ unit, income })));
  const weighed = all.filter(({ income }) => income.weight > 0);
  const amounts = splitTkr(
    incomeTkr[at] as number,
    weighed.map(({ income }) => income.weight),
  );
  const lines = weighed.map(({ unit, income }, i) => ({
    unit,
    line: lineOf(unit.unit, unit.id, { ...income, amountTkr: -(amounts[i] as number) }, at),
  }));
  return new Map(
    [...Map.groupBy(lines, (one) => one.unit)].map(([unit, own]) => [unit, own.map((one) => one.line)]),
  );
}

function lineOf(
  unit: string | null,
  prefix: string,
  {
    id,
    name,
    account,
    amountTkr,
    key,
  }: Pick<WrittenLine, "id" | "name" | "amountTkr"> & {
    readonly account: string;
    readonly key?: string | ByYear<string | undefined>;
  },
  at: number,
): InternalLine {
  const periodKey = typeof key === "object" ? key[at] : key;
  return { id: `${prefix}-${id}`, name, unit, account, amountTkr, ...(periodKey ? { periodKey } : {}) };
}

/** Gives the one line that evens the months its own, so that the budget to date is what the recipe says. */
function evened(
  recipe: BodyRecipe,
  lines: readonly InternalLine[],
  periodKeys: readonly PeriodKey[],
  wages: ReturnType<typeof wageLines>,
  at: number,
): InternalLine[] {
  const ids = recipe.services.flatMap(({ units }) =>
    units.flatMap((unit) => unit.lines.filter((line) => line.evens).map((line) => `${unit.id}-${line.id}`)),
  );
  const [id] = ids;
  const line = lines.find((one) => one.id === id);
  if (!line || ids.length !== 1) throw new Error(`${recipe.body} has not one line that evens its months`);
  const others = internalRows({ lines: lines.filter((one) => one !== line), periodKeys, wageLines: wages });
  const othersUntil = (month: number) => sumOf(others.flatMap((row) => row.monthsTkr.slice(0, month)));
  const [april, august] = recipe.toDateTkr[at] as BodyRecipe["toDateTkr"][number];
  const wanted = [
    [APRIL, april],
    [AUGUST, august],
    [DECEMBER, othersUntil(DECEMBER) + line.amountTkr],
  ] as const;
  let before = 0;
  const monthsTkr = wanted.flatMap(([month, toDateTkr]) => {
    const until = toDateTkr - othersUntil(month);
    const part = until - before;
    before = until;
    if (part < 0) throw new Error(`${id} would be below nothing until month ${month}: ${part} tkr`);
    return splitTkr(part, [1, 1, 1, 1]);
  });
  const { periodKey: _key, ...written } = line;
  return lines.map((one) => (one === line ? { ...written, monthsTkr } : one));
}

export const contentFile = (body: string, year: number): string => `internal-budget-${year}-${body}.json`;

/** What is checked in, by the name of its file. */
export function contentFiles(): Map<string, string> {
  return new Map(
    BODIES.flatMap((recipe) =>
      BUDGET_YEARS.map((year) => {
        const made = internalBudgetOf(recipe, year);
        return [contentFile(recipe.body, year), written(asWritten(made, recipe.body, year))] as const;
      }),
    ),
  );
}

/** As JSON with each line, job and key on a line of its own. */
function written(made: Made): string {
  const parts = Object.entries(made).map(([key, value]) => {
    const text = Array.isArray(value)
      ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

/** The first draft for 2027 has computers for more than the allocation; the committee's administration puts that right. */
const TOO_MUCH = { body: "bildningsnamnden", year: 2027, line: "forvaltning-it", tkr: 2000 };

function asWritten(made: Made, body: string, year: number): Made {
  if (body !== TOO_MUCH.body || year !== TOO_MUCH.year) return made;
  return {
    ...made,
    lines: made.lines.map((line) =>
      line.id === TOO_MUCH.line ? { ...line, amountTkr: line.amountTkr + TOO_MUCH.tkr } : line,
    ),
  };
}

if (import.meta.main)
  for (const [name, text] of contentFiles()) {
    await writeFile(join(FOLDER, name), text);
    console.log(`${name}: ${text.length} tecken`);
  }
