import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NOT_UNSEEN } from "../../kernel/written.ts";
import { BodyId, DayText, MayShape, Year } from "../../organisation/contract.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { ASSIGNMENT } from "./kind.ts";
import { ASSIGNMENT_LIMITS, ASSIGNMENT_STATES, GIVERS, RECEIVERS, STEP_SORTS } from "./rules/assignment.ts";
import { assignmentInput } from "./rules/giving.ts";

export const NoAssignment = problemKind("no-assignment", 404);
/** There is no such decision, or it is another organ's. */
export const NoDecisionOfOrgan = problemKind("no-decision-of-organ", 404);
/** It stands otherwise than what is written takes: somebody has been there before. */
export const AssignmentNotSo = problemKind("assignment-not-so", 409);
export const AssignmentFull = problemKind("assignment-full", 409);

export const AssignmentInput = assignmentInput(BodyId, DayText);
export type AssignmentInput = z.output<typeof AssignmentInput>;
/** As many as one decision can give. */
export const AssignmentInputs = z.array(AssignmentInput).max(ASSIGNMENT_LIMITS.inDecision);

const AssignmentId = z.object({ id: z.string().regex(/^\d{1,7}-\d{1,3}$/) });

/** An assignment as it stands on the day. */
export const AssignmentLine = z.object({
  id: z.string(),
  /** The decision that gave it. */
  decision: z.number().int(),
  paragraph: z.string(),
  giver: z.string(),
  giverName: z.string(),
  givenOn: DayText,
  text: z.string(),
  to: z.string(),
  toName: z.string(),
  /** Who answers for it: by id, by name, and by post; null where nobody does any more, and when it is closed. */
  holder: z.object({ person: z.string(), name: z.string(), title: z.string() }).nullable(),
  due: DayText,
  /** The day as it was decided, where it has been moved since. */
  movedFrom: DayText.nullable(),
  report: z.string(),
  state: z.enum(ASSIGNMENT_STATES),
  /** When it came to stand so. */
  since: DayText,
  /** Its day has passed, and nobody has reported it back. */
  late: z.boolean(),
});
export type AssignmentLine = z.output<typeof AssignmentLine>;

const AssignmentStep = z.object({
  step: z.number().int(),
  sort: z.enum(STEP_SORTS),
  text: z.string(),
  meetingDay: DayText.nullable(),
  paragraph: z.string().nullable(),
  due: DayText.nullable(),
  dueBefore: DayText.nullable(),
  by: z.string(),
  on: DayText,
});
export type AssignmentStep = z.output<typeof AssignmentStep>;

export const AssignmentView = AssignmentLine.extend({
  /** What was decided, where it was said in words. */
  sentence: z.string().nullable(),
  matter: z.string(),
  registeredBy: z.string(),
  registeredOn: DayText,
  /** All that has been written of it, the oldest first. */
  steps: z.array(AssignmentStep),
  may: z.object({
    /** Telling how it goes: who answers for it, that person's nearest manager, and the organ that has got it. */
    tell: MayShape,
    /** Moving its day, sending it back and closing it: the organ that gave it. */
    answer: MayShape,
  }),
});
export type AssignmentView = z.output<typeof AssignmentView>;

const chapter = "decisions";

/** Which assignments are asked for; all where nothing is said. */
const AssignmentsAsked = z.object({
  giver: BodyId.optional(),
  to: BodyId.optional(),
  /** Given by the body, or to it or those who work under it. */
  body: BodyId.optional(),
  state: z.enum(ASSIGNMENT_STATES).optional(),
  late: z.enum(["true", "false"]).optional(),
  /** In which they were given. */
  year: Year.optional(),
  decision: z.coerce.number().int().min(1).max(10_000_000).optional(),
});
export type AssignmentsAsked = z.output<typeof AssignmentsAsked>;

/** A list has no more: those that are not closed first, then the newest; by a body, a year, a giver or a receiver there are fewer. */
export const MAX_ASSIGNMENTS = 2000;

