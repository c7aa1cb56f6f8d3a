import { z } from "zod";
import { frozen } from "../kernel/frozen.ts";
import { problemKind } from "../kernel/problem.ts";
import { VERSION_STATES } from "../kernel/version.ts";
import { NOT_UNSEEN } from "../kernel/written.ts";
import { BodyId, DayText, MayShape, Year } from "../organisation/contract.ts";
import { RemarkShape, route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { AssignmentInputs } from "./assignments/contract.ts";
import { NoCounterProposal } from "./counter/contract.ts";
import { Change } from "./rules/ground.ts";
import type { KindOfMatter } from "./rules/kind.ts";
import { NoMatter } from "./rules/no-matter.ts";
import { EXEMPTIONS, Preparation } from "./rules/preparation.ts";
import { SEARCH_LIMITS, wordsIn } from "./rules/search-words.ts";
import { Sentence } from "./rules/sentence.ts";
import { Secrecy } from "./secrecy/contract.ts";

export const NotDecidable = problemKind("not-decidable", 422);
export const AlreadyDecided = problemKind("already-decided", 409);
export const FutureMeeting = problemKind("future-meeting", 422);
export const UnknownBody = problemKind("unknown-body", 404);
export const WrongKindOfBody = problemKind("wrong-kind-of-body", 422);
export const BodyNotThen = problemKind("body-not-then", 422);
export const DecidedLater = problemKind("decided-later", 409);
/** Nothing of the matter lies before an organ for its decision on the day that is read. */
export const NothingAwaits = problemKind("nothing-awaits", 404);
/** What it holds is read by its own line, those named in it, auditors and the executive's supervision (TF 2 ch., KL 6:1, 12:9). */
export const DraftNotYours = problemKind("draft-not-yours", 403);
/** An earlier day is read, at whose end nothing of the matter had been decided or laid before an organ. */
export const NotKnownThen = problemKind("not-known-then", 404);
/** What is marked as secret is read by its own line, those named in it and auditors (OSL 2009:400). */
export const SecretByLaw = problemKind("secret-by-law", 403);
/** What the meeting changes is decided on, or thrown away; it is not proposed. */
export const ChangeOpen = problemKind("change-open", 409);
/** Only a proposal can be changed at the meeting, and only a change be thrown away. */
export const NothingProposed = problemKind("nothing-proposed", 409);
/** An organ registers its proposals to the council; what other organs decide on is laid forward. */
export const NotForCouncil = problemKind("not-for-council", 422);

/** No two things of different years have that id, or it is one that never comes again. */
export const NoPair = problemKind("no-pair", 404);

export const VersionLine = z.object({
  number: z.number().int(),
  state: z.enum(VERSION_STATES),
  revision: z.number().int(),
  editedBy: z.string(),
  /** The municipality's day on which it was last written. */
  writtenOn: DayText,
  sha256: z.string().nullable(),
  decision: z.number().int().nullable(),
  /** Of what was changed at the meeting: the version that was proposed. */
  changes: z.number().int().nullable(),
  /** Whether the one who asks may read what it holds: another line's draft is not read. */
  read: z.boolean(),
});

const Votes = z.object({
  for: z.number().int().min(0).max(500),
  against: z.number().int().min(0).max(500),
  abstained: z.number().int().min(0).max(500).default(0),
});

const Reservations = z.array(writtenText(2000)).max(100).default([]);

/** Characters of the reason and of each perspective's heading, and how many perspectives there can be. */
export const PROPOSAL_TEXT = { why: 4000, heading: 100, perspectives: 12 } as const;

/** What is said of a proposal where it is laid forward. */
const ProposalText = z.object({
  /** What it changes and why; demanded where a meeting is to decide, absent of what was laid forward before it was. */
  why: writtenText(PROPOSAL_TEXT.why).optional(),
  /** What it means seen from the children, equality, the environment: by the body's own headings. */
  perspectives: z
    .array(z.object({ heading: writtenText(PROPOSAL_TEXT.heading), text: writtenText(PROPOSAL_TEXT.why) }))
    .max(PROPOSAL_TEXT.perspectives)
    .default([]),
});
export type ProposalText = z.output<typeof ProposalText>;

/** How a version stands proposed: by which organ and when, with the paragraph where the organ has decided on it at a meeting. */
const StandingProposal = z.object({
  organ: z.string(),
  organName: z.string(),
  on: DayText,
  meeting: z
    .object({
      decidedOn: DayText,
      paragraph: z.string(),
      reference: z.string(),
      /** How the meeting voted, where votes were counted, and who reserved against it, where anybody did. */
      votes: Votes.optional(),
      reservations: z.array(z.string()).optional(),
    })
    .optional(),
});

/** A matter in one of its versions, with what the rules say of it and what the reader may do with it. */
export const matterShape = <C extends z.ZodType>(content: C) =>
  z.object({
    id: z.string(),
    kind: z.string(),
    body: z.string(),
    year: z.number().int(),
    /** Tells a body's matters of a kind and year apart, where there can be many; otherwise empty. */
    key: z.string(),
    version: VersionLine,
    /** Its secrecy, while it is marked. */
    secrecy: Secrecy.nullable(),
    content,
    remarks: z.array(RemarkShape),
    /** What has changed since the version took it in; absent where a kind, or a version, keeps no account of that. */
    changes: z.array(Change).optional(),
    versions: z.array(VersionLine),
    /** Of the version, or of the one that it changes at the meeting; null where nobody has laid it forward. */
    proposal: StandingProposal.nullable(),
    /** `propose`: to register what one's own organ proposes to the council; null where the council decides on no such matter. */
    may: z.object({ edit: MayShape, decide: MayShape, propose: MayShape.nullable() }),
  });
export type MatterView<C> = Omit<z.output<ReturnType<typeof matterShape<z.ZodUnknown>>>, "content"> & {
  content: C;
};

/** What a version's content was when it was stored, and of what. */
export interface Stored {
  readonly content: unknown;
  readonly number: number;
  readonly matter: { readonly id: string };
}

/**
 * Brings content of an older shape to the present one, so that it can be read; what is stored stays as it was, byte for byte, and
 * its hash holds.
 */
export type Lift = (content: unknown, of: { readonly matter: string; readonly version: number }) => unknown;

const MatterKey = z.string().regex(/^[a-z0-9-]{1,60}$/, {
  message: "ska vara ärendets nyckel: små bokstäver, siffror och bindestreck",
});

/** The routes with which every matter of a kind is read, drafted and proposed, and how its stored content is read. */
export function matterRoutes<K extends KindOfMatter, C extends z.ZodType>(kind: K, content: C, lift?: Lift) {
  const { chapter, cite, names } = kind;
  const path = `/${chapter}/${kind.kind}/{body}/{year}${kind.per === "key" ? "/{key}" : ""}`;
  const place = z.object({ body: BodyId, year: Year, key: MatterKey.optional() });
  const params = kind.per === "key" ? place.required({ key: true }) : place.omit({ key: true });
  const name = kind.kind
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  const returns = matterShape(content);
  const lifted = (stored: Stored): unknown =>
    lift ? lift(stored.content, { matter: stored.matter.id, version: stored.number }) : stored.content;
  /** What is decided is shared by all who read it (`decisions/store/contents.ts`): it is checked once, and then shared too. */
  const checked = new WeakMap<object, z.output<C>>();
  return {
    kind,
    content,
    /** What a version holds, in the present shape; its exact content is the version's own. */
    read(stored: Stored): z.output<C> {
      const of = stored.content;
      if (typeof of !== "object" || of === null || !Object.isFrozen(of)) return content.parse(lifted(stored));
      const before = checked.get(of);
      if (before !== undefined) return before;
      const read = frozen(content.parse(lifted(stored)));
      checked.set(of, read);
      return read;
    },
    /** The same as it is sent and written; throws as `read` does where it does not hold. */
    lifted,
    get: route({
      id: `get${name}`,
      method: "GET",
      path,
      chapter,
      summary: `${names.sv}: läs (${cite})`,
      params: params as unknown as typeof place,
      query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
      returns,
      answerName: `${name}Matter`,
      editable: true,
      problems: [NoMatter, DraftNotYours, SecretByLaw],
    }),
    put: route({
      id: `put${name}`,
      method: "PUT",
      path,
      chapter,
      allow: { action: `edit:${kind.kind}`, of: "body", among: kind.bodies, besides: "asked" },
      summary: `${names.sv}: skriv utkast (${cite})`,
      params: params as unknown as typeof place,
      body: content,
      returns,
      editable: true,
      problems: [UnknownBody, WrongKindOfBody, BodyNotThen, DecidedLater],
    }),
  };
}
export type MatterRoutes<C extends z.ZodType = z.ZodType> = ReturnType<typeof matterRoutes<KindOfMatter, C>>;

const Paragraph = z.string().regex(/^§ ?\d{1,4}$/, { message: "ska vara en paragraf, till exempel § 112" });
const Reference = writtenText(60);

export const DecisionInput = z.object({
  matter: z.string().max(200),
  version: z.number().int().min(1).max(100_000),
  /** The content that was decided on; a draft that has changed since the meeting is refused. */
  revision: z.number().int().min(1),
  decidedOn: DayText,
  paragraph: Paragraph,
  reference: Reference,
  /** What is decided, in plain words: it stands wherever the decision is told of. */
  sentence: Sentence,
  votes: Votes.nullable().default(null),
  reservations: Reservations,
  /** Reasons for what the model or the law asks a reason for: code of the remark → reason. */
  reasons: z.record(z.string().max(60), writtenText(4000)).default({}),
  /** Of the council: why what it decides on need not have been prepared (KL 5:29–30). */
  exemption: z.enum(EXEMPTIONS).optional(),
  /** Of what was changed at the meeting: who moved it, and how they put it. */
  motion: z
    .string()
    .trim()
    .max(2000)
    .refine(...NOT_UNSEEN)
    .default(""),
  /** The counter-proposal that was adopted, by its number: what it says is written in as a change at the meeting. */
  adopts: z.number().int().min(1).max(100_000).optional(),
  /** What the organ asks of somebody in the decision. */
  assignments: AssignmentInputs.default([]),
});
export type DecisionInput = z.output<typeof DecisionInput>;

export const DecisionShape = z.object({
  number: z.number().int(),
  matterId: z.string(),
  kind: z.string(),
  body: z.string(),
  year: z.number().int(),
  key: z.string(),
  versionNumber: z.number().int(),
  versionSha256: z.string(),
  organId: z.string(),
  organ: z.string(),
  decidedOn: z.string(),
  paragraph: z.string(),
  reference: z.string(),
  votes: Votes.nullable(),
  reservations: z.array(z.string()),
  reasons: z.record(z.string(), z.string()),
  mandate: z.object({ action: z.string(), source: z.string(), cite: z.string() }),
  /** What it was prepared by; absent of what was decided before that was kept, and of what nobody had to prepare. */
  preparation: Preparation.optional(),
  /** What was decided, in one sentence; absent of what was decided before it was demanded, and of what is not read. */
  sentence: z.string().optional(),
  /** With the sentence, what `sentenceSha256` in the chain is taken over (RFC 8785, SHA-256): {"salt": …, "sentence": …}. */
  sentenceSalt: z.string().optional(),
  registeredBy: z.string(),
  /** The machine's time; the day that it was in the municipality is `registeredOn`. */
  registeredAt: z.string(),
  registeredOn: DayText,
  /** The last seal over the change log when it was registered; absent for decisions from before there were seals. */
  seal: z.object({ number: z.number().int(), sha256: z.string() }).optional(),
  /** What decided content rests on, as it was then: table → hash of its rows; absent as above. */
  ground: z.record(z.string(), z.string()).optional(),
  previousSha256: z.string(),
  sha256: z.string(),
  /**
   * The secrecy of its matter, while that is marked. For those who do not read it, what was said of the decision – reference, votes,
   * reservations, reasons and preparation – is left out too.
   */
  secrecy: Secrecy.optional(),
});
export type DecisionShape = z.output<typeof DecisionShape>;

const chapter = "decisions";

export const decide = route({
  id: "decide",
  method: "POST",
  path: "/decisions",
  chapter,
  allow: { action: "decide:*", of: "body" },
  summary: "Registrera ett organs beslut om en version av ett ärende (§3.2)",
  body: DecisionInput,
  returns: DecisionShape,
  problems: [NotDecidable, AlreadyDecided, FutureMeeting, NoMatter],
});

const MatterId = z.object({ id: z.string().max(200) });
const Revision = z.coerce.number().int().min(1);

export const propose = route({
  id: "propose",
  method: "POST",
  path: "/matters/{id}/proposal",
  chapter,
  allow: { action: "write:*", of: "body", besides: "asked" },
  summary:
    "Lägg fram ett utkast som förslag till beslut, eller registrera ett organs förslag till fullmäktige (§2.4)",
  params: MatterId,
  body: ProposalText.extend({
    revision: z.number().int().min(1),
    /** Where the organ itself has decided on what it proposes to the council (KL 5:26): its meeting. */
    meeting: z
      .object({
        decidedOn: DayText,
        paragraph: Paragraph,
        reference: Reference,
        votes: Votes.nullable().default(null),
        reservations: Reservations,
      })
      .optional(),
  }),
  returns: z.object({ id: z.string(), version: z.number().int(), state: z.literal("proposed") }),
  problems: [NoMatter, NotDecidable, AlreadyDecided, FutureMeeting, ChangeOpen, NotForCouncil],
});

export const askProposing = route({
  id: "askProposing",
  method: "GET",
  path: "/matters/{id}/proposal",
  chapter,
  summary:
    "Vad som kan sägas av ett förslag när det läggs fram: det som har sagts förut, annars vad det ändrar (§2.4)",
  params: MatterId,
  returns: z.object({
    /** Whether it must be said what it changes and why: where a meeting is to decide. */
    demanded: z.boolean(),
    /** To be written over: as it was put when it was last laid forward, else the writer's own note, else what it changes. */
    why: z.string(),
    /** As they were put last. */
    perspectives: ProposalText.shape.perspectives,
  }),
  problems: [NoMatter, DraftNotYours, SecretByLaw],
});

export const beginChange = route({
  id: "beginChange",
  method: "POST",
  path: "/matters/{id}/change",
  chapter,
  allow: { action: "register:*", of: "body" },
  summary: "Börja ändra ett förslag vid sammanträdet: ändringen blir en egen version (§3.2)",
  params: MatterId,
  body: z.object({
    revision: z.number().int().min(1),
    /** To begin with what a counter-proposal's scenario makes of it, by the counter-proposal's number. */
    counterProposal: z.number().int().min(1).max(100_000).optional(),
  }),
  returns: z.object({ id: z.string(), version: z.number().int(), changes: z.number().int() }),
  problems: [NoMatter, AlreadyDecided, NothingProposed, NoCounterProposal],
});

export const endChange = route({
  id: "endChange",
  method: "DELETE",
  path: "/matters/{id}/change",
  chapter,
  allow: { action: "register:*", of: "body" },
  summary: "Ta bort en ändring vid sammanträdet som inte är beslutad: förslaget står kvar (§3.2)",
  params: MatterId,
  /** The change as it was seen. */
  query: z.object({ revision: Revision }),
  returns: z.object({ id: z.string(), version: z.number().int() }),
  problems: [NoMatter, AlreadyDecided, NothingProposed],
});

export const askDeciding = route({
  id: "askDeciding",
  method: "GET",
  path: "/matters/{id}/deciding",
  chapter,
  allow: { action: "register:*", of: "body" },
  summary: "Vad ett beslut en viss sammanträdesdag kräver: skäl, undantag och hinder (§3.2)",
  params: MatterId,
  query: z.object({
    version: z.coerce.number().int().min(1).max(100_000),
    decidedOn: DayText,
    exemption: z.enum(EXEMPTIONS).optional(),
  }),
  returns: z.object({
    /** Who decides. */
    organ: z.object({ name: z.string(), kind: z.string() }),
    /** Of the content, as it stood on the day. */
    remarks: z.array(RemarkShape),
    /** Of the way to the decision: how it was prepared, on which day, and when it is registered. */
    way: z.array(RemarkShape),
    /** What the decision can be told by, made of what it changes; to be written over. */
    sentence: z.string(),
    /** Where the version is a change at the meeting: what was proposed, and in how many places it differs. */
    change: z.object({ of: z.number().int(), places: z.number().int() }).nullable(),
  }),
  problems: [NoMatter, AlreadyDecided],
});

export const listDecisions = route({
  id: "listDecisions",
  method: "GET",
  path: "/decisions",
  chapter,
  summary: "Beslut, nyast först",
  access: "public",
  query: z.object({
    organ: BodyId.optional(),
    body: BodyId.optional(),
    year: Year.optional(),
    kind: z.string().max(40).optional(),
  }),
  returns: z.array(DecisionShape),
});

const Leaf = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** One place in which two contents differ. */
export const DifferenceShape = z.object({
  thing: z.string(),
  path: z.array(z.string()).readonly(),
  from: Leaf,
  to: Leaf,
});

export const AwaitingLine = z.object({
  id: z.string(),
  kind: z.string(),
  body: z.string(),
  bodyName: z.string(),
  year: z.number().int(),
  key: z.string(),
  version: z.number().int(),
  /** In the reader's language: "Nämndsmål 2028, socialnämnden". */
  title: z.string(),
  /** The day from which it is public: that of the organ's meeting, or on which it was laid forward. */
  proposedOn: DayText,
  /** The organ that proposes it, or that it was laid forward for; null for what was proposed before that was kept. */
  proposedBy: z.object({ organ: z.string(), name: z.string() }).nullable(),
  /** Of the organ's own decision to propose it. */
  paragraph: z.string().nullable(),
  decides: z.object({ organ: z.string(), name: z.string() }),
  /** The last day for the decision by the year's wheel; null where the wheel has no such step. */
  decidedBy: DayText.nullable(),
  /** The page of what it asks and changes. */
  href: z.string(),
});
export type AwaitingLine = z.output<typeof AwaitingLine>;

export const listAwaiting = route({
  id: "listAwaiting",
  method: "GET",
  path: "/decisions/awaiting",
  chapter,
  summary: "Vad som väntar på beslut den dag man läser, det som ska beslutas först överst (§2.4)",
  access: "public",
  query: z.object({ body: BodyId.optional() }),
  returns: z.array(AwaitingLine),
});

export const getBeforeDecision = route({
  id: "getBeforeDecision",
  method: "GET",
  path: "/matters/{id}/before-decision",
  chapter,
  summary: "Ett ärende som väntar på beslut: vad som föreslås, och det som det skulle ersätta (§2.4)",
  access: "public",
  params: MatterId,
  returns: AwaitingLine.extend({
    /** As it is proposed, in the present shape. */
    content: z.unknown(),
    /** What is decided of the matter, else of the nearest year before it; null where nothing is. */
    before: z
      .object({
        matter: z.string(),
        year: z.number().int(),
        version: z.number().int(),
        decision: z.number().int(),
        decidedOn: DayText,
        content: z.unknown(),
      })
      .nullable(),
    /** Each time that it was laid forward since, the first first. */
    layings: z.array(StandingProposal.extend(ProposalText.shape)),
    /** Where the proposal differs from that, the first of them. */
    differences: z.array(DifferenceShape),
    /** Whether there are more than are told. */
    more: z.boolean(),
  }),
  problems: [NothingAwaits],
});

export const getDecision = route({
  id: "getDecision",
  method: "GET",
  path: "/decisions/{number}",
  chapter,
  summary: "Ett beslut med exakt den version som beslutades",
  access: "public",
  params: z.object({ number: z.coerce.number().int().min(1).max(10_000_000) }),
  returns: z.object({
    decision: DecisionShape,
    /** To the letter, as it was decided and hashed; null for those who do not read what is marked as secret. */
    content: z.unknown(),
    /** The same in the present shape, where it was decided in an older one. */
    read: z.unknown().optional(),
    /**
     * Who last wrote the version and when, by the machine's time and by the municipality's day: with the content, what its hash is
     * taken over. No day for what was decided before it was kept.
     */
    written: VersionLine.pick({ revision: true, editedBy: true }).extend({
      editedAt: z.string(),
      writtenOn: DayText.optional(),
    }),
    /** What the meeting changed, where it did: the proposal as it was laid forward, and where the decided version differs from it. */
    changed: z
      .object({
        proposed: z.unknown(),
        /** The first of the differences. */
        differences: z.array(DifferenceShape),
        /** Whether there are more than are told. */
        more: z.boolean(),
      })
      .optional(),
    inForce: z.boolean(),
  }),
});

export const listMatters = route({
  id: "listMatters",
  method: "GET",
  path: "/matters",
  chapter,
  summary: "Ärenden och hur långt de har kommit",
  query: z.object({ kind: z.string().max(40).optional(), body: BodyId.optional(), year: Year.optional() }),
  returns: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      body: z.string(),
      year: z.number().int(),
      key: z.string(),
      state: z.enum(VERSION_STATES),
      version: z.number().int(),
      revision: z.number().int(),
      decidedOn: z.string().nullable(),
      decision: z.number().int().nullable(),
      /** Whether the one who asks may read what the version holds. */
      read: z.boolean(),
      /** Its secrecy, while it is marked. */
      secrecy: Secrecy.nullable(),
    }),
  ),
});

