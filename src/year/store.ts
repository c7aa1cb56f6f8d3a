import { sql } from "kysely";
import { INTERNAL_BUDGET } from "../budget/internal/contract.ts";
import { framesInForce } from "../budget/matter/store.ts";
import { allInForce, type DecisionTables } from "../decisions/store.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";
import { YEAR_WHEEL, YearWheel } from "./contract.ts";
import { MODEL_WHEEL } from "./rules/model-wheel.ts";
import type { WheelStep } from "./rules/step.ts";
import type { MatterFacts } from "./rules/wheel.ts";

/** How far the matters of some years have come on a day; drafts only for those who have signed in. */
export async function mattersOf(
  tx: Tx,
  years: { readonly first: number; readonly last: number },
  asOf: Day,
  drafts: boolean,
): Promise<MatterFacts[]> {
  const rows = await tx
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
    .select(["m.matter_id", "m.kind", "m.body_id", "m.year", "v.state"])
    .select(["d.number as decision", "d.decided_on"])
    // Only this kind is written in parts; other contents are large and stay unread
    .select(
      sql<string | null>`case when m.kind = 'control-report' then v.content ->> 'period' end`.as("period"),
    )
    .select(
      sql<number | null>`case when m.kind = ${INTERNAL_BUDGET.kind}
                              then (v.content #>> '{allocation,amountTkr}')::float8 end`.as("allocatedTkr"),
    )
    .where("m.year", ">=", years.first)
    .where("m.year", "<=", years.last)
    .orderBy("m.matter_id")
    .orderBy("v.number", "desc")
    .execute();

  const frames = await framesInForce(tx, asOf);
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
      period: newer ? newer.period : row.period,
      decidedPeriod: decided === null ? null : row.period,
      outdated:
        decided !== null &&
        row.allocatedTkr !== null &&
        (frames.get(row.year)?.frames[row.body_id] ?? row.allocatedTkr) !== row.allocatedTkr,
    });
  }
  return [...found.values()];
}

/**
 * The first year that the municipality is followed for here: the first that has a budget, or the next one, which is what a
 * new municipality begins to plan. What belongs to a year before it was done elsewhere and is not late.
 */
export async function firstYearOf(tx: Tx, today: Day): Promise<number> {
  const row = await tx
    .withTables<DecisionTables>()
    .selectFrom("decisions.matter")
    .select(({ fn }) => fn.min("year").as("year"))
    .where("kind", "=", "budget")
    .executeTakeFirst();
  return row?.year ?? yearOf(today) + 1;
}

export interface WheelInForce {
  readonly steps: readonly WheelStep[];
  /** Null: the model's own. */
  readonly wheel: { readonly matter: string; readonly version: number; readonly decision: number } | null;
}

/** The wheel that a calendar year follows, as known on a day: the latest decided for that year or an earlier one. */
export async function wheelInForce(tx: Tx, year: number, asOf: Day): Promise<WheelInForce> {
  const [version] = (await allInForce(tx, { kind: YEAR_WHEEL.kind }, asOf))
    .filter((decided) => decided.matter.year <= year)
    .sort((a, b) => b.matter.year - a.matter.year);
  if (!version?.decision) return { steps: MODEL_WHEEL, wheel: null };
  return {
    steps: YearWheel.parse(version.content).steps,
    wheel: { matter: version.matter.id, version: version.number, decision: version.decision.number },
  };
}
