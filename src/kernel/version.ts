/**
 * A matter (ärende) has versions. A draft is edited, then proposed, then an organ decides on exactly that version; a later
 * decided version supersedes it. Decided content never changes again (model R-5, U-10).
 */
export const VERSION_STATES = ["draft", "proposed", "decided", "superseded"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

const NEXT: Record<VersionState, readonly VersionState[]> = {
  draft: ["draft", "proposed", "decided"],
  proposed: ["draft", "proposed", "decided"],
  decided: ["superseded"],
  superseded: [],
};

export const mayBecome = (from: VersionState, to: VersionState): boolean => NEXT[from].includes(to);
export const isFrozen = (state: VersionState): boolean => state === "decided" || state === "superseded";

/**
 * The version to show of a matter's, newest first: the decided one, else the newest that the reader may read; or the one with a
 * number, for the same readers. Who reads what is not decided: decisions/rules/reading.ts.
 */
export function shownVersion<V extends { readonly number: number; readonly decision: object | null }>(
  versions: readonly V[],
  reads: (version: V) => boolean,
  number?: number,
): V | undefined {
  const seen = versions.filter(reads);
  return number === undefined
    ? (seen.find((version) => version.decision !== null) ?? seen[0])
    : seen.find((version) => version.number === number);
}