export const search = route({
  id: "search",
  method: "GET",
  path: "/search",
  chapter,
  summary:
    "Sök i allt som får läsas: organ, personer, ärendenas texter, mål, åtaganden, risker, beslut, dokument och lagar, med antal per slag och år: det bästa svaret först, 50 åt gången",
  access: "public",
  query: z.object({
    q: z
      .string()
      .trim()
      .min(2, { message: "ska vara minst två tecken" })
      .max(SEARCH_LIMITS.letters, { message: `får vara högst ${SEARCH_LIMITS.letters} tecken` })
      .refine((q) => wordsIn(q).length <= SEARCH_LIMITS.words, {
        message: `får vara högst ${SEARCH_LIMITS.words} ord: ta bort de som säger minst`,
      }),
    /** The body that one looks at: its things first among equals. */
    own: BodyId.optional(),
    /** Only of one sort, as the counts name it: "risk", "decision", "body-goals". */
    sort: z
      .string()
      .regex(/^[a-z-]{1,40}$/, { message: "ska vara ett slag som svaret räknar upp" })
      .optional(),
    /** Only what is of one year. */
    year: Year.optional(),
    /** How many of the best to pass by: 50, 100, … for those that come after. */
    after: z.coerce.number().int().min(0).max(1000).default(0),
  }),
  returns: z.object({
    /** The words by the roots that they were looked for by; `inside`: what of them counts in the middle of another word, too. */
    roots: z.array(z.object({ root: z.string(), inside: z.string().nullable() })),
    /** How many were found of the sort and the year that are asked for. */
    total: z.number().int(),
    /** How many of each sort, most first; of the year that is asked for. */
    sorts: z.array(z.object({ sort: z.string(), count: z.number().int() })),
    /** How many of each year, the latest first. */
    years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
    found: z.array(
      z.object({
        thing: z.string(),
        /** What it is: "body", "person", "service", "line", "account", "decision", "risk", …, or the kind of what it stands in. */
        sort: z.string(),
        kind: z.string(),
        title: z.string(),
        /** The part of its text where the words are. */
        text: z.string(),
        body: z.string(),
        year: z.number().int().nullable(),
        /** What it is the same as in other years. */
        same: z.string(),
        /** What its body runs that answers to the words: services and units. */
        runs: z.string(),
        href: z.string(),
      }),
    ),
  }),
});

