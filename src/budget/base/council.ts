import { soleOwner } from "../../decisions/store/sole-owner.ts";
import type { AsOf } from "../../kernel/moment.ts";
import type { Tx } from "../../platform/database/door.ts";

/** The id of the council whose budget a year's is: found by its kind, whatever it is called (KL 11:8). */
export const councilOfBudget = (tx: Tx, year: number, asOf: AsOf): Promise<string> =>
  soleOwner(tx, { kind: "budget", bodyKind: "council", year }, asOf);
