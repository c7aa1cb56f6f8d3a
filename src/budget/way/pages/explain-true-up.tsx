import { changeText, dayText, numberText, tkrText } from "../../../kernel/format.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, Formula } from "../../base/pages/explain-parts.tsx";
import { EXPLAIN_PARAM } from "../../base/pages/figure-link.tsx";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { DemographyTrueUp } from "../contract.ts";

type Line = NonNullable<DemographyTrueUp["lines"]>[number];

const PREFIX = "avstamning.";

/** A true-up's adjustment, which opens how it was counted. */
export function TrueUpFigure({ line }: { readonly line: Line }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [, open] = useSearchParam(EXPLAIN_PARAM);
  const amount = changeText(line.amountTkr, language);
  const what = dataText(t, "service", line.service, { defaultValue: line.service });
  return (
    <button
      type="button"
      className="table-sort figure-link num"
      aria-label={t("page.explain-of", { what, amount })}
      onClick={() => open(`${PREFIX}${line.service}`)}
    >
      {amount}
    </button>
  );
}

/** How a service's adjustment came about: what was counted, against what, at which price, for how long (E-4, E-8). */
export function ExplainTrueUp({ trueUp }: { readonly trueUp: DemographyTrueUp }) {
  const t = useTexts("budget");
  const [text, setText] = useSearchParam(EXPLAIN_PARAM);
  const service = text?.startsWith(PREFIX) ? text.slice(PREFIX.length) : undefined;
  const line = trueUp.lines?.find((one) => one.service === service);
  if (!line) return null;
  return (
    <Dialog open onClose={() => setText(undefined)} title={t("page.explain")} drawer>
      <Explanation trueUp={trueUp} line={line} />
      <p className="quiet small">{t("page.explain-panel.link")}</p>
    </Dialog>
  );
}

function Explanation({ trueUp, line }: { readonly trueUp: DemographyTrueUp; readonly line: Line }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const count = trueUp.counts.find(({ service }) => service === line.service);
  const months = 13 - trueUp.fromMonth;
  const number = (value: number) => numberText(value, language, Number.isInteger(value) ? 0 : 2);
  return (
    <div className="stack explain">
      <FigureHead
        name={dataText(t, "service", line.service, { defaultValue: line.service })}
        text={tkrText(line.amountTkr, language, true)}
      />
      <dl className="facts">
        {count ? (
          <>
            <dt>{t(`true-up.counted-${count.measure}`)}</dt>
            <dd>{number(count.actual)}</dd>
          </>
        ) : null}
        {count?.measure === "people" ? (
          <>
            <dt>{t("page.explain-panel.coverage")}</dt>
            <dd>{percentText(line.coverage, language)}</dd>
          </>
        ) : null}
        <dt>{t("true-up.actual-users")}</dt>
        <dd>{number(line.actualUsers)}</dd>
        <dt>{t("true-up.forecast")}</dt>
        <dd>{number(line.forecastUsers)}</dd>
        <dt>{t("true-up.expected")}</dt>
        <dd>{number(line.expectedUsers)}</dd>
        <dt>{t("true-up.price")}</dt>
        <dd>{number(line.priceKr)}</dd>
      </dl>
      <Formula
        text={t("true-up.formula", {
          actual: number(line.actualUsers),
          expected: number(line.expectedUsers),
          price: number(line.priceKr),
          months,
          exact: exactText(line.exactTkr, language),
          amount: changeText(line.amountTkr, language),
        })}
      />
      <p className="quiet">{t("true-up.together")}</p>
      <p>{t("true-up.facts", { day: dayText(trueUp.countedOn, language), source: trueUp.source })}</p>
      {trueUp.budget ? (
        <p>
          <Link href={`/beslut/${trueUp.budget.decision}`}>
            {t("true-up.against", { decision: trueUp.budget.decision })}
          </Link>
        </p>
      ) : null}
      {trueUp.earlier ? (
        <p>
          <Link href={`/beslut/${trueUp.earlier.decision}`}>
            {t("true-up.after", { decision: trueUp.earlier.decision })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
