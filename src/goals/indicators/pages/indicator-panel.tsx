import { ThingButton } from "../../../decisions/course/pages/thing-button.tsx";
import type { Day } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Num, When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { earlyShown } from "../../pages/standing.tsx";
import { earlyIn } from "../../rules/standing.ts";
import { Computed } from "../computed/pages/computed.tsx";
import type { IndicatorView } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { expectedOn, finest, type OnItsWay, pathPoints } from "../rules/target-path.ts";
import { Corrections } from "./corrections.tsx";
import { HowMeasured } from "./how-measured.tsx";
import { IndicatorPicture } from "./indicator-picture.tsx";
import { OnTheWay } from "./on-the-way.tsx";
import { RegisterValue } from "./register-value.tsx";
import { IndicatorSpread } from "./spread.tsx";
import "./indicators.css";

interface IndicatorProps {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}

/** How an indicator goes: a small line towards its target, the same as a table, and a place to put in the next value (V-7). */
export function IndicatorPanel({ goal, indicator }: IndicatorProps) {
  const t = useTexts("goals");
  const tCourse = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  const language = useLanguage();
  const { judging } = indicator;
  const early = judging && earlyIn({ ...goal, indicators: [indicator] }, indicator.status);
  const [from, to] = [dayText(goal.time.from, language), dayText(goal.time.to, language)];
  const way = pathPoints(indicator as OnItsWay, goal.targetYear);
  const decimals = finest([...way, ...indicator.values].map(({ value }) => value));
  const walks = indicator.direction === "up" || indicator.direction === "down";
  const figure = (value: number) => <Num value={value} decimals={decimalsOf(value)} />;
  return (
    <section className="indicator sheet" aria-labelledby={`matt-${indicator.id}`}>
      <header className="row">
        <h3 className="ds-heading" data-size="2xs" id={`matt-${indicator.id}`}>
          <span lang={WRITTEN}>
            {indicator.name}, {indicator.unit}
          </span>
        </h3>
        <Status
          {...(early ? earlyShown(early, t) : { value: judging === null ? "not-yet" : indicator.status })}
        />
      </header>
      <div className="indicator-body">
        <IndicatorPicture goal={goal} indicator={indicator} />
        <dl className="facts">
          <dt>{t("page.goal.baseline", { year: indicator.baselineYear })}</dt>
          <dd>{figure(indicator.baseline)}</dd>
          <dt>{t("page.goal.judged")}</dt>
          <dd>
            {judging ? (
              <>
                <strong>{figure(judging.value)}</strong> <When at={judging.day} />,{" "}
                {t("page.goal.judged-of", { year: judging.year })}
              </>
            ) : (
              t("page.goal.no-value")
            )}
          </dd>
          <dt>{t("page.goal.target", { year: goal.targetYear })}</dt>
          <dd>
            {figure(indicator.target)}
            {indicator.direction === "within" && indicator.targetTo !== undefined ? (
              <>
                {" "}
                {t("page.goal.to")} {figure(indicator.targetTo)}
              </>
            ) : null}{" "}
            ({t(`page.goal.direction.${indicator.direction}`)})
          </dd>
        </dl>
      </div>
      <OnTheWay indicator={indicator} />
      <p className="quiet small">
        {t(`page.goal.rule.${indicator.direction}`)} {t("page.goal.time", { from, to })}{" "}
        {judging === null && indicator.values.length > 0 ? t("page.goal.before-time") : null}
      </p>
      <HowMeasured indicator={indicator} />
      {indicator.values.length > 0 ? (
        <details>
          <summary>{t("page.goal.show-values")}</summary>
          <PlainTable
            caption={
              <>
                {t("page.goal.values")} <span lang={WRITTEN}>{indicator.name}</span>
              </>
            }
            fit
            columns={[
              { id: "day", header: t("page.goal.day") },
              { id: "year", header: t("page.goal.of-year") },
              { id: "value", stays: true, header: t("page.goal.value"), numeric: true },
              { id: "expected", header: t("indicators.picture.expected"), numeric: true },
              { id: "period", header: t("indicators.period") },
              { id: "source", header: t("page.goal.value-source"), written: true },
              { id: "note", header: t("indicators.note"), written: true },
            ]}
            rows={indicator.values.map(({ day, year, value, source, from: first, to: last, note }) => ({
              key: `${day} ${year}`,
              cells: [
                <When key="day" at={day} />,
                String(year),
                figure(value),
                walks ? figure(expectedOn(way, day as Day, decimals)) : "–",
                first && last ? `${dayText(first, language)} – ${dayText(last, language)}` : "–",
                source,
                note ?? "–",
              ],
            }))}
          />
        </details>
      ) : null}
      <IndicatorSpread goal={goal} indicator={indicator} />
      {signedIn ? <Corrections goal={goal} indicator={indicator} /> : null}
      {signedIn && goal.state === "decided" && indicator.responsible ? (
        <p className="small row">
          <span>
            {t("page.responsible")}: {indicator.responsibleName}
          </span>
          <ThingButton thing={`${goal.matter}/${goal.id}/${indicator.id}`} name={indicator.name}>
            {tCourse("course.hand-over")}
          </ThingButton>
        </p>
      ) : null}
      <Computed
        goal={goal}
        indicator={indicator}
        signedIn={signedIn}
        besides
        written={<RegisterValue goal={goal} indicator={indicator} />}
      />
    </section>
  );
}
