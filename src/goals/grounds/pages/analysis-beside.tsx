import { ownAddress } from "../../../decisions/rules/kind.ts";
import { numberText } from "../../../kernel/format.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { SITUATION_ANALYSIS } from "../../analyses/kind.ts";
import { decimalsOf } from "../../indicators/rules/decimals.ts";
import type { AnalysisGround } from "../contract.ts";
import "./grounds.css";

export type Fact = AnalysisGround["facts"][number];

/** The decided situation analysis, open beside the goals while they are written (V-3). */
export function AnalysisBeside({
  analysis,
  body,
  year,
}: {
  readonly analysis: AnalysisGround | null;
  readonly body: string;
  readonly year: number;
}) {
  const t = useTexts("goals");
  const address = `/arende/situation-analysis/${body}/${year}`;
  if (!analysis)
    return (
      <EmptyState title={t("grounds.no-analysis", { year })}>
        {t("grounds.no-analysis-detail")}{" "}
        <Link href={ownAddress(SITUATION_ANALYSIS, { body, year })}>{t("grounds.write-analysis")}</Link>
      </EmptyState>
    );
  const factsOf = (part: Fact["part"]) => analysis.facts.filter((fact) => fact.part === part);
  const parts = [...new Set([...analysis.texts, ...analysis.facts].map(({ part }) => part))];
  return (
    <div className="sheet stack">
      <p className="quiet small">
        {t("grounds.analysis-lead")} <Link href={address}>{t("grounds.open-analysis")}</Link>
      </p>
      {analysis.effectForResidents ? (
        <p>
          <strong>{t("grounds.effect")}:</strong> <span lang={WRITTEN}>{analysis.effectForResidents}</span>
        </p>
      ) : null}
      {parts.map((part) => (
        <section key={part}>
          <h3 className="ds-heading" data-size="2xs">
            {t(`grounds.part.${part}`)}
          </h3>
          {analysis.texts
            .filter((text) => text.part === part)
            .map(({ text }) => (
              <p key={part} lang={WRITTEN}>
                {text}
              </p>
            ))}
          {factsOf(part).length > 0 ? (
            <ul>
              {factsOf(part).map((fact) => (
                <li key={fact.id} lang={WRITTEN}>
                  <FactText fact={fact} />
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </div>
  );
}

/** A fact in its words, with its figure where it has one. */
export function FactText({ fact }: { readonly fact: Pick<Fact, "text" | "figure"> }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const { text, figure } = fact;
  if (!figure || figure.value === null) return text;
  const value = numberText(figure.value, language, decimalsOf(figure.value));
  return (
    <>
      {text} <span className="quiet">({t("grounds.figure", { value, unit: figure.unit })})</span>
    </>
  );
}
