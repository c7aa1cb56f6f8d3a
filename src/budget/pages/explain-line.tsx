import { numberText } from "../../platform/ui/format.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Money, Num } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { AllocationLine, Origin } from "../rules/allocate.ts";
import { exactText, percentText } from "./exact-text.ts";
import { Rounding } from "./explain-rounding.tsx";
import { lineName } from "./line-name.ts";
import { PopulationOrigin } from "./population-origin.tsx";
import type { Shown } from "./shown.ts";

interface LineProps {
  readonly view: Shown;
  readonly year: number;
  readonly line: AllocationLine;
}

/** A line down to the bottom: what was counted, by what, and how it became whole thousands (E-2, E-3, E-8). */
export function ExplainLine({ view, year, line }: LineProps) {
  const t = useTexts("budget");
  const { origin } = line;
  const body = view.bodies.find((b) => b.id === line.body)?.name ?? line.body;
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {t("page.explain-panel.of-body", { body, what: lineName(line, t) })}
      </h3>
      <p className="explain-amount">
        <Money tkr={line.amountTkr} signed unit />
      </p>
      {origin.step === "demography" ? <Demography view={view} year={year} origin={origin} /> : null}
      {origin.step === "indexation" ? <IndexationFacts origin={origin} /> : null}
      {origin.step === "one-off" ? (
        <p>{t(`page.explain-panel.one-off-${origin.from}`, { year: year - 1 })}</p>
      ) : null}
      {origin.step === "other" ? (
        <p>
          {t(origin.oneOff ? "page.explain-panel.other-once" : "page.explain-panel.other-lasting", {
            year: year + 1,
          })}
        </p>
      ) : null}
      {origin.step === "other" ? (
        <AdjustmentDecision decision={view.input.adjustments[origin.index]?.decision} />
      ) : null}
      {"exactTkr" in origin ? (
        <Rounding view={view} year={year} line={line} exactTkr={origin.exactTkr} />
      ) : null}
    </>
  );
}

/** An adjustment that comes from a decision, such as a true-up of the demography, leads to it (E-4). */
function AdjustmentDecision({ decision }: { readonly decision: number | undefined }) {
  const t = useTexts("budget");
  if (decision === undefined) return null;
  return (
    <p>
      <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
    </p>
  );
}

function Demography({
  view,
  year,
  origin,
}: {
  readonly view: Shown;
  readonly year: number;
  readonly origin: Extract<Origin, { step: "demography" }>;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [from, to] = origin.ages ?? [0, -1];
  const before = view.input.population[year - 1] ?? {};
  const now = view.input.population[year] ?? {};
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return (
    <>
      <dl className="facts">
        <dt>{t("page.explain-panel.people-before", { year: year - 1 })}</dt>
        <dd>
          <Num value={origin.peopleBefore} />
        </dd>
        <dt>{t("page.explain-panel.people-now", { year })}</dt>
        <dd>
          <Num value={origin.peopleNow} />
        </dd>
        <dt>{t("page.explain-panel.people-change")}</dt>
        <dd>
          <Num value={origin.peopleNow - origin.peopleBefore} signed />
        </dd>
        <dt>{t("page.explain-panel.coverage")}</dt>
        <dd>{percentText(origin.coverage, language)}</dd>
        <dt>{t("page.explain-panel.price", { year })}</dt>
        <dd>
          <Num value={origin.priceKr} />
        </dd>
      </dl>
      <Formula
        text={t("page.explain-panel.formula-demography", {
          now: numberText(origin.peopleNow, language),
          before: numberText(origin.peopleBefore, language),
          coverage: percentText(origin.coverage, language),
          price: numberText(origin.priceKr, language),
          exact: exactText(origin.exactTkr, language),
        })}
      />
      <PopulationOrigin sources={view.sources} />
      <details>
        <summary>{t("page.explain-panel.ages-table")}</summary>
        <table className="parts">
          <caption className="ds-sr-only">{t("page.explain-panel.ages-table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("page.explain-panel.age")}</th>
              <th scope="col" data-numeric>
                {year - 1}
              </th>
              <th scope="col" data-numeric>
                {year}
              </th>
              <th scope="col" data-numeric>
                {t("page.explain-panel.people-change")}
              </th>
            </tr>
          </thead>
          <tbody>
            {ages.map((age) => (
              <tr key={age}>
                <th scope="row">{age}</th>
                <td data-numeric>
                  <Num value={before[age] ?? 0} />
                </td>
                <td data-numeric>
                  <Num value={now[age] ?? 0} />
                </td>
                <td data-numeric>
                  <Num value={(now[age] ?? 0) - (before[age] ?? 0)} signed />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("page.explain-panel.age-sum")}</th>
              <td data-numeric>
                <Num value={origin.peopleBefore} />
              </td>
              <td data-numeric>
                <Num value={origin.peopleNow} />
              </td>
              <td data-numeric>
                <Num value={origin.peopleNow - origin.peopleBefore} signed />
              </td>
            </tr>
          </tfoot>
        </table>
      </details>
    </>
  );
}

function IndexationFacts({ origin }: { readonly origin: Extract<Origin, { step: "indexation" }> }) {
  const t = useTexts("budget");
  const language = useLanguage();
  return (
    <>
      <dl className="facts">
        <dt>{t("page.explain-panel.base")}</dt>
        <dd>
          <Money tkr={origin.baseTkr} />
        </dd>
        <dt>{t("page.explain-panel.rate")}</dt>
        <dd>{percentText(origin.rate, language)}</dd>
        <dt>{t("page.explain-panel.share")}</dt>
        <dd>{percentText(origin.share, language)}</dd>
      </dl>
      <Formula
        text={t("page.explain-panel.formula-indexation", {
          base: numberText(origin.baseTkr, language),
          rate: percentText(origin.rate, language),
          share: percentText(origin.share, language),
          exact: exactText(origin.exactTkr, language),
        })}
      />
    </>
  );
}

function Formula({ text }: { readonly text: string }) {
  const t = useTexts("budget");
  return (
    <div>
      <h4 className="ds-heading" data-size="2xs">
        {t("page.explain-panel.formula")}
      </h4>
      <p className="formula">{text}</p>
    </div>
  );
}
