import { sql } from "kysely";
import { decidedBy, ofDecided } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { AsOf } from "../../kernel/moment.ts";
import type { Tx } from "../../platform/database/door.ts";
import { BUDGET } from "./kind.ts";

type StageTables = {
  "decisions.matter": { municipality_id: string; matter_id: string; kind: string; year: number };
  "decisions.version": {
    municipality_id: string;
    matter_id: string;
    number: number;
    content: unknown;
  };
  "decisions.decision": {
    municipality_id: string;
    number: number;
    matter_id: string;
    version_number: number;
    decided_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<StageTables>();

export interface FramesInForce {
  readonly decision: number;
  /** The budget year's allocation by body, in tkr. */
  readonly frames: Readonly<Record<string, number>>;
}

/** What the council has allocated to each body, by year, as in force then; read without the rest of the budgets. */
export async function framesInForce(tx: Tx, asOf: AsOf): Promise<Map<number, FramesInForce>> {
  const inForce = tables(tx)
    .selectFrom("decisions.matter as m")
    .innerJoin("decisions.version as v", (join) =>
      join.onRef("v.municipality_id", "=", "m.municipality_id").onRef("v.matter_id", "=", "m.matter_id"),
    )
    .innerJoin("decisions.decision as d", (join) =>
      join
        .onRef("d.municipality_id", "=", "v.municipality_id")
        .onRef("d.matter_id", "=", "v.matter_id")
        .onRef("d.version_number", "=", "v.number"),
    )
    .select(["m.year", "d.number as decision"])
    .select(sql<Record<string, number> | null>`v.content #> '{allocation,years,0,frames}'`.as("frames"))
    .where("m.kind", "=", BUDGET.kind)
    .where(decidedBy(asOf))
    .orderBy("v.number");
  const rows = await ofDecided(() => inForce.execute());
  return new Map(
    rows.flatMap(({ year, decision, frames }) => (frames ? [[year, { decision, frames }] as const] : [])),
  );
}
