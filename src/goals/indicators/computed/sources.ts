import type { Day } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Period } from "../rules/periods.ts";
import type { Lack, LedgerComputation, StaffMeasure } from "./rules/computation.ts";

/** How far a source lacks what was asked of it; `day`: how far it reaches, where it ends too early. */
export interface Lacking {
  readonly lacks: Lack;
  readonly day?: Day;
  /** The last month that there is, "2028-03". */
  readonly month?: string;
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

/** What the staff figures say of a period, and of those who can be shown apart. */
export interface StaffAnswer {
  readonly value: number;
  readonly people: number;
  /** The imports that said it. */
  readonly imports: readonly { readonly number: number; readonly name: string }[];
  readonly parts: readonly {
    readonly sex: "women" | "men" | null;
    readonly unit: string | null;
    readonly value: number;
    readonly people: number;
  }[];
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
  staff(
    tx: Tx,
    asked: {
      readonly whose: string | null;
      readonly measure: StaffMeasure;
      readonly period: Period;
      readonly asOf: Day;
    },
  ): Promise<StaffAnswer | Lacking>;
  inhabitants(
    tx: Tx,
    asked: { readonly year: number; readonly from: number; readonly to: number; readonly asOf: Day },
  ): Promise<Inhabitants | undefined>;
}
