import { z } from "zod";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { LESSON } from "./kind.ts";
import { FATES, PRINCIPLES } from "./rules/lesson.ts";

const Text = writtenText(2000);
const LessonId = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const NoLesson = problemKind("no-lesson", 404);
export const LessonAnswered = problemKind("lesson-answered", 409);

/** An observation, an improvement or a lesson; who notices it is the person who has signed in (P-2). */
export const LessonInput = z.object({
  /** The body that it is for: the one that the unit serves, or the unit itself. */
  body: BodyId,
  year: Year,
  principle: z.enum(PRINCIPLES),
  text: Text,
  /** P-1: what it means, or could mean, for residents. */
  effectForResidents: Text,
  /** The matter that it was learnt from, as its id ("annual-report:socialnamnden:2027"). */
  fromMatter: z
    .string()
    .regex(/^[a-z-]{1,40}:[a-z0-9-]{1,60}:\d{4}$/, { message: "ska vara ett ärendes beteckning" })
    .nullable()
    .optional(),
});
export type LessonInput = z.output<typeof LessonInput>;

export const LessonView = z.object({
  id: z.string(),
  body: z.string(),
  bodyName: z.string(),
  year: z.number().int(),
  principle: z.enum(PRINCIPLES),
  text: z.string(),
  effectForResidents: z.string(),
  fromMatter: z.string().nullable(),
  noticedBy: z.string(),
  noticedByName: z.string(),
  noticedOn: z.string(),
  answer: z.object({ text: z.string(), by: z.string(), byName: z.string(), on: z.string() }).nullable(),
  fate: z.enum(FATES),
  /** The situation analysis that took it up: what is done with it, and the decision (null: a draft so far). */
  carried: z
    .object({
      matter: z.string(),
      version: z.number().int(),
      decision: z.number().int().nullable(),
      use: z.string(),
    })
    .nullable(),
});
export type LessonView = z.output<typeof LessonView>;

const chapter = "lessons";

export const listLessons = route({
  id: "listLessons",
  method: "GET",
  path: "/analysis/lessons",
  chapter,
  summary: "Lärdomar och vad det blev av dem, nyast först (§2.6)",
  query: z.object({ body: BodyId.optional(), year: Year.optional() }),
  returns: z.array(LessonView),
});

export const addLesson = route({
  id: "addLesson",
  method: "POST",
  path: "/analysis/lessons",
  chapter,
  allow: { action: `edit:${LESSON.object}`, of: "body" },
  summary: "Lämna en iakttagelse, förbättring eller lärdom (§2.6)",
  body: LessonInput,
  returns: LessonView,
});

export const answerLesson = route({
  id: "answerLesson",
  method: "POST",
  path: "/analysis/lessons/{id}/answer",
  chapter,
  allow: { action: `answer:${LESSON.object}`, of: "body" },
  summary: "Svara på en lärdom: den som lämnar något får veta vad det blev av det (§1)",
  params: z.object({ id: LessonId }),
  body: z.object({ text: Text }),
  returns: LessonView,
  problems: [NoLesson, LessonAnswered],
});

const LessonToCarry = z.object({
  lesson: z.string(),
  text: z.string(),
  use: z.string(),
  body: z.string(),
  effectForResidents: z.string(),
  noticedByName: z.string(),
  noticedOn: z.string(),
  /** Answered already: it can still be taken in, and does not have to be. */
  answered: z.boolean(),
});
export type LessonToCarry = z.output<typeof LessonToCarry>;

/** What a situation analysis can be prefilled with; `use` is for the analyst to write. */
export const getLessonsToCarry = route({
  id: "getLessonsToCarry",
  method: "GET",
  path: "/analysis/lessons-to-carry/{body}",
  chapter,
  summary: "Lärdomar som ännu inte har tagits upp i någon nulägesanalys (§2.6)",
  params: z.object({ body: BodyId }),
  returns: z.array(LessonToCarry),
});
