import { z } from "zod";
import { matterRoutes, RemarkShape } from "../decisions/contract.ts";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import {
  BODY_GOALS,
  ENVIRONMENT_ANALYSIS,
  INDICATOR_VALUE,
  SITUATION_ANALYSIS,
  STRATEGIC_GOALS,
  VISION,
} from "./kind.ts";
import { INDICATOR_DIRECTIONS, JUDGEMENTS } from "./indicators/rules/indicator.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Line = writtenText(500);
const Text = z.string().max(4000);

export const Vision = z.object({ name: Line, text: Text.min(1), validTo: DayText });
export type Vision = z.output<typeof Vision>;

export const StrategicGoals = z.object({
  goals: z
    .array(
      z.object({
        id: Id,
        name: Line,
        text: Text.min(1),
        agenda2030: z.array(z.number().int().min(1).max(17)).max(17),
      }),
    )
    .min(1)
    .max(12),
});
export type StrategicGoals = z.output<typeof StrategicGoals>;

const Reason = Line.max(1000);
/** The value has been written from a later day. */
export const ValueLater = problemKind("value-later", 409);

/** No measure of a municipality lies beyond a million million of its unit. */
const Measured = z.number().min(-1e12).max(1e12);

const Indicator = z.object({
  id: Id,
  name: Line,
  unit: z.string().min(1).max(40),
  source: Line,
  baseline: Measured,
  baselineYear: Year,
  target: Measured,
  /** Only for "within": the range is from `target` to this, both ends in it. */
  targetTo: Measured.optional(),
  direction: z.enum(INDICATOR_DIRECTIONS),
});
export type Indicator = z.output<typeof Indicator>;

/**
 * A draft may lack what is not yet written: it is stored as far as it has come, and the rules say what is missing before it
 * can be decided (`missingRemarks`).
 */
const BodyGoal = z.object({
  id: Id,
  wording: z.string().max(400),
  strategicGoals: z.array(Id).max(12),
  term: z.enum(["short", "long"]),
  targetYear: Year,
  /** P-1: what becomes better for those whom the service is for. */
  effectForResidents: Text,
  /** V-3: the fact that the goal rests on, and the assignment that it belongs to. */
  basis: z.object({ situation: Text, assignment: z.string().max(500) }),
  /** Nothing is ownerless: a person's id. */
  responsible: z.string().max(100),
  indicators: z.array(Indicator).max(10),
  contributors: z.array(BodyId).max(20),
});
export type BodyGoal = z.output<typeof BodyGoal>;

export const BodyGoals = z.object({
  goals: z.array(BodyGoal).max(12),
  /** V-4: why there are more than three. */
  moreThanThreeReason: Text.optional(),
});
export type BodyGoals = z.output<typeof BodyGoals>;

export const SituationAnalysis = z.object({
  needs: Text,
  results: Text,
  conditions: Text,
  staff: Text,
  ambitions: Text,
  lawAndTrends: Text,
  economicNeeds: z.array(z.object({ text: Line, amountTkr: z.number().int().min(-1e9).max(1e9) })).max(100),
  /** N-3: lessons of earlier years, and what is done with each. */
  lessons: z.array(z.object({ lesson: Id, text: Text, use: Text.min(1) })).max(100),
});
export type SituationAnalysis = z.output<typeof SituationAnalysis>;

export const EnvironmentAnalysis = z.object({
  byStrategicGoal: z.array(z.object({ goal: Id, text: Text.min(1) })).max(12),
  trends: z.array(z.object({ name: Line, text: Text })).max(30),
});

export type EnvironmentAnalysis = z.output<typeof EnvironmentAnalysis>;

const chapter = "goals";

export const visionRoutes = matterRoutes(VISION, Vision);
export const strategicGoalsRoutes = matterRoutes(STRATEGIC_GOALS, StrategicGoals);
export const bodyGoalsRoutes = matterRoutes(BODY_GOALS, BodyGoals);
export const situationAnalysisRoutes = matterRoutes(SITUATION_ANALYSIS, SituationAnalysis);
export const environmentAnalysisRoutes = matterRoutes(ENVIRONMENT_ANALYSIS, EnvironmentAnalysis);

const MeasuredValue = z.object({
  day: z.string(),
  /** The year that the value speaks of: one of last year may be counted in January. */
  year: Year,
  value: z.number(),
  source: z.string(),
});
const IndicatorView = Indicator.extend({
  /** Who has it now: the goal's owner, or whom it has been handed over to. */
  responsible: z.string(),
  responsibleName: z.string(),
  /** All that has been measured, oldest first. */
  values: z.array(MeasuredValue),
  /** The value that the status rests on: the latest of the goal's own time; null where nothing in it is measured. */
  judging: MeasuredValue.nullable(),
  status: z.enum(JUDGEMENTS),
});
export type IndicatorView = z.output<typeof IndicatorView>;

/** A year in which a goal has stood: the same goal, carried on (V-6). */
const GoalYear = z.object({
  year: Year,
  /** Its id in that year's goals. */
  goal: z.string(),
  wording: z.string(),
});
export type GoalYear = z.output<typeof GoalYear>;

