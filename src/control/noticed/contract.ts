import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { PURPOSES } from "../rules/risk.ts";
import { NOTICE_FATES, NOTICED_AS } from "./rules/notice.ts";

const chapter = "control";

/** No committee or board answers for the internal control there. */
export const NobodysControl = problemKind("nobodys-control", 422);
export const NoticesFull = problemKind("notices-full", 409);

/** What somebody has noticed can go wrong, with what became of it (K-2). */
export const NoticeView = z.object({
  id: z.string(),
  /** Where it was noticed, and whose internal control it is for. */
  body: z.string(),
  bodyName: z.string(),
  forBody: z.string(),
  forBodyName: z.string(),
  text: z.string(),
  leadsTo: z.string(),
  as: z.enum(NOTICED_AS),
  byName: z.string(),
  on: z.string(),
  mine: z.boolean(),
  fate: z.enum(NOTICE_FATES),
  /** What the plan says of it; the decision is null while that is a draft. */
  settled: z
    .object({
      matter: z.string(),
      year: z.number().int(),
      decision: z.number().int().nullable(),
      risk: z.string().nullable(),
      riskText: z.string().nullable(),
      answer: z.string(),
    })
    .nullable(),
});
export type NoticeView = z.output<typeof NoticeView>;

export const listNotices = route({
  id: "listNotices",
  method: "GET",
  path: "/control/notices",
  chapter,
  summary:
    "Uppmärksammade risker och vad det blev av dem, nyast först: egna, och de som rör organ vars utkast man läser (§2.3)",
  query: z.object({ body: BodyId.optional() }),
  returns: z.array(NoticeView),
});

export const noticeRisk = route({
  id: "noticeRisk",
  method: "POST",
  path: "/control/notices",
  chapter,
  allow: "anyone",
  summary: "Uppmärksamma en risk: den tas upp i organets riskbedömning, eller avböjs med skäl (§2.3)",
  body: z.object({
    /** Where it was noticed: a unit, an administration, a committee or a company. */
    body: BodyId,
    text: writtenText(1000),
    leadsTo: writtenText(1000),
  }),
  returns: z.object({ id: z.string() }),
  problems: [NobodysControl, NoticesFull],
});

/** What a body's risk assessment has before it, beside what was noticed: what the executive sets for all, and what others share (K-5, P-3). */
export const AssessmentGround = z.object({
  groupRisks: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      area: z.string(),
      purpose: z.enum(PURPOSES),
      reason: z.string(),
    }),
  ),
  shared: z.array(
    z.object({
      body: z.string(),
      bodyName: z.string(),
      risk: z.string(),
      text: z.string(),
      area: z.string(),
      purpose: z.enum(PURPOSES),
      likelihood: z.number().int(),
      consequence: z.number().int(),
      reason: z.string(),
    }),
  ),
});
export type AssessmentGround = z.output<typeof AssessmentGround>;

export const getAssessmentGround = route({
  id: "getAssessmentGround",
  method: "GET",
  path: "/control/assessment/{body}/{year}",
  chapter,
  summary:
    "Det som en riskbedömning har framför sig: kommunstyrelsens gemensamma risker, och risker som andra organ delar (§2.3)",
  params: z.object({ body: BodyId, year: Year }),
  returns: AssessmentGround,
});
