import { Fragment } from "react";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { allJudged, missedGoals } from "../../base/rules/missed-goals.ts";
import { useBalanceWord } from "../../position/pages/use-balance-word.ts";
import { missedByGoal } from "./missed-by-goal.ts";
import { type Compared, lackingIn } from "./results.tsx";

/** What the plan's years come to, in sight while one moves the sliders: each year's result against the base's, and how it balances. */
export function NowPicture({
  base,
  now,
  year,
}: {
  readonly base: Compared;
  readonly now: Compared;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const balanceWord = useBalanceWord();
  const rows = now.plan.map(({ year: of, result }) => ({
    year: of,
    nowTkr: result.resultTkr,
    baseTkr: base.plan.find((one) => one.year === of)?.result.resultTkr ?? 0,
    lacking: lackingIn(now, of),
  }));
  const all = rows.flatMap(({ nowTkr, baseTkr }) => [nowTkr, baseTkr]);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all, 1)];
  const at = (tkr: number) => ((tkr - low) / (high - low)) * 100;
  const bar = (tkr: number) => ({
    insetInlineStart: `${at(Math.min(0, tkr))}%`,
    width: `${Math.abs(at(tkr) - at(0))}%`,
  });
  return (
    <section className="scenario-now" aria-label={t("scenario.now", { name: now.name })}>
      <p className="scenario-now-head">
        <strong>{t("scenario.now-title")}</strong>
        <span className="scenario-key" aria-hidden="true">
          <span className="scenario-key-base" /> {base.name} <span className="scenario-key-now" /> {now.name}
        </span>
      </p>
      <ul>
        {rows.map(({ year: of, nowTkr, baseTkr, lacking }) => (
          <li
            key={of}
            data-here={of === year || undefined}
            data-color={lacking === undefined ? "success" : "danger"}
          >
            <span className="num">{of}</span>
            <span className="scenario-track" aria-hidden="true">
              <span className="scenario-zero" style={{ insetInlineStart: `${at(0)}%` }} />
              <span className="scenario-bar-base" style={bar(baseTkr)} />
              <span className="scenario-bar-now" data-below={nowTkr < 0 || undefined} style={bar(nowTkr)} />
            </span>
            <span className="scenario-now-sum">
              <strong>
                <Money tkr={nowTkr} />
              </strong>{" "}
              {nowTkr === baseTkr ? null : (
                <span className="scenario-difference">
                  <Money tkr={nowTkr - baseTkr} signed />
                </span>
              )}
            </span>
            <span className="scenario-now-word">
              <Icon name={lacking === undefined ? "check" : "cross"} size={18} />
              <span>{balanceWord(lacking)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The financial goals that the scenario misses, by name and year; or that it misses none (P-5). */
export function NowMissed({ now }: { readonly now: Compared }) {
  const t = useTexts("budget");
  const valueText = useGoalValue();
  const { financialGoals } = now.base;
  if (financialGoals.length === 0) return null;
  const results = now.plan.map(({ result }) => result);
  const missed = missedByGoal(missedGoals(financialGoals, results));
  if (missed.length === 0)
    return (
      <p className="scenario-now-goals" data-color="success">
        <Icon name="check" size={18} />{" "}
        {t(allJudged(financialGoals, results) ? "scenario.goals-met" : "scenario.goals-met-judged")}
      </p>
    );
  return (
    <ul className="scenario-now-goals" aria-label={t("scenario.goals-missed")}>
      {missed.map(({ goal, text, direction, unit, target, years }) => (
        <li key={goal} data-color="danger">
          <Icon name="cross" size={18} />
          <span>
            <strong>{t("scenario.goal-missed", { goal: text.replace(/\.$/, "") })}</strong>{" "}
            {years.map(({ year, outcome }, i) => (
              <Fragment key={year}>
                {i === 0 ? "" : ", "}
                <span className="num">
                  {year}: {valueText(outcome, unit)}
                </span>
              </Fragment>
            ))}{" "}
            <span className="quiet">
              ({t(`page.direction.${direction}`).toLocaleLowerCase()} {valueText(target, unit)})
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
