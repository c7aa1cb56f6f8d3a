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
