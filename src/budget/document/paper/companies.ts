import type { PaperBlock, PaperCell, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import { GROUP_LINE_IDS } from "../../base/rules/group-lines.ts";
import type { CompanyLine, CompanyLines } from "../../company/rules/company-lines.ts";
import { solidityPercent } from "../../company/rules/demands.ts";
import type { BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { heading, titled } from "./headings.ts";
import { column, decimals, tkr } from "./tables.ts";

type Block = PaperBlock<PaperText>;
type Company = BudgetFacts["companies"]["companies"][number];

/** What is told of each company, with its sign: its result, what it invests, its loans and what it owns itself (KL 11:6). */
export const COMPANY_ROWS = [
  [1, "revenue"],
  [-1, "costs"],
  [-1, "depreciation"],
  [1, "financialNet"],
  [1, "result"],
  [-1, "investments"],
  [1, "newLoans"],
  [-1, "amortisation"],
  [1, "loans"],
  [1, "cash"],
  [1, "assets"],
  [1, "adjustedEquity"],
] as const satisfies readonly (readonly [1 | -1, CompanyLine])[];

/** The companies' economy, and the municipality's and theirs together (KL 11:6). */
export function companiesChapter({ companies: told }: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const { say } = words;
  const { companies, years, group } = told;
  const title = titled(words, "companies");
  if (companies.length === 0) return { ...title, blocks: [{ kind: "note", text: say("no-companies") }] };
  return {
    ...title,
    blocks: [
      { kind: "prose", text: say("companies-lead") },
      ...companies.flatMap((company) => companyBlocks(company, years, words)),
      heading(words, "group"),
      { kind: "prose", text: say("group-lead") },
      ...groupBlocks(told, group, words),
    ],
  };
}

function companyBlocks(company: Company, years: readonly number[], words: Words): Block[] {
  const { say, tell, written, dayInWords, companyLineName } = words;
  const { name, from } = company;
  if (from === null) return [{ kind: "note", text: tell("company-none", { company: written(name) }) }];
  const linesOf = (year: number): CompanyLines | undefined =>
    company.years.find((one) => one.year === year)?.lines;
  return [
    {
      kind: "table",
      title: tell("company-table", { company: written(name) }),
      columns: [column(say("row")), ...years.map((year) => column(String(year), "number"))],
      rows: [
        ...COMPANY_ROWS.map(([sign, line]) => [
          companyLineName(line),
          ...years.map((year): PaperCell => {
            const amount = linesOf(year)?.[line];
            return tkr(amount === undefined ? undefined : sign * amount + 0);
          }),
        ]),
        [
          say("solidity"),
          ...years.map((year): PaperCell => {
            const lines = linesOf(year);
            const percent = lines ? solidityPercent(lines) : null;
            return percent === null ? "–" : decimals(percent, 1);
          }),
        ],
      ],
      strong: COMPANY_ROWS.flatMap(([, line], i) => (line === "result" || line === "loans" ? [i] : [])),
    },
    {
      kind: "note",
      text: say(from.year === years[0] ? "company-from" : "company-from-plan", {
        year: from.year,
        version: from.version,
        day: dayInWords(from.decidedOn),
        paragraph: from.paragraph,
        share: company.sharePercent,
      }),
    },
  ];
}

function groupBlocks(
  { companies }: BudgetFacts["companies"],
  group: BudgetFacts["companies"]["group"],
  { say, tell, written, joined, lineName }: Words,
): Block[] {
  if (group.length === 0) return [{ kind: "note", text: say("no-position") }];
  const missing = [...new Set(group.flatMap((one) => one.missing))].map((id) =>
    written(companies.find(({ body }) => body === id)?.name ?? id),
  );
  return [
    {
      kind: "table",
      title: say("group-table"),
      columns: [column(say("row")), ...group.map(({ year }) => column(String(year), "number"))],
      rows: GROUP_LINE_IDS.map((line) => [lineName(line), ...group.map(({ lines }) => tkr(lines[line]))]),
      strong: [],
    },
    ...(missing.length > 0
      ? [
          {
            kind: "note",
            text: tell("group-missing", {
              companies: joined(...missing.flatMap((name, i) => (i === 0 ? [name] : [", ", name]))),
            }),
          } as const,
        ]
      : []),
  ];
}
