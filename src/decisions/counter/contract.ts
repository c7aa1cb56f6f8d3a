import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NOT_UNSEEN } from "../../kernel/written.ts";
import { DayText, MayShape } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { Sentence } from "../rules/sentence.ts";
import { MAX_COUNTER_PROPOSALS, MAX_PARTY, MAX_TEXT, OUTCOMES } from "./rules/counter.ts";

/** The matter lies before no body that decides at a meeting: it is a draft, or decided. */
export const NotLaid = problemKind("not-laid", 409);
export const TooManyCounterProposals = problemKind("too-many-counter-proposals", 422);
export const NoCounterProposal = problemKind("no-counter-proposal", 404);
/** It has been withdrawn already, or the body has decided. */
export const CounterProposalStands = problemKind("counter-proposal-stands", 409);
/** Who laid it withdraws it. */
export const NotYourCounterProposal = problemKind("counter-proposal-not-yours", 403);

export const CounterProposalInput = z.object({
  /** By its own name, as scenarios have it. */
  party: writtenText(MAX_PARTY),
  sentence: Sentence,
  text: z
    .string()
    .trim()
    .refine(...NOT_UNSEEN)
    .max(MAX_TEXT)
    .default(""),
  /** Of a budget: a shared scenario of it, by its id. What it makes of the proposal is frozen with the counter-proposal. */
  scenario: z.uuid().optional(),
});
export type CounterProposalInput = z.output<typeof CounterProposalInput>;

/** What a party or a member puts against what has been laid before a body (motförslag). */
export const CounterProposal = z.object({
  /** Within the matter, in the order in which they were laid. */
  number: z.number().int(),
  matterId: z.string(),
  /** The version that it lies beside. */
  version: z.number().int(),
  organId: z.string(),
  organ: z.string(),
  party: z.string(),
  sentence: z.string(),
  text: z.string(),
  /** The name of the scenario that its content is computed from; null where it is said in words alone. */
  scenario: z.string().nullable(),
  /** Over all that was laid, the content too. */
  sha256: z.string(),
  laidBy: z.string(),
  laidOn: DayText,
  withdrawnOn: DayText.nullable(),
  /** How it fell, by which decision; null until the body has decided, and where it was withdrawn. */
  fell: z.object({ outcome: z.enum(OUTCOMES), decision: z.number().int(), decidedOn: DayText }).nullable(),
  /** It is one's own, and can be withdrawn still. */
  mayWithdraw: z.boolean(),
});
export type CounterProposal = z.output<typeof CounterProposal>;

const OfMatter = z.object({ id: z.string().max(200) });
const One = OfMatter.extend({ number: z.coerce.number().int().min(1).max(100_000) });
const chapter = "decisions";
const allow = {
  action: "counter:*",
  of: "body",
  among: ["council", "executive", "committee", "joint-committee", "electoral", "company"],
} as const;

export const listCounterProposals = route({
  id: "listCounterProposals",
  method: "GET",
  path: "/matters/{id}/counter-proposals",
  chapter,
  summary: "Motförslagen till ett ärende, och hur de föll (§3.2)",
  access: "public",
  params: OfMatter,
  returns: z.object({
    /** The body before which the matter lies, and whether one may lay a counter-proposal there; null where it lies before none. */
    before: z.object({ organId: z.string(), organ: z.string(), may: MayShape }).nullable(),
    /** Whether a scenario can be laid of such a matter. */
    takesScenario: z.boolean(),
    counterProposals: z.array(CounterProposal).max(MAX_COUNTER_PROPOSALS * 10),
  }),
});

export const getCounterProposal = route({
  id: "getCounterProposal",
  method: "GET",
  path: "/matters/{id}/counter-proposals/{number}",
  chapter,
  summary: "Ett motförslag, med det innehåll som lades (§3.2)",
  access: "public",
  params: One,
  returns: z.object({
    counterProposal: CounterProposal,
    /** As it was laid, to the letter; null where it is said in words alone. */
    content: z.unknown(),
    /** The same in the present shape, where it was laid in an older one. */
    read: z.unknown().optional(),
  }),
  problems: [NoCounterProposal],
});

export const layCounterProposal = route({
  id: "layCounterProposal",
  method: "POST",
  path: "/matters/{id}/counter-proposals",
  chapter,
  allow,
  summary: "Lägg ett motförslag till ett ärende som ligger framme för beslut (§3.2)",
  params: OfMatter,
  body: CounterProposalInput,
  returns: CounterProposal,
  problems: [NoMatter, NotLaid, TooManyCounterProposals],
});

export const withdrawCounterProposal = route({
  id: "withdrawCounterProposal",
  method: "POST",
  path: "/matters/{id}/counter-proposals/{number}/withdrawal",
  chapter,
  allow: { ...allow, besides: "own" },
  summary: "Dra tillbaka ett eget motförslag innan organet har beslutat (§3.2)",
  params: One,
  returns: CounterProposal,
  problems: [NoMatter, NoCounterProposal, CounterProposalStands, NotYourCounterProposal],
});
