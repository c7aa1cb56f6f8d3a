import type { Kinds } from "../decisions/matter-kinds.ts";
import { allInForce, type DecisionTables } from "../decisions/store/versions.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import { firstYearIn } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { only } from "../platform/memory/memory.ts";
import { yearWheelRoutes } from "./contract.ts";
import { YEAR_WHEEL } from "./kind.ts";
import { MODEL_WHEEL } from "./rules/model-wheel.ts";
import type { WheelStep } from "./rules/step.ts";
import type { MatterFacts } from "./rules/wheel.ts";

/** How far the matters of some years have come on a day; drafts only for those who have signed in. Contents stay unread. */
export async function mattersOf(
  tx: Tx,
  kinds: Kinds,
  years: { readonly first: number; readonly last: number },
  asOf: Day,
  drafts: boolean,
): Promise<MatterFacts[]> {
  const all = tx
    .withTables<DecisionTables>()
    .selectFrom("decisions.version as v")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "v.municipality_id").onRef("m.matter_id", "=", "v.matter_id"),
    )
    .leftJoin("decisions.decision as d", (join) =>
      join
        .onRef("d.municipality_id", "=", "v.municipality_id")
        .onRef("d.matter_id", "=", "v.matter_id")
        .onRef("d.version_number", "=", "v.number"),
    )
    .leftJoin("decisions.version_fact as f", (join) =>
      join
        .onRef("f.municipality_id", "=", "v.municipality_id")
        .onRef("f.matter_id", "=", "v.matter_id")
        .onRef("f.number", "=", "v.number"),
    )
    .select(["m.matter_id", "m.kind", "m.body_id", "m.year", "v.state", "f.occasion"])
    .select(["d.number as decision", "d.decided_on"])
    .where("m.year", ">=", years.first)
    .where("m.year", "<=", years.last)
    .orderBy("m.matter_id")
    .orderBy("v.number", "desc");
  // Which versions are open is read, and nothing of what is written in them
  const rows = await only("decisions.version", ["open"], () => all.execute());

  const outdated = await outdatedOn(tx, kinds, asOf);
  const found = new Map<string, MatterFacts>();
  for (const row of rows) {
    const decided = row.decided_on !== null && row.decided_on <= asOf ? row.decision : null;
    const open = row.state === "draft" || row.state === "proposed" ? row.state : undefined;
    if (decided === null && !(open && drafts)) continue;
    const newer = found.get(row.matter_id);
    if (newer?.decision != null) continue;
    found.set(row.matter_id, {
      kind: row.kind,
      body: row.body_id,
      year: row.year,
      state: newer?.state ?? open ?? "decided",
      decision: decided,
      occasions: kinds.find(row.kind)?.routes.kind.occasions,
      occasion: newer ? newer.occasion : row.occasion,
      decidedOccasion: decided === null ? null : row.occasion,
      outdated: decided !== null && outdated.has(row.matter_id),
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
 * The first year that the municipality is followed for here, or the next one, which is what a new municipality begins to plan.
 * What belongs to a year before it was done elsewhere and is not late.
 */
export const firstYearOf = async (tx: Tx, today: Day): Promise<number> =>
  (await firstYearIn(tx)) ?? yearOf(today) + 1;

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
