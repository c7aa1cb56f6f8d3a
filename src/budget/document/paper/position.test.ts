import { expect, test } from "vitest";
import type { PaperTable } from "../../../kernel/paper.ts";
import { sampleFacts } from "../testing/budget-facts.ts";
import { budgetSheets } from "../workbook/workbook.ts";
import { printedPaper } from "./paper.ts";

const tablesOf = (facts: ReturnType<typeof sampleFacts>) =>
  printedPaper(facts).chapters.flatMap(({ blocks }) =>
    blocks.filter((block): block is PaperTable => block.kind === "table"),
  );
const numbers = (table: PaperTable | undefined, label: string) =>
  table?.rows
    .find(([first]) => first === label)
    ?.slice(1)
    .map((cell) => (typeof cell === "object" ? cell.number : cell));

test("E-7, KL 11:6: the document has income, cash flow, balance sheet and balance requirement for every year of the plan", () => {
  const facts = sampleFacts();
  const tables = tablesOf(facts);
  const titled = (title: string) => tables.find((table) => table.title === title);
  const lines = facts.budget.statements?.years.map((year) => year.lines) ?? [];
  expect(lines).toHaveLength(3);
  expect(numbers(titled("Resultaträkning, tkr"), "Årets resultat")).toEqual(lines.map((own) => own.result));
  expect(numbers(titled("Kassaflöde, tkr"), "Nya lån")).toEqual(lines.map((own) => own.newLoans));
  const opening = facts.budget.statements?.opening.lines;
  expect(numbers(titled("Balansräkning, tkr"), "Summa tillgångar")).toEqual(
    [opening, ...lines].map((own) => own?.assets),
  );
  expect(numbers(titled("Balanskravsutredning, tkr"), "Balanskravsresultat")).toEqual(
    lines.map((own) => own.balanceResult),
  );
});

test("E-1: the document shows carried-over amounts with their decision, the forecast's deviation and the capital cost", () => {
  const facts = sampleFacts((budget) => {
    Object.assign(budget.investments[0] as object, {
      carriedOverTkr: 900,
      carriedOverDecision: 17,
      forecastTkr: 50_000,
    });
    budget.position = {
      ...(budget.position as NonNullable<typeof budget.position>),
      earlierDeficits: [{ year: 2026, amountTkr: 700, restoreBy: 2029 }],
    };
  });
  const tables = tablesOf(facts);
  const titled = (title: string) => tables.find((table) => table.title.startsWith(title));
  const name = facts.budget.investments[0]?.name as string;
  expect(numbers(titled("Överföringar och prognos"), name)).toEqual([
    900,
    "beslut 17",
    48_900,
    50_000,
    -1100,
  ]);
  const cost = facts.budget.statements?.projects[1];
  expect(numbers(titled("Kapitalkostnad per projekt"), cost?.name as string)).toEqual([
    "Avskrivning",
    ...(cost?.years ?? []).map((year) => year.depreciationTkr),
  ]);
  const own = facts.budget.statements?.capitalCosts.filter(({ body }) => body === "kommunstyrelsen") ?? [];
  const table = titled("Kapitalkostnad och ram");
  expect(numbers(table, "Organ kommunstyrelsen")).toEqual([
    "Kapitalkostnad",
    ...own.map((year) => year.depreciationTkr + year.internalInterestTkr),
  ]);
  const under = table?.rows.findIndex(([name]) => name === "Organ kommunstyrelsen") as number;
  expect(table?.rows[under + 1]?.slice(2)).toEqual(own.map((year) => ({ number: year.withCapitalTkr })));
  expect(numbers(titled("Underskott att återställa"), "2026")).toEqual([700, "2029", 0, 0, 0]);
});

test("P-5: a year with a target of its own says so beside its outcome", () => {
  const facts = sampleFacts((budget) => {
    Object.assign(budget.financialGoals[1] as object, { targets: { 2028: 49 } });
  });
  const goal = facts.budget.financialGoals[1];
  const [, first, second, third] =
    tablesOf(facts)
      .find(({ title }) => title === "Finansiella mål och utfall i planen")
      ?.rows.find(([text]) => text === goal?.text)
      ?.slice(0) ?? [];
  expect([first, second].join()).not.toMatch(/mål/);
  expect(third).toMatch(/\(mål 49/);
});

test("a budget without an opening balance says that it has no balance sheet, and its workbook has no such sheet", () => {
  const facts = sampleFacts((budget) => {
    delete budget.position;
    budget.financialGoals.splice(1);
  });
  const chapter = printedPaper(facts).chapters.find(({ title }) => title.startsWith("Resultat, kassaflöde"));
  expect(chapter?.blocks.map(({ kind }) => kind)).toEqual(["note"]);
  expect(budgetSheets(facts).map(({ name }) => name)).not.toContain("Ställning");
});
