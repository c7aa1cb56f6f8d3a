import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { MatrixTexts } from "./risk-matrix.tsx";

/** The words of the matrix: its axes and its steps. */
export function useMatrixTexts(): MatrixTexts {
  const t = useTexts("control");
  return {
    label: t("page.matrix.label"),
    likelihood: t("page.matrix.likelihood"),
    consequence: t("page.matrix.consequence"),
    likelihoodStep: (step) => dataText(t, "control.likelihood", step),
    consequenceStep: (step) => dataText(t, "control.consequence", step),
    more: (count) => t("page.matrix.more", { count }),
  };
}
