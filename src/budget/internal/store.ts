import { sql } from "kysely";
import { registeredByDay } from "../../decisions/store/known.ts";
import type { DecisionTables } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { INTERNAL_BUDGET } from "./kind.ts";

type InternalTables = DecisionTables & {
  "budget.internal_allocation": {
    municipality_id: string;
    matter_id: string;
    number: number;
    allocated_tkr: number;
  };
};
const tables = (tx: Tx) => tx.withTables<InternalTables>();

/** Keeps which allocation a version of an internal budget rests on, in tkr; undefined where the council has given none. */
export async function keepAllocation(
  tx: Tx,
  municipality: string,
  { matter, number }: { readonly matter: string; readonly number: number },
  allocatedTkr: number | undefined,
): Promise<void> {
  if (allocatedTkr === undefined) {
    await tables(tx)
      .deleteFrom("budget.internal_allocation")
      .where("matter_id", "=", matter)
      .where("number", "=", number)
      .execute();
    return;
  }
  await tables(tx)
    .insertInto("budget.internal_allocation")
    .values({ municipality_id: municipality, matter_id: matter, number, allocated_tkr: allocatedTkr })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "matter_id", "number"])
        .doUpdateSet({ allocated_tkr: allocatedTkr }),
    )
    .execute();
}

/** What each internal budget in force on a day rests on, in tkr. */
export async function allocationsDecidedOn(
  tx: Tx,
  day: Day,
): Promise<{ matter: string; body: string; year: number; allocatedTkr: number }[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.decision as d")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "d.municipality_id").onRef("m.matter_id", "=", "d.matter_id"),
    )
    .leftJoin("budget.internal_allocation as a", (join) =>
      join
        .onRef("a.municipality_id", "=", "d.municipality_id")
        .onRef("a.matter_id", "=", "d.matter_id")
        .onRef("a.number", "=", "d.version_number"),
    )
    .distinctOn("d.matter_id")
    .select(["d.matter_id", "m.body_id", "m.year"])
    .select(sql<number | null>`a.allocated_tkr::float8`.as("allocated_tkr"))
    .where("m.kind", "=", INTERNAL_BUDGET.kind)
    .where("d.decided_on", "<=", day)
    .where(registeredByDay())
    .orderBy("d.matter_id")
    .orderBy("d.version_number", "desc")
    .execute();
  return rows.flatMap(({ matter_id, body_id, year, allocated_tkr }) =>
    allocated_tkr === null ? [] : [{ matter: matter_id, body: body_id, year, allocatedTkr: allocated_tkr }],
  );
}
