import { z } from "zod";
import { DIRECTIONS, GOAL_UNITS } from "../../budget/base/rules/financial-goals.ts";
import { BalanceLeft } from "../../budget/base/rules/position.ts";
import { SoundEconomyDefinition } from "../../budget/base/rules/sound-economy.ts";
import { BUDGET_BY } from "../../budget/internal/rules/to-date.ts";
import { INDICATOR_DIRECTIONS, JUDGEMENTS } from "../../goals/indicators/rules/indicator.ts";
import { SIDES } from "../../goals/indicators/rules/spread.ts";
import { UnitLine } from "../unit/rules/forecast.ts";
import { SOUND_ECONOMY, SOUND_ECONOMY_RULES } from "./sound-economy.ts";

/**
 * The facts of a report (U-6): what nobody types. Amounts are whole tkr. A body's cost is positive in allocation, budget,
 * outcome and forecast (they are net costs); a deviation is positive when less is used than allocated. In statements
 * income is positive and cost negative, as in the accounts' result.
 */
const Judgement = z.enum(JUDGEMENTS);
/** What may tell what a year's balance requirement begins with: a decided report, the year's budget, or the report itself. */
export const BALANCE_FROM = ["annual-report", "interim-report", "budget", "given"] as const;
const Tkr = z.number().int();

/** The lowest and the highest that may be shown, by sex, unit or area; of a sex the name is "women" or "men". */
const SpreadFact = z.object({
  by: z.enum(SIDES),
  day: z.string(),
  difference: z.number(),
  low: z.object({ name: z.string(), value: z.number() }),
  high: z.object({ name: z.string(), value: z.number() }),
});
export type SpreadFact = z.output<typeof SpreadFact>;

export const Statement = z.object({
  row: z.string(),
  budgetTkr: Tkr.nullable(),
  outcomeTkr: Tkr,
  /** Outcome beside the budget for the same months; positive is better. */
  deviationTkr: Tkr.nullable(),
});
export type Statement = z.output<typeof Statement>;

const GoalFact = z.object({
  id: z.string(),
  body: z.string(),
  bodyName: z.string(),
  wording: z.string(),
  effectForResidents: z.string(),
  strategicGoals: z.array(z.string()),
  responsible: z.string(),
  decision: z.number().int().nullable(),
  indicators: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      source: z.string(),
      baseline: z.number(),
      baselineYear: z.number().int(),
      target: z.number(),
      targetTo: z.number().optional(),
      /** Absent in older reports. */
      direction: z.enum(INDICATOR_DIRECTIONS).optional(),
      /** The value that the status rests on, and the year that it speaks of; the year is absent in older reports. */
      latest: z
        .object({ day: z.string(), year: z.number().int().optional(), value: z.number(), source: z.string() })
        .nullable(),
      status: Judgement,
      /** How far apart those are whom it speaks of, where that can be shown (P-6); absent where it is not told apart, and in older reports. */
      spread: z.array(SpreadFact).optional(),
    }),
  ),
  actions: z.number().int(),
  /** The actions of the operations plan that serve the goal; absent in older reports. */
  plannedActions: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        due: z.string(),
        responsible: z.string(),
        /** How it stands, where that is kept. */
        state: z.string().optional(),
      }),
    )
    .optional(),
  /** What the indicators say, and by what facts; a person judges. The facts in words are absent in older reports. */
  proposed: Judgement,
  proposedGrounds: z.string().optional(),
});
export type GoalFact = z.output<typeof GoalFact>;

/** A part in a goal that another leads, as the body has decided it. */
const PartFact = z.object({
  lead: z.string(),
  leadName: z.string(),
  goal: z.string(),
  wording: z.string(),
  what: z.string(),
  responsible: z.string(),
});
export type PartFact = z.output<typeof PartFact>;

export const EconomyFact = z.object({
  allocationTkr: Tkr.nullable(),
  budgetToDateTkr: Tkr.nullable(),
  outcomeToDateTkr: Tkr.nullable(),
  /** Budget to date − outcome to date. */
  deviationToDateTkr: Tkr.nullable(),
  forecastTkr: Tkr.nullable(),
  /** Allocation − forecast; in an annual report allocation − outcome. */
  deviationTkr: Tkr.nullable(),
  /** Net cost by the first figure of Kommun-Bas (ledger's groups); sums to the outcome. */
  byAccountGroup: z.array(z.object({ group: z.string(), tkr: Tkr })),
  byMonth: z.array(z.object({ month: z.number().int(), budgetTkr: Tkr.nullable(), outcomeTkr: Tkr })),
  /** What the months of the budget come from, and the year's twelve; absent where nothing is allocated, and in older reports. */
  budgetBy: z.enum(BUDGET_BY).optional(),
  budgetMonthsTkr: z.array(Tkr).optional(),
  /** The units' forecasts, of which the body's is made; absent where no unit forecasts, and in older reports. */
  units: z.array(UnitLine).optional(),
});
export type EconomyFact = z.output<typeof EconomyFact>;

