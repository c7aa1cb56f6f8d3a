import { z } from "zod";
import { DraftNotYours, matterRoutes } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, Year } from "../../organisation/contract.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { Tkr } from "../base/rules/fields.ts";
import { INTERNAL_BUDGET } from "./kind.ts";
import { MONTHS_OF_YEAR } from "./rules/period-keys.ts";
import { BUDGET_BY } from "./rules/to-date.ts";

export const INTERNAL_LIMITS = {
  lines: 2000,
  jobs: 2000,
  periodKeys: 50,
  units: 500,
  /** Names and titles, in characters. */
  name: 200,
  posts: 10_000,
  wageKr: 1_000_000,
} as const;

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Name = z.string().max(INTERNAL_LIMITS.name);
const Months = z.array(Tkr).length(MONTHS_OF_YEAR);
const Account = z
  .string()
  .regex(/^\d{4}$/, { message: "ska vara ett konto med fyra siffror, till exempel 5010" });
const Month = z
  .string()
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, { message: "ska vara en månad, till exempel 2027-08" });
/** At most four decimals: a share or a per cent that people write. */
const upTo4Decimals = (value: number) => Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6;
const Decimals = z.number().refine(upTo4Decimals, { message: "får ha högst fyra decimaler" });

const InternalLine = z.object({
  id: Id,
  name: Name,
  unit: BodyId.nullable(),
  /** Kommun-Bas: income 3, costs 4–7, finance 8, internal 9. */
  account: Account.optional(),
  /** Net cost: a cost is positive, an income negative. */
  amountTkr: Tkr,
  /** A built-in key or one of `periodKeys`; without it twelfths. */
  periodKey: Id.optional(),
  /** Amounts of its own instead of a key. */
  monthsTkr: Months.optional(),
});

const Job = z.object({
  id: Id,
  title: Name,
  unit: BodyId.nullable(),
  account: Account.optional(),
  posts: Decimals.min(-INTERNAL_LIMITS.posts).max(INTERNAL_LIMITS.posts),
  wageKr: z.number().int().min(0).max(INTERNAL_LIMITS.wageKr),
  from: Month.optional(),
  to: Month.optional(),
  reviewPercent: Decimals.min(-50).max(50).optional(),
});

const WageTerms = z.object({
  chargePercent: Decimals.min(0).max(200),
  chargeAccount: Account.optional(),
  reviewMonth: z.number().int().min(1).max(MONTHS_OF_YEAR).optional(),
  reviewPercent: Decimals.min(-50).max(50).optional(),
});

/**
 * A committee's split of its allocation (E-6): lines that are written, and a wage budget that is computed from jobs.
 * What came after the first decided ones is optional, so that they stay readable.
 */
export const InternalBudget = z.object({
  lines: z.array(InternalLine).max(INTERNAL_LIMITS.lines),
  comment: z.string().max(4000),
  /** The municipality's own period keys, beside those that are built in. */
  periodKeys: z
    .array(
      z.object({
        id: Id,
        name: Name,
        weights: z.array(Decimals.min(0).max(1_000_000)).length(MONTHS_OF_YEAR),
      }),
    )
    .max(INTERNAL_LIMITS.periodKeys)
    .optional(),
  jobs: z.array(Job).max(INTERNAL_LIMITS.jobs).optional(),
  wages: WageTerms.optional(),
  /** What units write within, and which of them are done with their part. */
  units: z
    .array(z.object({ id: BodyId, frameTkr: Tkr.optional(), done: z.boolean().optional() }))
    .max(INTERNAL_LIMITS.units)
    .optional(),
  /** What the jobs cost; computed by the server, never typed. */
  wageLines: z
    .array(
      z.object({
        unit: BodyId.nullable(),
        account: Account.nullable(),
        amountTkr: Tkr,
        monthsTkr: Months,
      }),
    )
    .optional(),
  /** The allocation in force when the draft was saved, and the decision that it comes from. */
  allocation: z
    .object({ amountTkr: Tkr, decision: z.number().int(), matter: z.string() })
    .nullable()
    .optional(),
});
export type InternalBudget = z.output<typeof InternalBudget>;

const chapter = "budget";

export const internalBudgetRoutes = matterRoutes(INTERNAL_BUDGET, InternalBudget);

export const BudgetMonthsOfYear = z.object({
  year: Year,
  bodies: z.array(
    z.object({
      body: z.string(),
      /** What the council has allocated for the year. */
      allocationTkr: z.number().int(),
      /** What the months come from. */
      by: z.enum(BUDGET_BY),
      /** January first; they sum to the allocation. */
      monthsTkr: z.array(z.number().int()).length(MONTHS_OF_YEAR),
    }),
  ),
});
export type BudgetMonthsOfYear = z.output<typeof BudgetMonthsOfYear>;

export const getBudgetMonths = route({
  id: "getBudgetMonths",
  method: "GET",
  path: "/budget/months/{year}",
  chapter,
  summary:
    "Budgeten månad för månad, nämnd för nämnd: enligt internbudgeten, annars tolftedelar av ramen (§2.2, §2.5)",
  access: "public",
  params: z.object({ year: Year }),
  returns: BudgetMonthsOfYear,
});

export const NoInternalBudget = problemKind("no-internal-budget", 404);

const file = {
  method: "GET",
  chapter,
  access: "public",
  params: z.object({ body: BodyId, year: Year }),
  returns: z.unknown(),
  problems: [NoInternalBudget, DraftNotYours],
} as const;

export const getInternalLines = route({
  ...file,
  id: "getInternalBudgetLines",
  path: "/budget/internal-budget/{body}/{year}/lines.csv",
  summary: "Öppna data: internbudgetens alla rader per enhet, konto och månad som CSV (§2.2)",
  produces: "text/csv",
});

export const getInternalLinesSchema = route({
  ...file,
  id: "getInternalBudgetLinesSchema",
  path: "/budget/internal-budget/{body}/{year}/lines.schema.json",
  summary: "Öppna data: beskrivningen av CSV-filens kolumner, enligt CSV on the Web (§2.2)",
  produces: "application/csvm+json",
});

export const getInternalWorkbook = route({
  ...file,
  problems: [NoInternalBudget, NoDocumentYet, DraftNotYours],
  id: "getInternalBudgetWorkbook",
  path: "/budget/internal-budget/{body}/{year}/lines.xlsx",
  summary: "Internbudgeten som Excel: rader, månader och löner (§2.2)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
