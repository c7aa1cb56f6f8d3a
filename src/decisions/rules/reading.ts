import type { Citation } from "../../kernel/citation.ts";
import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";
import {
  type Body,
  onOneLine,
  type Person,
  type Post,
  postsOn,
  type Role,
} from "../../organisation/rules/organisation.ts";

/** Enough of a version to say who may read what it holds. */
export interface Readable {
  readonly matter: { readonly id: string; readonly kind: string; readonly body: string };
  readonly number: number;
  readonly state: VersionState;
  readonly decision: object | null;
}

/**
 * Why a person reads a draft:
 * - `line`: holds a post in its body, above it or below it
 * - `auditor`: examines all that is done in the municipality's bodies, and gets to see what that asks for (KL 12:1, 12:9)
 * - `supervision`: the executive's chair and secretary, and those who lead, budget and follow up in its administration, of the
 *   economy and follow-up of the other bodies, whose work it supervises (KL 6:1)
 * - `works`: may write it, or register the decision on it
 * - `named`: has written it, or is named in it: as owner, as responsible
 */
export const READS_AS = ["line", "auditor", "supervision", "works", "named"] as const;
export type ReadsAs = (typeof READS_AS)[number];

export const READING: Citation = "§3.2";

/** The kinds that tell of economy and follow-up: what the executive's supervision reads of other bodies before it is proposed. */
export const SUPERVISED_KINDS: readonly string[] = [
  "budget",
  "planning-conditions",
  "population-forecast",
  "demography-true-up",
  "internal-budget",
  "company-budget",
  "follow-up",
  "interim-report",
  "extra-follow-up",
  "owner-report",
  "annual-report",
  "action-plan",
];

const SUPERVISES = {
  executive: ["chair", "secretary"],
  administration: ["municipal-director", "finance-director", "controller"],
} as const satisfies Partial<Record<Body["kind"], readonly Role[]>>;

/** Who asks to read, as the rule must know it. */
export interface Asker {
  readonly person: Person;
  readonly bodies: readonly Body[];
  readonly day: Day;
  /** Whether the person has a mandate in the body: what `may` answers. */
  readonly may: (action: string, body: string) => boolean;
  /** Whether the person has written a version, or is named in it. */
  readonly named: (version: Readable) => boolean;
}

/**
 * Whether what a version holds is a draft: the administration's own until it is laid forward (TF 2:9–12). What is proposed is with
 * the organ that decides on it, and sent out to those whom it concerns.
 */
export const isDraft = ({ state, decision }: Pick<Readable, "state" | "decision">): boolean =>
  decision === null && state === "draft";

/** A draft of a matter, whichever it is: what has been registered for it and is not reported yet is read like one. */
export const draftOf = (matter: Readable["matter"]): Readable => ({
  matter,
  number: 0,
  state: "draft",
  decision: null,
});

/** What is decided of a matter, whichever version: of what is marked as secret the state tells nothing. */
export const decidedOf = (matter: Readable["matter"]): Readable => ({
  matter,
  number: 0,
  state: "decided",
  decision: {},
});

/** Who sits in the management group reads drafts by the own administration's line, not by the group's. */
const inOwnLine = (bodies: readonly Body[], own: string, body: string): boolean =>
  bodies.find(({ id }) => id === own)?.kind !== "management-group" && onOneLine(bodies, own, body);

/** As what a person reads a draft; undefined for one who does not (R-2, TF 2 ch.). */
export function readsDraftAs(asker: Asker, version: Readable): ReadsAs | undefined {
  const { bodies } = asker;
  const { kind, body } = version.matter;
  return readsAs(asker, version, {
    inLine: (post) => inOwnLine(bodies, post.body, body),
    supervises: (post) => SUPERVISED_KINDS.includes(kind) && supervises(bodies, post),
  });
}

/**
 * As what a person reads a matter that is marked as secret, whatever its state (OSL 2009:400): as a draft, but without the executive's
 * supervision; and the council's and the executive's own are not read by all who stand below or above them.
 */
export function readsSecretAs(asker: Asker, version: Readable): ReadsAs | undefined {
  const { bodies } = asker;
  const { body } = version.matter;
  const own = bodies.find(({ id }) => id === body)?.kind;
  const alone = own === "council" || own === "executive";
  return readsAs(asker, version, {
    inLine: (post) => (alone ? post.body === body : inOwnLine(bodies, post.body, body)),
    supervises: () => false,
  });
}

/** What both rules share: the order in which one reads by one's posts, one's mandates and one's name. */
function readsAs(
  { person, day, may, named }: Asker,
  version: Readable,
  by: { readonly inLine: (post: Post) => boolean; readonly supervises: (post: Post) => boolean },
): ReadsAs | undefined {
  const { kind, body } = version.matter;
  const posts = postsOn(person, day);
  if (posts.some(by.inLine)) return "line";
  if (posts.some((post) => post.role === "auditor")) return "auditor";
  if (posts.some(by.supervises)) return "supervision";
  if (may(`edit:${kind}`, body) || may(`decide:${kind}`, body)) return "works";
  return named(version) ? "named" : undefined;
}

/** Whether a post is one of those through which the executive supervises the other bodies. */
function supervises(bodies: readonly Body[], post: { readonly body: string; readonly role: Role }): boolean {
  const own = bodies.find(({ id }) => id === post.body);
  if (own?.kind === "executive") return (SUPERVISES.executive as readonly Role[]).includes(post.role);
  const serves = bodies.find(({ id }) => id === own?.parent);
  return (
    own?.kind === "administration" &&
    serves?.kind === "executive" &&
    (SUPERVISES.administration as readonly Role[]).includes(post.role)
  );
}

/** Whether one reads what a version holds; asked once for each version that would be shown. */
export type Reads = (version: Readable) => boolean;

/** What is decided and nothing else, where that is what is told of. */
export const readsDecided: Reads = ({ decision }) => decision !== null;

/** Those who have not signed in read what is decided, and what has been laid forward for a decision (docs/decisions/028). */
export const readsInPublic: Reads = (version) => !isDraft(version);

/** What is computed with, and not shown, is read whole. */
export const readsAll: Reads = () => true;
