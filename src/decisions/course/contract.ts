import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, MayShape } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { COURSE_SORTS, COURSE_STATES } from "./rules/course.ts";

/** Nobody has the thing: it is not decided, or is no more. */
export const NobodysThing = problemKind("nobodys-thing", 404);
export const NotInOffice = problemKind("not-in-office", 422);
/** It has been handed over from a later day already. */
export const HandedOverLater = problemKind("handed-over-later", 409);
/** Something has been written from a later day. */
export const WrittenLater = problemKind("written-later", 409);
export const CourseFull = problemKind("course-full", 409);

const Thing = z.string().min(3).max(300);
const Reason = writtenText(1000);
const MAX_TKR = 1_000_000_000;

export const CourseInput = z.discriminatedUnion("sort", [
  z.object({
    thing: Thing,
    sort: z.literal("state"),
    value: z.enum(COURSE_STATES),
    reason: Reason.optional(),
  }),
  z.object({
    thing: Thing,
    sort: z.literal("note"),
    value: writtenText(2000),
  }),
  z.object({ thing: Thing, sort: z.literal("date"), value: DayText, reason: Reason }),
  /** What it has given so far, tkr: a positive number, or 0. */
  z.object({
    thing: Thing,
    sort: z.literal("effect"),
    value: z.number().int().min(0).max(MAX_TKR),
    reason: Reason.optional(),
  }),
]);
export type CourseInput = z.output<typeof CourseInput>;

const Owner = z.object({
  person: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  /** Who handed it over, by name, and why; null where it was decided so. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

/** What lives on of a thing beside what was decided: who has it, how far it has come, and who may write that. */
export const CourseView = z.object({
  thing: z.string(),
  what: z.string(),
  name: z.string(),
  body: z.string(),
  /** Who has it on the day; `inOffice`: has a post then. */
  owner: Owner.extend({ inOffice: z.boolean() }),
  /** Whom the decided content names. */
  decided: z.object({ person: z.string(), name: z.string() }),
  /** Whom to ask where the owner has no post any more. */
  ask: z.array(z.string()),
  /** Everyone who has had it, oldest first; one to come is last. */
  owners: z.array(Owner),
  /** What can be written of it. */
  sorts: z.array(z.enum(COURSE_SORTS)),
  state: z.enum(COURSE_STATES).nullable(),
  stateReason: z.string().nullable(),
  due: z.string().nullable(),
  effectTkr: z.number().int().nullable(),
  /** All that has been written, newest first; `to` where it has been replaced since. */
  entries: z.array(
    z.object({
      sort: z.enum(COURSE_SORTS),
      value: z.string(),
      reason: z.string().nullable(),
      by: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  may: MayShape,
});
export type CourseView = z.output<typeof CourseView>;

const chapter = "decisions";

export const getCourse = route({
  id: "getCourse",
  method: "GET",
  path: "/course",
  chapter,
  summary: "Det som lever vidare av en sak efter beslutet: ansvarig nu och förr, läge, anteckningar (§3.2)",
  query: z.object({ of: Thing }),
  returns: CourseView,
  problems: [NobodysThing],
});

export const handOverThing = route({
  id: "handOver",
  method: "POST",
  path: "/course/hand-over",
  chapter,
  allow: { action: "keep:*", of: "body", besides: "holder" },
  summary: "Lämna över ansvaret för en sak från en dag; det beslutade ändras inte (§3.2)",
  body: z.object({ thing: Thing, to: z.string().min(1).max(100), from: DayText, reason: Reason }),
  returns: CourseView,
  problems: [NobodysThing, NotInOffice, HandedOverLater],
});

export const writeCourse = route({
  id: "writeCourse",
  method: "POST",
  path: "/course/entries",
  chapter,
  allow: { action: "keep:*", of: "body", besides: "holder" },
  summary: "Läge, anteckning, flyttad dag eller uppnådd effekt för ett åtagande eller en åtgärd (§2.1)",
  body: CourseInput,
  returns: CourseView,
  problems: [NobodysThing, WrittenLater, CourseFull],
});

export const listOwnerless = route({
  id: "listOwnerless",
  method: "GET",
  path: "/course/ownerless",
  chapter,
  summary: "Det som ingen i tjänst ansvarar för, och vem som ska fråga sig vem som tar det (§3.2)",
  returns: z
    .array(
      z.object({
        thing: z.string(),
        what: z.string(),
        name: z.string(),
        body: z.string(),
        bodyName: z.string(),
        person: z.string(),
        personName: z.string(),
        /** The nearest managers, by name. */
        ask: z.array(z.string()),
        href: z.string().nullable(),
      }),
    )
    .max(500),
});

/** What has come to the one who asks because a post ended, until it is ticked off. */
export const listTakenOver = route({
  id: "listTakenOver",
  method: "GET",
  path: "/course/taken-over",
  chapter,
  summary: "Det man har tagit över när någons uppdrag slutade, tills man har bockat av det (§3.2)",
  returns: z
    .array(
      z.object({
        /** The post that ended; empty where none was known. */
        post: z.string(),
        title: z.string(),
        bodyName: z.string(),
        /** Who had it, by name; empty where nobody is known. */
        name: z.string(),
        until: z.string().nullable(),
        things: z.array(
          z.object({
            thing: z.string(),
            what: z.string(),
            name: z.string(),
            bodyName: z.string(),
            href: z.string().nullable(),
          }),
        ),
      }),
    )
    .max(100),
  answerName: "TakenOver",
});

export const tickOff = route({
  id: "tickTakenOver",
  method: "POST",
  path: "/course/taken-over",
  chapter,
  // One's own list alone is touched
  allow: "anyone",
  summary: "Bocka av att man har sett vad man har tagit över efter ett uppdrag (§3.2)",
  body: z.object({ post: z.string().max(100) }),
  returns: listTakenOver.returns,
  answerName: "TakenOver",
});
