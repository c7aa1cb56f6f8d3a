import type { z } from "zod";
import type { getDecision } from "../contract.ts";
import { chainedMatter, versionText } from "../rules/chain.ts";

export type ShownDecision = z.output<typeof getDecision.returns>;

export interface VersionCheck {
  readonly sha256: string;
  /** Whether the content that is shown has the hash that the decision registered. */
  readonly same: boolean;
}

/** Recomputes a decided version's hash in the reader's own browser, from what is shown. */
export async function checkVersion({ decision, content, written }: ShownDecision): Promise<VersionCheck> {
  const text = versionText({
    matterId: decision.matterId,
    number: decision.versionNumber,
    content,
    ...written,
    matter: chainedMatter(decision),
  });
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const sha256 = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { sha256, same: sha256 === decision.versionSha256 };
}
