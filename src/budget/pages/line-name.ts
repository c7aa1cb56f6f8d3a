import type { Text } from "../../platform/ui/texts.ts";
import type { AllocationLine } from "../rules/allocate.ts";

/** What a line is called on the screen; services and indices have names where the texts know them. */
export function lineName({ origin }: AllocationLine, t: Text): string {
  if (origin.step === "demography") {
    const [from, to] = origin.ages;
    const service = t(`service.${origin.service}`, { defaultValue: origin.service });
    return t(from === to ? "page.explain-panel.demography-one" : "page.explain-panel.demography", {
      service,
      from,
      to,
    });
  }
  if (origin.step === "indexation") return t(`indexation.${origin.kind}`, { defaultValue: origin.kind });
  return origin.text || t("page.explain-panel.no-text");
}
