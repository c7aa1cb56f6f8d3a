import { idUnlike, plainName } from "../../kernel/plain-id.ts";

/** An id from a title, unlike those that are taken: "Policy för inköp" → "policy-for-inkop". */
export function idFromTitle(title: string, taken: readonly string[]): string {
  return idUnlike(new Set([...taken, ...RESERVED]), plainName(title) || "dokument");
}

/** Addresses under /dokument that are pages of their own. */
const RESERVED: readonly string[] = ["ny", "lag"];
