import { numberText } from "../../../kernel/format.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type AllocationLine, stepOf } from "../../base/rules/allocation.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import type { Explaining } from "./explained-view.ts";
import { lineName } from "./line-name.ts";
import { togetherRounded } from "./rounding.ts";

/** How the line was brought to whole thousands together with the others of its step. */
export function Rounding({
  view,
  year,
  line,
  exactTkr,
}: {
  readonly view: Explaining;
  readonly year: number;
  readonly line: AllocationLine;
  readonly exactTkr: string;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const inYear = view.allocation.years.find((y) => y.year === year);
  if (!inYear) return null;
  const { lines, exactSumTkr, wholeSumTkr } = togetherRounded(inYear, stepOf(line));
  const name = (id: string) => view.bodies.find((b) => b.id === id)?.name ?? id;
  return (
    <div>
      <h4 className="ds-heading" data-size="2xs">
        {t("page.explain-panel.rounded")}
      </h4>
      <p>
        {exactText(exactTkr, language)} tkr{" "}
        {t("page.explain-panel.becomes", { amount: numberText(line.amountTkr, language) })}.{" "}
        {t("page.explain-panel.rounded-text", {
          exact: exactText(exactSumTkr, language),
          whole: numberText(wholeSumTkr, language),
        })}
      </p>
      <details>
        <summary>{t("page.explain-panel.rounding-table")}</summary>
        <PlainTable
          caption={t("page.explain-panel.rounding-table")}
          columns={[
            { id: "line", header: t("page.explain-panel.line") },
            { id: "exact", header: t("page.explain-panel.exact"), numeric: true },
            { id: "whole", header: t("page.explain-panel.whole"), numeric: true },
          ]}
          rows={lines.map((other, index) => ({
            key: `${other.line.body} ${other.line.step} ${index}`,
            marked: other.line === line,
            cells: [
              `${t("page.explain-panel.of-body", {
                body: name(other.line.body),
                what: lineName(other.line, t),
              })}${other.line === line ? ` (${t("page.explain-panel.this")})` : ""}`,
              exactText(other.exactTkr, language),
              <Money key="whole" tkr={other.line.amountTkr} />,
            ],
          }))}
          foot={[
            t("page.explain-panel.sum"),
            exactText(exactSumTkr, language),
            <Money key="whole" tkr={wholeSumTkr} />,
          ]}
        />
      </details>
    </div>
  );
}
