import type { Adjustment } from "./allocation-input.ts";

/** The steps in the order in which an allocation is built (model §2.2, E-2). */
export const STEPS = ["one-off", "demography", "indexation", "other"] as const;
export type Step = (typeof STEPS)[number];

/** Where a line's amount comes from, so that it can be explained down to the inputs (E-8). */
export type Origin =
  | {
      readonly step: "one-off";
      readonly text: string;
      readonly from: "given" | "adjustment";
      readonly index: number;
      readonly source?: string | undefined;
    }
  | {
      readonly step: "demography";
      readonly service: string;
      /** What people call it, where the texts do not know its id. */
      readonly name?: string | undefined;
      /** Absent only where the volume is measured. */
      readonly ages?: readonly [number, number] | undefined;
      /** Volumes are measured or planned: those of the two years stand where the people in the ages otherwise do. */
      readonly measured?: true | undefined;
      readonly peopleBefore: number;
      readonly peopleNow: number;
      readonly coverage: number;
      readonly priceKr: number;
      /** The exact amount in tkr, as a decimal text, before it was brought to whole tkr together with its step. */
      readonly exactTkr: string;
      readonly source?: string | undefined;
    }
  | {
      readonly step: "indexation";
      readonly kind: string;
      /** The object, where a body has several lines of the kind. */
      readonly name?: string | undefined;
      readonly baseTkr: number;
      readonly rate: number;
      readonly share: number;
      readonly exactTkr: string;
      readonly source?: string | undefined;
    }
  | (Told & { readonly step: "other" })
  /** An adjustment after a true-up of the demography: it belongs to that step (E-4). */
  | (Told & { readonly step: "true-up" });

type Told = Pick<Adjustment, "id" | "source" | "owner" | "by" | "effect" | "decision" | "capital"> & {
  readonly text: string;
  readonly oneOff: boolean;
  readonly index: number;
};

/** The step that a line belongs to. */
export const stepOf = ({ origin: { step } }: Pick<AllocationLine, "origin">): Step =>
  step === "true-up" ? "demography" : step;

export interface AllocationLine {
  readonly body: string;
  /** "one-off", "demography:<service>", "demography:true-up", "indexation:<kind>" or "other". */
  readonly step: string;
  readonly amountTkr: number;
  readonly origin: Origin;
}

export interface AllocationYear {
  readonly year: number;
  /** What each body starts from: the allocation of the year before. */
  readonly opening: Readonly<Record<string, number>>;
  readonly frames: Readonly<Record<string, number>>;
  readonly totalTkr: number;
  readonly lines: readonly AllocationLine[];
}

export interface Allocation {
  readonly years: readonly AllocationYear[];
}
