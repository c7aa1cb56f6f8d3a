import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NOT_UNSEEN } from "../../kernel/written.ts";
import { route } from "../../platform/http/contract.ts";
import { BodyId, DayText } from "../contract.ts";
import { MAX_REQUEST, MAX_REQUEST_ANSWER, MAX_SHOWN, OUTCOMES } from "./rules/requests.ts";

/** Who is asked may not do it either. */
export const AskedMayNot = problemKind("asked-may-not", 422);
export const AskedOneself = problemKind("asked-oneself", 422);
export const AlreadyAsked = problemKind("already-asked", 409);
export const TooManyRequestsOpen = problemKind("too-many-requests-open", 422);
export const NoRequest = problemKind("no-request", 404);
/** A request ends once. */
export const RequestEnded = problemKind("request-ended", 409);
export const DeclinedWithoutWord = problemKind("declined-without-word", 422);

/** A text that may be left out. */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .refine(...NOT_UNSEEN)
    .max(max);

/** What somebody who may not do a thing has asked of one who may. */
export const Request = z.object({
  number: z.number().int(),
  /** By ids and by names. */
  by: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  /** What is asked for, as a mandate says it ("decide:body-goals"), and in which body. */
  action: z.string(),
  body: z.string(),
  bodyName: z.string(),
  text: z.string(),
  on: DayText,
  /** The page where it was asked. */
  href: z.string(),
  /** Null while nobody has answered it or taken it back. */
  ended: z.object({ outcome: z.enum(OUTCOMES), answer: z.string(), on: DayText }).nullable(),
  /** The one who asked has read the answer. */
  seen: z.boolean(),
  /** Whether the one who was asked still may do it, while it is open. */
  stillMay: z.boolean(),
});
export type Request = z.output<typeof Request>;

const chapter = "organisation";
const Numbered = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

export const listRequests = route({
  id: "listRequests",
  method: "GET",
  path: "/requests",
  chapter,
  summary: "Vad andra har bett mig om, och vad jag har bett andra om (§3.2)",
  returns: z.object({ toMe: z.array(Request).max(MAX_SHOWN), byMe: z.array(Request).max(MAX_SHOWN) }),
});

export const makeRequest = route({
  id: "makeRequest",
  method: "POST",
  path: "/requests",
  chapter,
  allow: "anyone",
  summary: "Be den som får göra något att göra det (§3.2)",
  body: z.object({
    to: z.string().min(1).max(100),
    action: z
      .string()
      .max(100)
      .regex(/^[a-z]+:[a-z-]+$/, { message: "ska vara verb:sak, till exempel decide:budget" })
      .meta({ example: "edit:body-goals" }),
    body: BodyId,
    text: optionalText(MAX_REQUEST),
    href: z
      .string()
      .max(300)
      .regex(/^\/([^/\\]|$)/, { message: "ska vara en av kommunens egna sidor och börja med /" })
      .refine(...NOT_UNSEEN)
      .meta({ example: "/mal?ar=2027" }),
  }),
  returns: Request,
  problems: [AskedMayNot, AskedOneself, AlreadyAsked, TooManyRequestsOpen],
});

export const answerRequest = route({
  id: "answerRequest",
  method: "POST",
  path: "/requests/{number}/answer",
  chapter,
  allow: "anyone",
  summary: "Säg att det man har blivit ombedd om är gjort, eller avböj med ett ord om varför (§3.2)",
  params: Numbered,
  body: z.object({ outcome: z.enum(["done", "declined"]), answer: optionalText(MAX_REQUEST_ANSWER) }),
  returns: Request,
  problems: [NoRequest, RequestEnded, DeclinedWithoutWord],
});

export const withdrawRequest = route({
  id: "withdrawRequest",
  method: "POST",
  path: "/requests/{number}/withdrawal",
  chapter,
  allow: "anyone",
  summary: "Ta tillbaka det man har bett om, innan det är besvarat (§3.2)",
  params: Numbered,
  returns: Request,
  problems: [NoRequest, RequestEnded],
});

export const seeRequest = route({
  id: "seeRequest",
  method: "POST",
  path: "/requests/{number}/seen",
  chapter,
  allow: "anyone",
  summary: "Säg att man har läst svaret på det man bad om (§3.2)",
  params: Numbered,
  returns: Request,
  problems: [NoRequest],
});
