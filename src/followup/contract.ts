import { z } from "zod";
import { RestoringPlans } from "../budget/base/rules/position.ts";
import { DraftNotYours, matterRoutes, type Stored } from "../decisions/contract.ts";
import { COURSE_STATES } from "../decisions/course/rules/course.ts";
import { Ground } from "../decisions/rules/ground.ts";
import { GOAL_LIMITS } from "../goals/contract.ts";
import { JUDGEMENTS } from "../goals/indicators/rules/indicator.ts";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, Year } from "../organisation/contract.ts";
import { NoDocumentYet, route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { ACTION_PLAN, ANNUAL_REPORT, EXTRA_FOLLOW_UP, FOLLOW_UP, INTERIM_REPORT } from "./kind.ts";
import { MEASURE_STATES } from "./rules/action-plan.ts";
import { REPORT_KINDS, WHOSE } from "./rules/occasions.ts";
import { PlanFact, ReportData } from "./rules/report-data.ts";
import { SOUND_ECONOMY } from "./rules/sound-economy.ts";

const Text = z.string().max(8000);
const Line = writtenText(500);
const Tkr = z.number().int().min(-1_000_000_000).max(1_000_000_000);
const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Person = z.string().min(1).max(100);

export const NoOccasion = problemKind("no-occasion", 409);
export const NoReport = problemKind("no-report", 404);

/**
 * Who judged, when and on what: written by the server when a judgement or its grounds change; absent in older reports. One that
 * is to be looked at again stands when it is sent without `lookAgain`.
 */
const judgedBy = {
  by: Person.optional(),
  on: DayText.optional(),
  /** The fingerprint of what it rested on. */
  ground: z.string().max(64).optional(),
  /** What it rested on has changed since. */
  lookAgain: z.boolean().optional(),
};

/** A person's judgement of a goal, with its grounds (U-7): the system proposes, people judge. Null: not judged yet. */
const GoalJudgement = z.object({
  goal: Id,
  judgement: z.enum(JUDGEMENTS).nullable(),
  grounds: Text,
  ...judgedBy,
});
export type GoalJudgement = z.output<typeof GoalJudgement>;

/** What only the group's report has; committees and boards have null. */
const GroupPart = z.object({
  strategicGoals: z.array(GoalJudgement).max(12),
  financialGoals: z
    .array(z.object({ id: Id, judgement: z.enum(JUDGEMENTS).nullable(), grounds: Text, ...judgedBy }))
    .max(20),
  /** P-5: the reasoned overall judgement on god ekonomisk hushållning. */
  soundEconomy: z.object({ judgement: z.enum(SOUND_ECONOMY).nullable(), grounds: Text, ...judgedBy }),
  expectedDevelopment: Text,
  /** What the accounts do not say of the balance requirement (LKBR 11:10), tkr; absent is nothing of it. */
  balanceRequirement: z
    .object({
      /** Gains on sales, which do not count: a positive number. */
      realisationGainsTkr: Tkr.min(0),
      /** Gains on sales that count after all, by the exception of the law. */
      gainsByExceptionTkr: Tkr.min(0),
      /** Unrealised losses (+) or gains (−) on securities, and their return. */
      unrealisedTkr: Tkr,
      /** From the reserve (+) or to it (−). */
      reserveTkr: Tkr,
      /** Deficits of earlier years still to restore: a positive number, and how. */
      earlierDeficitTkr: Tkr.min(0),
      restoring: Text,
      /** The reserve when the year began, where neither a decided report nor the budget tells. */
      openingReserveTkr: Tkr.min(0).optional(),
      /** How what is left is restored, by year; absent in older reports. */
      plans: RestoringPlans.optional(),
    })
    .optional(),
});
export type GroupPart = z.output<typeof GroupPart>;

/** One shape for the follow-up after April, the interim report and the annual report (U-1 – U-4). Amounts in tkr. */
export const Report = z.object({
  /** P-1: leads every report. */
  effectForResidents: Text,
  operations: z.object({ text: Text }),
  staff: z.object({
    text: Text,
    figures: z
      .array(z.object({ name: Line, value: z.number().min(-1e12).max(1e12), unit: Line, source: Line }))
      .max(40),
  }),
  economy: z.object({
    text: Text,
    /** Net cost that the body believes in for the whole year; null in an annual report and in the group's own. */
    forecastTkr: Tkr.nullable(),
    /** Of it what is not its units' forecasts; absent where no unit forecasts, and in older reports. */
    additionTkr: Tkr.nullable().optional(),
  }),
  goals: z.array(GoalJudgement).max(40),
  /** P-3: what came of the body's parts in goals that others lead; absent in older reports. */
  parts: z
    .array(z.object({ lead: BodyId, goal: Id, text: Text }))
    .max(GOAL_LIMITS.parts)
    .optional(),
  group: GroupPart.nullable(),
  /** Facts as they were when the draft was saved; filled in by the server, frozen with the decision (U-6, U-10). */
  data: ReportData.optional(),
  /**
   * What the facts rest on, with fingerprints, and the reasons for what is not taken in. Sent back, the facts stay as they were
   * taken in; left out, or with `takeIn`, they are gathered anew. Absent in older reports.
   */
  ground: Ground.optional(),
});
export type Report = z.output<typeof Report>;

/** U-8: the way back to a budget in balance. Amounts in tkr. */
export const ActionPlan = z.object({
  /** Negative when more is used than allocated; fetched from the body's latest report where there is one. */
  deviationTkr: Tkr.optional(),
  /** The report that the deviation comes from. */
  basis: z.object({ matter: z.string(), version: z.number().int(), state: z.string() }).nullable().optional(),
  /** The forecast that the plan is made for, as in a report. */
  ground: Ground.optional(),
  measures: z
    .array(
      z.object({
        id: Id,
        text: Line,
        unit: BodyId,
        /** What it gives within the year: a positive number. */
        amountTkr: Tkr.min(0),
        start: DayText,
        effectBy: DayText,
        /** Nothing is ownerless: a person's id. */
        responsible: Person,
        status: z.enum(MEASURE_STATES),
      }),
    )
    .max(100),
  /** P-1: what it means for residents and employees. */
  consequences: Text,
  /** Where measures do not suffice: to whom it goes (a person's id), the nearest manager, and what is asked. */
  escalation: z.object({ to: Person, text: Text }).nullable(),
});
export type ActionPlan = z.output<typeof ActionPlan>;

const chapter = "followup";

export const followUpRoutes = matterRoutes(FOLLOW_UP, Report);
export const extraFollowUpRoutes = matterRoutes(EXTRA_FOLLOW_UP, Report);
export const interimReportRoutes = matterRoutes(INTERIM_REPORT, Report);
export const annualReportRoutes = matterRoutes(ANNUAL_REPORT, Report);
export const actionPlanRoutes = matterRoutes(ACTION_PLAN, ActionPlan);

const REPORT_ROUTES = [followUpRoutes, interimReportRoutes, extraFollowUpRoutes, annualReportRoutes];

/** What a report of any of the kinds holds, in the present shape. */
export function readReport(version: Stored & { readonly matter: { readonly kind: string } }): Report {
  const routes = REPORT_ROUTES.find(({ kind }) => kind.kind === version.matter.kind);
  if (!routes) throw new Error(`${version.matter.kind} is no report`);
  return routes.read(version);
}

const ReportKey = z.object({ kind: z.enum(REPORT_KINDS), body: BodyId, year: Year });

const BodyState = z.object({
  body: z.string(),
  name: z.string(),
  matter: z.string(),
  due: z.string(),
  /** Who has not signed in sees only what is decided: the rest is "none". */
  state: z.enum(["none", "draft", "proposed", "decided"]),
  decision: z.number().int().nullable(),
  decidedOn: z.string().nullable(),
  late: z.boolean(),
});

export const Occasions = z.object({
  year: Year,
  occasions: z.array(
    z.object({
      kind: z.enum(REPORT_KINDS),
      /** The last day that the occasion looks at, by the year wheel; null where the wheel has no such step. */
      until: z.string().nullable(),
      /** Whose reports the year wheel has no step for, though the model has. */
      notInWheel: z.array(z.enum(WHOSE)),
      cite: z.string(),
      bodies: z.array(BodyState),
      /** The group's own report; none for the follow-up after April. */
      group: BodyState.nullable(),
    }),
  ),
  /** U-8: the bodies' action plans as they are now, whatever a report showed when it was saved. */
  plans: z.array(PlanFact.extend({ body: z.string() })),
  /** U-5: further follow-ups of the economy that were decided with the budget. */
  further: z.array(z.string()),
});
export type Occasions = z.output<typeof Occasions>;

export const getOccasions = route({
  id: "getOccasions",
  method: "GET",
  path: "/followup/occasions/{year}",
  chapter,
  summary: "Årets uppföljningstillfällen och hur långt varje nämnd och styrelse har kommit (§2.5)",
  access: "public",
  params: z.object({ year: Year }),
  returns: Occasions,
});

export const getProposal = route({
  id: "getReportProposal",
  method: "GET",
  path: "/followup/{kind}/{body}/{year}/proposal",
  chapter,
  allow: [FOLLOW_UP, INTERIM_REPORT, EXTRA_FOLLOW_UP, ANNUAL_REPORT].map(({ kind, bodies }) => ({
    action: `edit:${kind}`,
    of: "body" as const,
    among: bodies,
    besides: "asked" as const,
  })),
  summary: "En rapport förifylld med allt som kan hämtas; bedömningen återstår (§2.5)",
  params: ReportKey,
  returns: Report,
  problems: [NoReport, NoOccasion],
});

export const getReportPdf = route({
  id: "getReportPdf",
  method: "GET",
  path: "/followup/{kind}/{body}/{year}/pdf",
  chapter,
  summary:
    "Rapporten som tillgänglig PDF: den beslutade versionen, annars utkastet för den som är inloggad (§2.5)",
  access: "public",
  params: ReportKey,
  query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  returns: z.unknown(),
  produces: "application/pdf",
  problems: [NoReport, NoOccasion, NoDocumentYet, DraftNotYours],
});

/** A measure of a decided action plan, with what lives on beside it (U-8). Amounts in tkr. */
const MeasureInHand = z.object({
  /** The measure's id in the plan, and in the house. */
  id: Id,
  thing: z.string(),
  text: z.string(),
  responsibleName: z.string(),
  /** Whom the decided plan names, where the measure has been handed over since. */
  decidedResponsibleName: z.string().nullable(),
  amountTkr: z.number().int(),
  /** What it has given so far; null where nobody has said. */
  effectTkr: z.number().int().nullable(),
  effectBy: z.string(),
  /** The day in the decided plan, where it has been moved since. */
  movedFrom: z.string().nullable(),
  state: z.enum(COURSE_STATES),
  note: z.string().nullable(),
  late: z.boolean(),
});
export type MeasureInHand = z.output<typeof MeasureInHand>;

export const PlanInHand = z.object({
  measures: z.array(MeasureInHand),
  /** What the decided plan has taken to somebody, who has it now, and what has been answered; null where nothing was taken. */
  escalation: z
    .object({
      thing: z.string(),
      text: z.string(),
      responsibleName: z.string(),
      /** Whom the decided plan names, where another has it now. */
      decidedResponsibleName: z.string().nullable(),
      state: z.enum(COURSE_STATES),
      /** What was said with the state: the answer. */
      answer: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** What the measures that are not cancelled were decided to give, and what all have given so far. */
  plannedTkr: z.number().int(),
  effectTkr: z.number().int(),
});
export type PlanInHand = z.output<typeof PlanInHand>;

export const getPlanInHand = route({
  id: "getPlanInHand",
  method: "GET",
  path: "/followup/measures/{body}/{year}",
  chapter,
  summary: "Åtgärderna i den beslutade åtgärdsplanen: läge, ansvarig nu och uppnådd effekt (§2.5)",
  params: z.object({ body: BodyId, year: Year }),
  returns: PlanInHand,
});