const PairSide = z.object({
  year: z.number().int(),
  name: z.string(),
  /** The names of what measures it; empty for what isn't measured. */
  measuredBy: z.array(z.string()),
});

/** Two things of different years with one id, and whether they are held to be the same (V-6). */
export const CarriedPair = z.object({
  /** The later of them: what is said of the pair is kept with it. */
  thing: z.string(),
  kind: z.string(),
  body: z.string(),
  bodyName: z.string(),
  id: z.string(),
  /** What it is within: the wording of an indicator's goal. */
  within: z.string().nullable(),
  before: PairSide,
  now: PairSide,
  same: z.boolean(),
  /** Waits for a person to go through it. */
  asks: z.boolean(),
  /** Who has said so, by name; null: the system by its rule. */
  by: z.string().nullable(),
  on: z.string(),
  may: MayShape,
});
export type CarriedPair = z.output<typeof CarriedPair>;

export const listOtherYears = route({
  id: "listOtherYears",
  method: "GET",
  path: "/matters/{id}/other-years",
  chapter,
  summary: "Vad i ett ärende som är samma sak som i andra år, och vilka år (§2.1)",
  access: "public",
  params: z.object({ id: z.string().max(200) }),
  returns: z.array(
    z.object({
      /** Its id within the matter, after that of what it is within: "mal-1/matt-1". */
      thing: z.string(),
      /** The other years, the earliest first. */
      years: z.array(z.number().int()),
    }),
  ),
});

