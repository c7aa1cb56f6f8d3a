import { numberText } from "../../../kernel/format.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { AllocationLine } from "../../base/rules/allocation.ts";
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
  const { lines, exactSumTkr, wholeSumTkr } = togetherRounded(inYear, line.origin.step);
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
        <div className="parts-scroll">
          <table className="parts">
            <caption className="ds-sr-only">{t("page.explain-panel.rounding-table")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("page.explain-panel.line")}</th>
                <th scope="col" data-numeric>
                  {t("page.explain-panel.exact")}
                </th>
                <th scope="col" data-numeric>
                  {t("page.explain-panel.whole")}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((other, index) => (
                <tr
                  key={`${other.line.body} ${other.line.step} ${index.toString()}`}
                  data-this={other.line === line || undefined}
                >
                  <th scope="row">
                    {t("page.explain-panel.of-body", {
                      body: name(other.line.body),
                      what: lineName(other.line, t),
                    })}
                    {other.line === line ? ` (${t("page.explain-panel.this")})` : ""}
                  </th>
                  <td data-numeric>{exactText(other.exactTkr, language)}</td>
                  <td data-numeric>
                    <Money tkr={other.line.amountTkr} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("page.explain-panel.sum")}</th>
                <td data-numeric>{exactText(exactSumTkr, language)}</td>
                <td data-numeric>
                  <Money tkr={wholeSumTkr} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      </details>
    </div>
  );
}
