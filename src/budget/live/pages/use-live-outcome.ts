import { useDeferredValue, useMemo, useRef } from "react";
import type { Remark } from "../../../kernel/remark.ts";
import { checkAllocationInput } from "../../allocation/rules/check-input.ts";
import type { Budget } from "../../base/contract.ts";
import { withParts } from "../../base/rules/result-parts.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";
import { liveFigures, type ScenarioYear } from "../rules/scenario.ts";

export interface Outcome {
  readonly bodies: readonly string[];
  readonly years: readonly ScenarioYear[];
}

/** What a budget's inputs give, by the same rules as when it is saved; the faults where they can't be computed (E-2, E-7). */
export function outcomeOf(content: Budget): Outcome | { readonly faults: readonly Remark[] } {
  const checked = checkAllocationInput(content.input);
  if ("faults" in checked)
    return { faults: checked.faults.map((fault) => ({ ...fault, at: `input.${fault.at ?? ""}` })) };
  const whole = {
    ...content,
    input: withCapitalInFrames(content),
    resultInput: withParts(content.resultInput, content.resultParts ?? []),
  };
  return { bodies: whole.input.bodies, years: liveFigures(whole)(whole) };
}

/** The outcome while one writes, computed after each key; where the inputs have faults, the last one that there was. */
export function useLiveOutcome(content: Budget): {
  readonly outcome: Outcome | undefined;
  readonly faults: readonly Remark[];
} {
  const written = useDeferredValue(content);
  const found = useMemo(() => outcomeOf(written), [written]);
  const last = useRef<Outcome>(undefined);
  if ("faults" in found) return { outcome: last.current, faults: found.faults };
  last.current = found;
  return { outcome: found, faults: [] };
}
