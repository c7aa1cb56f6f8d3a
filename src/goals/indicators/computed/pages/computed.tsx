import type { ReactNode } from "react";
import { dayText, monthText } from "../../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { useApi } from "../../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../../contract.ts";
import type { IndicatorView } from "../../contract.ts";
import { getComputed } from "../contract.ts";
import { computationOf } from "../rules/computation.ts";
import { ChangedSource, ComputedValue } from "./computed-value.tsx";

/**
 * A value as its source has it, to be accepted; where there is none the reason, and what is written instead. What has changed since it was
 * registered stands first.
 */
export function Computed({
  goal,
  indicator,
  signedIn,
  written,
  besides = false,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
  readonly signedIn: boolean;
  /** How a value is written by hand, where nothing is computed. */
  readonly written: ReactNode;
  /** Whether it can be written where one is computed too: of another day, by sex, unit and area. */
  readonly besides?: boolean;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const computes = computationOf(indicator) !== undefined;
  const { data } = useApi(
    getComputed,
    { params: { body: goal.body, goal: goal.id, indicator: indicator.id, year: goal.year } },
    { when: computes && signedIn },
  );
  if (!computes || !signedIn) return written;
  if (!data) return null;
  const { proposal, lacks, changed, may } = data;
  return (
    <>
      {changed.map((one) => (
        <ChangedSource key={one.day} goal={goal} indicator={indicator} of={one} />
      ))}
      {proposal && may.allowed ? (
        <>
          <ComputedValue key={proposal.period.to} goal={goal} indicator={indicator} proposal={proposal} />
          {besides ? (
            <details>
              <summary>{t("indicators.computed.besides")}</summary>
              {written}
            </details>
          ) : null}
        </>
      ) : (
        <>
          {lacks && may.allowed ? (
            <p className="quiet small">
              {t(`indicators.computed.lacks.${lacks.why}`, {
                day: lacks.day ? dayText(lacks.day, language) : "",
                month: lacks.month
                  ? `${monthText(Number(lacks.month.slice(5)), language)} ${lacks.month.slice(0, 4)}`
                  : "",
              })}
            </p>
          ) : null}
          {written}
        </>
      )}
    </>
  );
}
