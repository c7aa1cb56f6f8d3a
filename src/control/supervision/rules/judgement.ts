import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

const CITE = "§2.3";

/** What stands in the way of the executive's judgement, and what it is made without (K-5). */
export function judgementRemarks(
  { judgement, improvements }: { readonly judgement: string; readonly improvements: string },
  bodies: readonly { readonly name: string; readonly annual: boolean; readonly received: boolean }[],
): Remark[] {
  const without = bodies.filter(({ annual }) => !annual);
  const unread = bodies.filter(({ annual, received }) => annual && !received);
  return [
    ...(isBlank(judgement) ? [remark("stops", "judgement-missing", CITE, {}, "judgement")] : []),
    ...(isBlank(improvements)
      ? [remark("info", "judgement-without-improvements", CITE, {}, "improvements")]
      : []),
    ...(without.length > 0
      ? [
          remark("needs-reason", "judgement-before-reports", CITE, {
            bodies: without.map(({ name }) => name).join(", "),
          }),
        ]
      : []),
    ...(unread.length > 0
      ? [
          remark("deviation", "judgement-before-receipts", CITE, {
            bodies: unread.map(({ name }) => name).join(", "),
          }),
        ]
      : []),
  ];
}

/** What stands in the way of setting risks for all. */
export function groupRisksRemarks(
  risks: readonly { readonly id: string; readonly reason: string }[],
): Remark[] {
  if (risks.length === 0) return [remark("stops", "group-risks-none", CITE)];
  return risks.flatMap(({ id, reason }, i) => [
    ...(isBlank(reason) ? [remark("stops", "group-risk-without-reason", CITE, {}, `risks.${i}.reason`)] : []),
    ...(risks.findIndex((other) => other.id === id) < i
      ? [remark("stops", "control-repeated-id", CITE, { id }, `risks.${i}.id`)]
      : []),
  ]);
}
