import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { Num } from "../../../../platform/ui/number.tsx";
import { PlainTable } from "../../../../platform/ui/plain-table.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { PartName } from "../../pages/spread.tsx";
import { decimalsOf } from "../../rules/decimals.ts";
import type { Proposal } from "../contract.ts";

/** How a proposed value is told apart, by sex and unit; kept with it. */
export function ComputedParts({ parts, unit }: { readonly parts: Proposal["parts"]; readonly unit: string }) {
  const t = useTexts("goals");
  const { nameOf } = useBodies();
  return (
    <details>
      <summary>{t("indicators.computed.parts")}</summary>
      <PlainTable
        caption={t("indicators.computed.parts")}
        fit
        columns={[
          { id: "of", stays: true, header: t("indicators.table.of") },
          { id: "value", stays: true, header: unit, numeric: true },
          { id: "people", header: t("indicators.spread.people"), numeric: true },
        ]}
        rows={parts.map((part) => ({
          key: JSON.stringify([part.sex, part.unit]),
          cells: [
            <PartName
              key="of"
              part={{ sex: part.sex, area: null, unitName: part.unit === null ? null : nameOf(part.unit) }}
            />,
            <Num key="value" value={part.value} decimals={decimalsOf(part.value)} />,
            <Num key="people" value={part.people} />,
          ],
        }))}
      />
    </details>
  );
}
