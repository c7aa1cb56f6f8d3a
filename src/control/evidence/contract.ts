import { z } from "zod";
import { GROUNDS } from "../../decisions/secrecy/rules/grounds.ts";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, MayShape, Year } from "../../organisation/contract.ts";
import { NotAWorkbook, route, WorkbookTooLarge } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { NoControl, NotCarriedOut } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { EVIDENCE_LIMITS, EVIDENCE_SORTS } from "./rules/evidence.ts";
import { MAX_SEED, SAMPLE_LIMITS } from "./rules/sampling.ts";

const chapter = "control";
const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Time = z.coerce.number().int().min(1).max(400);
const ofControl = z.object({ body: BodyId, year: Year, control: Id });

/** Neither a paper, a picture, a text nor a workbook, by what it holds. */
export const NotEvidence = problemKind("not-evidence", 422);
/** It holds something that runs, or opens something by itself. */
export const EvidenceRuns = problemKind("evidence-runs", 422);
/** An archive that unpacks to more than it may. */
export const EvidenceTooLarge = problemKind("evidence-too-large", 422);
export const EvidenceFull = problemKind("evidence-full", 409);
export const EvidenceThere = problemKind("evidence-there", 409);
export const NoEvidence = problemKind("no-evidence", 404);
export const EvidenceNotYours = problemKind("evidence-not-yours", 403);
export const SamplesFull = problemKind("samples-full", 409);
export const NoRows = problemKind("no-rows", 422);

/** What carries a control out: who may, as whoever registers it. */
const carriesOut = {
  action: `edit:${CONTROL_PLAN.kind}`,
  of: "body",
  among: CONTROL_PLAN.bodies,
  besides: "holder",
} as const;

/** A sample as it was drawn, with all that it takes to draw it again (K-4). */
const SampleView = z.object({
  id: z.string(),
  listName: z.string(),
  listRows: z.number().int(),
  listSha256: z.string(),
  seed: z.number().int().min(1).max(MAX_SEED),
  drawn: z.array(z.object({ place: z.number().int(), row: z.string() })),
  by: z.string(),
  on: z.string(),
});
export type SampleView = z.output<typeof SampleView>;

const EvidenceView = z.object({
  id: z.string(),
  /** Which time of the control it shows. */
  time: z.number().int(),
  /** Empty for those who do not read it. */
  filename: z.string(),
  sort: z.enum(EVIDENCE_SORTS),
  size: z.number().int(),
  sha256: z.string(),
  ground: z.enum(GROUNDS).nullable(),
  by: z.string(),
  on: z.string(),
  /** That it was taken away, by whom and why. */
  removed: z.object({ by: z.string(), on: z.string(), reason: z.string() }).nullable(),
  reads: z.boolean(),
});
export type EvidenceView = z.output<typeof EvidenceView>;

export const ControlEvidence = z.object({
  samples: z.array(SampleView),
  files: z.array(EvidenceView),
  may: MayShape,
});
export type ControlEvidence = z.output<typeof ControlEvidence>;

export const getControlEvidence = route({
  id: "getControlEvidence",
  method: "GET",
  path: "/control/evidence/{body}/{year}/{control}",
  chapter,
  summary:
    "Dragna stickprov och underlag till en kontroll, för organets egen linje, dem som är namngivna och revisorerna (§2.3)",
  params: ofControl,
  returns: ControlEvidence,
  problems: [NoControl],
});

export const readSampleList = route({
  id: "readSampleList",
  method: "POST",
  path: "/control/sample-list",
  chapter,
  // Nothing is stored: the list goes back to whoever sent it
  allow: "anyone",
  onAnyDay: true,
  secret: true,
  summary: "Läs en lista ur en fil (Excel eller text), att dra ett stickprov ur; inget sparas (§2.3)",
  upload: { maxBytes: 5_000_000 },
  returns: z.object({ rows: z.array(z.string()), left: z.number().int() }),
  answerName: "SampleList",
  problems: [NoRows, NotAWorkbook, WorkbookTooLarge],
});

export const drawSample = route({
  id: "drawSample",
  method: "POST",
  path: "/control/samples/{body}/{year}/{control}",
  chapter,
  allow: carriesOut,
  summary: "Dra ett stickprov slumpvis ur en lista; fröet sparas så att dragningen kan göras om (§2.3)",
  params: ofControl,
  body: z.object({
    listName: writtenText(SAMPLE_LIMITS.name),
    rows: z.array(z.string().min(1).max(SAMPLE_LIMITS.rowLength)).min(1).max(SAMPLE_LIMITS.rows),
    size: z.number().int().min(1).max(SAMPLE_LIMITS.size),
  }),
  returns: SampleView,
  answerName: "SampleView",
  problems: [NoControl, SamplesFull],
});

export const addEvidence = route({
  id: "addEvidence",
  method: "POST",
  path: "/control/evidence",
  chapter,
  allow: carriesOut,
  summary: "Lägg till en fil som visar vad en kontroll fann (§2.3)",
  query: ofControl.extend({ time: Time, ground: z.enum(GROUNDS).optional() }),
  upload: { maxBytes: EVIDENCE_LIMITS.bytes },
  returns: ControlEvidence,
  problems: [
    NoControl,
    NotCarriedOut,
    NotEvidence,
    EvidenceRuns,
    EvidenceTooLarge,
    EvidenceFull,
    EvidenceThere,
  ],
});

export const fetchEvidence = route({
  id: "fetchEvidence",
  method: "GET",
  path: "/control/evidence-files/{evidence}",
  chapter,
  kept: false,
  summary: "Ett underlag som fil; varje öppning noteras (§2.3)",
  params: z.object({ evidence: Id }),
  returns: z.string(),
  produces: "application/octet-stream",
  problems: [NoEvidence, EvidenceNotYours],
});

export const removeEvidence = route({
  id: "removeEvidence",
  method: "POST",
  path: "/control/evidence-files/{evidence}/removal",
  chapter,
  allow: carriesOut,
  summary: "Ta bort ett underlag som blev fel; det som sägs om det finns kvar med skälet (§2.3)",
  params: z.object({ evidence: Id }),
  body: z.object({ reason: writtenText(500) }),
  returns: ControlEvidence,
  problems: [NoEvidence],
});
