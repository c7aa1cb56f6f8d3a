import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import { Ground } from "../decisions/rules/ground.ts";
import { NOT_UNSEEN } from "../kernel/written.ts";
import { BodyId, DayText, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "./kind.ts";
import { CONTROL_PERIODS } from "./rules/report.ts";
import { PURPOSES } from "./rules/risk.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Line = z
  .string()
  .trim()
  .min(1)
  .refine(...NOT_UNSEEN)
  .max(500);
const Text = z.string().max(4000);
const Person = z.string().min(1).max(100);
const Step = z.number().int().min(1).max(4);

const Risk = z.object({
  id: Id,
  text: Line,
  area: Line,
  purpose: z.enum(PURPOSES),
  likelihood: Step,
  consequence: Step,
  /** Why the risk is judged as it is (K-2). */
  reason: Text.min(1),
  raisedBy: z.enum(["administration", "committee"]),
  /** Nothing is ownerless: a person's id. */
  responsible: Person,
  /** External laws that the risk is about (D-2): their ids in the register. */
  laws: z.array(Id).max(20).optional(),
  /** Likelihood × consequence; filled in by the server. */
  value: z.number().int().optional(),
});
export type Risk = z.output<typeof Risk>;

const Control = z.object({
  id: Id,
  risk: Id,
  text: Line,
  method: Line,
  scope: Line,
  responsible: Person,
  due: DayText,
  /** How many times in the year. */
  times: z.number().int().min(1).max(366),
  /** 1 is the most important; filled in by the server from the risks' values. */
  priority: z.number().int().optional(),
});
export type Control = z.output<typeof Control>;

export const ControlPlan = z.object({
  risks: z.array(Risk).max(200),
  controls: z.array(Control).max(300),
});
export type ControlPlan = z.output<typeof ControlPlan>;

export const CONTROL_RESULTS = ["no-deviation", "deviation", "not-done"] as const;

const ControlResult = z.object({
  /** The control's id in the decided plan. */
  control: Id,
  doneOn: DayText.nullable(),
  sample: z.string().max(500),
  finding: Text,
  result: z.enum(CONTROL_RESULTS),
  measure: z.object({ text: Line, responsible: Person, due: DayText }).nullable(),
});
export type ControlResult = z.output<typeof ControlResult>;

export const ControlReport = z.object({
  /** First the half-year's report, then the annual one as the matter's next version (K-5). */
  period: z.enum(CONTROL_PERIODS),
  results: z.array(ControlResult).max(300),
  judgement: Text,
  /** The plan that is reported on, as in force when the draft was saved; filled in by the server. */
  plan: z
    .object({ matter: z.string(), version: z.number().int(), decision: z.number().int() })
    .nullable()
    .optional(),
  /** The plan's controls as they were taken in; sent back they stay, left out or with `takeIn` the plan in force is taken in. */
  ground: Ground.optional(),
});
export type ControlReport = z.output<typeof ControlReport>;

const chapter = "control";

export const controlPlanRoutes = matterRoutes(CONTROL_PLAN, ControlPlan);
export const controlReportRoutes = matterRoutes(CONTROL_REPORT, ControlReport);

/** How internal control stands in one committee or company. */
const BodyControl = z.object({
  body: BodyId,
  name: z.string(),
  kind: z.string(),
  plan: z.object({
    matter: z.string(),
    /** Who has not signed in sees only what is decided: the rest is "none". */
    state: z.enum(["none", "draft", "proposed", "decided"]),
    decision: z.number().int().nullable(),
    decidedOn: z.string().nullable(),
  }),
  risks: z.number().int(),
  highestRisk: z.object({ id: z.string(), text: z.string(), value: z.number().int() }).nullable(),
  controls: z.object({
    planned: z.number().int(),
    done: z.number().int(),
    deviations: z.number().int(),
    /** Controls that a report says were not done. */
    notDone: z.number().int(),
    /** Controls whose day has passed and that no report speaks of. */
    overdue: z.number().int(),
  }),
  /** Measures after deviations, and those of them whose day has passed. */
  measures: z.object({ count: z.number().int(), due: z.number().int() }),
  /** The decided reports, oldest first. */
  reports: z.array(
    z.object({ period: z.enum(CONTROL_PERIODS), decision: z.number().int(), decidedOn: z.string() }),
  ),
});
export type BodyControl = z.output<typeof BodyControl>;

export const ControlOverview = z.object({ year: Year, bodies: z.array(BodyControl) });
export type ControlOverview = z.output<typeof ControlOverview>;

export const getControlOverview = route({
  id: "getControlOverview",
  method: "GET",
  path: "/control/overview/{year}",
  chapter,
  summary: "Kommunstyrelsens överblick över intern kontroll i varje nämnd och bolag (§2.3)",
  access: "public",
  params: z.object({ year: Year }),
  returns: ControlOverview,
});
