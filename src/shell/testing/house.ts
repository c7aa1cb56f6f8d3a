import type { z } from "zod";
import { type AllocationView, Budget } from "../../budget/base/contract.ts";
import { type Companies, CompanyBudget } from "../../budget/company/contract.ts";
import type { getBudgetDocument } from "../../budget/document/contract.ts";
import { budgetCsvSchema } from "../../budget/document/open-data.ts";
import type { getExplained } from "../../budget/figures/contract.ts";
import type { BudgetMonthsOfYear } from "../../budget/internal/contract.ts";
import type { PositionView } from "../../budget/position/contract.ts";
import type { Milestones } from "../../budget/way/milestones/contract.ts";
import { milestonesCsvSchema } from "../../budget/way/milestones/open-data.ts";
import { Report } from "../../followup/contract.ts";
import { REPORT_KINDS, type ReportKind } from "../../followup/rules/occasions.ts";
import type { ReportData } from "../../followup/rules/report-data.ts";
import { endOfMonth } from "../../kernel/day.ts";
import { plainPaper } from "../../kernel/paper.ts";
import type { LedgerOutcome } from "../../ledger/contract.ts";
import { readCsv } from "../../platform/rendering/testing/read-csv.ts";
import type { Astorp } from "./astorp.ts";
import { pdfTables } from "./reading/pdf.ts";
import { paperTables, Tables } from "./reading/tables.ts";
import { wordTables } from "./reading/word.ts";
import { workbookTables } from "./reading/workbook.ts";

/** The forms that the budget document is read in. */
export const DOCUMENTS = ["document page", "Word", "PDF"] as const;
export type DocumentForm = (typeof DOCUMENTS)[number];

type Csv = readonly Readonly<Record<string, string | null>>[];

/** A decided budget as every place tells of it. */
export interface BudgetRead {
  /** "2027@1": its year and version. */
  readonly ref: string;
  readonly year: number;
  readonly allocation: z.output<typeof AllocationView>;
  readonly position: z.output<typeof PositionView>;
  readonly explained: z.output<typeof getExplained.returns>;
  /** What the decision adopted, as its page shows it. */
  readonly content: Budget;
  readonly lead: string;
  readonly documents: Readonly<Record<DocumentForm, Tables>>;
  readonly workbook: Tables;
  readonly lines: Csv;
  readonly milestones: Milestones;
  readonly milestoneLines: Csv;
  readonly months: BudgetMonthsOfYear;
  readonly companies: Companies;
  /** What each company had decided, as the page of its decision shows it, by the company. */
  readonly companyBudgets: Readonly<Record<string, CompanyBudget>>;
}

/** A decided report as every place tells of it. */
export interface ReportRead {
  /** "annual-report bildningsnamnden". */
  readonly ref: string;
  readonly kind: ReportKind;
  readonly body: string;
  readonly year: number;
  readonly decision: number;
  readonly group: boolean;
  readonly report: Report;
  readonly data: ReportData;
  readonly pdf: Tables;
  /** The accounts and the months of the budget as they were the day that its facts were gathered. */
  readonly outcome: LedgerOutcome;
  readonly months: BudgetMonthsOfYear;
}

export interface House {
  readonly budgets: readonly BudgetRead[];
  readonly reports: readonly ReportRead[];
}

/** The day that the sample's year has come to. */
const TODAY = "2028-05-15";
/** Each decided version of a budget, on a day when it was the one in force. */
const BUDGETS = [
  { year: 2027, on: TODAY },
  { year: 2028, on: "2027-12-15" },
  { year: 2028, on: TODAY },
];

/** Reads the sample's whole year once: each decided budget and report in every place that it stands in. */
export async function readHouse(a: Astorp): Promise<House> {
  const budgets: BudgetRead[] = [];
  for (const { year, on } of BUDGETS) budgets.push(await readBudget(a, year, on));
  const reports: ReportRead[] = [];
  for (const kind of REPORT_KINDS) reports.push(...(await readReports(a, kind, 2027)));
  return { budgets, reports };
}

