import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import { BodyId, Year } from "../organisation/contract.ts";
import { RemarkShape, route } from "../platform/http/contract.ts";
import { GoalJudgement, Indicator, IndicatorView } from "./indicators/contract.ts";
import { JUDGEMENTS } from "./indicators/rules/indicator.ts";
import { BODY_GOALS } from "./kind.ts";
import { liftGoals } from "./rules/lift.ts";
import { Id, StrategicGoals, Text, Vision } from "./vision/contract.ts";

/** The most facts that a goal can rest on, and the most goals of others that a body can have a part in. */
export const GOAL_LIMITS = { facts: 20, parts: 40 } as const;

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
  /** V-3: what the goal rests on, and the assignment that it belongs to. */
  basis: z.object({
    situation: Text,
    /** Facts of the body's decided situation analysis of the year, by their ids; what each says is fetched when the goals are saved. */
    facts: z
      .array(z.object({ fact: Id, text: z.string().max(500).default("") }))
      .max(GOAL_LIMITS.facts)
      .default([]),
    /** The paragraph, or what it says. */
    assignment: z.string().max(500),
    /** The document of the register in which the assignment stands, by its name when the goals were saved. */
    document: z
      .object({ id: z.string().min(1).max(200), title: z.string().max(500).default("") })
      .nullable()
      .default(null),
  }),
  /** Nothing is ownerless: a person's id. */
  responsible: z.string().max(100),
  indicators: z.array(Indicator).max(10),
  contributors: z.array(BodyId).max(20),
  /** V-6: why a goal that runs is not as it was decided. */
  changeReason: Text.default(""),
});
export type BodyGoal = z.output<typeof BodyGoal>;

/** P-3: what a body does for a goal that another leads, decided with its own goals. */
const GoalPart = z.object({
  id: Id,
  /** The body that leads the goal, and the goal. */
  lead: BodyId,
  goal: Id,
  /** As the lead has it: fetched when the goals are saved. */
  wording: z.string().max(400).default(""),
  what: Text,
  /** Nothing is ownerless: a person's id. */
  responsible: z.string().max(100),
});
export type GoalPart = z.output<typeof GoalPart>;

/** V-6: what came of a longer goal whose year has come. */
const GoalEvaluation = z.object({
  goal: Id,
  /** As it was decided last, and how it was measured: the server takes it in. */
  wording: z.string().max(400).default(""),
  targetYear: Year.nullable().default(null),
  measured: z
    .array(
      z.object({
        name: z.string().max(500),
        unit: z.string().max(40),
        target: z.number(),
        targetTo: z.number().nullable(),
        value: z.number().nullable(),
        day: z.string().max(10).nullable(),
        status: z.enum(JUDGEMENTS),
      }),
    )
    .max(10)
    .default([]),
  /** Null until a person has judged. */
  judgement: z.enum(JUDGEMENTS).nullable(),
  grounds: Text,
});
export type GoalEvaluation = z.output<typeof GoalEvaluation>;

export const BodyGoals = z.object({
  goals: z.array(BodyGoal).max(12),
  /** V-4: why there are more than three. */
  moreThanThreeReason: Text.optional(),
  parts: z.array(GoalPart).max(GOAL_LIMITS.parts).default([]),
  evaluations: z.array(GoalEvaluation).max(12).default([]),
});
export type BodyGoals = z.output<typeof BodyGoals>;

const chapter = "goals";

export const bodyGoalsRoutes = matterRoutes(BODY_GOALS, BodyGoals, liftGoals);

/** A year in which a goal has stood: the same goal, carried on (V-6). */
const GoalYear = z.object({
  year: Year,
  /** Its id in that year's goals. */
  goal: z.string(),
  wording: z.string(),
});
export type GoalYear = z.output<typeof GoalYear>;

/** What can be measured of any goal, a body's or the council's, and what is known of it. */
const MeasuredGoal = z.object({
  id: z.string(),
  /** The matter that decides it. */
  matter: z.string(),
  body: z.string(),
  /** The year that values are registered for: the one that is asked for. */
  year: Year,
  targetYear: Year,
  state: z.string(),
  indicators: z.array(IndicatorView),
  /** What the profession has judged of it, the newest first. */
  judgements: z.array(GoalJudgement),
  /** The first and the last day that the goal speaks of. */
  time: z.object({ from: z.string(), to: z.string() }),
});
export type MeasuredGoal = z.output<typeof MeasuredGoal>;

const GoalView = BodyGoal.extend({
  ...MeasuredGoal.shape,
  bodyName: z.string(),
  decision: z.number().int().nullable(),
  responsibleName: z.string(),
  /** Whom the decided goals name, where the goal has been handed over since (`responsible` has it now). */
  decidedResponsibleName: z.string().nullable(),
  /** The other years in which it is the same goal, the earliest first. */
  years: z.array(GoalYear),
});
export type GoalView = z.output<typeof GoalView>;

/** One of the council's goals, with what is measured of it. */
const StrategicGoalView = StrategicGoals.shape.goals.element.extend(MeasuredGoal.shape);
export type StrategicGoalView = z.output<typeof StrategicGoalView>;

/** V-9: the red thread of a year, from the vision to what is measured. */
export const GoalTree = z.object({
  vision: Vision.extend({ validTo: z.string(), year: Year, decision: z.number().int() }).nullable(),
  strategicGoals: z.array(StrategicGoalView),
  /** What came of those before, where they were evaluated (V-2). */
  evaluation: StrategicGoals.shape.evaluation,
  strategicYear: Year.nullable(),
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
