import type { Day } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Period } from "../rules/periods.ts";
import type { Lack, LedgerComputation } from "./rules/computation.ts";

/** How far a source lacks what was asked of it; `day`: how far it reaches, where it ends too early. */
export interface Lacking {
  readonly lacks: Lack;
  readonly day?: Day;
}

/** What the accounts say of a period, by account. */
export interface LedgerAnswer {
  /** Öre; positive as the side has it. */
  readonly amountOre: number;
  readonly accounts: readonly {
    readonly account: string;
    readonly name: string;
    readonly amountOre: number;
  }[];
  /** Which accounts said it, and until when they reach. */
  readonly importId: number;
  readonly filename: string;
  readonly importedOn: Day;
  readonly reaches: Day;
}

export interface Inhabitants {
  readonly people: number;
  /** The year at whose end they live here. */
  readonly year: number;
  readonly source: string;
  /** The decision of the forecast that it is read of. */
  readonly decision: number;
}

/**
 * What chapters above know of what an indicator is computed from (V-7). They declare it and the shell gathers it, as `FigureSource` of an
 * analysis. `whose`: a body's id, null for the whole municipality.
 */
export interface ComputedSources {
  ledger(
    tx: Tx,
    asked: Pick<LedgerComputation, "side" | "accounts"> & {
      readonly whose: string | null;
      readonly period: Period;
      readonly asOf: Day;
    },
  ): Promise<LedgerAnswer | Lacking>;
  inhabitants(
    tx: Tx,
    asked: { readonly year: number; readonly from: number; readonly to: number; readonly asOf: Day },
  ): Promise<Inhabitants | undefined>;
}
