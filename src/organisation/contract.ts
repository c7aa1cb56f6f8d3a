import { z } from "zod";
import { type Day, dayFault, isDay } from "../kernel/day.ts";
import { problemKind } from "../kernel/problem.ts";
import { SAMPLE_FOR } from "../kernel/sample-for.ts";
import { SECURITY_KINDS } from "../kernel/security-kinds.ts";
import { route } from "../platform/http/contract.ts";
import { NearestShape } from "../platform/rules/nearest-shape.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { BodyId } from "./rules/body-id.ts";
import { MAX_ERASE_REASON } from "./rules/erasing.ts";
import { Dimension, LedgerCode, MAX_CODE_PERIODS, UNITS } from "./rules/ledger-codes.ts";
import { MAY_NOT_BECAUSE } from "./rules/may.ts";
import { BODY_KINDS, ROLES, type Role } from "./rules/organisation.ts";

export { BodyId };

/** A calendar day. No transform: what is read in can be written out by the same schema. */
export const DayText: z.ZodType<Day, string> = z
  .string()
  .refine(isDay, { error: ({ input }) => dayFault(String(input)) })
  .meta({ format: "date", example: "2027-04-26" }) as unknown as z.ZodType<Day, string>;
export const Year = z.coerce.number().int().min(2000).max(2200);

export const MayShape = z.union([
  z.object({
    allowed: z.literal(true),
    mandate: z.string(),
    source: z.string(),
    cite: z.string(),
    post: z.string(),
  }),
  z.object({
    allowed: z.literal(false),
    because: z.enum(MAY_NOT_BECAUSE),
    cite: z.string(),
    /** Who may, the nearest first; and the nearest of them by name, for whoever has signed in. */
    ask: z.array(z.string()).readonly(),
    nearest: NearestShape.optional(),
  }),
]);
export type MayShape = z.output<typeof MayShape>;

const PostShape = z.object({
  id: z.string(),
  role: z.enum(Object.keys(ROLES) as [Role, ...Role[]]),
  title: z.string(),
  body: z.string(),
  bodyName: z.string(),
});
export const PersonShape = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  posts: z.array(PostShape),
});

