import { explain } from "../../budget/allocation/rules/explain.ts";
import { STEPS } from "../../budget/base/rules/allocation.ts";
import { GROUP_LINE_IDS } from "../../budget/base/rules/group-lines.ts";
import {
  LINE_IDS,
  type LineId,
  type Sign,
  STATEMENTS,
  type StatementId,
} from "../../budget/base/rules/result-lines.ts";
import { solidityPercent } from "../../budget/company/rules/demands.ts";
import { COMPANY_ROWS } from "../../budget/document/paper/companies.ts";
import { swedish } from "../../budget/document/texts.ts";
import { besideAllocations, investmentsOf } from "../../budget/position/rules/beside.ts";
import { type ResultRow, resultRows } from "../../budget/position/rules/result-rows.ts";
import { type EconomyRow, economyRows } from "../../followup/pages/economy-rows.ts";
import { forecastRow } from "../../followup/pages/forecast-rows.ts";
import { reportTexts } from "../../followup/paper/texts.ts";
import { type UnitLine, unitsTkr } from "../../followup/unit/rules/forecast.ts";
import { sumOf } from "../../kernel/sum.ts";
import { type BudgetRead, DOCUMENTS, type House, type ReportRead } from "./house.ts";
import { oneLine, type Tables } from "./reading/tables.ts";

const { companyLineName, lineName, resultRowName, say, sayInBook, statementName, stepName, stepShort } =
  swedish;

/**
 * Every figure of the sample's year that has one meaning and stands in more than one place: its name, its unit, and how it is
 * read in each of them. Where a figure with the same meaning is added to a page, a document or a file, its reading is added here.
 */
export interface Reading {
  /** What the figure is of: "2027@1 bildningsnamnden 2028". */
  readonly of: string;
  /** Undefined where it shall stand and is not found. */
  readonly value: number | undefined;
}
export interface Meaning {
  readonly name: string;
  readonly unit: "tkr" | "percent" | "as the goal says" | "number of a decision";
  /** By the place's name; a place must hold something. */
  readonly places: Readonly<Record<string, (house: House) => readonly Reading[]>>;
}

const reading = (of: readonly (string | number)[], value: number | null | undefined): Reading => ({
  of: of.join(" "),
  value: value ?? undefined,
});
/** A figure that is shown as nothing where it is not known. */
const known = (of: readonly (string | number)[], value: number | null | undefined): Reading[] =>
  value === null || value === undefined ? [] : [reading(of, value)];

type OfBudget = (budget: BudgetRead) => readonly Reading[];
const budgets = (read: OfBudget) => (house: House) => house.budgets.flatMap(read);

/** A reading in each form of the budget document. */
const inDocuments = (where: string, read: (tables: Tables, budget: BudgetRead) => readonly Reading[]) =>
  Object.fromEntries(
    DOCUMENTS.map((form) => [`${form}: ${where}`, budgets((budget) => read(budget.documents[form], budget))]),
  );

const yearsOf = ({ allocation }: BudgetRead): number[] => [...allocation.years];
const each = (budget: BudgetRead, read: (year: number) => Reading | readonly Reading[]): Reading[] =>
  yearsOf(budget).flatMap((year) => read(year));
const eachBody = (
  budget: BudgetRead,
  read: (body: { id: string; name: string }, year: number) => Reading | readonly Reading[],
): Reading[] => budget.allocation.bodies.flatMap((body) => each(budget, (year) => read(body, year)));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const negative = (value: number | undefined) => (value === undefined ? undefined : 0 - value);
const signed = (sign: Sign, value: number | undefined) => (sign < 0 ? negative(value) : value);

const stepOf = ({ ref, milestones }: BudgetRead) =>
  milestones.milestones.find(({ facts }) => facts.ref === `budget:kommunfullmaktige:${ref}`);

// ---------------------------------------------------------------------------------------------- allocations

/** In the document's first chapter: of the budget year, those whose allocation changes. */
const atAGlance = (column: 1 | 2 | 3) =>
  inDocuments("at a glance", (tables, b) => {
    const own = b.allocation.allocation.years.find(({ year }) => year === b.year);
    return b.allocation.bodies
      .filter(({ id }) => own?.frames[id] !== own?.opening[id])
      .map(({ id, name }) =>
        reading([b.ref, id, b.year], tables.at(say("glance-bodies", { year: b.year }), name, column)),
      );
  });

const annualOf = (house: House, budget: BudgetRead) =>
  house.reports.filter((report) => budget.ref === "2027@1" && report.year === budget.year);
const ofBudget = (house: House, read: (report: ReportRead, budget: BudgetRead) => readonly Reading[]) =>
  house.budgets.flatMap((budget) => annualOf(house, budget).flatMap((report) => read(report, budget)));

