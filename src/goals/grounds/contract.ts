import { z } from "zod";
import { BodyId, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { Figure } from "../analyses/contract.ts";
import { FACT_PARTS } from "../analyses/rules/figure.ts";
import { BodyGoals } from "../contract.ts";

const chapter = "goals";

/** What the decided situation analysis of a body and a year says, as its goals rest on it. */
const AnalysisGround = z.object({
  matter: z.string(),
  decision: z.number().int(),
  effectForResidents: z.string(),
  texts: z.array(z.object({ part: z.enum(FACT_PARTS), text: z.string() })),
  facts: z.array(
    z.object({
      id: z.string(),
      part: z.enum(FACT_PARTS),
      text: z.string(),
      figure: Figure.required().nullable(),
    }),
  ),
});
export type AnalysisGround = z.output<typeof AnalysisGround>;

/** A goal that another body leads and this one works for too (P-3). */
const SharedGoal = z.object({
  lead: z.string(),
  leadName: z.string(),
  goal: z.string(),
  wording: z.string(),
  effectForResidents: z.string(),
  state: z.string(),
});

/** What a contributor does for a goal of this body, as it has decided in its own goals. */
const Contribution = z.object({
  goal: z.string(),
  body: z.string(),
  bodyName: z.string(),
  /** Null: the contributor has no part in its own goals yet. */
  what: z.string().nullable(),
  responsible: z.string(),
  responsibleName: z.string(),
  state: z.string(),
  decision: z.number().int().nullable(),
});
export type Contribution = z.output<typeof Contribution>;

export const GoalGrounds = z.object({
  analysis: AnalysisGround.nullable(),
  /** The governing documents in which the body's assignment may stand, those that give it first. */
  documents: z.array(z.object({ id: z.string(), title: z.string(), href: z.string() })),
  shared: z.array(SharedGoal),
  contributions: z.array(Contribution),
  /** Longer goals of the year before whose year has come: they are evaluated with this year's goals (V-6). */
  ended: z.array(
    BodyGoals.shape.evaluations
      .unwrap()
      .element.required()
      .omit({ judgement: true, grounds: true })
      .extend({ targetYear: Year }),
  ),
});
export type GoalGrounds = z.output<typeof GoalGrounds>;

export const getGoalGrounds = route({
  id: "getGoalGrounds",
  method: "GET",
  path: "/goals/grounds/{body}/{year}",
  chapter,
  summary: "Vad en nämnds mål ett år vilar på, och vilka mål som delas (§2.1)",
  access: "public",
  params: z.object({ body: BodyId, year: Year }),
  returns: GoalGrounds,
});