const reader = (a: Astorp, on: string) => ({
  async json<T>(path: string): Promise<T> {
    const reply = await a.call("ekonomichef", on, "GET", path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.json)}`);
    return reply.json as T;
  },
  async bytes(path: string): Promise<Uint8Array> {
    const reply = await a.call("ekonomichef", on, "GET", path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`);
    return reply.bytes;
  },
});

function csv(bytes: Uint8Array, schema: Parameters<typeof readCsv>[1]): Csv {
  const names = schema.tableSchema.columns.map(({ name }) => name);
  return readCsv(bytes, schema).map((row) =>
    Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])),
  );
}

async function readBudget(a: Astorp, year: number, on: string): Promise<BudgetRead> {
  const get = reader(a, on);
  const allocation = await get.json<z.output<typeof AllocationView>>(`/budget/allocation/${year}`);
  const { version } = allocation;
  const file = (name: string) => get.bytes(`/budget/budget/${year}/${name}?version=${version}`);
  const page = await get.json<z.output<typeof getBudgetDocument.returns>>(
    `/budget/document/${year}?version=${version}`,
  );
  const paper = plainPaper(page.paper);
  const decision = await get.json<{ content: unknown }>(`/decisions/${allocation.decision}`);
  const lead = paper.chapters.flatMap(({ title, blocks }) =>
    title === "Resultat" ? blocks.flatMap((block) => (block.kind === "lead" ? [block.text] : [])) : [],
  );
  return {
    ref: `${year}@${version}`,
    year,
    allocation,
    position: await get.json(`/budget/position/${year}`),
    explained: await get.json(
      `/budget/explained?of=${encodeURIComponent(`budget:kommunfullmaktige:${year}@${version}`)}`,
    ),
    content: Budget.parse(decision.content),
    lead: lead.join(),
    documents: {
      "document page": new Tables(paperTables(paper)),
      Word: new Tables(wordTables(await file("document.docx"))),
      PDF: new Tables(await pdfTables(await file("document.pdf"))),
    },
    workbook: new Tables(await workbookTables(await file("document.xlsx"))),
    lines: csv(await file("lines.csv"), budgetCsvSchema(year, "lines.csv")),
    milestones: await get.json(`/budget/milestones/${year}`),
    milestoneLines: csv(
      await get.bytes(`/budget/milestones/${year}/lines.csv`),
      milestonesCsvSchema(year, "lines.csv"),
    ),
    months: await get.json(`/budget/months/${year}`),
    ...(await readCompanies(get, year)),
  };
}

async function readCompanies(get: ReturnType<typeof reader>, year: number) {
  const companies = await get.json<Companies>(`/budget/companies/${year}`);
  const companyBudgets: Record<string, CompanyBudget> = {};
  for (const { body, from } of companies.companies) {
    if (!from) continue;
    const decision = await get.json<{ content: unknown }>(`/decisions/${from.decision}`);
    companyBudgets[body] = CompanyBudget.parse(decision.content);
  }
  return { companies, companyBudgets };
}

async function readReports(a: Astorp, kind: ReportKind, year: number): Promise<ReportRead[]> {
  const list = await reader(a, TODAY).json<{ number: number; body: string }[]>(
    `/decisions?kind=${kind}&year=${year}`,
  );
  const read: ReportRead[] = [];
  for (const { number: decision, body } of list) {
    const { content } = await reader(a, TODAY).json<{ content: unknown }>(`/decisions/${decision}`);
    const report = Report.parse(content);
    const { data } = report;
    if (!data) throw new Error(`${kind} of ${body} has no facts`);
    // A company is followed by its own accounts, which are not here
    if (!data.group && data.economy.allocationTkr === null) continue;
    const then = reader(a, data.gatheredOn);
    read.push({
      ref: `${kind} ${body}`,
      kind,
      body,
      year,
      decision,
      group: data.group !== null,
      report,
      data,
      pdf: new Tables(await pdfTables(await reader(a, TODAY).bytes(`/followup/${kind}/${body}/${year}/pdf`))),
      outcome: await then.json(`/ledger/outcome/${year}?until=${endOfMonth(year, data.months)}`),
      months: await then.json(`/budget/months/${year}`),
    });
  }
  return read;
}