const allocation: Meaning = {
  name: "a body's allocation of a year",
  unit: "tkr",
  places: {
    "API: allocation": budgets((b) =>
      b.allocation.allocation.years.flatMap(({ year, frames }) =>
        Object.entries(frames).map(([body, tkr]) => reading([b.ref, body, year], tkr)),
      ),
    ),
    "economy page": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading([b.ref, id, year], explain(b.allocation.allocation, { year, body: id })?.closingTkr),
      ),
    ),
    "explanation of a figure": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading(
          [b.ref, id, year],
          b.explained.allocation?.years.find((one) => one.year === year)?.frames[id],
        ),
      ),
    ),
    "decision page": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading([b.ref, id, year], b.content.allocation?.years.find((one) => one.year === year)?.frames[id]),
      ),
    ),
    ...atAGlance(2),
    ...inDocuments("allocations of the year", (tables, b) =>
      eachBody(b, ({ id, name }, year) => [
        reading([b.ref, id, year], tables.at(say("frames-year", { year }), name, 6)),
        ...(year === b.year
          ? []
          : [reading([b.ref, id, year - 1], tables.at(say("frames-year", { year }), name, 1))]),
      ]),
    ),
    ...inDocuments("the body's chapter", (tables, b) =>
      eachBody(b, ({ id, name }, year) => [
        reading(
          [b.ref, id, year],
          tables.at(say("steps-of-body", { body: name }), say("frame-row"), String(year)),
        ),
        ...(year === b.year
          ? []
          : [
              reading(
                [b.ref, id, year - 1],
                tables.at(say("steps-of-body", { body: name }), say("opening-row"), String(year)),
              ),
            ]),
      ]),
    ),
    "Excel: computed": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading([b.ref, id, year], b.workbook.at(sayInBook("frames", { year }), id, sayInBook("frame"))),
      ),
    ),
    "Excel: as given": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading([b.ref, id, year], b.workbook.at(sayInBook("frames", { year }), id, sayInBook("given"))),
      ),
    ),
    "open data: allocation lines": budgets((b) =>
      eachBody(b, ({ id }, year) =>
        reading(
          [b.ref, id, year],
          sum(
            b.lines
              .filter((line) => line.organ === id && Number(line.ar) === year)
              .map((line) => Number(line.belopp_tkr)),
          ),
        ),
      ),
    ),
    "API: milestones": budgets((b) =>
      b.allocation.bodies.map(({ id }) => reading([b.ref, id, b.year], stepOf(b)?.amounts[id])),
    ),
    "open data: milestones": budgets((b) =>
      b.milestoneLines
        .filter(({ version }) => version === `budget:kommunfullmaktige:${b.ref}`)
        .map((line) => reading([b.ref, line.organ ?? "", b.year], Number(line.belopp_tkr))),
    ),
    "API: budget by month": budgets((b) =>
      b.months.bodies.map(({ body, allocationTkr }) => reading([b.ref, body, b.year], allocationTkr)),
    ),
    "sum of the budget's months": budgets((b) =>
      b.months.bodies.map(({ body, monthsTkr }) => reading([b.ref, body, b.year], sum(monthsTkr))),
    ),
    "report: the body's": (house) =>
      ofBudget(house, ({ data, body, group }, b) =>
        group ? [] : known([b.ref, body, b.year], data.economy.allocationTkr),
      ),
    "report: the group's": (house) =>
      ofBudget(house, ({ data }, b) =>
        (data.group?.bodies ?? []).flatMap(({ body, economy }) =>
          known([b.ref, body, b.year], economy.allocationTkr),
        ),
      ),
    "report PDF: the group's": (house) =>
      ofBudget(house, (report, b) =>
        groupLines(report).map(({ body, name }) =>
          reading(
            [b.ref, body, b.year],
            report.pdf.at(reportTexts["by-body"], name, reportTexts["allocation-short"]),
          ),
        ),
      ),
    "follow-up page": (house) =>
      ofBudget(house, (report, b) =>
        report.group ? [] : known([b.ref, report.body, b.year], pageRow(report)?.allocationTkr),
      ),
  },
};

/** By how much the budget year changes a body's allocation. */
const change: Meaning = {
  name: "a body's change of allocation in the budget year",
  unit: "tkr",
  places: {
    "API: allocation": budgets((b) =>
      b.allocation.allocation.years
        .filter(({ year }) => year === b.year)
        .flatMap(({ year, frames, opening }) =>
          Object.entries(frames).flatMap(([body, tkr]) =>
            tkr === opening[body] ? [] : [reading([b.ref, body, year], tkr - (opening[body] ?? 0))],
          ),
        ),
    ),
    ...atAGlance(3),
  },
};

/** What an allocation begins from and each step of it, by body and for all. */
const steps: Meaning[] = (["opening", ...STEPS] as const).map((step) => {
  const told = (b: BudgetRead, year: number, body?: string) => {
    const explained = explain(b.allocation.allocation, { year, body });
    return step === "opening"
      ? explained?.openingTkr
      : explained?.steps.find((one) => one.step === step)?.amountTkr;
  };
  const column = 1 + (step === "opening" ? 0 : STEPS.indexOf(step) + 1);
  return {
    name: `allocation, ${step}`,
    unit: "tkr",
    places: {
      "economy page": budgets((b) => [
        ...eachBody(b, ({ id }, year) => reading([b.ref, id, year], told(b, year, id))),
        ...each(b, (year) => reading([b.ref, "all", year], told(b, year))),
      ]),
      ...(step === "opening" ? atAGlance(1) : {}),
      ...inDocuments("allocations of the year", (tables, b) => [
        ...eachBody(b, ({ id, name }, year) =>
          reading([b.ref, id, year], tables.at(say("frames-year", { year }), name, column)),
        ),
        ...each(b, (year) =>
          reading([b.ref, "all", year], tables.at(say("frames-year", { year }), say("sum"), column)),
        ),
      ]),
      ...inDocuments("the body's chapter", (tables, b) =>
        eachBody(b, ({ id, name }, year) =>
          reading(
            [b.ref, id, year],
            tables.at(
              say("steps-of-body", { body: name }),
              step === "opening" ? say("opening-row") : stepName(step),
              String(year),
            ),
          ),
        ),
      ),
      Excel: budgets((b) =>
        eachBody(b, ({ id }, year) =>
          reading(
            [b.ref, id, year],
            b.workbook.at(
              sayInBook("frames", { year }),
              id,
              step === "opening" ? sayInBook("opening") : stepShort(step),
            ),
          ),
        ),
      ),
      "open data: allocation lines": budgets((b) =>
        eachBody(b, ({ id }, year) =>
          reading(
            [b.ref, id, year],
            sum(
              b.lines
                .filter((line) => line.organ === id && Number(line.ar) === year && line.steg === step)
                .map((line) => Number(line.belopp_tkr)),
            ),
          ),
        ),
      ),
    },
  };
});

// ---------------------------------------------------------------------------------------------- the position

/** Where a line stands as a row of the result table, of the conditions, and of the workbook's result. */
const RESULT_ROW: Partial<Record<LineId, readonly [ResultRow["id"], Sign]>> = {
  tax: ["tax", 1],
  equalisation: ["equalisation", 1],
  allocations: ["frames", -1],
  financialNet: ["financial", 1],
  result: ["result", 1],
};
const CONDITION: Partial<Record<LineId, Sign>> = {
  equalisation: 1,
  central: -1,
  internalCapital: 1,
  depreciation: -1,
  dissolvedGrants: 1,
  financialNet: 1,
};
const BOOK_RESULT: Partial<Record<LineId, Sign>> = {
  ...CONDITION,
  tax: 1,
  allocations: -1,
  operations: -1,
  result: 1,
};
/** Where a line is a row of the annual report's budget for the whole year. */
const REPORT_ROW: Partial<Record<LineId, readonly [keyof (typeof reportTexts)["income-row"], Sign]>> = {
  tax: ["tax", 1],
  equalisation: ["grants-and-equalisation", 1],
  depreciation: ["depreciation", -1],
  operations: ["operating-net", -1],
  result: ["result", 1],
};

const rowOf = (rows: readonly ResultRow[], id: ResultRow["id"], year: number) =>
  rows.find((row) => row.id === id)?.amounts[year];

