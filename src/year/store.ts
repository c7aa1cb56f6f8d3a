import type { Kinds } from "../decisions/matter-kinds.ts";
import { asOnDay } from "../decisions/rules/seen.ts";
import { allDecided, allInForce, openHeads } from "../decisions/store/versions.ts";
import { type Day, day, yearOf } from "../kernel/day.ts";
import { beginningOf } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { extraOccasionsRoutes, yearWheelRoutes } from "./contract.ts";
import { EXTRA_OCCASIONS, YEAR_WHEEL } from "./kind.ts";
import { extraSteps } from "./rules/extra.ts";
import type { WheelStep } from "./rules/step.ts";
import type { MatterFacts } from "./rules/wheel.ts";
import { type DecidedWheel, type WheelOfYear, wheelOfYear } from "./rules/which-wheel.ts";

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

export interface WheelInForce extends Pick<WheelOfYear, "meetingsOf" | "organs"> {
  readonly steps: readonly WheelStep[];
  /** Null: the model's own. */
  readonly wheel: { readonly matter: string; readonly version: number; readonly decision: number } | null;
}

/** The wheel that a calendar year follows, as known on a day, with the follow-ups that the executive has added to it (U-5). */
export const wheelInForce = async (tx: Tx, year: number, asOf: Day): Promise<WheelInForce> =>
  (await wheelsInForce(tx, asOf))(year);

/** The same for many years: they are read once, and each is reckoned out once. */
export async function wheelsInForce(tx: Tx, asOf: Day): Promise<(year: number) => WheelInForce> {
  const decided = await decidedWheels(tx, asOf);
  const extras = await allInForce(tx, { kind: EXTRA_OCCASIONS.kind }, asOf);
  const known = new Map<number, WheelInForce>();
  return (year) => {
    const found = known.get(year) ?? inYear(year);
    known.set(year, found);
    return found;
  };

  function inYear(year: number): WheelInForce {
    const { steps, of, ...meetings } = wheelOfYear(decided, year);
    const added = extras
      .filter(({ matter }) => matter.year === year)
      .flatMap((version) => extraSteps(extraOccasionsRoutes.read(version).occasions, year));
    return {
      ...meetings,
      steps: [...steps, ...added],
      wheel: of ? { matter: of.matter, version: of.version, decision: of.decision } : null,
    };
  }
}

/** Every wheel that has been decided until a day, also those that others have taken the place of: what a year began with holds. */
export async function decidedWheels(tx: Tx, asOf: Day): Promise<DecidedWheel[]> {
  return (await allDecided(tx, { kind: YEAR_WHEEL.kind }, asOf)).flatMap((version) =>
    version.decision
      ? [
          {
            ...yearWheelRoutes.read(version),
            matter: version.matter.id,
            version: version.number,
            decision: version.decision.number,
            decidedOn: day(version.decision.decidedOn),
            year: version.matter.year,
          },
        ]
      : [],
  );
}