export const listAssignments = route({
  id: "listAssignments",
  method: "GET",
  path: "/assignments",
  chapter,
  summary: "Uppdragen i fullmäktiges, styrelsens och nämndernas beslut, de nyaste först (§3.2)",
  access: "public",
  query: AssignmentsAsked,
  returns: z.array(AssignmentLine).max(MAX_ASSIGNMENTS),
});

const asFile = {
  method: "GET",
  chapter,
  access: "public",
  query: AssignmentsAsked,
  returns: z.unknown(),
  problems: [NoDocumentYet],
} as const;

export const getAssignmentsPdf = route({
  ...asFile,
  id: "getAssignmentsPdf",
  path: "/assignments/document.pdf",
  summary: "Uppdragen som tillgänglig PDF (§3.2)",
  produces: "application/pdf",
});

export const getAssignmentsWord = route({
  ...asFile,
  id: "getAssignmentsWord",
  path: "/assignments/document.docx",
  summary: "Uppdragen som Word (§3.2)",
  produces: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
});

export const getAssignment = route({
  id: "getAssignment",
  method: "GET",
  path: "/assignments/{id}",
  chapter,
  summary: "Ett uppdrag: beslutet, vem som har det, och allt som har skrivits om det (§3.2)",
  access: "public",
  params: AssignmentId,
  returns: AssignmentView,
  problems: [NoAssignment],
});

export const giveAssignments = route({
  id: "giveAssignments",
  method: "POST",
  path: "/assignments-by/{body}",
  chapter,
  allow: { action: `edit:${ASSIGNMENT.object}`, of: "body", among: GIVERS },
  summary: "Registrera uppdrag i ett beslut som organet har fattat (§3.2)",
  params: z.object({ body: BodyId }),
  body: z.object({
    decision: z.number().int().min(1).max(10_000_000),
    assignments: AssignmentInputs.min(1),
  }),
  returns: z.array(AssignmentLine),
  answerName: "GivenAssignments",
  problems: [NoDecisionOfOrgan],
});

const Said = writtenText(ASSIGNMENT_LIMITS.said);
/** What may be left unsaid. */
const MaySay = z
  .string()
  .trim()
  .max(ASSIGNMENT_LIMITS.said)
  .refine(...NOT_UNSEEN)
  .default("");

export const tellAssignment = route({
  id: "tellAssignment",
  method: "POST",
  path: "/assignments/{id}/told",
  chapter,
  allow: { action: `edit:${ASSIGNMENT.object}`, of: "body", among: RECEIVERS, besides: "holder" },
  summary:
    "Säg hur det går med ett uppdrag: påbörjat, en anteckning, eller återrapporterat till ett möte (§3.2)",
  params: AssignmentId,
  body: z.discriminatedUnion("sort", [
    z.object({ sort: z.literal("begun"), text: MaySay }),
    z.object({ sort: z.literal("note"), text: Said }),
    /** What was done, and the giver's meeting before which that is laid. */
    z.object({ sort: z.literal("reported"), text: Said, meetingDay: DayText }),
  ]),
  returns: AssignmentView,
  problems: [NoAssignment, AssignmentNotSo, AssignmentFull],
});

export const answerAssignment = route({
  id: "answerAssignment",
  method: "POST",
  path: "/assignments/{id}/answer",
  chapter,
  allow: { action: `edit:${ASSIGNMENT.object}`, of: "body", among: GIVERS },
  summary: "Flytta ett uppdrags dag, skicka tillbaka det eller avsluta det, som det organ som gav det (§3.2)",
  params: AssignmentId,
  body: z.discriminatedUnion("sort", [
    z.object({ sort: z.literal("moved"), text: Said, due: DayText }),
    z.object({ sort: z.literal("returned"), text: Said }),
    /** At a meeting, by its day and paragraph, or with a note. */
    z.object({
      sort: z.literal("closed"),
      text: MaySay,
      meetingDay: DayText.nullable().default(null),
      paragraph: z
        .string()
        .regex(/^§ ?\d{1,4}$/, { message: "ska vara en paragraf, till exempel § 112" })
        .nullable()
        .default(null),
    }),
  ]),
  returns: AssignmentView,
  problems: [NoAssignment, AssignmentNotSo, AssignmentFull],
});
