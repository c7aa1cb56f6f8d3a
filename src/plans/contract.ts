import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import { COURSE_STATES } from "../decisions/course/rules/course.ts";
import { Ground, GroundPart } from "../decisions/rules/ground.ts";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../organisation/contract.ts";
import { COMMITTEES_AND_BOARDS } from "../organisation/rules/organisation.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { OPERATIONS_PLAN, PLAN_CHANGE, UNIT_PLAN } from "./kind.ts";
import { CHANGE_SORTS, CHANGED_FIELDS } from "./rules/changes.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Tkr = z.number().int().min(0).max(1_000_000_000);

export const PLAN_LIMITS = { actions: 300, text: 500, effect: 1000, summary: 4000, reason: 1000 } as const;

/**
 * What is done for a goal or an assignment (V-8). What came after the first decided plans has a default, so that those stay readable and
 * a draft is stored as far as it has come; the rules say what is missing.
 */
const Action = z.object({
  id: Id,
  text: writtenText(PLAN_LIMITS.text),
  /** The goal that it serves, of the body that the plan's body works for; empty where it serves an assignment, or a part above. */
  goal: Id.or(z.literal("")).default(""),
  /** The assignment that it serves, in words: where it stands in the body's reglemente, or the decision that gave it. */
  assignment: z.string().max(PLAN_LIMITS.text).default(""),
  /** In a unit's plan: the action of the administration's plan that it is the unit's part of. */
  under: Id.or(z.literal("")).default(""),
  /** A person's id. */
  responsible: z.string().max(100),
  from: DayText.nullable().default(null),
  due: DayText,
  unit: BodyId,
  /** What it is expected to give. */
  effect: z.string().max(PLAN_LIMITS.effect).default(""),
  /** What it costs beside the daily work; null where nobody has said. */
  costTkr: Tkr.nullable().default(null),
});
export type Action = z.output<typeof Action>;

export const OperationsPlan = z.object({
  summary: z.string().max(PLAN_LIMITS.summary),
  actions: z.array(Action).max(PLAN_LIMITS.actions),
  /** Why a decided plan is changed: told to the committee with the changes. */
  changeReason: z.string().max(PLAN_LIMITS.reason).default(""),
  /** What the plan was built from; filled in by the server, and told of when it changes. */
  ground: Ground.optional(),
});
export type OperationsPlan = z.output<typeof OperationsPlan>;

const chapter = "plans";

export const operationsPlanRoutes = matterRoutes(OPERATIONS_PLAN, OperationsPlan);
export const unitPlanRoutes = matterRoutes(UNIT_PLAN, OperationsPlan);

/** An action of a plan, with what lives on beside it. */
const ActionView = z.object({
  id: z.string(),
  /** Its id in the house, with its plan's: by it its course is asked for. */
  thing: z.string(),
  text: z.string(),
  /** The body whose goal it serves, and the goal; empty where it serves an assignment. */
  body: z.string(),
  goal: z.string(),
  assignment: z.string(),
  /** Whose plan it stands in, and in which unit it is done. */
  plan: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** In a unit's plan: the action in the administration's plan that it is a part of, by its id in the house. */
  under: z.string().nullable(),
  responsible: z.string(),
  /** Whom the decided plan names, where the action has been handed over since. */
  decidedResponsible: z.string().nullable(),
  from: z.string().nullable(),
  due: z.string(),
  /** The day in the decided plan, where it has been moved since. */
  movedFrom: z.string().nullable(),
  effect: z.string(),
  costTkr: z.number().int().nullable(),
  state: z.enum(COURSE_STATES),
  /** What was said with the state: why it was stopped. */
  stateReason: z.string().nullable(),
  stateFrom: z.string().nullable(),
  /** Its day has passed, and it is neither done nor stopped. */
  late: z.boolean(),
  /** What was noted last. */
  note: z.string().nullable(),
});
export type ActionView = z.output<typeof ActionView>;

