import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { BodyId, DayText } from "../contract.ts";
import { SCOPES } from "../rules/mandate.ts";
import { BODY_KINDS, ROLES, type Role } from "../rules/organisation.ts";
import { MANDATE } from "./kind.ts";
import { POINTS } from "./rules/not-delegable.ts";
import { TRIED } from "./rules/tried.ts";

export const NoMandate = problemKind("no-mandate-row", 404);
export const NotAMandate = problemKind("not-a-mandate", 422);
/** Another has taken over from it: it is that one that is changed. */
export const MandateTakenOver = problemKind("mandate-taken-over", 409);
/** Nobody could change the mandates from some day on. */
export const NobodyLeft = problemKind("nobody-keeps-mandates", 409);
export const TooManyMandates = problemKind("too-many-mandates", 422);

/** So many a municipality has room for, ended ones too. */
export const MAX_MANDATES = 5000;
export const MAX_SOURCE = 300;
/** So many are named of those who hold posts. */
export const MAX_HOLDERS = 200;

const Action = z
  .string()
  .max(100)
  .regex(/^[a-z]+:([a-z-]+|\*)$/, { message: "ska vara verb:sak, till exempel decide:budget" })
  .meta({ example: "edit:lesson" });
const AskedAction = z
  .string()
  .max(100)
  .regex(/^[a-z]+:[a-z-]+$/, { message: "ska vara verb:sak, till exempel decide:budget" });

const RoleShape = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

/** What a mandate says: for what, to whom, how far, from where and when. */
export const MandateInput = z.object({
  action: Action,
  organKinds: z.array(z.enum(BODY_KINDS)).min(1).max(BODY_KINDS.length),
  roles: z.array(RoleShape).min(1).max(Object.keys(ROLES).length),
  /** Where it is given to one body alone, or to one post there. */
  body: BodyId.nullable(),
  post: z.string().min(1).max(100).nullable(),
  scope: z.enum(SCOPES),
  source: writtenText(MAX_SOURCE),
  /** The document of the register that gives it. */
  sourceDocument: z
    .string()
    .regex(/^(document|law):[a-z0-9-]{1,60}$/, { message: "ska vara ett dokument i registret" })
    .nullable(),
  validFrom: DayText,
  validTo: DayText.nullable(),
});
export type MandateInput = z.output<typeof MandateInput>;

/** A row of the table as it is. */
export const MandateView = MandateInput.extend({
  id: z.string(),
  organKinds: z.array(z.string()).readonly(),
  roles: z.array(z.string()).readonly(),
  cite: z.string(),
  /** In words: the body, and the post with whoever holds it. */
  bodyName: z.string().nullable(),
  postName: z.string().nullable(),
  replaces: z.string().nullable(),
});
export type MandateView = z.output<typeof MandateView>;

const chapter = "organisation";
const allow = { action: `edit:${MANDATE.object}`, of: "council" } as const;
const Named = z.object({ id: z.string().min(1).max(60) });

export const getMandateChoices = route({
  id: "getMandateChoices",
  method: "GET",
  path: "/mandates/choices",
  chapter,
  summary: "Vad en befogenhet kan gälla, och vad som enligt lag inte kan delegeras (§3.2)",
  access: "public",
  returns: z.object({
    actions: z.array(
      z.object({
        action: z.string(),
        /** The kinds of body that it can be about; null: any. */
        among: z.array(z.string()).nullable(),
      }),
    ),
    notDelegable: z.array(
      z.object({ point: z.enum(POINTS), cite: z.string(), actions: z.array(z.string()) }),
    ),
  }),
  answerName: "MandateChoices",
});

export const tryMandates = route({
  id: "tryMandates",
  method: "GET",
  path: "/mandates/tried",
  chapter,
  summary:
    "Vem som får göra en sak i ett organ en viss dag, genom vilken befogenhet, och vem som nästan får (§3.2)",
  query: z.object({ action: AskedAction, body: BodyId, day: DayText }),
  returns: z.array(
    z.object({
      mandate: MandateView,
      is: z.enum(TRIED),
      /** By name, the nearest first; at most 200. */
      who: z
        .array(z.object({ person: z.string(), name: z.string(), title: z.string(), bodyName: z.string() }))
        .max(MAX_HOLDERS),
    }),
  ),
  answerName: "TriedMandates",
});

export const listPostsToGive = route({
  id: "listPostsToGive",
  method: "GET",
  path: "/mandate-posts/{body}",
  chapter,
  summary: "De uppdrag i ett organ som en befogenhet kan ges till, och vem som har dem (§3.2)",
  params: z.object({ body: BodyId }),
  returns: z
    .array(z.object({ id: z.string(), title: z.string(), role: RoleShape, name: z.string() }))
    .max(MAX_HOLDERS),
  answerName: "PostsToGive",
});

export const getMandate = route({
  id: "getMandate",
  method: "GET",
  path: "/mandates/{id}",
  chapter,
  summary: "En befogenhet, med vad som gällde före den och vad som kommer efter (§3.2)",
  access: "public",
  params: Named,
  returns: z.object({
    mandate: MandateView,
    /** It and all rows before and after it, the oldest first. */
    line: z.array(MandateView),
  }),
  answerName: "OneMandate",
  problems: [NoMandate],
});

export const addMandate = route({
  id: "addMandate",
  method: "POST",
  path: "/mandates",
  chapter,
  allow,
  summary: "Ge någon en befogenhet från en dag (§3.2)",
  body: MandateInput,
  returns: MandateView,
  problems: [NotAMandate, TooManyMandates],
});

export const changeMandate = route({
  id: "changeMandate",
  method: "POST",
  path: "/mandates/{id}/change",
  chapter,
  allow,
  summary: "Ändra en befogenhet från en dag: den gamla raden slutar dagen före, och en ny börjar (§3.2)",
  params: Named,
  body: MandateInput,
  returns: MandateView,
  problems: [NoMandate, NotAMandate, MandateTakenOver, NobodyLeft, TooManyMandates],
});

export const endMandate = route({
  id: "endMandate",
  method: "POST",
  path: "/mandates/{id}/end",
  chapter,
  allow,
  summary: "Låt en befogenhet upphöra från och med en dag (§3.2)",
  params: Named,
  body: z.object({ from: DayText }),
  returns: z.object({
    id: z.string(),
    /** Its last day; null where it had not begun, and so never was. */
    lastDay: DayText.nullable(),
  }),
  problems: [NoMandate, NotAMandate, MandateTakenOver, NobodyLeft],
});
