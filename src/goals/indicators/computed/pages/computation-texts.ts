import { isBlank } from "../../../../kernel/written.ts";
import {
  COMPUTATION_LIMITS,
  type Computation,
  type LedgerSide,
  type Scale,
  type StaffMeasure,
} from "../rules/computation.ts";

/** What is computed, as its fields show it. */
export interface ComputationTexts {
  /** Empty: nothing, the values are written. */
  readonly side: LedgerSide | "";
  /** The same of the staff figures. */
  readonly measure: StaffMeasure | "";
  readonly whose: string;
  readonly accounts: string;
  readonly scale: Scale;
  readonly per: "" | "inhabitants" | "number";
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly divisor: string;
}

export type ComputationFault =
  | "indicators.computed.accounts-not"
  | "indicators.computed.ages-not"
  | "page.edit.missing";
export type ComputationFaults = Partial<Record<keyof ComputationTexts, ComputationFault>>;

export function computationTexts(computed: Computation | undefined): ComputationTexts {
  const ledger = computed?.from === "ledger" ? computed : undefined;
  const per = ledger?.per ?? null;
  return {
    side: ledger?.side ?? "",
    measure: computed?.from === "staff-figures" ? computed.measure : "",
    whose: computed?.of ?? "",
    accounts: ledger?.accounts.join(", ") ?? "",
    scale: ledger?.scale ?? "tkr",
    per: per?.by ?? "",
    ageFrom: per?.by === "inhabitants" ? String(per.from) : "0",
    ageTo: per?.by === "inhabitants" ? String(per.to) : String(COMPUTATION_LIMITS.topAge),
    divisor: per?.by === "number" ? per.name : "",
  };
}

/** What the fields say is computed of a source: undefined where it is nothing, or what is wrong with each of them. */
export function computationIn(
  texts: ComputationTexts,
  source: string,
): { readonly computed: Computation | undefined } | { readonly faults: ComputationFaults } {
  const { side, measure, scale, per } = texts;
  const of = texts.whose === "" ? null : texts.whose;
  if (source === "staff-figures")
    return { computed: measure === "" ? undefined : { from: "staff-figures", of, measure } };
  if (source !== "ledger" || side === "") return { computed: undefined };
  const faults: ComputationFaults = {};
  const accounts = texts.accounts.split(/[\s,;]+/).filter(Boolean);
  if (accounts.length > COMPUTATION_LIMITS.accounts || !accounts.every((one) => /^[3-9]\d{0,5}$/.test(one)))
    faults.accounts = "indicators.computed.accounts-not";
  const [from, to] = [ageIn(texts.ageFrom), ageIn(texts.ageTo)];
  if (per === "inhabitants" && (from === undefined || to === undefined || from > to))
    faults.ageTo = "indicators.computed.ages-not";
  if (per === "number" && isBlank(texts.divisor)) faults.divisor = "page.edit.missing";
  if (Object.keys(faults).length > 0) return { faults };
  const divided =
    per === "inhabitants"
      ? ({ by: "inhabitants", from: from ?? 0, to: to ?? 0 } as const)
      : per === "number"
        ? ({ by: "number", name: texts.divisor.trim() } as const)
        : null;
  return {
    computed: { from: "ledger", of, side, accounts, scale, per: divided },
  };
}

function ageIn(text: string): number | undefined {
  const age = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return age !== undefined && age <= COMPUTATION_LIMITS.topAge ? age : undefined;
}
