import type { PaperBlock, PaperCell, PaperChapter, PaperTable, PaperText } from "../../../kernel/paper.ts";
import { isWritten } from "../../../kernel/written.ts";
import type { Position, YearLines } from "../../base/rules/position.ts";
import { type StatementId, shownRows } from "../../base/rules/result-lines.ts";
import { shownDeficits } from "../../position/rules/balance-requirement.ts";
import { investmentsOf } from "../../position/rules/beside.ts";
import type { BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { titled } from "./headings.ts";
import { column, tkr } from "./tables.ts";

/** The financial position in the plan (KL 11:6): income, cash flow, balance sheet, and the inquiry into the balance requirement. */
export function positionChapter({ budget }: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const { statements, position } = budget;
  const { say } = words;
  const title = titled(words, "position");
  if (!statements || !position) return { ...title, blocks: [{ kind: "note", text: say("no-position") }] };
  const { opening, years } = statements;
  return {
    ...title,
    blocks: [
      { kind: "prose", text: say("position-lead") },
      statementTable(words, "income", years),
      statementTable(words, "cash", years),
      statementTable(words, "balance", [opening, ...years], opening.year),
      statementTable(words, "requirement", years),
      ...restoringTable(budget, words),
    ],
  };
}

function statementTable(
  { say, lineName, statementName }: Words,
  id: StatementId,
  years: readonly YearLines[],
  openingYear?: number,
): PaperTable {
  const rows = shownRows(id, years);
  return {
    kind: "table",
    title: say("statement-table", { what: statementName(id) }),
    columns: [
      column(say("row")),
      ...years.map(({ year }) =>
        column(year === openingYear ? say("opening-balance", { year }) : String(year), "number"),
      ),
    ],
    rows: rows.map(({ sign, line }) => [
      lineName(line),
      ...years.map(({ year, lines }): PaperCell => tkr(sign * (lines[line] ?? 0) + 0, { row: line, year })),
    ]),
    strong: rows.flatMap(({ tone }, i) => (tone ? [i] : [])),
  };
}

/** What is left of each deficit when the plan's years have ended, how the rest is restored, and by when it must be (KL 11:12–13). */
function restoringTable(
  budget: BudgetFacts["budget"],
  { say, tell, written }: Words,
): PaperBlock<PaperText>[] {
  const deficits = shownDeficits(budget);
  if (deficits.length === 0) return [];
  const years = budget.resultInput.map(({ year }) => year);
  const planned = deficits.flatMap(({ year, plan }) =>
    (plan?.amounts ?? []).map((own) => [String(year), String(own.year), tkr(own.tkr)]),
  );
  return [
    {
      kind: "table",
      title: say("restoring-table"),
      columns: [
        column(say("deficit-of")),
        column(say("deficit"), "number"),
        column(say("restore-by")),
        ...years.map((year) => column(say("left-after", { year }), "number")),
      ],
      rows: deficits.map(({ year, amountTkr, restoreBy, left }) => [
        String(year),
        tkr(amountTkr),
        String(restoreBy),
        ...years.map((of) => tkr(left.find((one) => one.year === of)?.tkr)),
      ]),
      strong: [],
    },
    ...(planned.length > 0
      ? [
          {
            kind: "table",
            title: say("restoring-plan-table"),
            columns: [
              column(say("deficit-of")),
              column(say("restored-in")),
              column(say("restored-amount"), "number"),
            ],
            rows: planned,
            strong: [],
          } as const,
        ]
      : []),
    ...deficits.flatMap(({ year, plan }) =>
      plan && isWritten(plan.reasons)
        ? ([
            { kind: "prose", text: tell("not-restored-because", { year, reasons: written(plan.reasons) }) },
          ] as const)
        : [],
    ),
  ];
}

/** The investments: spending by year, what the whole is believed to cost, and the capital cost that follows (E-1). */
export function investmentsChapter(
  { budget, bodies, allocation }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { investments, statements, position } = budget;
  const { say, written } = words;
  const title = titled(words, "investments");
  if (investments.length === 0) return { ...title, blocks: [{ kind: "note", text: say("no-investments") }] };
  const years = [
    ...new Set([
      ...allocation.years.map((one) => one.year),
      ...investments.flatMap((one) => Object.keys(one.amountsTkr).map(Number)),
    ]),
  ].sort((a, b) => a - b);
  const bodyName = (id: string) => written(bodies.find((body) => body.id === id)?.name ?? id);
  const spent = new Map(years.map((year) => [year, investmentsOf(budget, year)]));
  const spending: PaperTable<PaperText> = {
    kind: "table",
    title: say("investments-table"),
    columns: [
      column(say("project")),
      column(say("body")),
      ...years.map((year) => column(String(year), "number")),
    ],
    rows: [
      ...investments.map((project, i) => [
        written(project.name),
        bodyName(project.body),
        ...years.map((year) => tkr(spent.get(year)?.spentTkr[i])),
      ]),
      [say("sum"), "", ...years.map((year) => tkr(spent.get(year)?.totalTkr))],
    ],
    strong: [investments.length],
  };
  return {
    ...title,
    blocks: [
      spending,
      ...(investments.some((one) => one.carriedOverTkr)
        ? [{ kind: "note", text: say("carried-note") } as const]
        : []),
      ...(statements ? costBlocks(statements, words, bodyName, Boolean(position?.capitalInFrames)) : []),
    ],
  };
}

function costBlocks(
  { projects, years, capitalCosts: costs }: Position,
  words: Words,
  bodyName: (id: string) => PaperText,
  inFrames: boolean,
): PaperBlock<PaperText>[] {
  const { say, written } = words;
  const shown = years.map(({ year }) => year);
  const bodies = [...new Set(costs.map(({ body }) => body))];
  return [
    {
      kind: "table",
      title: say("completion-table"),
      columns: [
        column(say("project")),
        column(say("carried-over"), "number"),
        column(say("carried-by")),
        column(say("planned"), "number"),
        column(say("forecast"), "number"),
        column(say("deviation"), "number"),
      ],
      rows: projects.map((project) => [
        written(project.name),
        tkr(project.carriedOverTkr),
        project.carriedOverDecision ? say("decision-number", { number: project.carriedOverDecision }) : "–",
        tkr(project.plannedTkr),
        tkr(project.forecastTkr),
        tkr(project.plannedTkr - project.forecastTkr + 0),
      ]),
      strong: [],
    },
    byYear(
      words,
      say("capital-projects-table"),
      say("project"),
      projects.flatMap((project): Row[] => {
        const at = (year: number) => project.years.find((one) => one.year === year);
        return [
          [written(project.name), say("depreciation-row"), (year) => at(year)?.depreciationTkr ?? 0],
          [written(project.name), say("interest-row"), (year) => at(year)?.internalInterestTkr ?? 0],
        ];
      }),
      shown,
    ),
    byYear(
      words,
      say("capital-table"),
      say("body"),
      bodies.flatMap((body): Row[] => {
        const at = (year: number) => costs.find((cost) => cost.body === body && cost.year === year);
        const capital = (year: number) =>
          (at(year)?.depreciationTkr ?? 0) + (at(year)?.internalInterestTkr ?? 0);
        return [
          [bodyName(body), say("capital-row"), capital],
          [bodyName(body), say("with-capital-row"), (year) => at(year)?.withCapitalTkr ?? 0],
        ];
      }),
      shown,
    ),
    { kind: "note", text: say(inFrames ? "capital-in-frames" : "capital-beside") },
  ];
}

type Row = readonly [name: PaperText, what: string, of: (year: number) => number];

/** A table with two things of each name, one under the other, so that the years have room beside the names. */
const byYear = (
  { say }: Words,
  title: string,
  named: string,
  rows: readonly Row[],
  years: readonly number[],
): PaperTable<PaperText> => ({
  kind: "table",
  title,
  columns: [column(named), column(say("item")), ...years.map((year) => column(String(year), "number"))],
  rows: rows.map(([name, what, of]) => [name, what, ...years.map((year) => tkr(of(year)))]),
  strong: [],
});
