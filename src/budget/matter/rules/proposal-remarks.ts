import { type Remark, remark } from "../../../kernel/remark.ts";
import type { Adjustment } from "../../base/rules/allocation-input.ts";
import type { AdjustmentProposal } from "./input-rows.ts";

/**
 * What is said of proposals that are not taken in (§2.4, A-7): one that is both taken in and not can't be told apart, and what
 * nobody has decided on yet is named, so that nothing is forgotten when the whole is proposed.
 */
export function proposalRemarks(
  adjustments: readonly Adjustment[],
  proposals: readonly AdjustmentProposal[],
  known: readonly string[],
): Remark[] {
  const taken = new Set(adjustments.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const faults = proposals.flatMap(({ id, body }, i) => {
    const twice = taken.has(id);
    taken.add(id);
    return [
      ...(twice
        ? [remark("stops", "proposal-twice", "§2.4", { value: id }, `adjustmentProposals.${i}.id`)]
        : []),
      ...(known.includes(body)
        ? []
        : [remark("stops", "allocated-to-nobody", "§2.2", { body }, `adjustmentProposals.${i}.body`)]),
    ];
  });
  const open = proposals.filter(({ state }) => state === "considered");
  const sumTkr = open.reduce((sum, { amountTkr }) => sum + amountTkr, 0);
  return open.length === 0
    ? faults
    : [
        ...faults,
        remark("info", "proposals-considered", "§2.4", { count: open.length, sumTkr }, "adjustmentProposals"),
      ];
}