export const listActions = route({
  id: "listActions",
  method: "GET",
  path: "/plans/actions/{year}",
  chapter,
  summary:
    "Verksamhetsplanernas och enheternas åtaganden ett år: vilket mål de hör till, vem som har dem och hur långt de har kommit (§2.1)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.array(ActionView),
});

const Tally = z.object({
  actions: z.number().int(),
  underWay: z.number().int(),
  done: z.number().int(),
  stopped: z.number().int(),
  late: z.number().int(),
});

const PLAN_STATES = ["none", "draft", "proposed", "decided"] as const;

const PlanLine = z.object({
  body: z.string(),
  name: z.string(),
  /** The committee or the board that it works for. */
  serves: z.string(),
  servesName: z.string(),
  /** Who has not signed in sees only what is decided: the rest is "none". */
  state: z.enum(PLAN_STATES),
  decidedOn: z.string().nullable(),
  tally: Tally,
  /** Changes that the committee has not been told of yet. */
  unreported: z.number().int(),
  may: MayShape,
});
export type PlanLine = z.output<typeof PlanLine>;

export const listPlans = route({
  id: "listPlans",
  method: "GET",
  path: "/plans/overview/{year}",
  chapter,
  summary:
    "Alla verksamhetsplaner ett år: läge, vad som är klart och sent, och vad nämnden inte har fått veta än (§2.1)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.array(PlanLine),
});

const PlanView = z.object({
  body: z.string(),
  name: z.string(),
  year: Year,
  kind: z.enum([OPERATIONS_PLAN.kind, UNIT_PLAN.kind]),
  serves: z.object({ body: z.string(), name: z.string() }).nullable(),
  state: z.enum(PLAN_STATES),
  decision: z.number().int().nullable(),
  decidedOn: z.string().nullable(),
  summary: z.string(),
  /** What it was built from. */
  rests: z.array(GroundPart),
  tally: Tally,
  actions: z.array(ActionView),
  /** The units that have broken it down, with how far theirs have come. */
  units: z.array(z.object({ body: z.string(), name: z.string(), tally: Tally })),
  /** The plan that this one is a part of. */
  above: z.object({ body: z.string(), name: z.string() }).nullable(),
  unreported: z.number().int(),
  may: MayShape,
});
export type PlanView = z.output<typeof PlanView>;

/** Neither an administration nor a company nor a unit: it has no plan of its own. */
export const NoPlanThere = problemKind("no-plan-there", 422);

export const getPlan = route({
  id: "getPlan",
  method: "GET",
  path: "/plans/plan/{body}/{year}",
  chapter,
  summary:
    "En verksamhetsplan eller en enhets plan som den lever: åtaganden med läge, enheternas delar och vad planen bygger på (§2.1)",
  access: "public",
  params: z.object({ body: BodyId, year: Year }),
  returns: PlanView,
  problems: [NoPlanThere],
});

const Choice = z.object({ id: z.string(), text: z.string() });
const PlanBegin = z.object({
  /** What a plan is built from, as it is now. */
  parts: z.array(GroundPart),
  /** The goals that an action can serve, by id. */
  goals: z.array(Choice),
  /** Of a unit: the actions in the plan above that it can break down, those that are done in the unit itself first. */
  above: z.array(Choice.extend({ goal: z.string(), own: z.boolean() })),
});
export type PlanBegin = z.output<typeof PlanBegin>;

export const getPlanBegin = route({
  id: "getPlanBegin",
  method: "GET",
  path: "/plans/begin/{body}/{year}",
  chapter,
  summary:
    "Vad en plan byggs av: beslutade mål, internbudget, nulägesanalys, risker, och för en enhet förvaltningens åtaganden (§2.1)",
  params: z.object({ body: BodyId, year: Year }),
  returns: PlanBegin,
  problems: [NoPlanThere],
});

