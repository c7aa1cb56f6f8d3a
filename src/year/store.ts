import type { Kinds } from "../decisions/matter-kinds.ts";
import { asOnDay } from "../decisions/rules/seen.ts";
import { allInForce, openHeads } from "../decisions/store/versions.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import { beginningOf } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { yearWheelRoutes } from "./contract.ts";
import { YEAR_WHEEL } from "./kind.ts";
import { MODEL_WHEEL } from "./rules/model-wheel.ts";
import type { WheelStep } from "./rules/step.ts";
import type { MatterFacts } from "./rules/wheel.ts";

/**
 * How far the matters of some years have come on a day, the same for all who look: that something is being written is no secret, and
 * a step that has begun must not be called late to those who do not read the draft. Contents stay unread.
 */
export async function mattersOf(
  tx: Tx,
  kinds: Kinds,
  years: { readonly first: number; readonly last: number },
  asOf: Day,
): Promise<MatterFacts[]> {
  // Which versions are open is read, and nothing of what is written in them
  const heads = await openHeads(tx, years);

  const outdated = await outdatedOn(tx, kinds, asOf);
  const found = new Map<string, MatterFacts>();
  for (const all of Map.groupBy(heads, ({ matter }) => matter.id).values())
    for (const { matter, state, decision, occasion } of asOnDay(all, asOf)) {
      const open = decision === null && (state === "draft" || state === "proposed") ? state : undefined;
      if (decision === null && open === undefined) continue;
      const newer = found.get(matter.id);
      if (newer?.decision != null) continue;
      found.set(matter.id, {
        kind: matter.kind,
        body: matter.body,
        year: matter.year,
        state: newer?.state ?? open ?? "decided",
        decision: decision?.number ?? null,
        occasions: kinds.find(matter.kind)?.routes.kind.occasions,
        occasion: newer ? newer.occasion : occasion,
        decidedOccasion: decision && occasion,
        outdated: decision !== null && outdated.has(matter.id),
      });
    }
  return [...found.values()];
}

/** Decided matters that rest on what has changed since, as each kind's own chapter finds. */
async function outdatedOn(tx: Tx, kinds: Kinds, day: Day): Promise<ReadonlySet<string>> {
  const outdated = new Set<string>();
  for (const kind of kinds.all) for (const id of (await kind.outdated?.(tx, day)) ?? []) outdated.add(id);
  return outdated;
}

/**
 * From when the municipality is followed here: the first year, or the next one where none has been said, which is what a new
 * municipality begins to plan; and the day, where it has one. What was to be done before was done elsewhere and is not late.
 */
export async function followedFrom(
  tx: Tx,
  today: Day,
): Promise<{ readonly firstYear: number; readonly startedOn: Day | undefined }> {
  const { firstYear, startedOn } = await beginningOf(tx);
  return { firstYear: firstYear ?? yearOf(today) + 1, startedOn };
}

export interface WheelInForce {
  readonly steps: readonly WheelStep[];
  /** Null: the model's own. */
  readonly wheel: { readonly matter: string; readonly version: number; readonly decision: number } | null;
}

/** The wheel that a calendar year follows, as known on a day: the latest decided for that year or an earlier one. */
export const wheelInForce = async (tx: Tx, year: number, asOf: Day): Promise<WheelInForce> =>
  (await wheelsInForce(tx, asOf))(year);

/** The same for many years: they are read once. */
export async function wheelsInForce(tx: Tx, asOf: Day): Promise<(year: number) => WheelInForce> {
  const decided = (await allInForce(tx, { kind: YEAR_WHEEL.kind }, asOf)).sort(
    (a, b) => b.matter.year - a.matter.year,
  );
  return (year) => {
    const version = decided.find(({ matter }) => matter.year <= year);
    if (!version?.decision) return { steps: MODEL_WHEEL, wheel: null };
    return {
      steps: yearWheelRoutes.read(version).steps,
      wheel: { matter: version.matter.id, version: version.number, decision: version.decision.number },
    };
  };
}