export const BodyShape = z.object({
  id: z.string(),
  kind: z.enum(BODY_KINDS),
  name: z.string(),
  /** What it is called for those who read English. */
  nameEn: z.string().nullish(),
  parent: z.string().nullable(),
  /** What the municipality owns of a company, in per cent. */
  sharePercent: z.number().nullish(),
  /** With whom a joint committee or a company is shared. */
  partners: z.array(z.string()).readonly().optional(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Of one that has ended on the day that is read: the body that goes on with what it was. */
  continuedBy: z.string().nullish(),
});

const SessionShape = z.object({
  person: PersonShape.nullable(),
  /** What whoever has given the password still has to do before anybody has signed in. */
  awaits: z.enum(["second-factor", "set-up"]).nullable(),
  municipality: z.object({ code: z.string(), name: z.string() }),
  /** The day that is read on. */
  today: z.string(),
  /** The municipality's own day, on which everything is written; another than `today` only where a day was chosen. */
  present: z.string(),
  /** Whether roles and days can be chosen here. */
  sample: z.boolean(),
  /** Whom a sample municipality is open for; null in one that is no sample. */
  sampleFor: z.enum(SAMPLE_FOR).nullable(),
  /** How many steps of the sample's year have been played, while it is being played. */
  playing: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
});

/** Years that the model's own matters can be of. */
export const SAMPLE_DAYS = { first: "2000-01-01", last: "2200-12-31" } as const satisfies Record<string, Day>;
export const DayTooFar = problemKind("day-too-far", 422);
export const NotSample = problemKind("not-sample", 403);
/** Who has left the organisation has nothing to do in it; who has not yet come, neither. */
export const NoPost = problemKind("no-post", 403);
export const MayNot = problemKind("may-not", 403);
/** There is nobody left to take over what somebody has: somebody must be given a post first. */
export const NobodyTakesOver = problemKind("nobody-takes-over", 409);
/** The same for an address without an account: the answer tells nobody which addresses there are. */
export const WrongPassword = problemKind("wrong-password", 401);
/** Nothing was looked at: one asks again after a while (Retry-After). */
export const SignInWait = problemKind("sign-in-wait", 429);

const chapter = "organisation";

export const getSession = route({
  id: "getSession",
  method: "GET",
  path: "/session",
  chapter,
  summary: "Vem som är inloggad, i vilken kommun och vilken dag det är",
  access: "public",
  returns: SessionShape,
});

export const listBodies = route({
  id: "listBodies",
  method: "GET",
  path: "/bodies",
  chapter,
  summary: "Kommunkoncernens organisation (§3)",
  access: "public",
  returns: z.array(BodyShape),
});

const CodePeriodShape = z.object({
  body: BodyId,
  /** The first and the last day of vouchers that are this body's; null: until further notice. */
  validFrom: DayText,
  validTo: DayText.nullable(),
});

export const CodePeriods = z.array(CodePeriodShape).max(MAX_CODE_PERIODS);

/** A code in the accounts, or a range of them, and the bodies that it belongs to, one after the other. */
export const LedgerCodeView = z.object({
  /** SIE's number of the dimension: 1 is the responsible unit (ansvar), 6 the project. */
  dimension: Dimension,
  code: LedgerCode,
  /** The last of a range of codes of as many characters; null for one code. */
  codeTo: LedgerCode.nullable(),
  periods: CodePeriods,
});
export type LedgerCodeView = z.output<typeof LedgerCodeView>;

export const NotCodeOwners = problemKind("not-code-owners", 422);

export const listLedgerCodes = route({
  id: "listLedgerCodes",
  method: "GET",
  path: "/ledger-codes",
  chapter,
  summary: "Koderna i redovisningen och vilken enhet var och en hör till, från när till när (§2.5)",
  access: "public",
  returns: z.object({
    codes: z.array(LedgerCodeView),
    /** Codes that several bodies had at once when it began to be asked: they belong to none until somebody says to which. */
    disputed: z.array(z.object({ code: z.string(), bodies: z.array(z.string()) })),
  }),
});

const OfCode = z.object({ code: LedgerCode });
/** Of which dimension, and to which code where it is a range. */
const CodeQuery = z.object({ dimension: Dimension.default(UNITS), to: LedgerCode.optional() });

export const getLedgerCode = route({
  id: "getLedgerCode",
  method: "GET",
  path: "/ledger-codes/{code}",
  chapter,
  summary: "Vilka enheter en kod i redovisningen hör till; inga perioder för en som ingen har (§2.5)",
  params: OfCode,
  query: CodeQuery,
  returns: LedgerCodeView,
  editable: true,
});

export const putLedgerCode = route({
  id: "putLedgerCode",
  method: "PUT",
  path: "/ledger-codes/{code}",
  chapter,
  // Whoever reads the accounts in says whose their codes are: both decide to whom an amount is counted (KL 6:1)
  allow: { action: "import:ledger", of: "executive" },
  summary: "Säg vilka enheter en kod hör till, en i taget; utan perioder hör den till ingen (§2.5)",
  params: OfCode,
  query: CodeQuery,
  body: z.object({ periods: CodePeriods }),
  returns: LedgerCodeView,
  editable: true,
  problems: [NotCodeOwners],
});

export const listMandates = route({
  id: "listMandates",
  method: "GET",
  path: "/mandates",
  chapter,
  summary: "Vem som får göra vad, och varifrån mandatet kommer (§3.2)",
  access: "public",
  returns: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      organKinds: z.array(z.string()).readonly(),
      roles: z.array(z.string()).readonly(),
      scope: z.string(),
      source: z.string(),
      cite: z.string(),
      /** Where it is given to one body alone, or to one post. */
      body: z.string().nullish(),
      post: z.string().nullish(),
      validFrom: DayText,
      validTo: DayText.nullable(),
    }),
  ),
});

export const listHoldings = route({
  id: "listHoldings",
  method: "GET",
  path: "/people/{person}/holdings",
  chapter,
  summary: "Vad en person ansvarar för: mål, indikatorer, åtaganden, dokument (§3.2)",
  params: z.object({ person: z.string().min(1).max(100) }),
  returns: z.array(
    z.object({
      thing: z.string(),
      what: z.string(),
      person: z.string(),
      body: z.string(),
      name: z.string(),
      validFrom: z.string(),
      /** The page where it is worked with. */
      href: z.string().nullable(),
    }),
  ),
});

export const AlreadyErased = problemKind("already-erased", 409);
export const StillInOffice = problemKind("still-in-office", 409);

export const listFormer = route({
  id: "listFormerPeople",
  method: "GET",
  path: "/people/former",
  chapter,
  allow: { action: "erase:personal-data", of: "executive" },
  summary: "De som inte har uppdrag längre och vars personuppgifter finns kvar (dataskyddsförordningen)",
  returns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** The post that the person held last, in which body, and its last day; empty and null for one who has held none. */
      title: z.string(),
      body: z.string(),
      until: DayText.nullable(),
    }),
  ),
});

