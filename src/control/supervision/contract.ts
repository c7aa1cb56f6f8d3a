import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { Ground } from "../../decisions/rules/ground.ts";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { PURPOSES } from "../rules/risk.ts";
import { CONTROL_JUDGEMENT, CONTROL_RECEIPT, GROUP_RISKS } from "./kind.ts";
import { RUNNING_SORTS } from "./rules/running.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Line = writtenText(500);
const Text = z.string().max(4000);

export const GroupRisks = z.object({
  risks: z
    .array(
      z.object({
        id: Id,
        text: Line,
        area: Line,
        purpose: z.enum(PURPOSES),
        /** Why it is one for all. */
        reason: Text,
      }),
    )
    .max(50),
});
export type GroupRisks = z.output<typeof GroupRisks>;

export const ControlJudgement = z.object({
  judgement: Text,
  /** What is to be better, and by whom. */
  improvements: Text,
  /** How every committee and company stood when it was last saved; filled in by the server. */
  ground: Ground.optional(),
});
export type ControlJudgement = z.output<typeof ControlJudgement>;

export const groupRisksRoutes = matterRoutes(GROUP_RISKS, GroupRisks);
export const controlJudgementRoutes = matterRoutes(CONTROL_JUDGEMENT, ControlJudgement);

const chapter = "control";
const ofYear = z.object({ body: BodyId, year: Year });

/** Somebody has sent it already, or there is nothing new to tell. */
export const NothingToTell = problemKind("nothing-to-tell", 409);
export const NoReportToReceive = problemKind("no-report-to-receive", 404);
export const ReceivedAlready = problemKind("received-already", 409);
/** It has a decided plan, or has been asked as many times as one asks. */
export const NotToAsk = problemKind("plan-not-to-ask", 409);
export const CoordinatorNotInOffice = problemKind("coordinator-not-in-office", 422);
export const NoControlBody = problemKind("no-control-body", 404);

const Item = z.object({
  id: z.string().max(400),
  sort: z.enum(RUNNING_SORTS),
  name: z.string(),
  text: z.string(),
  on: z.string(),
});
export type RunningItemView = z.output<typeof Item>;

const Receipt = z.object({
  meetingDay: z.string(),
  text: z.string(),
  by: z.string(),
  on: z.string(),
});

export const RunningReports = z.object({
  body: z.string(),
  name: z.string(),
  year: Year,
  /** Whether the one who asks reads what has not been sent. */
  reads: z.boolean(),
  /** What the committee or the board has not been told of, oldest first. */
  unreported: z.array(Item),
  /** What has been sent, the newest first, with the meeting at which it was received. */
  reports: z.array(
    z.object({
      id: z.string(),
      thing: z.string(),
      text: z.string(),
      told: z.array(Item),
      by: z.string(),
      on: z.string(),
      receipt: Receipt.nullable(),
    }),
  ),
  maySend: MayShape,
  mayReceive: MayShape,
});
export type RunningReports = z.output<typeof RunningReports>;

export const getRunningReports = route({
  id: "getRunningReports",
  method: "GET",
  path: "/control/running/{body}/{year}",
  chapter,
  summary:
    "Vad som har hänt i den interna kontrollen sedan förra mötet, och vad nämnden eller styrelsen har fått veta och tagit emot (§2.3)",
  params: ofYear,
  returns: RunningReports,
  problems: [NoControlBody],
});

export const sendRunningReport = route({
  id: "sendRunningReport",
  method: "POST",
  path: "/control/running/{body}/{year}",
  chapter,
  allow: { action: `edit:${CONTROL_REPORT.kind}`, of: "body", among: CONTROL_REPORT.bodies },
  summary: "Skicka till nämnden eller styrelsen vad som har hänt i den interna kontrollen sedan sist (§2.3)",
  params: ofYear,
  body: z.object({
    /** In the director's own words, beside what is told. */
    text: z.string().trim().max(4000),
    /** The ids of what the sender saw: what has happened since is told the next time. Left out: all that has happened. */
    told: z.array(z.string().max(400)).max(500).optional(),
  }),
  /** With the report's own id. */
  returns: RunningReports.extend({ id: z.string() }),
  answerName: "SentRunningReport",
  problems: [NoControlBody, NothingToTell],
});

