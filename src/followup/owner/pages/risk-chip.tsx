import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { OwnerRisk } from "../rules/owner-report.ts";

const SIGN = { low: "met", raised: "partly", high: "not-met" } as const;

/** How large the risk is for the owner, in sign and word. */
export function RiskChip({ risk }: { readonly risk: OwnerRisk | null }) {
  const t = useTexts("followup");
  return risk === null ? <>–</> : <Status value={SIGN[risk]} word={t(`owner.risks.${risk}`)} />;
}
