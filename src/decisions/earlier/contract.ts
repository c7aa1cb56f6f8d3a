import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, DayText, Year } from "../../organisation/contract.ts";
import { SETUP } from "../../organisation/setup/kind.ts";
import { route } from "../../platform/http/contract.ts";
import {
  AlreadyDecided,
  BodyNotThen,
  DecisionInput,
  DecisionShape,
  UnknownBody,
  WrongKindOfBody,
} from "../contract.ts";

/** Only what was decided before the municipality began here is registered without its way to the decision. */
export const NotEarlier = problemKind("not-earlier", 422);

export const registerEarlier = route({
  id: "registerEarlierDecision",
  method: "POST",
  path: "/decisions/earlier",
  chapter: "decisions",
  allow: { action: `edit:${SETUP.object}`, of: "council" },
  summary:
    "Registrera vad som beslutades innan kommunen började i Tillit och som gäller: vision, mål, budget (§3.2)",
  body: z.object({
    /** What it is a decision on: no version of it is here yet. */
    kind: z.string().regex(/^[a-z-]{1,40}$/, { message: "ska vara ett slag av ärende, till exempel vision" }),
    body: BodyId,
    year: Year,
    content: z.unknown(),
    ...DecisionInput.pick({ decidedOn: true, paragraph: true, reference: true, sentence: true }).shape,
    decidedOn: DayText,
  }),
  returns: DecisionShape,
  problems: [NotEarlier, AlreadyDecided, UnknownBody, WrongKindOfBody, BodyNotThen],
});