const lines: Meaning[] = LINE_IDS.map((line) => {
  const places: Record<string, Meaning["places"][string]> = {
    "API: position": budgets((b) => [
      ...(b.position.statements?.years ?? []).map(({ year, lines: own }) =>
        reading([b.ref, year], own[line]),
      ),
      ...opening(line, b, () => b.position.statements?.opening.lines[line]),
    ]),
    "API: results": budgets((b) =>
      b.allocation.results.map(({ year, lines: own }) => reading([b.ref, year], own?.[line])),
    ),
    "explanation of a figure": budgets((b) =>
      (b.explained.statements?.years ?? []).map(({ year, lines: own }) => reading([b.ref, year], own[line])),
    ),
    "decision page": budgets((b) =>
      (b.content.statements?.years ?? []).map(({ year, lines: own }) => reading([b.ref, year], own[line])),
    ),
    "Excel: position": budgets((b) => [
      ...each(b, (year) =>
        reading([b.ref, year], b.workbook.at(sayInBook("position"), lineName(line), String(year))),
      ),
      ...opening(line, b, (column) =>
        b.workbook.at(sayInBook("position"), lineName(line), sayInBook("opening-balance", column)),
      ),
    ]),
  };
  for (const [statement, rows] of Object.entries(STATEMENTS) as [
    StatementId,
    (typeof STATEMENTS)[StatementId],
  ][])
    for (const [sign, of] of rows as readonly (readonly [Sign, LineId])[])
      if (of === line)
        Object.assign(
          places,
          inDocuments(statement, (tables, b) => {
            const title = say("statement-table", { what: statementName(statement) });
            // What only some budgets have is left out where it is nothing
            if (
              line === "internalCapital" &&
              !(b.position.statements?.years ?? []).some((y) => y.lines[line])
            )
              return [];
            return [
              ...each(b, (year) =>
                reading([b.ref, year], signed(sign, tables.at(title, lineName(line), String(year)))),
              ),
              ...(statement === "balance"
                ? opening(line, b, (column) =>
                    signed(sign, tables.at(title, lineName(line), say("opening-balance", column))),
                  )
                : []),
            ];
          }),
        );
  const condition = CONDITION[line];
  if (condition)
    Object.assign(
      places,
      inDocuments("conditions", (tables, b) =>
        each(b, (year) => {
          const told = tables.at(say("tax-table"), lineName(line), String(year));
          const left = line === "internalCapital" || line === "dissolvedGrants";
          return left && told === undefined ? [] : reading([b.ref, year], signed(condition, told));
        }),
      ),
    );
  const row = RESULT_ROW[line];
  if (row) {
    const [id, sign] = row;
    Object.assign(
      places,
      inDocuments("result", (tables, b) =>
        each(b, (year) =>
          reading(
            [b.ref, year],
            signed(sign, tables.at(say("result-table"), resultRowName(id), String(year))),
          ),
        ),
      ),
    );
    places["economy page: result"] = budgets((b) => {
      const rows = resultRows(b.allocation.results, b.allocation.allocation);
      return each(b, (year) => reading([b.ref, year], signed(sign, rowOf(rows, id, year))));
    });
    places["decision page: result"] = budgets((b) => {
      const rows = b.content.allocation ? resultRows(b.content.results ?? [], b.content.allocation) : [];
      return each(b, (year) => reading([b.ref, year], signed(sign, rowOf(rows, id, year))));
    });
  }
  const book = BOOK_RESULT[line];
  if (book)
    places["Excel: result"] = budgets((b) =>
      each(b, (year) =>
        reading(
          [b.ref, year],
          signed(book, b.workbook.at(sayInBook("result"), lineName(line), String(year))),
        ),
      ),
    );
  const reported = REPORT_ROW[line];
  if (reported) {
    const [id, sign] = reported;
    places["annual report: budget"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group && report.kind === "annual-report"
          ? [
              reading(
                [b.ref, b.year],
                signed(
                  sign,
                  report.data.group?.incomeStatement.find((one) => one.row === id)?.budgetTkr ?? undefined,
                ),
              ),
            ]
          : [],
      );
    places["annual report PDF: budget"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group && report.kind === "annual-report"
          ? [
              reading(
                [b.ref, b.year],
                signed(
                  sign,
                  report.pdf.at(
                    reportTexts["income-statement"],
                    reportTexts["income-row"][id],
                    reportTexts.budget,
                  ),
                ),
              ),
            ]
          : [],
      );
  }
  if (line === "result")
    Object.assign(
      places,
      inDocuments("at a glance", (tables, b) =>
        each(b, (year) => reading([b.ref, year], tables.at(say("glance-result"), String(year), 1))),
      ),
    );
  if (line === "allocations") {
    Object.assign(
      places,
      inDocuments("sum of the allocations", (tables, b) =>
        each(b, (year) => [
          reading([b.ref, year], tables.at(say("frames-year", { year }), say("sum"), 6)),
          ...(year === b.year
            ? []
            : [reading([b.ref, year - 1], tables.at(say("frames-year", { year }), say("sum"), 1))]),
        ]),
      ),
    );
    places["API: milestones"] = budgets((b) => [reading([b.ref, b.year], stepOf(b)?.totalTkr)]);
    places["report: the group's allocations"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group ? [reading([b.ref, b.year], report.data.economy.allocationTkr)] : [],
      );
    places["report PDF: the group's allocations"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group
          ? [
              reading(
                [b.ref, b.year],
                report.pdf.at(
                  reportTexts["by-body"],
                  reportTexts["bodies-total"],
                  reportTexts["allocation-short"],
                ),
              ),
            ]
          : [],
      );
  }
  if (line === "result") {
    places["Excel: result as given"] = budgets((b) =>
      each(b, (year) =>
        reading([b.ref, year], b.workbook.at(sayInBook("result"), sayInBook("given-result"), String(year))),
      ),
    );
    places["API: milestones"] = budgets((b) => [reading([b.ref, b.year], stepOf(b)?.resultTkr)]);
    // "… är 11 986 tkr större än kostnaderna", or that much is missing
    places["document page: what it says first"] = budgets((b) => {
      const told = /([\d\s]+) tkr/.exec(b.lead)?.[1]?.replaceAll(/\s/g, "");
      const size = told === undefined ? undefined : Number(told);
      return [reading([b.ref, b.year], b.lead.includes("saknas") ? negative(size) : size)];
    });
  }
  if (line === "investments") {
    Object.assign(
      places,
      inDocuments("sum of the investments", (tables, b) =>
        each(b, (year) =>
          reading([b.ref, year], tables.at(say("investments-table"), say("sum"), String(year))),
        ),
      ),
    );
    places["decision page: investments"] = budgets((b) =>
      each(b, (year) => reading([b.ref, year], investmentsOf(b.content, year).totalTkr)),
    );
    places["report: the group's investments"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group
          ? [reading([b.ref, b.year], sum(report.data.group?.investments.map((i) => i.budgetTkr) ?? []))]
          : [],
      );
    places["report PDF: the group's investments"] = (house) =>
      ofBudget(house, (report, b) =>
        report.group
          ? [
              reading(
                [b.ref, b.year],
                report.pdf.at(reportTexts.investments, reportTexts.total, reportTexts.budget),
              ),
            ]
          : [],
      );
  }
  return { name: `${line} of the budget`, unit: "tkr", places };
});

