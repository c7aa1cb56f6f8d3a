import { dayText, numberText } from "../../../kernel/format.ts";
import { usePeople } from "../../../organisation/pages/person-field.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { ComputationText } from "../computed/pages/computation-text.tsx";
import { computationOf } from "../computed/rules/computation.ts";
import type { Indicator } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";

/** What is counted and how, from where, and how often (V-7). */
export function HowMeasured({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const { personName, known } = usePeople();
  const { definition, source, sourceKind, koladaId, frequency, dueDays, reporter, path } = indicator;
  const computation = computationOf(indicator);
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
        {computation ? (
          <>
            <dt>{t("indicators.computed.is-computed")}</dt>
            <dd>
              <ComputationText of={computation} />
            </dd>
          </>
        ) : null}
        <dt>{t("indicators.frequency.label")}</dt>
        <dd>
          {frequency === "follow-up" ? often : t("indicators.due", { frequency: often, count: dueDays })}
        </dd>
        {reporter && known ? (
          <>
            <dt>{t("indicators.reporter")}</dt>
            <dd lang={WRITTEN}>{personName(reporter)}</dd>
          </>
        ) : null}
        {path.length > 0 ? (
          <>
            <dt>{t("indicators.waypoints")}</dt>
            <dd>
              {path
                .map(
                  ({ day, value }) =>
                    `${dayText(day, language)} ${numberText(value, language, decimalsOf(value))}`,
                )
                .join(", ")}
            </dd>
          </>
        ) : null}
      </dl>
    </details>
  );
}
