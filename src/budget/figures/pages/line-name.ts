import { dataText, type Text } from "../../../platform/ui/texts.ts";
import type { AllocationLine } from "../../base/rules/allocation.ts";

/** What a line is called on the screen; services and indices have names where the texts know them. */
export function lineName({ origin }: AllocationLine, t: Text<"budget">): string {
  if (origin.step === "demography") {
    const service = origin.name ?? dataText(t, "service", origin.service, { defaultValue: origin.service });
    if (!origin.ages) return t("page.explain-panel.demography-measured", { service });
    const [from, to] = origin.ages;
    return t(from === to ? "page.explain-panel.demography-one" : "page.explain-panel.demography", {
      service,
      from,
      to,
    });
  }
  if (origin.step === "indexation") {
    const kind = dataText(t, "indexation", origin.kind, { defaultValue: origin.kind });
    return origin.name ? `${kind}, ${origin.name}` : kind;
  }
  return origin.text || t("page.explain-panel.no-text");
}
