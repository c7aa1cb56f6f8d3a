import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { type Version, versionOn } from "../../decisions/store/versions.ts";
import { shownVersion } from "../../kernel/version.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { councilOfBudget } from "../base/council.ts";
import { BUDGET } from "./kind.ts";

/** The council's budget of a year as it is shown to who asks: what is decided, else the newest that may be read. */
export async function shownBudget(tx: Tx, ctx: Context, year: number): Promise<Version | undefined> {
  const council = await councilOfBudget(tx, year, ctx.today);
  const reads = await readsOf(tx, ctx);
  return versionOn(tx, matterId(BUDGET.kind, council, year), ctx.today, (heads) =>
    shownVersion(heads, reads),
  );
}