/** One thing that has changed in a plan during the year, with its reason. */
export const PlanChange = z.object({
  /** The same however often it is asked for: what has been told is known by it. */
  id: z.string().max(400),
  sort: z.enum(CHANGE_SORTS),
  /** The administration or the company whose plan it is. */
  body: z.string(),
  thing: z.string(),
  name: z.string(),
  /** Which fields, with what they said before and say now: days as days, people and units by name. */
  fields: z.array(
    z.object({ field: z.enum(CHANGED_FIELDS), before: z.string().nullable(), now: z.string().nullable() }),
  ),
  reason: z.string(),
  on: z.string(),
  /** Who made it, by name; empty where that is not known. */
  by: z.string(),
});
export type PlanChange = z.output<typeof PlanChange>;

const PlanChanges = z.object({
  body: z.string(),
  name: z.string(),
  year: Year,
  /** What the committee has not been told of, oldest first. */
  unreported: z.array(PlanChange),
  /** What it has been told, at which meeting, and who noted it; the newest first. */
  reports: z.array(
    z.object({
      id: z.string(),
      meetingDay: z.string(),
      notedBy: z.string(),
      notedOn: z.string(),
      /** Who had a seat in it on the day, by name. */
      told: z.array(z.string()),
      changes: z.array(PlanChange),
    }),
  ),
  may: MayShape,
});
export type PlanChanges = z.output<typeof PlanChanges>;

/** Somebody has noted it already, or it is no change of these plans. */
export const NothingToReport = problemKind("nothing-to-report", 409);

const changes = { chapter, params: z.object({ body: BodyId, year: Year }) } as const;

export const getPlanChanges = route({
  ...changes,
  id: "getPlanChanges",
  method: "GET",
  path: "/plans/changes/{body}/{year}",
  summary:
    "Vad som har ändrats i nämndens verksamhetsplaner sedan förra rapporten, och vad nämnden har fått veta och när (§2.1)",
  returns: PlanChanges,
});

export const reportPlanChanges = route({
  ...changes,
  id: "reportPlanChanges",
  method: "POST",
  path: "/plans/changes/{body}/{year}",
  summary: "Notera vid vilket sammanträde nämnden fick veta vad som har ändrats i verksamhetsplanen (§2.1)",
  allow: { action: `edit:${PLAN_CHANGE.object}`, of: "body", among: COMMITTEES_AND_BOARDS },
  body: z.object({
    meetingDay: DayText,
    /** The ids of the changes that were told; left out: all that had happened by then. */
    changes: z.array(z.string().max(400)).min(1).max(500).optional(),
  }),
  returns: PlanChanges,
  problems: [NothingToReport],
});

/** From what a unit does up to the vision. */
const UnitThread = z.object({
  body: z.string(),
  name: z.string(),
  year: Year,
  /** The nearest managers, by name: those who get what one leaves. */
  managers: z.array(z.string()),
  vision: z.object({ name: z.string(), text: z.string() }).nullable(),
  /** What is done in the unit: of its own plan, and of the plan above where that is the unit's to do. */
  threads: z.array(
    z.object({
      action: ActionView,
      /** The action of the plan above that it is a part of. */
      above: z.object({ text: z.string(), body: z.string() }).nullable(),
      goal: z
        .object({ body: z.string(), id: z.string(), wording: z.string(), effect: z.string() })
        .nullable(),
      strategicGoals: z.array(z.string()),
    }),
  ),
  /** What its administration does for all of its units. */
  shared: z.array(ActionView),
  /** Whether the unit has a plan of its own, decided or being written. */
  ownPlan: z.boolean(),
  may: MayShape,
});
export type UnitThread = z.output<typeof UnitThread>;

export const getUnitThread = route({
  id: "getUnitThread",
  method: "GET",
  path: "/plans/unit/{body}/{year}",
  chapter,
  summary: "Min enhet: från det enheten gör upp till mål, inriktningsmål och vision (§1.1)",
  params: z.object({ body: BodyId, year: Year }),
  returns: UnitThread,
  problems: [NoPlanThere],
});
