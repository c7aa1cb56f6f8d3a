import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import { COURSE_STATES } from "../decisions/course/rules/course.ts";
import { BodyId, DayText, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { OPERATIONS_PLAN } from "./kind.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Person = z.string().min(1).max(100);

export const OperationsPlan = z.object({
  summary: z.string().min(1).max(4000),
  actions: z
    .array(
      z.object({ id: Id, text: writtenText(500), goal: Id, responsible: Person, due: DayText, unit: BodyId }),
    )
    .min(1)
    .max(300),
});
export type OperationsPlan = z.output<typeof OperationsPlan>;

const chapter = "plans";

export const operationsPlanRoutes = matterRoutes(OPERATIONS_PLAN, OperationsPlan);

/** An action of a plan that serves a goal, with what lives on beside it. */
const ActionView = z.object({
  id: z.string(),
  /** Its id in the house, with its plan's: by it its course is asked for. */
  thing: z.string(),
  text: z.string(),
  /** The body whose goal it serves, and the goal. */
  body: z.string(),
  goal: z.string(),
  responsible: z.string(),
  /** Whom the decided plan names, where the action has been handed over since. */
  decidedResponsible: z.string().nullable(),
  due: z.string(),
  /** The day in the decided plan, where it has been moved since. */
  movedFrom: z.string().nullable(),
  state: z.enum(COURSE_STATES),
});
export type ActionView = z.output<typeof ActionView>;

export const listActions = route({
  id: "listActions",
  method: "GET",
  path: "/plans/actions/{year}",
  chapter,
  summary:
    "Verksamhetsplanernas aktiviteter ett år: vilket mål de hör till, vem som har dem och hur långt de har kommit (§2.1)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.array(ActionView),
});