/** What a line opens with, where it does. */
function opening(
  line: LineId,
  b: BudgetRead,
  read: (column: { readonly year: number }) => number | undefined,
): Reading[] {
  const first = b.position.statements?.opening;
  return first?.lines[line] !== undefined ? [reading([b.ref, first.year], read({ year: first.year }))] : [];
}

const beside: Meaning = {
  name: "everything of the operations beside the allocations",
  unit: "tkr",
  places: {
    "economy page": budgets((b) =>
      each(b, (year) =>
        reading(
          [b.ref, year],
          rowOf(resultRows(b.allocation.results, b.allocation.allocation), "central", year),
        ),
      ),
    ),
    "its parts": budgets((b) =>
      besideAllocations(b.content).map((one) =>
        reading(
          [b.ref, one.year],
          one.centralTkr + one.internalCapitalTkr + one.depreciationTkr + one.dissolvedGrantsTkr,
        ),
      ),
    ),
    ...inDocuments("result", (tables, b) =>
      each(b, (year) =>
        reading([b.ref, year], tables.at(say("result-table"), resultRowName("central"), String(year))),
      ),
    ),
  },
};

const share: Meaning = {
  name: "the result as a share of tax and grants",
  unit: "percent",
  places: {
    "API: results": budgets((b) =>
      b.allocation.results.map(({ year, resultPercent }) => reading([b.ref, year], resultPercent)),
    ),
    ...inDocuments("result", (tables, b) =>
      each(b, (year) =>
        reading([b.ref, year], tables.at(say("result-table"), resultRowName("share"), String(year))),
      ),
    ),
    ...inDocuments("at a glance", (tables, b) =>
      each(b, (year) => reading([b.ref, year], tables.at(say("glance-result"), String(year), 2))),
    ),
    Excel: budgets((b) =>
      each(b, (year) =>
        reading([b.ref, year], b.workbook.at(sayInBook("result"), sayInBook("percent"), String(year))),
      ),
    ),
  },
};

/** What is given of tax, in the inputs' own units. */
const given: Meaning[] = (
  [
    ["taxBaseTkr", "tax-base", "tkr"],
    ["taxRate", "tax-rate", "percent"],
    ["settlementTkr", "settlement", "tkr"],
  ] as const
).map(([field, text, unit]) => ({
  name: `${field} as it is given`,
  unit,
  places: {
    "API: position": budgets((b) =>
      b.position.resultInput.map((line) => reading([b.ref, line.year], line[field])),
    ),
    ...inDocuments("conditions", (tables, b) =>
      each(b, (year) => reading([b.ref, year], tables.at(say("tax-table"), say(text), String(year)))),
    ),
    Excel: budgets((b) =>
      each(b, (year) =>
        reading([b.ref, year], b.workbook.at(sayInBook("result"), sayInBook(text), String(year))),
      ),
    ),
  },
}));

// ---------------------------------------------------------------------------------------------- investments

const projectsOf = (b: BudgetRead) => b.position.statements?.projects ?? [];

const investments: Meaning[] = [
  {
    name: "spending on an investment of a year",
    unit: "tkr",
    places: {
      "API: position": budgets((b) =>
        projectsOf(b).flatMap(({ name, years }) =>
          years.map(({ year, spentTkr }) => reading([b.ref, name, year], spentTkr)),
        ),
      ),
      "decision page": budgets((b) =>
        b.content.investments.flatMap(({ name }, i) =>
          each(b, (year) => reading([b.ref, name, year], investmentsOf(b.content, year).spentTkr[i])),
        ),
      ),
      ...inDocuments("investments", (tables, b) =>
        projectsOf(b).flatMap(({ name }) =>
          each(b, (year) =>
            reading([b.ref, name, year], tables.at(say("investments-table"), name, String(year))),
          ),
        ),
      ),
      "report: the group's": (house) =>
        ofBudget(house, (report, b) =>
          (report.data.group?.investments ?? []).map(({ name, budgetTkr }) =>
            reading([b.ref, name, b.year], budgetTkr),
          ),
        ),
      "report PDF: the group's": (house) =>
        ofBudget(house, (report, b) =>
          report.group
            ? projectsOf(b).map(({ name }) =>
                reading(
                  [b.ref, name, b.year],
                  report.pdf.at(reportTexts.investments, name, reportTexts.budget),
                ),
              )
            : [],
        ),
    },
  },
  ...(
    [
      ["carried over", (p) => p.carriedOverTkr, 1],
      ["planned", (p) => p.plannedTkr, 3],
      ["forecast", (p) => p.forecastTkr, 4],
      ["deviation", (p) => p.plannedTkr - p.forecastTkr, 5],
    ] as readonly (readonly [string, (p: ReturnType<typeof projectsOf>[number]) => number, number])[]
  ).map(
    ([what, of, column]): Meaning => ({
      name: `an investment's ${what}`,
      unit: "tkr",
      places: {
        "API: position": budgets((b) => projectsOf(b).map((p) => reading([b.ref, p.name], of(p)))),
        ...inDocuments("completion", (tables, b) =>
          projectsOf(b).map(({ name }) =>
            reading([b.ref, name], tables.at(say("completion-table"), name, column)),
          ),
        ),
      },
    }),
  ),
  ...(["depreciation", "interest"] as const).map(
    (what): Meaning => ({
      name: `an investment's ${what} of a year`,
      unit: "tkr",
      places: {
        "API: position": budgets((b) =>
          projectsOf(b).flatMap(({ name, years }) =>
            years.map((one) =>
              reading(
                [b.ref, name, one.year],
                what === "depreciation" ? one.depreciationTkr : one.internalInterestTkr,
              ),
            ),
          ),
        ),
        ...inDocuments("capital cost", (tables, b) =>
          projectsOf(b).flatMap(({ name }) =>
            each(b, (year) =>
              reading(
                [b.ref, name, year],
                tables.at(say("capital-projects-table"), [name, say(`${what}-row`)], String(year)),
              ),
            ),
          ),
        ),
      },
    }),
  ),
  ...(["capital", "with-capital"] as const).map(
    (what): Meaning => ({
      name:
        what === "capital" ? "a body's capital cost of a year" : "a body's allocation with its capital cost",
      unit: "tkr",
      places: {
        "API: position": budgets((b) =>
          (b.position.statements?.capitalCosts ?? []).map((cost) =>
            reading(
              [b.ref, cost.body, cost.year],
              what === "capital" ? cost.depreciationTkr + cost.internalInterestTkr : cost.withCapitalTkr,
            ),
          ),
        ),
        ...inDocuments("capital cost", (tables, b) =>
          (b.position.statements?.capitalCosts ?? []).map(({ body, year }) =>
            reading(
              [b.ref, body, year],
              tables.at(say("capital-table"), [nameOf(b, body), say(`${what}-row`)], String(year)),
            ),
          ),
        ),
      },
    }),
  ),
];

