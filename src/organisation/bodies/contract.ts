import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { RemarkShape, route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { BodyId, BodyShape, DayText, LedgerCodeView, NobodyTakesOver } from "../contract.ts";
import { ORGANISATION } from "../kind.ts";
import { LEFT_BECAUSE } from "./rules/posts.ts";
import { REORGANISATION_LIMITS, Step } from "./rules/steps.ts";

export const CantReorganise = problemKind("cant-reorganise", 422);
export const NoReorganisation = problemKind("no-reorganisation", 404);
export const ItsDayHasCome = problemKind("its-day-has-come", 409);
export const AlreadyTakenBack = problemKind("already-taken-back", 409);
export const BuiltUpon = problemKind("built-upon", 409);

const chapter = "organisation";
const allow = { action: `edit:${ORGANISATION.object}`, of: "council" } as const;

/** What one body leaves to another, by what it is: "goal" 17, or a kind of matter by its name. */
const Left = z.object({
  body: BodyId,
  name: z.string(),
  /** Who goes on with it; null: nobody. */
  to: BodyId.nullable(),
  toName: z.string().nullable(),
  /** What is held in it: goals, controls, measures … */
  held: z.array(z.object({ what: z.string(), count: z.number().int() })),
  /** Matters of the year and later, by the name of their kind in the reader's language. */
  matters: z.array(z.object({ name: z.string(), count: z.number().int() })),
  codes: z.array(z.string()),
  posts: z.array(
    z.object({
      title: z.string(),
      person: z.string(),
      name: z.string(),
      /** Whether it is that of the one who leads the body. */
      leads: z.boolean(),
      becomes: z.enum(["follow", "end"]),
      /** Why one that was to follow ends: it can't be held there, somebody has it, or the same person has it already; and who has it. */
      because: z.enum(LEFT_BECAUSE).nullable(),
      taker: z.string().nullable(),
      /** Whether the one whose it is has no post at all on the day. */
      alone: z.boolean(),
      /** To whom goes what was held by it. */
      things: z.array(z.object({ name: z.string(), count: z.number().int() })),
    }),
  ),
});
export type Left = z.output<typeof Left>;

export const ReorganisationPreview = z.object({
  day: DayText,
  /** The organisation of that day, without it and with it: those that there are. */
  before: z.array(BodyShape),
  after: z.array(BodyShape),
  left: z.array(Left),
  remarks: z.array(RemarkShape),
});
export type ReorganisationPreview = z.output<typeof ReorganisationPreview>;

const Steps = z.array(Step).min(1).max(REORGANISATION_LIMITS.steps);

export const previewReorganisation = route({
  id: "previewReorganisation",
  method: "POST",
  path: "/reorganisations/preview",
  chapter,
  allow,
  summary: "Förhandsgranska en omorganisation: vad som följer till vem, och vad som hindrar (§3)",
  body: z.object({ day: DayText, steps: Steps }),
  returns: ReorganisationPreview,
});

export const Reorganisation = z.object({
  id: z.string(),
  name: z.string(),
  day: DayText,
  reason: z.string(),
  decision: z.string(),
  steps: z.array(Step),
  registeredBy: z.string(),
  registeredByName: z.string(),
  registeredOn: DayText,
  takenBack: z.object({ by: z.string(), name: z.string(), on: DayText, reason: z.string() }).nullable(),
});
export type Reorganisation = z.output<typeof Reorganisation>;

export const registerReorganisation = route({
  id: "registerReorganisation",
  method: "POST",
  path: "/reorganisations",
  chapter,
  allow,
  summary: "Registrera en omorganisation som gäller från en dag (§3)",
  body: z.object({
    name: writtenText(REORGANISATION_LIMITS.name),
    day: DayText,
    reason: writtenText(REORGANISATION_LIMITS.reason),
    decision: writtenText(REORGANISATION_LIMITS.decision),
    steps: Steps,
  }),
  returns: Reorganisation,
  problems: [CantReorganise, NobodyTakesOver],
});

export const listReorganisations = route({
  id: "listReorganisations",
  method: "GET",
  path: "/reorganisations",
  chapter,
  summary: "Omorganisationer: de som kommer, de som har gällt sedan sin dag och de som tagits tillbaka (§3)",
  access: "public",
  returns: z.array(Reorganisation),
});

export const takeBackReorganisation = route({
  id: "takeBackReorganisation",
  method: "POST",
  path: "/reorganisations/{id}/taking-back",
  chapter,
  allow,
  summary: "Ta tillbaka en omorganisation före dess dag (§3)",
  params: z.object({ id: z.string().min(1).max(60) }),
  body: z.object({ reason: writtenText(REORGANISATION_LIMITS.reason) }),
  returns: Reorganisation,
  problems: [NoReorganisation, ItsDayHasCome, AlreadyTakenBack, BuiltUpon, NobodyTakesOver],
});

/** What has become of a body, a line a day. */
const Turn = z.object({
  day: DayText,
  what: z.enum(["began", "renamed", "moved", "shared", "goes-on-with", "gone-on-with", "divided", "ended"]),
  /** The other name or body that it is about. */
  of: z.string().nullable(),
  /** The reorganisation by which it was done. */
  reorganisation: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export const getBody = route({
  id: "getBody",
  method: "GET",
  path: "/bodies/{body}",
  chapter,
  summary: "Ett organ: vilka som har uppdrag där, vad det ansvarar för, dess koder och dess historia (§3)",
  params: z.object({ body: BodyId }),
  access: "public",
  returns: z.object({
    body: BodyShape,
    assignment: z.string().nullable(),
    /** Whether it is there on the day that is read. */
    there: z.boolean(),
    /** Those above it, the nearest first, and those that stand under it on the day. */
    above: z.array(z.object({ id: BodyId, name: z.string() })),
    under: z.array(BodyShape),
    people: z.array(
      z.object({
        post: z.string(),
        /** Null for who has not signed in: the elected stand by name, others by what they are. */
        person: z.string().nullable(),
        name: z.string(),
        role: z.string(),
        title: z.string(),
        leads: z.boolean(),
      }),
    ),
    /** What people hold in it on the day, by what it is. */
    held: z.array(z.object({ what: z.string(), count: z.number().int() })),
    codes: z.array(LedgerCodeView),
    history: z.array(Turn),
  }),
});
export type BodyPage = z.output<typeof getBody.returns>;

export const listLeaders = route({
  id: "listLeaders",
  method: "GET",
  path: "/leaders",
  chapter,
  summary: "Vem som leder vilket organ (§3.2)",
  access: "public",
  returns: z.array(z.object({ body: BodyId, name: z.string(), title: z.string() })),
});

/** Popolo (popoloproject.com): the terms of open data on organisations, posts and memberships. */
export const getPopolo = route({
  id: "getPopolo",
  method: "GET",
  path: "/organisation/popolo",
  chapter,
  summary: "Organisationen som öppna data med Popolos begrepp: organ, poster, uppdrag och förtroendevalda",
  access: "public",
  returns: z.object({
    organizations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        classification: z.string(),
        parent_id: z.string().nullable(),
        founding_date: z.string(),
        dissolution_date: z.string().nullable(),
        other_names: z.array(z.object({ name: z.string(), note: z.string() })),
      }),
    ),
    posts: z.array(
      z.object({ id: z.string(), label: z.string(), role: z.string(), organization_id: z.string() }),
    ),
    /** Those who are elected, by name; others are posts without a person. */
    persons: z.array(z.object({ id: z.string(), name: z.string() })),
    memberships: z.array(
      z.object({
        id: z.string(),
        person_id: z.string(),
        organization_id: z.string(),
        post_id: z.string(),
        role: z.string(),
        start_date: z.string(),
        end_date: z.string().nullable(),
      }),
    ),
  }),
});
