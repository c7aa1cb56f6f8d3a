import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Computation } from "../rules/computation.ts";

/** "Kostnader, Bildningsnämnden, konton 5, tkr per invånare 7–15 år": what an indicator's values are computed of. */
export function ComputationText({ of }: { readonly of: Computation }) {
  const t = useTexts("goals");
  const { nameOf } = useBodies();
  const whose = of.of === null ? [] : [nameOf(of.of)];
  if (of.from === "staff-figures") return [t(`indicators.computed.staff.${of.measure}`), ...whose].join(", ");
  const { per } = of;
  const divided =
    per === null
      ? ""
      : per.by === "number"
        ? ` ${t("indicators.computed.per-number", { name: per.name })}`
        : ` ${t("indicators.computed.per-ages", { from: per.from, to: per.to })}`;
  return [
    t(`indicators.computed.side.${of.side}`),
    ...whose,
    ...(of.accounts.length === 0
      ? []
      : [t("indicators.computed.on-accounts", { accounts: of.accounts.join(", ") })]),
    `${of.scale}${divided}`,
  ].join(", ");
}
