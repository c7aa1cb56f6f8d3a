import type { Seal } from "./seal.ts";

/** What a table's sealed texts came to: closed anew by the newest key, and those that no key opens. */
export interface Resealed {
  readonly closed: number;
  readonly lost: number;
}

/** Closes a text anew where it has to be; undefined where it is as it should be, or can't be opened. */
export function sealedAnew(
  seal: Seal,
  about: string,
  text: string,
  opened: string | undefined,
): { readonly as: "kept" | "lost" } | { readonly as: "closed"; readonly text: string } {
  if (opened === undefined) return { as: "lost" };
  return seal.isNewest(about, text) ? { as: "kept" } : { as: "closed", text: seal.close(about, opened) };
}
