import { z } from "zod";
import { JUDGEMENTS } from "../../goals/indicators/rules/indicator.ts";
import { Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { REPORT_KINDS } from "../rules/occasions.ts";

const chapter = "followup";

/** What a body has decided of how a goal goes, the latest for each goal of a year: of the year's own reports or of the year before. */
const JudgedGoal = z.object({
  body: z.string(),
  /** The goal's id in the goals of the year that is asked for. */
  goal: z.string(),
  kind: z.enum(REPORT_KINDS),
  /** The year of the goals that were judged. */
  year: Year,
  judgement: z.enum(JUDGEMENTS),
  grounds: z.string(),
  decision: z.number().int(),
  /** When the report was decided. */
  day: z.string(),
});
export type JudgedGoal = z.output<typeof JudgedGoal>;

/** What a contributor has told of its part in a goal that another leads (P-3), in its latest decided report of the year. */
const ReportedPart = z.object({
  body: z.string(),
  lead: z.string(),
  goal: z.string(),
  kind: z.enum(REPORT_KINDS),
  text: z.string(),
  decision: z.number().int(),
  day: z.string(),
});
export type ReportedPart = z.output<typeof ReportedPart>;

export const listReportedParts = route({
  id: "listReportedParts",
  method: "GET",
  path: "/followup/reported-parts/{year}",
  chapter,
  summary: "Vad medverkande nämnder och bolag senast har rapporterat om sina delar i andras mål (§1.1)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.array(ReportedPart),
});

export const listJudgedGoals = route({
  id: "listJudgedGoals",
  method: "GET",
  path: "/followup/judged-goals/{year}",
  chapter,
  summary: "Den senast beslutade bedömningen av vart och ett av årets mål, med sina skäl (§2.5)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.array(JudgedGoal),
});