const GoalView = BodyGoal.omit({ indicators: true }).extend({
  body: z.string(),
  bodyName: z.string(),
  year: Year,
  state: z.string(),
  decision: z.number().int().nullable(),
  responsibleName: z.string(),
  /** Whom the decided goals name, where the goal has been handed over since (`responsible` has it now). */
  decidedResponsibleName: z.string().nullable(),
  indicators: z.array(IndicatorView),
  /** The other years in which it is the same goal, the earliest first. */
  years: z.array(GoalYear),
  /** The first and the last day that the goal speaks of. */
  time: z.object({ from: z.string(), to: z.string() }),
});
export type GoalView = z.output<typeof GoalView>;

/** V-9: the red thread of a year, from the vision to what is measured. */
export const GoalTree = z.object({
  vision: z
    .object({ name: z.string(), text: z.string(), validTo: z.string(), decision: z.number().int() })
    .nullable(),
  strategicGoals: z.array(StrategicGoals.shape.goals.element),
  strategicDecision: z.number().int().nullable(),
  goals: z.array(GoalView),
  /** V-4: bodies that have more goals than the model recommends, with the reason that they gave. */
  deviations: z.array(
    z.object({
      body: z.string(),
      bodyName: z.string(),
      count: z.number().int(),
      reason: z.string().nullable(),
    }),
  ),
});
export type GoalTree = z.output<typeof GoalTree>;

export const getGoalTree = route({
  id: "getGoalTree",
  method: "GET",
  path: "/goals/tree/{year}",
  chapter,
  summary: "Den röda tråden: vision, inriktningsmål, nämndsmål och indikatorer (§2.1)",
  access: "public",
  params: z.object({ year: Year }),
  returns: GoalTree,
});

export const listGoalYears = route({
  id: "listGoalYears",
  method: "GET",
  path: "/goals/years/{body}/{goal}",
  chapter,
  summary: "De år som ett mål har funnits, från det senaste som har beteckningen och bakåt (§2.1)",
  access: "public",
  params: z.object({ body: BodyId, goal: Id }),
  returns: z.array(GoalYear),
});

export const checkWording = route({
  id: "checkWording",
  method: "POST",
  path: "/goals/wording",
  chapter,
  summary: "Pröva en målformulering; anmärker men stoppar aldrig (§2.1)",
  access: "public",
  body: z.object({ wording: z.string().max(400), term: z.enum(["short", "long"]), year: Year }),
  returns: z.array(RemarkShape),
});

export const getValue = route({
  id: "getValue",
  method: "GET",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  summary: "En dags mätvärde, och om jag får registrera, rätta eller ta tillbaka det (§2.1)",
  params: z.object({ body: BodyId, goal: Id, indicator: Id, day: DayText }),
  /** Needed where two years' goals were measured on the day. */
  query: z.object({ year: Year.optional() }),
  returns: z.object({
    year: Year,
    /** Null: nothing is measured on the day, or it was taken back. */
    value: z.number().nullable(),
    source: z.string().nullable(),
    may: MayShape,
  }),
  editable: true,
});

export const registerValue = route({
  id: "registerValue",
  method: "PUT",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  allow: {
    action: `edit:${INDICATOR_VALUE.object}`,
    of: "body",
    among: BODY_GOALS.bodies,
    besides: "holder",
  },
  summary: "Registrera ett mätvärde för en indikator (§2.1)",
  params: z.object({ body: BodyId, goal: Id, indicator: Id, day: DayText }),
  /** `year`: that of the goal, which the value speaks of. `reason`: why a value of the day is corrected; without it it is not. */
  body: z.object({ value: Measured, source: Line, year: Year, reason: Reason.optional() }),
  returns: z.object({ status: z.enum(JUDGEMENTS) }),
  editable: true,
  problems: [ValueLater],
});

export const removeValue = route({
  id: "removeValue",
  method: "DELETE",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  allow: {
    action: `edit:${INDICATOR_VALUE.object}`,
    of: "body",
    among: BODY_GOALS.bodies,
    besides: "holder",
  },
  summary: "Ta tillbaka ett registrerat mätvärde; det gamla finns kvar i historiken (§2.1)",
  params: z.object({ body: BodyId, goal: Id, indicator: Id, day: DayText }),
  /** `reason`: taking back is a correction. `year`: that the value speaks of; needed where two years' goals were measured on the day. */
  query: z.object({ reason: Reason, year: Year.optional() }),
  returns: z.object({ removed: z.literal(true) }),
  editable: true,
  problems: [ValueLater],
});

export const ValueVersion = z.object({
  day: z.string(),
  version: z.number().int(),
  /** Null: it was taken back. */
  value: z.number().nullable(),
  source: z.string(),
  by: z.string(),
  /** When it was written; null for values from before that was kept. */
  on: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ValueVersion = z.output<typeof ValueVersion>;

export const listValueVersions = route({
  id: "listValueVersions",
  method: "GET",
  path: "/goals/values/{body}/{goal}/{indicator}",
  chapter,
  summary: "En indikators mätvärden med alla rättelser: vem, när och varför (§2.1)",
  params: z.object({ body: BodyId, goal: Id, indicator: Id }),
  returns: z.array(ValueVersion),
});
