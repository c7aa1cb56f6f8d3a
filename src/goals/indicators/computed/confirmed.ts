import { refuse } from "../../../kernel/problem.ts";
import { remark } from "../../../kernel/remark.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { BadInput } from "../../../platform/http/problems.ts";
import { ComputedChanged, type Indicator } from "../contract.ts";
import type { Period } from "../rules/periods.ts";
import { type Asked, computed } from "./facts.ts";
import { computationOf } from "./rules/computation.ts";
import type { ComputedSources } from "./sources.ts";

interface Stated {
  readonly value: number;
  readonly period?: Period | undefined;
  readonly note?: string | undefined;
  readonly computed?: { readonly of: string; readonly number?: number | undefined } | undefined;
}

/**
 * What the source says of a value that is stored as computed (V-7): reckoned here, never taken from who sends it. Refuses where the source
 * has changed since the page was read, and where another value is stated without a reason. Undefined where it was written.
 */
export async function mustBeComputed(
  sources: ComputedSources,
  tx: Tx,
  indicator: Pick<Indicator, "sourceKind" | "computed">,
  { stated, of }: { readonly stated: Stated; readonly of: Omit<Asked, "period" | "number"> },
) {
  const { computed: sent, period, value, note } = stated;
  if (!sent) return undefined;
  const computation = computationOf(indicator);
  const now =
    computation && period
      ? await computed(sources, tx, computation, { ...of, period, number: sent.number })
      : undefined;
  if (!now || "lacks" in now || now.of !== sent.of) refuse(ComputedChanged);
  if (now.value === null)
    refuse(BadInput, {
      remarks: [remark("stops", "computed-without-number", "§2.1", {}, "computed.number")],
    });
  if (now.value !== value && note === undefined)
    refuse(BadInput, {
      remarks: [remark("stops", "other-than-computed", "§2.1", { value: now.value }, "note")],
    });
  return {
    columns: { computed_value: now.value, computed_of: now.of, computed_number: sent.number ?? null },
    // Parts of another value than the one that is stated would not sum to it
    parts: now.value === value ? now.parts : [],
  };
}
