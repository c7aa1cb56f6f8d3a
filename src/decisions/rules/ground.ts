import { z } from "zod";
import type { Citation } from "../../kernel/citation.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import { writtenText } from "../../platform/rules/written-text.ts";

/**
 * What a matter knew, and when (U-6, U-10): each thing that its content rests on, with a fingerprint of all that the thing said
 * when it was taken in. What has changed since is told in words, and is taken in, or kept out with a reason, before the matter is
 * proposed. A kind of any chapter takes part by its `ground` (`matter-kinds.ts`).
 */

/** 64 hexadecimal figures, or none: the thing is not there. */
const Fingerprint = z.string().regex(/^(?:[0-9a-f]{64})?$/);
const PartId = z.string().min(1).max(300);

export const GroundPart = z.object({
  /** Its place among what the matter rests on: "goals/lasning/value/kravniva". */
  id: PartId,
  /** What sort of thing it is: the text `ground.<sort>` of the kind's chapter. */
  sort: z.string().regex(/^[a-z-]{1,40}$/),
  /** In the municipality's own words. */
  name: z.string().max(2000),
  /** What is shown of it; null where it says nothing that fits in a line. */
  says: z.union([z.string().max(2000), z.number()]).nullable(),
  /** Of a number. */
  unit: z.string().max(200).optional(),
  /** The day that it speaks of, or was decided on. */
  on: z.string().max(10).optional(),
  /** Over all that the thing says, in canonical JSON. */
  sha256: Fingerprint,
});
export type GroundPart = z.output<typeof GroundPart>;

/** A change that is not taken in, and why. It holds for that change only: should the thing change again, it is asked anew. */
const KeptChange = z.object({
  /** The part's. */
  id: PartId,
  /** The fingerprint that is not taken in. */
  sha256: Fingerprint,
  reason: writtenText(2000),
  /** What changed, as it was told when it was kept out; written by the server, as who and when. */
  before: GroundPart.nullable().optional(),
  now: GroundPart.nullable().optional(),
  by: z.string().max(100).optional(),
  on: z.string().max(10).optional(),
});
export type KeptChange = z.output<typeof KeptChange>;

/** Kept with a content. Its parts are the server's; a person gives reasons, and asks to take in what is not kept out. */
export const Ground = z.object({
  parts: z.array(GroundPart).max(10_000),
  kept: z.array(KeptChange).max(500),
  /** Asked of the server, and never stored: what has changed is taken in, except for what is kept out. */
  takeIn: z.boolean().optional(),
});
export type Ground = z.output<typeof Ground>;

export const Change = z.object({
  id: z.string(),
  sort: z.string(),
  name: z.string(),
  /** Null: it was not there. */
  before: GroundPart.nullable(),
  /** Null: it is there no more. */
  now: GroundPart.nullable(),
  /** The fingerprint to name when it is kept out. */
  sha256: z.string(),
  /** Why it is kept out; null where nobody has said. */
  kept: z.object({ reason: z.string(), by: z.string().optional(), on: z.string().optional() }).nullable(),
});
export type Change = z.output<typeof Change>;

/** What has changed since it was taken in: things that are new, gone, or say something else; in the order of what is now. */
export function changesSince(taken: Pick<Ground, "parts" | "kept">, now: readonly GroundPart[]): Change[] {
  const before = new Map(taken.parts.map((part) => [part.id, part]));
  const there = new Set(now.map(({ id }) => id));
  const found: { readonly before: GroundPart | undefined; readonly now: GroundPart | undefined }[] = [
    ...now
      .filter((part) => before.get(part.id)?.sha256 !== part.sha256)
      .map((part) => ({ before: before.get(part.id), now: part })),
    ...taken.parts.filter(({ id }) => !there.has(id)).map((part) => ({ before: part, now: undefined })),
  ];
  return found.map((change) => {
    const { id, sort, name } = (change.now ?? change.before) as GroundPart;
    const sha256 = change.now?.sha256 ?? "";
    const kept = taken.kept.find((one) => one.id === id && one.sha256 === sha256);
    return {
      id,
      sort,
      name,
      before: change.before ?? null,
      now: change.now ?? null,
      sha256,
      kept: kept
        ? {
            reason: kept.reason,
            ...(kept.by === undefined ? {} : { by: kept.by }),
            ...(kept.on === undefined ? {} : { on: kept.on }),
          }
        : null,
    };
  });
}

/** Told by name in a remark; the page tells all. */
const TOLD = 5;

/** What is neither taken in nor kept out asks for a reason of whoever decides on it. */
export function groundRemarks(changes: readonly Change[], cite: Citation): Remark[] {
  const open = changes.filter(({ kept }) => kept === null);
  if (open.length === 0) return [];
  const what = open.slice(0, TOLD).map(changeText).join("; ");
  return [
    remark("needs-reason", "ground-changed", cite, {
      count: open.length,
      what: open.length > TOLD ? `${what} …` : what,
    }),
  ];
}

/** What holds a proposal back beside what stops a decision: one proposes on what is known, or says why not. */
export const holdsBackProposal = ({ level, code }: Pick<Remark, "level" | "code">): boolean =>
  level === "stops" || code === "ground-changed";

/** "Andel behöriga: 87,5 → 91"; the name alone where what is shown is the same. */
export function changeText({ name, before, now }: Pick<Change, "name" | "before" | "now">): string {
  const [was, is] = [said(before), said(now)];
  return was === is ? name : `${name}: ${was} → ${is}`;
}

const said = (part: GroundPart | null): string =>
  part?.says == null ? "–" : String(part.says).replace("-", "−").replace(".", ",");

/**
 * The reasons that stand: those for a change that there is, written by a person. Who and when are the server's: of one that is
 * stored already, whoever gave it.
 */
export function keptNow(
  given: readonly KeptChange[],
  stored: readonly KeptChange[],
  changes: readonly Change[],
  who: { readonly by: string | undefined; readonly on: Day },
): KeptChange[] {
  return changes.flatMap((change) => {
    const kept = given.find((one) => one.id === change.id && one.sha256 === change.sha256);
    if (!kept || isBlank(kept.reason)) return [];
    const same = stored.find(
      (one) => one.id === kept.id && one.sha256 === kept.sha256 && one.reason === kept.reason,
    );
    if (same) return [same];
    return [
      {
        id: change.id,
        sha256: change.sha256,
        reason: kept.reason,
        before: change.before,
        now: change.now,
        ...(who.by === undefined ? {} : { by: who.by }),
        on: who.on,
      },
    ];
  });
}