export const eraseFormer = route({
  id: "erasePerson",
  method: "POST",
  path: "/people/{person}/erasure",
  chapter,
  allow: { action: "erase:personal-data", of: "executive" },
  summary: "Ta bort personuppgifterna för den som har slutat; beslut och det som är skrivet står kvar",
  params: z.object({ person: z.string().min(1).max(100) }),
  body: z.object({
    reason: writtenText(MAX_ERASE_REASON),
  }),
  returns: z.object({
    person: z.string(),
    erasedOn: DayText,
    /** Drafts in which the name still stands: it can be mended there before they are decided. */
    leftIn: z.array(z.object({ name: z.string(), href: z.string() })),
  }),
  problems: [AlreadyErased, StillInOffice],
});

export const askMay = route({
  id: "askMay",
  method: "GET",
  path: "/may",
  chapter,
  summary: "Får jag göra detta? Ja med mandat, eller nej med skäl och vem som får",
  access: "public",
  query: z.object({ action: z.string().max(100), body: BodyId }),
  returns: MayShape,
});

const SecurityEventShape = z.object({
  entry: z.number().int(),
  at: z.iso.datetime(),
  kind: z.enum(SECURITY_KINDS),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The beginning of the SHA-256 of an address that was tried: the same address has the same. */
  address: z.string().nullable(),
  /** The sender's IP address. */
  sender: z.string().nullable(),
  /** What was asked for: "PUT /api/…". */
  operation: z.string().nullable(),
  /** The mandate that is missing, or the sort of problem. */
  reason: z.string().nullable(),
  /** How many times the same within a moment. */
  times: z.number().int(),
});

export const listSecurityEvents = route({
  id: "listSecurityEvents",
  method: "GET",
  path: "/security-events",
  chapter,
  allow: { action: "read:security-log", of: "council" },
  summary: "Säkerhetsloggen: inloggningar, nekade försök och ändrade rättigheter, de senaste först (§3.2)",
  query: z.object({
    kind: z.enum(SECURITY_KINDS).optional(),
    /** Those before this entry. */
    before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  returns: z.object({
    events: z.array(SecurityEventShape),
    /** What to ask with (`before`) for those before; null where these are the first. */
    earlier: z.number().int().nullable(),
  }),
  problems: [MayNot],
});

export const samplePeople = route({
  id: "samplePeople",
  method: "GET",
  path: "/sample/people",
  chapter,
  summary: "Roller att prova i exempelkommunen",
  access: "public",
  returns: z.array(PersonShape),
  problems: [NotSample],
});

/** What one person in the sample can try, and where: after sign-in one is on the page where it is done. */
export const StoryShape = z.object({
  person: z.string().max(100),
  title: z.string().min(1).max(60),
  text: z.string().min(1).max(160),
  titleEn: z.string().min(1).max(60),
  textEn: z.string().min(1).max(160),
  cite: z.string().max(20),
  /** An address of our own. */
  to: z
    .string()
    .max(200)
    .regex(/^\/(?!\/)/),
});

export const sampleStories = route({
  id: "sampleStories",
  method: "GET",
  path: "/sample/stories",
  chapter,
  summary: "Vad man kan pröva i exempelkommunen, och som vem",
  access: "public",
  returns: z.array(StoryShape),
  problems: [NotSample],
});

export const moveSampleDay = route({
  id: "moveSampleDay",
  method: "POST",
  path: "/sample/day",
  chapter,
  allow: "anyone",
  summary: "Flytta exempelkommunens egen dag, för alla som är där",
  body: z.object({ day: DayText }),
  returns: z.object({ present: DayText }),
  onAnyDay: true,
  problems: [NotSample, NoPost, DayTooFar],
});

export const signInSample = route({
  id: "signInSample",
  method: "POST",
  path: "/sign-in/sample",
  chapter,
  summary: "Logga in som en roll i exempelkommunen",
  access: "public",
  body: z.object({ person: z.string().max(100) }),
  returns: PersonShape,
  problems: [NotSample, NoPost],
});

export const signOut = route({
  id: "signOut",
  method: "POST",
  path: "/sign-out",
  chapter,
  summary: "Logga ut",
  access: "public",
  returns: z.object({
    signedOut: z.literal(true),
    /** Where the browser goes on to sign out of the identity provider too; null where there is none. */
    onward: z.string().nullable(),
  }),
});