export const receiveReport = route({
  id: "receiveControlReport",
  method: "POST",
  path: "/control/receipts/{body}",
  chapter,
  allow: { action: `edit:${CONTROL_RECEIPT.object}`, of: "body", among: CONTROL_PLAN.bodies },
  summary:
    "Notera vid vilket sammanträde organet tog emot en löpande rapport, eller kommunstyrelsen en årsrapport (§2.3)",
  params: z.object({ body: BodyId }),
  body: z.object({
    /** "running-report:…" or "control-report:socialnamnden:2027". */
    thing: z.string().min(3).max(200),
    meetingDay: DayText,
    text: z.string().trim().max(1000),
  }),
  returns: z.object({ thing: z.string() }),
  problems: [NoReportToReceive, ReceivedAlready],
});

/** How internal control is organised in one committee or company, and how far its year has come. */
const SupervisedBody = z.object({
  body: BodyId,
  name: z.string(),
  plan: z.enum(["none", "draft", "proposed", "decided"]),
  coordinator: z.object({ thing: z.string(), name: z.string(), since: z.string() }).nullable(),
  mayName: MayShape,
  /** That the executive has asked for the plan, last. */
  asked: z.object({ on: z.string(), by: z.string(), text: z.string(), times: z.number().int() }).nullable(),
  annual: z
    .object({
      thing: z.string(),
      decision: z.number().int(),
      decidedOn: z.string(),
      receipt: Receipt.nullable(),
    })
    .nullable(),
  running: z.object({ sent: z.number().int(), received: z.number().int(), last: z.string().nullable() }),
  /** How many have noticed a risk that nobody has taken a stand on. */
  noticed: z.number().int(),
});
export type SupervisedBody = z.output<typeof SupervisedBody>;

export const Supervision = z.object({
  year: Year,
  executive: z.string(),
  /** The rules for internal control that stand in the register. */
  rules: z.array(z.object({ id: z.string(), title: z.string(), href: z.string(), by: z.string() })),
  bodies: z.array(SupervisedBody),
  groupRisks: z.array(z.object({ id: z.string(), text: z.string() })),
  judgement: z.object({
    state: z.enum(["none", "draft", "proposed", "decided"]),
    decision: z.number().int().nullable(),
  }),
  mayAsk: MayShape,
  mayReceive: MayShape,
});
export type Supervision = z.output<typeof Supervision>;

export const getSupervision = route({
  id: "getControlSupervision",
  method: "GET",
  path: "/control/supervision/{year}",
  chapter,
  summary:
    "Hur den interna kontrollen är organiserad: regler, samordnare, planer, årsrapporter med kvitto, och kommunstyrelsens bedömning (§2.3)",
  params: z.object({ year: Year }),
  returns: Supervision,
  answerName: "ControlSupervision",
});

export const askForPlan = route({
  id: "askForControlPlan",
  method: "POST",
  path: "/control/plan-requests/{body}/{year}",
  chapter,
  allow: { action: `edit:${CONTROL_JUDGEMENT.kind}`, of: "executive" },
  summary: "Begär en plan för intern kontroll av ett organ som ingen har (§2.3)",
  params: ofYear,
  body: z.object({ text: z.string().trim().max(1000) }),
  returns: Supervision,
  answerName: "ControlSupervision",
  problems: [NoControlBody, NotToAsk],
});

export const nameCoordinator = route({
  id: "nameControlCoordinator",
  method: "POST",
  path: "/control/coordinators/{body}",
  chapter,
  allow: { action: `edit:${CONTROL_PLAN.kind}`, of: "body", among: CONTROL_PLAN.bodies },
  summary: "Säg vem som samordnar den interna kontrollen i ett organ (§2.3)",
  params: z.object({ body: BodyId }),
  body: z.object({ person: z.string().min(1).max(100) }),
  returns: z.object({ body: z.string(), person: z.string() }),
  problems: [NoControlBody, CoordinatorNotInOffice],
});
