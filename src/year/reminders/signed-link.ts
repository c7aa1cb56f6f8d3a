import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { LINE_KINDS, type LineKind } from "./rules/choice.ts";

/** What a link in a letter ends: one kind of line, or all letters. */
export type Ends = LineKind | "all";
const ENDS: readonly string[] = [...LINE_KINDS, "all"];

/** By which a person's links are known, and what they are signed by. */
export interface LinkKey {
  readonly linkId: string;
  readonly secret: string;
}

export const newLinkKey = (): LinkKey => ({
  linkId: randomBytes(16).toString("base64url"),
  secret: randomBytes(32).toString("base64url"),
});

const macOf = ({ linkId, secret }: LinkKey, ends: string) =>
  createHmac("sha256", secret).update(`${linkId}.${ends}`).digest();

/** "id.kind.signature": ends what it says, and opens nothing. */
export const signedLink = (key: LinkKey, ends: Ends): string =>
  `${key.linkId}.${ends}.${macOf(key, ends).toString("base64url")}`;

/** What a link says, before its signature has been looked at. */
export function linkParts(link: string): { readonly linkId: string; readonly ends: Ends } | undefined {
  const [linkId = "", ends = ""] = link.split(".");
  return ENDS.includes(ends) ? { linkId, ends: ends as Ends } : undefined;
}

export function isSigned(link: string, key: LinkKey): boolean {
  const [, ends = "", signature = ""] = link.split(".");
  const given = Buffer.from(signature, "base64url");
  const own = macOf(key, ends);
  return given.length === own.length && timingSafeEqual(given, own);
}
