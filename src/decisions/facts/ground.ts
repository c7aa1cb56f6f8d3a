import { canonicalJson } from "../../kernel/canonical.ts";
import { sha256 } from "../../platform/hash.ts";
import type { MatterKind, MatterWork } from "../matter-kinds.ts";
import { type Change, changesSince, type Ground, type GroundPart, keptNow } from "../rules/ground.ts";

/** The fingerprint of a thing: SHA-256 of its canonical JSON. */
export const fingerprint = (of: unknown): string => sha256(canonicalJson(of));

/** A thing that a content rests on, with the fingerprint of all that it says (`of`). */
export function groundPart({
  of,
  unit,
  on,
  ...part
}: Omit<GroundPart, "sha256"> & { readonly of: unknown }): GroundPart {
  return {
    ...part,
    name: part.name.slice(0, 2000),
    ...(unit === undefined ? {} : { unit }),
    ...(on === undefined ? {} : { on }),
    sha256: fingerprint(of),
  };
}

/** What has changed since the content took it in; undefined for a kind, or a content, that keeps no ground. */
export async function changesOf(
  kind: Pick<MatterKind, "ground">,
  work: MatterWork<never>,
): Promise<Change[] | undefined> {
  const ground = await kind.ground?.(work);
  return ground && changesSince(ground.taken, ground.now);
}

/** The ground to store where facts are as they were taken in: its parts as stored, with the reasons that are given. */
export function standingGround(
  { ctx }: Pick<MatterWork<unknown>, "ctx">,
  stored: Ground,
  given: Ground,
  now: readonly GroundPart[],
): Ground {
  const kept = keptNow(given.kept, stored.kept, changesSince({ parts: stored.parts, kept: [] }, now), {
    by: ctx.personId,
    on: ctx.today,
  });
  return { parts: stored.parts, kept };
}