const nameOf = ({ allocation: { bodies }, position }: BudgetRead, body: string): string =>
  [...bodies, ...position.bodies].find(({ id }) => id === body)?.name ?? body;

// ---------------------------------------------------------------------------------------------- financial goals

const goals: Meaning = {
  name: "a financial goal's outcome in a year of the plan",
  unit: "as the goal says",
  places: {
    "API: allocation": budgets((b) => goalReadings(b, b.allocation.financialGoals)),
    "API: position": budgets((b) => goalReadings(b, b.position.financialGoals)),
    "explanation of a figure": budgets((b) => goalReadings(b, b.explained.financialGoals)),
    ...inDocuments("financial goals", (tables, b) =>
      b.allocation.financialGoals.flatMap(({ id, text }) =>
        each(b, (year) =>
          reading([b.ref, id, year], tables.at(say("financial-table"), oneLine(text), String(year))),
        ),
      ),
    ),
    Excel: budgets((b) =>
      b.allocation.financialGoals.flatMap(({ id, text }) =>
        each(b, (year) =>
          reading([b.ref, id, year], b.workbook.at(sayInBook("goals"), text, sayInBook("outcome", { year }))),
        ),
      ),
    ),
  },
};
const targets: Meaning = {
  name: "a financial goal's target in a year of the plan",
  unit: "as the goal says",
  places: {
    "API: allocation": budgets((b) => targetReadings(b, b.allocation.financialGoals)),
    "API: position": budgets((b) => targetReadings(b, b.position.financialGoals)),
    Excel: budgets((b) =>
      b.allocation.financialGoals.flatMap(({ id, text }) =>
        each(b, (year) =>
          reading([b.ref, id, year], b.workbook.at(sayInBook("goals"), text, sayInBook("target", { year }))),
        ),
      ),
    ),
  },
};
const targetReadings = (b: BudgetRead, all: BudgetRead["allocation"]["financialGoals"]): Reading[] =>
  all.flatMap(({ id, outcomes }) => outcomes.map(({ year, target }) => reading([b.ref, id, year], target)));

const goalReadings = (b: BudgetRead, all: BudgetRead["allocation"]["financialGoals"]): Reading[] =>
  all.flatMap(({ id, outcomes }) =>
    outcomes.flatMap(({ year, outcome }) => known([b.ref, id, year], outcome)),
  );

// ---------------------------------------------------------------------------------------------- follow-up

const reports = (read: (report: ReportRead) => readonly Reading[]) => (house: House) =>
  house.reports.flatMap(read);
const bodyReports = (read: (report: ReportRead) => readonly Reading[]) =>
  reports((report) => (report.group ? [] : read(report)));
const groupReports = (read: (report: ReportRead) => readonly Reading[]) =>
  reports((report) => (report.group ? read(report) : []));

const groupLines = ({ data }: ReportRead) =>
  (data.group?.bodies ?? []).filter(({ economy }) => economy.allocationTkr !== null);
type GroupLine = ReturnType<typeof groupLines>[number];
/** A figure of each body's economy, as the group's report has it. */
const ofGroupLines = (
  field: "budgetToDateTkr" | "outcomeToDateTkr" | "deviationToDateTkr" | "forecastTkr" | "deviationTkr",
) =>
  groupReports((r) =>
    groupLines(r).flatMap(({ body, economy }) => known([`${r.kind} ${body}`], economy[field])),
  );
/** A column of the group's report in print, of the bodies that stand there. */
const inByBody = (
  column: "outcome-short" | "forecast-short" | "deviation-short" | "decision-short",
  stands: (line: GroupLine) => boolean,
) =>
  groupReports((r) =>
    groupLines(r)
      .filter(stands)
      .map(({ body, name }) =>
        reading([`${r.kind} ${body}`], r.pdf.at(reportTexts["by-body"], name, reportTexts[column])),
      ),
  );
/** The committees' reports that are made of their units' forecasts. */
const withUnits = (read: (report: ReportRead, units: readonly UnitLine[]) => readonly Reading[]) =>
  bodyReports((r) => (r.data.economy.units?.length ? read(r, r.data.economy.units) : []));
const ofUnits = (figure: (unit: UnitLine) => number | null) =>
  withUnits((r, units) => units.flatMap((unit) => known([r.ref, unit.unit], figure(unit))));
const inUnits = (
  column: "budget" | "forecast-short" | "deviation-short",
  stands: (unit: UnitLine) => boolean = () => true,
) =>
  withUnits((r, units) =>
    units
      .filter(stands)
      .flatMap(({ unit, name }) =>
        reading([r.ref, unit], r.pdf.at(reportTexts["units-title"], name, reportTexts[column])),
      ),
  );
const pageRow = ({ body, data, kind, decision, report }: ReportRead) =>
  forecastRow({ body, name: data.bodyName, kind, decision }, report);
/** What the page of the year so far shows of a body, or for the group's report of every body. */
const soFar = (of: (row: EconomyRow) => number | null) =>
  reports((r) =>
    economyRows(r.outcome, r.months).flatMap((row) =>
      row.body === null || !(r.group || row.body === r.body) ? [] : known([`${r.kind} ${row.body}`], of(row)),
    ),
  );

const MONTHS = reportTexts.months as readonly string[];

