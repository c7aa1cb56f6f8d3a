import { canonicalJson } from "../../kernel/canonical.ts";
import type { Preparation } from "./preparation.ts";

/** A registered decision as the chain sees it: every field counts. */
export interface ChainLink {
  readonly number: number;
  readonly sha256: string;
  readonly previousSha256: string;
  readonly matterId: string;
  readonly versionNumber: number;
  readonly versionSha256: string;
  readonly [field: string]: unknown;
}

export interface ChainedVersion {
  readonly matterId: string;
  readonly number: number;
  readonly revision: number;
  readonly state: string;
  readonly content: unknown;
  readonly editedBy: string;
  /** As the database writes it, to the microsecond. */
  readonly editedAt: string;
  /** The municipality's day; none for what was decided before the day was kept. */
  readonly writtenOn?: string | null | undefined;
  readonly contentSha256: string | null;
  readonly matter: {
    readonly kind: string;
    readonly body: string;
    readonly year: number;
    readonly key?: string;
  };
}

export interface ChainHead {
  readonly count: number;
  readonly sha256: string;
}

/** What is wrong with the chain, and where; the first fault only, since all after it hangs on it. */
export type ChainFault =
  | { readonly fault: "number-missing"; readonly number: number }
  | { readonly fault: "previous-differs"; readonly number: number }
  | { readonly fault: "decision-changed"; readonly number: number; readonly matterId: string }
  | { readonly fault: "version-missing"; readonly number: number; readonly matterId: string }
  | { readonly fault: "version-changed"; readonly number: number; readonly matterId: string }
  | { readonly fault: "proposal-changed"; readonly number: number; readonly matterId: string }
  | { readonly fault: "version-state"; readonly number: number; readonly matterId: string }
  | { readonly fault: "decided-without-decision"; readonly number: number; readonly matterId: string }
  | { readonly fault: "head-differs"; readonly number: number };

export type ChainReport =
  | { readonly whole: true; readonly count: number; readonly head: string }
  | ({ readonly whole: false } & ChainFault);

/** What the first decision of a municipality hangs on. */
export const GENESIS = "0".repeat(64);

/** The text that a decision's hash is taken over: all of it but the hash itself. */
export function linkText(link: Omit<ChainLink, "sha256">): string {
  const { sha256: _own, ...rest } = link as ChainLink;
  return canonicalJson(rest);
}

/**
 * The text that the hash of a decision's sentence is taken over. The decision's own hash holds that, and not the words, so that the
 * whole chain can be told to all; the salt keeps a short sentence from being found by trying.
 */
export const sentenceText = ({
  sentence,
  salt,
}: {
  readonly sentence: string;
  readonly salt: string;
}): string => canonicalJson({ salt, sentence });

/** A matter as a version's hash holds it: a key only where it has one, so that the hashes of those without stay as they were. */
export const chainedMatter = (matter: {
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  readonly key: string;
}): ChainedVersion["matter"] => ({
  kind: matter.kind,
  body: matter.body,
  year: matter.year,
  ...(matter.key ? { key: matter.key } : {}),
});

/**
 * The text that a version's hash is taken over: the content, what matter it belongs to, and who last wrote it and when, so
 * that none of it can be moved or changed unnoticed. The day only where it was kept, so that the hashes from before hold.
 */
export const versionText = (version: Omit<ChainedVersion, "state" | "contentSha256">): string =>
  canonicalJson({
    matterId: version.matterId,
    matter: version.matter,
    number: version.number,
    revision: version.revision,
    editedBy: version.editedBy,
    editedAt: version.editedAt,
    ...(version.writtenOn ? { writtenOn: version.writtenOn } : {}),
    content: version.content,
  });

/**
 * Recomputes a municipality's chain from its first decision (model R-5). `sha256` gives the hash of a text in hexadecimal.
 * Links must come in the order of their numbers.
 */
export function verifyChain(
  links: readonly ChainLink[],
  versions: readonly ChainedVersion[],
  head: ChainHead | undefined,
  sha256: (text: string) => string,
): ChainReport {
  const byKey = new Map(versions.map((v) => [`${v.matterId} ${v.number}`, v]));
  const decided = new Set<string>();
  const latest = new Map<string, number>();
  for (const link of links)
    latest.set(link.matterId, Math.max(latest.get(link.matterId) ?? 0, link.versionNumber));
  let previous = GENESIS;
  for (const [index, link] of links.entries()) {
    const { number, matterId } = link;
    if (number !== index + 1) return { whole: false, fault: "number-missing", number: index + 1 };
    if (link.previousSha256 !== previous) return { whole: false, fault: "previous-differs", number };
    if (sha256(linkText(link)) !== link.sha256)
      return { whole: false, fault: "decision-changed", number, matterId };
    const key = `${matterId} ${link.versionNumber}`;
    const version = byKey.get(key);
    if (!version) return { whole: false, fault: "version-missing", number, matterId };
    if (version.contentSha256 !== link.versionSha256 || sha256(versionText(version)) !== link.versionSha256)
      return { whole: false, fault: "version-changed", number, matterId };
    // What the meeting changed stands as it was proposed
    const { proposal, motion } = (link.preparation ?? {}) as Preparation;
    const proposed = byKey.get(`${matterId} ${proposal?.version}`);
    if (motion !== undefined && (!proposed || sha256(versionText(proposed)) !== proposal?.sha256))
      return { whole: false, fault: "proposal-changed", number, matterId };
    const state = latest.get(matterId) === link.versionNumber ? "decided" : "superseded";
    if (version.state !== state) return { whole: false, fault: "version-state", number, matterId };
    decided.add(key);
    previous = link.sha256;
  }
  const extra = versions.find((v) => v.contentSha256 !== null && !decided.has(`${v.matterId} ${v.number}`));
  if (extra)
    return {
      whole: false,
      fault: "decided-without-decision",
      number: links.length,
      matterId: extra.matterId,
    };
  if ((head?.count ?? 0) !== links.length || (head?.sha256 ?? GENESIS) !== previous)
    return { whole: false, fault: "head-differs", number: links.length };
  return { whole: true, count: links.length, head: previous };
}
