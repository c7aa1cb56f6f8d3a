import type { Order } from "../../../platform/rendering/press.ts";
import { type Sheet, workbookOrder } from "../../../platform/rendering/workbook.ts";
import type { BudgetFacts } from "../facts.ts";
import { printedPaper } from "../paper/paper.ts";
import { swedish } from "../texts.ts";
import { companiesSheet } from "./companies.ts";
import { framesSheet, linesSheet } from "./frames.ts";
import { inputSheets } from "./inputs.ts";
import { positionSheets } from "./position.ts";
import { resultSheet } from "./result.ts";

const { sayInBook } = swedish;

/**
 * The allocation as a workbook with live formulas (§2.2, E-8): input sheets, and for each year every line and frame as formulas
 * over them, then the result. What largest remainder adds to each line is given, since no cell's formula can say it.
 */
export function budgetSheets(facts: BudgetFacts): Sheet[] {
  return [
    readMe(facts),
    ...inputSheets(facts),
    ...facts.allocation.years.flatMap((year) => [linesSheet(facts, year), framesSheet(facts, year)]),
    resultSheet(facts),
    ...positionSheets(facts),
    ...companiesSheet(facts),
  ];
}

export function budgetWorkbook(facts: BudgetFacts): Order {
  return workbookOrder(printedPaper(facts).title, facts.municipality, budgetSheets(facts));
}

function readMe(facts: BudgetFacts): Sheet {
  const { title, facts: told, mark } = printedPaper(facts);
  const year = facts.allocation.years[0]?.year ?? facts.year;
  return {
    name: sayInBook("read-me"),
    columns: [
      { header: sayInBook("note-what"), width: 24 },
      { header: sayInBook("note-text"), width: 120 },
    ],
    rows: [
      [title, [...(mark ? [mark] : []), ...told].join(". ")],
      [
        ["population", "services", "indexation", "base", "one-offs", "adjustments"]
          .map((key) => sayInBook(key as "population"))
          .join(", "),
        sayInBook("note-inputs"),
      ],
      [sayInBook("lines", { year }), sayInBook("note-lines")],
      [sayInBook("frames", { year }), sayInBook("note-frames")],
      [sayInBook("result"), sayInBook("note-result")],
      ...(facts.budget.statements
        ? [[[sayInBook("position"), sayInBook("goals")].join(", "), sayInBook("note-position")]]
        : []),
      ...(facts.companies.companies.some(({ from }) => from !== null)
        ? [[sayInBook("companies"), sayInBook("note-companies")]]
        : []),
      [sayInBook("note-state"), String(facts.version)],
    ],
  };
}