const toDate: Meaning[] = [
  {
    name: "a body's budget to date at an occasion",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) => known([r.ref], r.data.economy.budgetToDateTkr)),
      "report: the group's": ofGroupLines("budgetToDateTkr"),
      "follow-up page: so far": soFar((row) => row.budgetToDateTkr),
      "report PDF: by month": bodyReports((r) => [
        reading([r.ref], r.pdf.at(reportTexts["by-month-table"], reportTexts.total, reportTexts.budget)),
      ]),
    },
  },
  {
    name: "a body's outcome to date at an occasion",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) => known([r.ref], r.data.economy.outcomeToDateTkr)),
      "report: the group's": ofGroupLines("outcomeToDateTkr"),
      "report PDF: the group's": inByBody("outcome-short", () => true),
      "API: ledger": reports((r) =>
        r.outcome.bodies.flatMap(({ body, netCostTkr }) =>
          body === null || (!r.group && body !== r.body) ? [] : [reading([`${r.kind} ${body}`], netCostTkr)],
        ),
      ),
      "follow-up page: so far": soFar((row) => row.outcomeTkr),
      "report PDF: by month": bodyReports((r) => [
        reading(
          [r.ref],
          r.pdf.at(reportTexts["by-month-table"], reportTexts.total, reportTexts["outcome-short"]),
        ),
      ]),
      "report PDF: by account group": bodyReports((r) => [
        reading(
          [r.ref],
          r.pdf.at(reportTexts["by-account"], reportTexts.total, reportTexts["outcome-short"]),
        ),
      ]),
    },
  },
  {
    name: "a body's deviation to date at an occasion",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) => known([r.ref], r.data.economy.deviationToDateTkr)),
      "report: the group's": ofGroupLines("deviationToDateTkr"),
      "follow-up page: so far": soFar((row) => row.deviationTkr),
    },
  },
  {
    name: "a body's forecast of the year",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) => known([r.ref], r.data.economy.forecastTkr)),
      "report: the group's": ofGroupLines("forecastTkr"),
      "report PDF: the group's": inByBody("forecast-short", ({ economy }) => economy.forecastTkr !== null),
      "follow-up page": bodyReports((r) =>
        r.kind === "annual-report" ? [] : known([r.ref], pageRow(r)?.yearTkr),
      ),
    },
  },
  {
    name: "a unit's forecast of the year, as the committee's report has it",
    unit: "tkr",
    places: {
      report: ofUnits(({ forecastTkr }) => forecastTkr),
      "report PDF": inUnits("forecast-short", ({ forecastTkr }) => forecastTkr !== null),
    },
  },
  {
    name: "a unit's budget of the year, as the committee's report has it",
    unit: "tkr",
    places: { report: ofUnits(({ budgetTkr }) => budgetTkr), "report PDF": inUnits("budget") },
  },
  {
    name: "a unit's deviation of the year, as the committee's report has it",
    unit: "tkr",
    places: { report: ofUnits(({ deviationTkr }) => deviationTkr), "report PDF": inUnits("deviation-short") },
  },
  {
    name: "the units' forecasts together",
    unit: "tkr",
    places: {
      report: withUnits((r, units) => known([r.ref], unitsTkr(units))),
      "report PDF": withUnits((r) => [
        reading(
          [r.ref],
          r.pdf.at(reportTexts["units-title"], reportTexts["units-sum"], reportTexts["forecast-short"]),
        ),
      ]),
    },
  },
  {
    name: "the units' budgets together",
    unit: "tkr",
    places: {
      report: withUnits((r, units) => known([r.ref], sumOf(units.map(({ budgetTkr }) => budgetTkr)))),
      "report PDF": withUnits((r) => [
        reading([r.ref], r.pdf.at(reportTexts["units-title"], reportTexts["units-sum"], reportTexts.budget)),
      ]),
    },
  },
  {
    name: "the units' deviations together",
    unit: "tkr",
    places: {
      report: withUnits((r, units) =>
        known([r.ref], sumOf(units.map(({ budgetTkr }) => budgetTkr)) - unitsTkr(units)),
      ),
      "report PDF": withUnits((r) => [
        reading(
          [r.ref],
          r.pdf.at(reportTexts["units-title"], reportTexts["units-sum"], reportTexts["deviation-short"]),
        ),
      ]),
    },
  },
  {
    name: "what a committee adds to its units' forecasts, and what that comes to",
    unit: "tkr",
    places: {
      report: withUnits((r) => [
        ...known([r.ref, "addition"], r.report.economy.additionTkr ?? null),
        ...known([r.ref, "committee"], r.report.economy.forecastTkr),
      ]),
      "report PDF": withUnits((r) =>
        (["addition", "committee"] as const).flatMap((row) =>
          reading(
            [r.ref, row],
            r.pdf.at(reportTexts["units-title"], reportTexts[`units-${row}`], reportTexts["forecast-short"]),
          ),
        ),
      ),
    },
  },
  {
    name: "a body's deviation of the year",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) => known([r.ref], r.data.economy.deviationTkr)),
      "report: the group's": ofGroupLines("deviationTkr"),
      "report PDF: the group's": inByBody("deviation-short", ({ economy }) => economy.deviationTkr !== null),
      "follow-up page": bodyReports((r) => known([r.ref], pageRow(r)?.deviationTkr)),
    },
  },
  {
    name: "a body's budget of a month",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) =>
        r.data.economy.byMonth.flatMap(({ month, budgetTkr }) => known([r.ref, month], budgetTkr)),
      ),
      "report PDF": bodyReports((r) =>
        r.data.economy.byMonth.map(({ month }) =>
          reading(
            [r.ref, month],
            r.pdf.at(reportTexts["by-month-table"], MONTHS[month - 1] ?? "", reportTexts.budget),
          ),
        ),
      ),
      "API: budget by month": bodyReports((r) =>
        r.data.economy.byMonth.map(({ month }) =>
          reading([r.ref, month], r.months.bodies.find(({ body }) => body === r.body)?.monthsTkr[month - 1]),
        ),
      ),
    },
  },
  {
    name: "a body's outcome of a month",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) =>
        r.data.economy.byMonth.map(({ month, outcomeTkr }) => reading([r.ref, month], outcomeTkr)),
      ),
      "report PDF": bodyReports((r) =>
        r.data.economy.byMonth.map(({ month }) =>
          reading(
            [r.ref, month],
            r.pdf.at(reportTexts["by-month-table"], MONTHS[month - 1] ?? "", reportTexts["outcome-short"]),
          ),
        ),
      ),
      "API: ledger": bodyReports((r) =>
        r.data.economy.byMonth.map(({ month }) =>
          reading(
            [r.ref, month],
            r.outcome.bodies.find(({ body }) => body === r.body)?.byMonth.find((one) => one.month === month)
              ?.netCostTkr,
          ),
        ),
      ),
    },
  },
  {
    name: "a body's outcome by account group",
    unit: "tkr",
    places: {
      "report: the body's": bodyReports((r) =>
        r.data.economy.byAccountGroup.flatMap(({ group, tkr }) =>
          tkr === 0 ? [] : [reading([r.ref, group], tkr)],
        ),
      ),
      "report PDF": bodyReports((r) =>
        r.data.economy.byAccountGroup.flatMap(({ group, tkr }) =>
          tkr === 0
            ? []
            : [
                reading(
                  [r.ref, group],
                  r.pdf.at(
                    reportTexts["by-account"],
                    (reportTexts["account-group"] as Record<string, string>)[group] ?? group,
                    reportTexts["outcome-short"],
                  ),
                ),
              ],
        ),
      ),
      "API: ledger": bodyReports((r) =>
        (r.outcome.bodies.find(({ body }) => body === r.body)?.byAccountGroup ?? []).flatMap(
          ({ group, netCostTkr }) => (netCostTkr === 0 ? [] : [reading([r.ref, group], netCostTkr)]),
        ),
      ),
    },
  },
];