export const PlanFact = z.object({
  matter: z.string(),
  version: z.number().int(),
  state: z.string(),
  decision: z.number().int().nullable(),
  deviationTkr: Tkr.nullable(),
  measuresTkr: Tkr,
  escalated: z.boolean(),
});
export type PlanFact = z.output<typeof PlanFact>;

const BodyLine = z.object({
  body: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Whether the body owes the group a report of its own. */
  reports: z.boolean(),
  economy: EconomyFact.omit({ byAccountGroup: true, byMonth: true, budgetMonthsTkr: true, units: true }),
  plan: PlanFact.nullable(),
  /** The body's decided report, as it was when the group's was assembled from it. */
  report: z
    .object({
      matter: z.string(),
      version: z.number().int(),
      decision: z.number().int(),
      decidedOn: z.string(),
      effectForResidents: z.string(),
      operations: z.string(),
      staff: z.string(),
      staffFigures: z.array(
        z.object({ name: z.string(), value: z.number(), unit: z.string(), source: z.string() }),
      ),
      economy: z.string(),
      goals: z.array(
        z.object({ goal: z.string(), wording: z.string(), judgement: Judgement, grounds: z.string() }),
      ),
    })
    .nullable(),
});
export type BodyLine = z.output<typeof BodyLine>;

/** What a balance requirement rests on, and what it leaves. */
export const BalanceFact = z.object({
  /** What the year began with, and what tells it; with the plans for restoring that hold. */
  opening: BalanceLeft,
  from: z.object({
    kind: z.enum(BALANCE_FROM),
    year: z.number().int(),
    decision: z.number().int().nullable(),
  }),
  left: BalanceLeft,
  /** The balance result of the years after it, as they are planned: the restoring is held against them. */
  later: z.array(z.object({ year: z.number().int(), balanceResultTkr: Tkr })),
});
export type BalanceFact = z.output<typeof BalanceFact>;

const GroupFact = z.object({
  bodies: z.array(BodyLine),
  vision: z.string().nullable(),
  strategicGoals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      goals: z.array(z.object({ body: z.string(), goal: z.string(), judgement: Judgement })),
      proposed: Judgement,
      proposedGrounds: z.string().optional(),
    }),
  ),
  incomeStatement: z.array(Statement),
  balanceSheet: z.array(z.object({ row: z.string(), openingTkr: Tkr, closingTkr: Tkr })),
  /** The year's result: booked in an annual report; budget with the bodies' forecasts before that. */
  resultTkr: Tkr.nullable(),
  resultIsForecast: z.boolean(),
  /** LKBR 11:10, row by row. */
  balanceRequirement: z.array(z.object({ row: z.string(), tkr: Tkr })),
  /** What the inquiry rests on, and what it leaves to the next year; absent in older reports, and before there is a result. */
  balance: BalanceFact.optional(),
  financialGoals: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      target: z.number(),
      /** Absent in reports from when all goals were shares in per cent, at least. */
      direction: z.enum(DIRECTIONS).optional(),
      unit: z.enum(GOAL_UNITS).optional(),
      outcome: z.number().nullable(),
      proposed: Judgement,
      proposedGrounds: z.string().optional(),
    }),
  ),
  soundEconomy: z.object({
    /** What the council meant by it, in the budget (P-5). */
    meaning: z.string(),
    proposed: z.enum(SOUND_ECONOMY),
    rule: z.enum(SOUND_ECONOMY_RULES),
    /** The council's definition as a rule; absent where the budget has words alone, and in older reports. */
    definition: SoundEconomyDefinition.optional(),
  }),
  investments: z.array(z.object({ body: z.string(), name: z.string(), budgetTkr: Tkr })),
  keyFigures: z.array(
    z.object({ id: z.string(), value: z.number(), unit: z.string(), before: z.number().nullable() }),
  ),
});
export type GroupFact = z.output<typeof GroupFact>;

export const ReportData = z.object({
  until: z.string(),
  gatheredOn: z.string(),
  months: z.number().int(),
  /** The months of them that are booked, in which budget and outcome are compared; absent in older reports. */
  comparedMonths: z.number().int().optional(),
  bodyName: z.string(),
  municipality: z.string(),
  goals: z.array(GoalFact),
  /** The body's parts in goals that others lead (P-3); absent where it has none, and in older reports. */
  parts: z.array(PartFact).optional(),
  economy: EconomyFact,
  plan: PlanFact.nullable(),
  group: GroupFact.nullable(),
  sources: z.object({
    imports: z.array(
      z.object({
        id: z.number().int(),
        filename: z.string(),
        sha256: z.string(),
        importedOn: z.string(),
        lastDay: z.string(),
      }),
    ),
    budget: z.object({ matter: z.string(), decision: z.number().int() }).nullable(),
  }),
});
export type ReportData = z.output<typeof ReportData>;
