import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { IndicatorView } from "../contract.ts";

/** What is counted and how, from where, and how often (V-7). */
export function HowMeasured({ indicator }: { readonly indicator: IndicatorView }) {
  const t = useTexts("goals");
  const { definition, source, sourceKind, koladaId, frequency, dueDays } = indicator;
  const often = t(`indicators.frequency.${frequency}`);
  return (
    <details>
      <summary>{t("indicators.how")}</summary>
      <dl className="facts">
        {definition ? (
          <>
            <dt>{t("indicators.definition")}</dt>
            <dd lang={WRITTEN}>{definition}</dd>
          </>
        ) : null}
        <dt>{t("page.goal.value-source")}</dt>
        <dd>
          <span lang={WRITTEN}>{source}</span> ({t(`indicators.source-kind.${sourceKind}`)}
          {koladaId ? ` ${koladaId}` : null})
        </dd>
        <dt>{t("indicators.frequency.label")}</dt>
        <dd>
          {frequency === "follow-up" ? often : t("indicators.due", { frequency: often, count: dueDays })}
        </dd>
      </dl>
    </details>
  );
}