const sums: Meaning[] = (
  [
    ["outcomeToDateTkr", "outcome-short"],
    ["forecastTkr", "forecast-short"],
    ["deviationTkr", "deviation-short"],
  ] as const
).map(([field, text]) => ({
  name: `the bodies' ${field} together`,
  unit: "tkr",
  places: {
    "report: the group's": groupReports((r) => known([r.ref], r.data.economy[field])),
    "its parts": groupReports((r) =>
      r.data.economy[field] === null
        ? []
        : [
            reading(
              [r.ref],
              sum(
                groupLines(r).map(
                  ({ economy }) =>
                    economy[field] ?? (field === "forecastTkr" ? (economy.allocationTkr ?? 0) : 0),
                ),
              ),
            ),
          ],
    ),
    "report PDF: the group's": groupReports((r) =>
      r.data.economy[field] === null
        ? []
        : [
            reading(
              [r.ref],
              r.pdf.at(reportTexts["by-body"], reportTexts["bodies-total"], reportTexts[text]),
            ),
          ],
    ),
  },
}));

const decisions: Meaning = {
  name: "the decision that the group's report was assembled from",
  unit: "number of a decision",
  places: {
    "API: decisions": bodyReports((r) => (r.kind === "follow-up" ? [] : [reading([r.ref], r.decision)])),
    "report: the group's": groupReports((r) =>
      groupLines(r).flatMap(({ body, report }) => known([`${r.kind} ${body}`], report?.decision)),
    ),
    "report PDF: the group's": inByBody("decision-short", ({ report }) => report !== null),
  },
};

type IncomeRow = keyof (typeof reportTexts)["income-row"];
const incomeName = ({ kind }: ReportRead, row: string): string =>
  row === "result" && kind !== "annual-report"
    ? reportTexts["period-result"]
    : reportTexts["income-row"][row as IncomeRow];

const income: Meaning[] = (["budgetTkr", "outcomeTkr", "deviationTkr"] as const).map((field) => ({
  name: `the income statement's ${field}`,
  unit: "tkr",
  places: {
    "report: the group's": groupReports((r) =>
      (r.data.group?.incomeStatement ?? []).flatMap((line) => known([r.ref, line.row], line[field])),
    ),
    "report PDF: the group's": groupReports((r) =>
      (r.data.group?.incomeStatement ?? []).flatMap((line) => {
        if (line[field] === null) return [];
        const budget = r.kind === "annual-report" ? reportTexts.budget : reportTexts["budget-to-date"];
        const column = {
          budgetTkr: budget,
          outcomeTkr: reportTexts["outcome-short"],
          deviationTkr: reportTexts["deviation-short"],
        }[field];
        return [
          reading(
            [r.ref, line.row],
            r.pdf.at(reportTexts["income-statement"], incomeName(r, line.row), column),
          ),
        ];
      }),
    ),
    ...(field === "outcomeTkr"
      ? {
          "API: ledger": groupReports((r) =>
            r.outcome.incomeStatement.map(({ row, tkr }) => reading([r.ref, row], tkr)),
          ),
        }
      : {}),
  },
}));

const balanceSheet: Meaning[] = (["openingTkr", "closingTkr"] as const).map((field) => ({
  name: `the balance sheet's ${field}`,
  unit: "tkr",
  places: {
    "report: the group's": groupReports((r) =>
      (r.data.group?.balanceSheet ?? []).map((line) => reading([r.ref, line.row], line[field])),
    ),
    "report PDF: the group's": groupReports((r) =>
      (r.data.group?.balanceSheet ?? []).map((line) => {
        const period = line.row === "year-result" && r.kind !== "annual-report";
        const name = period
          ? reportTexts["period-result"]
          : reportTexts["balance-row"][line.row as keyof (typeof reportTexts)["balance-row"]];
        const column = field === "openingTkr" ? reportTexts.opening : reportTexts.closing;
        return reading([r.ref, line.row], r.pdf.at(reportTexts["balance-sheet"], name, column));
      }),
    ),
    "API: ledger": groupReports((r) =>
      r.outcome.balanceSheet.map((line) => reading([r.ref, line.row], line[field])),
    ),
  },
}));

