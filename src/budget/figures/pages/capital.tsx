import { tkrText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, type Part, PartsTable } from "../../base/pages/explain-parts.tsx";
import type { CapitalPlace } from "../../base/rules/figure-place.ts";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import { bodyName, type Explaining } from "./explained-view.ts";

/** What is built for a body costs its operations: depreciation and internal interest, project by project (E-1). */
export function ExplainCapital({
  view,
  place: { capital: body, year },
}: {
  readonly view: Explaining;
  readonly place: CapitalPlace;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { projects, capitalCosts } = statementsOf(view);
  const parts = projects.flatMap((project, index): Part[] => {
    const inYear = project.body === body ? project.years.find((one) => one.year === year) : undefined;
    return inYear
      ? (["depreciation", "interest"] as const).map((what) => ({
          key: `${index.toString()} ${what}`,
          name: t("page.explain-panel.of-body", {
            body: project.name,
            what: t(`page.explain-panel.project.${what}`, { year }),
          }),
          tkr: what === "depreciation" ? inYear.depreciationTkr : inYear.internalInterestTkr,
          place: { project: index, what, year },
        }))
      : [];
  });
  const tkr = parts.reduce((sum, part) => sum + part.tkr, 0);
  const allocationTkr = ownValue(view.allocation.years.find((one) => one.year === year)?.frames, body) ?? 0;
  const inAllocationTkr =
    capitalCosts.find((cost) => cost.body === body && cost.year === year)?.inAllocationTkr ?? 0;
  const name = t("position.capital", { year });
  return (
    <>
      <FigureHead
        name={t("page.explain-panel.of-body", { body: bodyName(view, body), what: name })}
        text={tkrText(tkr, language)}
      />
      <PartsTable caption={name} parts={parts} sum={{ name, tkr }} />
      <PartsTable
        caption={t("position.with-capital", { year })}
        parts={[
          { key: "frame", name: t("page.frame", { year }), tkr: allocationTkr, place: { year, body } },
          { key: "capital", name, tkr },
          ...(inAllocationTkr === 0
            ? []
            : [{ key: "within", name: t("page.explain-panel.in-allocation"), tkr: 0 - inAllocationTkr }]),
        ]}
        sum={{ name: t("position.with-capital", { year }), tkr: allocationTkr + tkr - inAllocationTkr }}
      />
      <p className="quiet">{t("position.capital-note")}</p>
    </>
  );
}