export const listCarried = route({
  id: "listCarried",
  method: "GET",
  path: "/carried-on",
  chapter,
  summary: "Saker i olika år med samma beteckning, och om de är samma sak; det som väntar först (§2.1)",
  query: z.object({ body: BodyId.optional() }),
  returns: z.array(CarriedPair),
});

export const settleCarried = route({
  id: "settleCarried",
  method: "POST",
  path: "/carried-on/{body}",
  chapter,
  allow: { action: "settle:*", of: "body" },
  summary: "Säg om en sak är samma som den som hade beteckningen förut (§2.1)",
  params: z.object({ body: BodyId }),
  body: z.object({
    said: z
      .array(z.object({ thing: z.string().min(3).max(300), same: z.boolean() }))
      .min(1)
      .max(500),
  }),
  returns: z.object({ settled: z.number().int() }),
  problems: [UnknownBody, NoPair],
});

export const verifyDecisions = route({
  id: "verifyDecisions",
  method: "GET",
  path: "/decisions-chain",
  chapter,
  summary: "Räkna om beslutskedjan och säg om den är hel (§3.2)",
  access: "public",
  // Reckoned from what is stored now, whoever has changed it and by whatever way
  kept: false,
  returns: z.object({
    whole: z.boolean(),
    count: z.number().int(),
    head: z.string(),
    fault: z.string().optional(),
    number: z.number().int().optional(),
    matterId: z.string().optional(),
  }),
});

export const verifySealed = route({
  id: "verifySeals",
  method: "GET",
  path: "/decisions-seals",
  chapter,
  summary: "Räkna om förseglingarna över ändringsloggen och håll varje rad mot den (§3.2)",
  returns: z.object({
    whole: z.boolean(),
    seals: z.number().int(),
    /** Entries of the change log that are sealed, and that wait for the next seal. */
    sealed: z.number().int(),
    waiting: z.number().int(),
    /** Tables whose every row has been held against the log. */
    tables: z.number().int(),
    /** Where the log's account of tables begins with their rows as they were, at an upgrade. */
    begun: z.array(z.object({ tables: z.number().int(), on: z.string(), why: z.string() })),
    /** The first that differs: what, and where. */
    fault: z
      .object({
        fault: z.string(),
        seal: z.number().int().optional(),
        number: z.number().int().optional(),
        table: z.string().optional(),
        key: z.string().optional(),
        entry: z.number().int().optional(),
      })
      .optional(),
  }),
});