const groupFigures: Meaning[] = [
  {
    name: "the balance requirement of the year",
    unit: "tkr",
    places: {
      "report: the group's": groupReports((r) =>
        (r.data.group?.balanceRequirement ?? []).map(({ row, tkr }) => reading([r.ref, row], tkr)),
      ),
      "report PDF: the group's": groupReports((r) =>
        (r.data.group?.balanceRequirement ?? []).map(({ row }) =>
          reading(
            [r.ref, row],
            r.pdf.at(
              reportTexts["balance-requirement"],
              reportTexts["requirement-row"][row as keyof (typeof reportTexts)["requirement-row"]],
              1,
            ),
          ),
        ),
      ),
      "the year's result": groupReports((r) => known([r.ref, "result"], r.data.group?.resultTkr)),
    },
  },
  {
    name: "a key figure of the group",
    unit: "percent",
    places: {
      "report: the group's": groupReports((r) =>
        (r.data.group?.keyFigures ?? []).flatMap(({ id, value, before }) => [
          reading([r.ref, id], value),
          ...known([r.ref, id, "before"], before),
        ]),
      ),
      "report PDF: the group's": groupReports((r) =>
        (r.data.group?.keyFigures ?? []).flatMap(({ id, before }) => {
          const name = reportTexts["key-figure"][id as keyof (typeof reportTexts)["key-figure"]];
          const at = (column: string) => r.pdf.at(reportTexts["key-figures"], name, column);
          return [
            reading([r.ref, id], at(String(r.year))),
            ...(before === null ? [] : [reading([r.ref, id, "before"], at(reportTexts.before))]),
          ];
        }),
      ),
    },
  },
  {
    name: "a financial goal's outcome and target in the group's report",
    unit: "as the goal says",
    places: {
      "report: the group's": groupReports((r) =>
        (r.data.group?.financialGoals ?? []).flatMap(({ id, outcome, target }) => [
          ...known([r.ref, id], outcome),
          reading([r.ref, id, "target"], target),
        ]),
      ),
      "report PDF: the group's": groupReports((r) =>
        (r.data.group?.financialGoals ?? []).flatMap(({ id, text, outcome }) => {
          const at = (column: string) => r.pdf.at(reportTexts["financial-goals"], oneLine(text), column);
          return [
            ...(outcome === null ? [] : [reading([r.ref, id], at(reportTexts["outcome-short"]))]),
            reading([r.ref, id, "target"], at(reportTexts.target)),
          ];
        }),
      ),
    },
  },
];

// ---------------------------------------------------------------------------------------------- companies and the group

const eachCompany = (
  b: BudgetRead,
  read: (company: BudgetRead["companies"]["companies"][number], year: number) => Reading | readonly Reading[],
) => b.companies.companies.flatMap((company) => company.years.flatMap(({ year }) => read(company, year)));
const companyLines: Meaning[] = COMPANY_ROWS.map(([sign, line]) => ({
  name: `a company's ${line}`,
  unit: "tkr",
  places: {
    "API: companies": budgets((b) =>
      eachCompany(b, ({ body, years }, year) =>
        reading([b.ref, body, year], years.find((one) => one.year === year)?.lines[line]),
      ),
    ),
    "decision page": budgets((b) =>
      eachCompany(b, ({ body }, year) =>
        reading(
          [b.ref, body, year],
          b.companyBudgets[body]?.years?.find((one) => one.year === year)?.lines[line],
        ),
      ),
    ),
    ...inDocuments("the companies", (tables, b) =>
      eachCompany(b, ({ body, name }, year) =>
        reading(
          [b.ref, body, year],
          signed(
            sign,
            tables.at(say("company-table", { company: name }), companyLineName(line), String(year)),
          ),
        ),
      ),
    ),
    Excel: budgets((b) =>
      eachCompany(b, ({ body, name }, year) =>
        reading(
          [b.ref, body, year],
          b.workbook.at(
            sayInBook("companies"),
            sayInBook("companys-row", { company: name, row: companyLineName(line) }),
            String(year),
          ),
        ),
      ),
    ),
  },
}));

const companyShares: Meaning[] = [
  {
    name: "how much of a company the municipality owns",
    unit: "percent",
    places: {
      "API: companies": budgets((b) =>
        b.companies.companies.flatMap(({ body, from, sharePercent }) =>
          from ? [reading([b.ref, body], sharePercent)] : [],
        ),
      ),
      Excel: budgets((b) =>
        b.companies.companies.flatMap(({ body, name, from }) =>
          from
            ? COMPANY_ROWS.map(([, line]) =>
                reading(
                  [b.ref, body],
                  b.workbook.at(
                    sayInBook("companies"),
                    sayInBook("companys-row", { company: name, row: companyLineName(line) }),
                    sayInBook("share"),
                  ),
                ),
              )
            : [],
        ),
      ),
    },
  },
  {
    name: "a company's solidity",
    unit: "percent",
    places: {
      "API: companies": budgets((b) =>
        eachCompany(b, ({ body, years }, year) =>
          reading([b.ref, body, year], solidityPercent(years.find((one) => one.year === year)?.lines ?? {})),
        ),
      ),
      ...inDocuments("the companies", (tables, b) =>
        eachCompany(b, ({ body, name }, year) =>
          reading(
            [b.ref, body, year],
            tables.at(say("company-table", { company: name }), say("solidity"), String(year)),
          ),
        ),
      ),
    },
  },
];

const ofGroup: Meaning[] = GROUP_LINE_IDS.map((line) => ({
  name: `the group's ${line}`,
  unit: "tkr",
  places: {
    "API: companies": budgets((b) =>
      b.companies.group.flatMap(({ year, lines: own }) => known([b.ref, year], own[line])),
    ),
    ...inDocuments("the group", (tables, b) =>
      b.companies.group.flatMap(({ year, lines: own }) =>
        own[line] === undefined
          ? []
          : [reading([b.ref, year], tables.at(say("group-table"), lineName(line), String(year)))],
      ),
    ),
    Excel: budgets((b) =>
      b.companies.group.flatMap(({ year, lines: own }) =>
        own[line] === undefined
          ? []
          : [
              reading(
                [b.ref, year],
                b.workbook.at(
                  sayInBook("companies"),
                  sayInBook("groups-row", { row: lineName(line) }),
                  String(year),
                ),
              ),
            ],
      ),
    ),
  },
}));

const groupGoals: Meaning = {
  name: "a financial goal of the group's in a year of the plan",
  unit: "as the goal says",
  places: {
    "API: companies": budgets((b) =>
      b.companies.goals.flatMap(({ id, outcomes }) =>
        outcomes.flatMap(({ year, outcome }) => known([b.ref, id, year], outcome)),
      ),
    ),
    ...inDocuments("the group's goals", (tables, b) =>
      b.companies.goals.flatMap(({ id, text, outcomes }) =>
        outcomes.flatMap(({ year, outcome }) =>
          outcome === null
            ? []
            : [reading([b.ref, id, year], tables.at(say("group-goals-table"), oneLine(text), String(year)))],
        ),
      ),
    ),
  },
};

/** The one list. */
export const MEANINGS: readonly Meaning[] = [
  allocation,
  change,
  ...steps,
  ...lines,
  beside,
  share,
  ...given,
  ...investments,
  goals,
  targets,
  ...companyLines,
  ...companyShares,
  ...ofGroup,
  groupGoals,
  ...toDate,
  ...sums,
  decisions,
  ...income,
  ...balanceSheet,
  ...groupFigures,
];
