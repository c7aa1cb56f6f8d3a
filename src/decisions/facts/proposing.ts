import type { Day } from "../../kernel/day.ts";
import { isWritten } from "../../kernel/written.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { ProposalText } from "../contract.ts";
import type { Kinds } from "../matter-kinds.ts";
import { layingsSince, type Version, type VersionHead } from "../store/versions.ts";
import { proposedFor } from "./in-words.ts";

/**
 * What can be said of a version where it is laid forward, to be written over: what was said when it was laid forward last, else the
 * writer's own note in it, else what it changes, in one sentence.
 */
export async function sayOf(
  of: { readonly tx: Tx; readonly kinds: Kinds; readonly bodies: readonly Body[] },
  version: Version,
  heads: readonly VersionHead[],
  asOf: Day,
): Promise<ProposalText & { readonly why: string }> {
  const after = heads.find(({ decision }) => decision !== null)?.number ?? 0;
  const layings = await layingsSince(of.tx, version.matter.id, { after, asOf });
  const why = layings.findLast((one) => one.why !== undefined)?.why ?? noteIn(version.content);
  return {
    why: why ?? `${await proposedFor(of, version, heads)}.`,
    perspectives: layings.findLast((one) => one.perspectives.length > 0)?.perspectives ?? [],
  };
}

/** What a version itself says that it changes. */
function noteIn(content: unknown): string | undefined {
  const { changeNote } = content as { readonly changeNote?: unknown };
  return typeof changeNote === "string" && isWritten(changeNote) ? changeNote : undefined;
}
