import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { dayText, numberText } from "../../../kernel/format.ts";
import { decimalsOf } from "../../../kernel/scaled.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type Fact, type Figure, getAnalysisChoices, SituationAnalysis } from "../contract.ts";
import { FACT_PARTS, sinceFrozen } from "../rules/figure.ts";
import { liftSituation } from "../rules/lift.ts";
import "../../pages/goals.css";
import "./analyses.css";

/** How things stand in a body: what it means for residents first, each part with its facts, needs and lessons. */
export function SituationAnalysisView({ content, body, year }: ContentProps) {
  const t = useTexts("goals");
  const analysis = SituationAnalysis.parse(liftSituation(content));
  const signedIn = useSession()?.person != null;
  const fetches = signedIn && analysis.facts.some(({ figure }) => figure !== null);
  const { data } = useApi(getAnalysisChoices, { params: { body, year } }, { when: fetches });
  const { documents, laws, trends, economicNeeds, lessons } = analysis;
  return (
    <div className="stack">
      {isBlank(analysis.effectForResidents) ? null : (
        <div className="effect">
          <h3 className="ds-heading" data-size="2xs">
            {t("analysis.effect")}
          </h3>
          <p className="prose" lang={WRITTEN}>
            {analysis.effectForResidents}
          </p>
        </div>
      )}
      {FACT_PARTS.map((part) => {
        const facts = analysis.facts.filter((fact) => fact.part === part);
        const picked = part === "ambitions" ? documents : part === "lawAndTrends" ? [...laws, ...trends] : [];
        if (isBlank(analysis[part]) && facts.length === 0 && picked.length === 0) return null;
        return (
          <section key={part} className="sheet stack-small" aria-label={t(`analysis.part.${part}`)}>
            <h3 className="ds-heading" data-size="2xs">
              {t(`analysis.part.${part}`)}
            </h3>
            {isBlank(analysis[part]) ? null : (
              <p className="prose" lang={WRITTEN}>
                {analysis[part]}
              </p>
            )}
            <Facts facts={facts} now={data?.figures} />
            {picked.length > 0 ? (
              <ul className="analysis-facts">
                {picked.map(({ id, name, text }) => (
                  <li key={id} lang={WRITTEN}>
                    <strong>{name}</strong> {text}
                  </li>
                ))}
              </ul>
            ) : null}
          </section>
        );
      })}
      {economicNeeds.length > 0 ? (
        <DataTable
          caption={t("analysis.economic-needs-caption")}
          captionShown
          copy={false}
          columns={[
            {
              id: "need",
              header: t("analysis.need"),
              value: (n) => (n.oneOff ? `${n.text} (${t("analysis.one-off")})` : n.text),
              written: true,
              foot: t("analysis.sum"),
            },
            {
              id: "amount",
              header: t("analysis.amount"),
              numeric: true,
              value: (n) => n.amountTkr,
              cell: (n) => <Money tkr={n.amountTkr} />,
              foot: <Money tkr={sumOf(economicNeeds.map(({ amountTkr }) => amountTkr))} />,
            },
          ]}
          rows={economicNeeds}
          rowKey={(n) => n.id}
        />
      ) : null}
      {lessons.length > 0 ? (
        <DataTable
          caption={t("analysis.lessons")}
          captionShown
          copy={false}
          columns={[
            { id: "lesson", header: t("analysis.lesson"), value: (l) => l.text, written: true },
            { id: "use", header: t("analysis.use"), value: (l) => l.use, written: true },
          ]}
          rows={lessons}
          rowKey={(l) => l.lesson}
          href={(l) => `/analys#${l.lesson}`}
        />
      ) : null}
    </div>
  );
}

/** Facts with their figures as they were frozen; where one has changed since, what it is today stands beside. */
function Facts({
  facts,
  now,
}: {
  readonly facts: readonly Fact[];
  readonly now: readonly Figure[] | undefined;
}) {
  const t = useTexts("goals");
  if (facts.length === 0) return null;
  return (
    <ul className="analysis-facts">
      {facts.map(({ id, text, figure }) => (
        <li key={id}>
          <span lang={WRITTEN}>{text}</span>
          {figure ? <FigureLine figure={figure} since={now ? sinceFrozen(figure, now) : null} t={t} /> : null}
        </li>
      ))}
    </ul>
  );
}

function FigureLine({
  figure,
  since,
  t,
}: {
  readonly figure: Figure;
  readonly since: ReturnType<typeof sinceFrozen>;
  readonly t: ReturnType<typeof useTexts<"goals">>;
}) {
  const language = useLanguage();
  const said = (value: number) => `${numberText(value, language, decimalsOf(value))} ${figure.unit}`;
  return (
    <div className="small">
      <span className="analysis-figure">
        {figure.value === null ? t("analysis.no-value") : said(figure.value)}
      </span>{" "}
      <span className="quiet">
        <span lang={WRITTEN}>{[figure.name, figure.from].filter((one) => one !== "").join(", ")}</span>
        {figure.on === null ? "" : `, ${dayText(figure.on, language)}`}
      </span>
      {since ? (
        <div>
          {t("analysis.today", {
            value: said(since.value),
            day: since.on === null ? "" : dayText(since.on, language),
          })}
        </div>
      ) : null}
    </div>
  );
}
