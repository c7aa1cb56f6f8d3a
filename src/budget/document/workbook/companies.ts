import { columnName, type Sheet, type SheetCell } from "../../../platform/rendering/workbook.ts";
import { GROUP_LINE_IDS } from "../../base/rules/group-lines.ts";
import { LINE_IDS } from "../../base/rules/result-lines.ts";
import { COMPANYS } from "../../company/rules/group.ts";
import type { BudgetFacts } from "../facts.ts";
import { COMPANY_ROWS } from "../paper/companies.ts";
import { swedish } from "../texts.ts";
import { rowNumber, TKR } from "./inputs.ts";

const { companyLineName, lineName, sayInBook } = swedish;
const BEFORE_YEARS = 2;
const WHOLE = 100;

/** The companies' lines by year as they decided them, and the group's as formulas over them and over the position (KL 11:6). */
export function companiesSheet({ companies: told, budget }: BudgetFacts): Sheet[] {
  const { companies, years, group } = told;
  const shown = companies.filter(({ from }) => from !== null);
  if (shown.length === 0) return [];
  const rows = shown.flatMap((company) => COMPANY_ROWS.map(([, line]) => ({ company, line })));
  const placeOf = (body: string, line: string) =>
    rowNumber(rows.findIndex((row) => row.company.body === body && row.line === line));
  const lines = rows.map(({ company, line }): SheetCell[] => [
    sayInBook("companys-row", { company: company.name, row: companyLineName(line) }),
    company.sharePercent,
    ...years.map((year) => company.years.find((one) => one.year === year)?.lines[line] ?? null),
  ]);
  const groups = GROUP_LINE_IDS.map((line): SheetCell[] => [
    sayInBook("groups-row", { row: lineName(line) }),
    null,
    ...years.map((year, i): SheetCell => {
      const result = group.find((one) => one.year === year)?.lines[line];
      const at = budget.statements?.years.findIndex((one) => one.year === year) ?? -1;
      if (result === undefined || at < 0) return null;
      const own = `'${sayInBook("position")}'!${columnName(2 + at)}${rowNumber(LINE_IDS.indexOf(line))}`;
      const parts = shown.map(({ body }) => {
        const row = placeOf(body, COMPANYS[line]);
        return `ROUND(${columnName(BEFORE_YEARS + i)}${row}*${columnName(1)}${row}/${WHOLE},0)`;
      });
      return { formula: [own, ...parts].join("+"), result };
    }),
  ]);
  return [
    {
      name: sayInBook("companies"),
      columns: [
        { header: sayInBook("company-row"), width: 60 },
        { header: sayInBook("share"), width: 10 },
        ...years.map((year) => ({ header: String(year), width: 14, format: TKR })),
      ],
      rows: [...lines, ...groups],
    },
  ];
}
