import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { byYear, Id, Tkr, TkrFromNothing } from "../base/rules/fields.ts";
import { DIRECTIONS, GOAL_UNITS } from "../base/rules/financial-goals.ts";
import { LineAmounts } from "../base/rules/result-lines.ts";
import { COMPANY_BUDGET } from "./kind.ts";
import { COMPANY_LINE_IDS, GIVEN_LINES, OPENING_LINES } from "./rules/company-lines.ts";
import { DEMAND_MEASURES } from "./rules/demands.ts";

export const COMPANY_LIMITS = { investments: 200, demands: 20, name: 200, unit: 40, text: 4000 } as const;

const Value = z.number().min(-1_000_000_000).max(1_000_000_000);
const CompanyAmounts = z.partialRecord(z.enum(COMPANY_LINE_IDS), z.number().int());
const CompanyYears = z.array(z.object({ year: z.number().int(), lines: CompanyAmounts }));

/** A company's budget of a year and two plan years (E-1, KL 11:6): what its board writes, and what follows from it. */
export const CompanyBudget = z.object({
  /** The balance sheet that the first year begins with. */
  opening: z.partialRecord(z.enum(OPENING_LINES), Tkr),
  lines: z.partialRecord(z.enum(GIVEN_LINES), byYear(Tkr)),
  investments: z
    .array(
      z.object({ id: Id, name: z.string().max(COMPANY_LIMITS.name), amountsTkr: byYear(TkrFromNothing) }),
    )
    .max(COMPANY_LIMITS.investments),
  /** The owner's directive that the demands come from: which, and when the council decided on it. */
  directive: z.string().max(COMPANY_LIMITS.name),
  demands: z
    .array(
      z.object({
        id: Id,
        text: z.string().max(500),
        measure: z.enum(DEMAND_MEASURES),
        direction: z.enum(DIRECTIONS),
        target: Value,
        unit: z.string().max(COMPANY_LIMITS.unit).optional(),
        values: byYear(Value).optional(),
      }),
    )
    .max(COMPANY_LIMITS.demands),
  comment: z.string().max(COMPANY_LIMITS.text),
  /** Every line of the three years; computed by the server, never typed. */
  years: CompanyYears.optional(),
});
export type CompanyBudget = z.output<typeof CompanyBudget>;

export const companyBudgetRoutes = matterRoutes(COMPANY_BUDGET, CompanyBudget);

const JudgedYears = z.array(z.object({ year: Year, outcome: z.number().nullable(), met: z.boolean() }));

/** The companies' economy and the group's, as of a day (KL 11:6). */
export const Companies = z.object({
  year: Year,
  years: z.array(Year),
  companies: z.array(
    z.object({
      body: z.string(),
      name: z.string(),
      sharePercent: z.number(),
      /** Which decided version the figures come from: an earlier year's where this year's is not decided; null where there is none. */
      from: z
        .object({
          matter: z.string(),
          version: z.number().int(),
          year: Year,
          decision: z.number().int(),
          decidedOn: DayText,
          paragraph: z.string(),
        })
        .nullable(),
      years: CompanyYears,
      demands: z.array(z.object({ id: z.string(), text: z.string(), outcomes: JudgedYears })),
    }),
  ),
  /** The municipality and its companies by the owner's share, added without eliminations; a year that lacks a company has no sums. */
  group: z.array(z.object({ year: Year, lines: LineAmounts, missing: z.array(z.string()) })),
  goals: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      formula: z.string(),
      direction: z.enum(DIRECTIONS),
      unit: z.enum(GOAL_UNITS),
      target: z.number(),
      outcomes: z.array(
        z.object({ year: Year, target: z.number(), outcome: z.number().nullable(), met: z.boolean() }),
      ),
    }),
  ),
});
export type Companies = z.output<typeof Companies>;

export const getCompanies = route({
  id: "getCompanies",
  method: "GET",
  path: "/budget/companies/{year}",
  chapter: "budget",
  summary: "Bolagens ekonomi, koncernen som enkel summering och koncernens finansiella mål (KL 11:6)",
  access: "public",
  params: z.object({ year: Year }),
  returns: Companies,
});
