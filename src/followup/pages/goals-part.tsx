import { aimText } from "../../goals/indicators/rules/aim.ts";
import { decimalsOf } from "../../goals/indicators/rules/decimals.ts";
import { differenceUnit } from "../../goals/indicators/rules/spread.ts";
import { MeasureLine } from "../../goals/pages/standing.tsx";
import { measureStanding } from "../../goals/rules/standing.ts";
import { numberText } from "../../kernel/format.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { GoalJudgement, Report } from "../contract.ts";
import type { GoalFact, SpreadFact } from "../rules/report-data.ts";
import { JudgedGoal } from "./judged.tsx";
import type { Write } from "./text-part.tsx";

/** Each goal of the body with what was measured, the proposed judgement, and a person's own (V-7, U-7). */
export function GoalsPart({
  report,
  goals,
  year,
  write,
}: {
  readonly report: Report;
  readonly goals: readonly GoalFact[];
  readonly year: number;
  readonly write: Write<readonly GoalJudgement[]>;
}) {
  const t = useTexts("followup");
  if (goals.length === 0) return <EmptyState title={t("page.report.no-goals")} />;
  const judge = (goal: string, judged: Omit<GoalJudgement, "goal">) => {
    const there = report.goals.some((other) => other.goal === goal);
    write?.(
      there
        ? report.goals.map((other) => (other.goal === goal ? { goal, ...judged } : other))
        : [...report.goals, { goal, ...judged }],
    );
  };
  const cards = goals.map((goal) => {
    const place = report.goals.findIndex((judged) => judged.goal === goal.id);
    return (
      <JudgedGoal
        key={goal.id}
        // One that nobody has judged has no place of its own yet, and fields of its own all the same
        at={`goals.${place === -1 ? `new-${goal.id}` : place}`}
        title={goal.wording}
        proposed={goal.proposed}
        proposedGrounds={goal.proposedGrounds}
        judged={report.goals[place]}
        write={write && ((judged) => judge(goal.id, judged))}
      >
        <p className="quiet">
          {goal.effectForResidents}{" "}
          <Link href={`/mal/${goal.body}/${goal.id}?ar=${year}`}>{t("page.judge.to-goal")}</Link>
        </p>
        <Measured goal={goal} year={year} />
      </JudgedGoal>
    );
  });
  return (
    <>
      {goals.some(({ indicators }) => indicators.length > 0) ? (
        <p className="quiet small">{t("page.judge.rule")}</p>
      ) : null}
      {cards}
    </>
  );
}

type Indicator = GoalFact["indicators"][number];

/** A report keeps the value that judges, and what it began from. */
const standingOf = (
  indicator: Indicator & { readonly direction: NonNullable<Indicator["direction"]> },
  year: number,
) =>
  measureStanding(
    {
      ...indicator,
      id: indicator.name,
      values: indicator.latest ? [{ ...indicator.latest, year: indicator.latest.year ?? year }] : [],
    },
    { year, targetYear: indicator.latest?.year ?? year },
  );

function Measured({ goal, year }: { readonly goal: GoalFact; readonly year: number }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const number = (value: number) => numberText(value, language, decimalsOf(value));
  if (goal.indicators.length === 0) return <p className="quiet">{t("page.judge.professional")}</p>;
  return (
    <ul className="measured">
      {goal.indicators.map((indicator) => (
        <li key={indicator.name} className="row">
          <Status value={indicator.latest ? indicator.status : "not-yet"} />
          {indicator.direction ? (
            <MeasureLine measure={standingOf({ ...indicator, direction: indicator.direction }, year)} />
          ) : (
            <span>
              {indicator.name}:{" "}
              {indicator.latest ? (
                <>
                  <strong>
                    {number(indicator.latest.value)} {indicator.unit}
                  </strong>{" "}
                  (<When at={indicator.latest.day} />
                  {indicator.latest.year === undefined
                    ? null
                    : `, ${t("page.judge.of-year", { year: indicator.latest.year })}`}
                  )
                </>
              ) : (
                t("page.judge.no-value")
              )}
              ,{" "}
              {t("page.judge.target", {
                target: aimText(indicator, number),
                baseline: number(indicator.baseline),
                year: indicator.baselineYear,
              })}
            </span>
          )}
          {indicator.spread?.map((spread) => (
            <SpreadLine key={spread.by} spread={spread} unit={indicator.unit} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** How far apart those are whom the indicator speaks of: beside its value, never hidden in it (P-6). */
function SpreadLine({ spread, unit }: { readonly spread: SpreadFact; readonly unit: string }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const number = (value: number) => numberText(value, language, decimalsOf(value));
  const nameOf = (name: string) =>
    spread.by === "sex" && (name === "women" || name === "men") ? t(`proposal.${name}`) : name;
  return (
    <p className="measured-spread">
      {t(`proposal.spread.${spread.by}`, {
        difference: number(spread.difference),
        unit: differenceUnit(unit, spread.difference, {
          one: t("proposal.point"),
          more: t("proposal.points"),
        }),
        low: nameOf(spread.low.name),
        lowest: number(spread.low.value),
        high: nameOf(spread.high.name),
        highest: number(spread.high.value),
      })}
    </p>
  );
}
