import type { ReactNode } from "react";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { IndicatorLines } from "../../indicators/pages/indicator-lines.tsx";
import type { StrategicGoal } from "../contract.ts";
import { useAgendaName } from "./agenda-fields.tsx";

/** For whom a strategic goal is, what it is derived from, the goals and targets of Agenda 2030, and what is measured. */
export function StrategicGoalMore({
  goal,
  measured = true,
}: {
  readonly goal: StrategicGoal;
  /** Whether what it is measured by is said here. */
  readonly measured?: boolean;
}) {
  const t = useTexts("goals");
  const agendaName = useAgendaName();
  const { forWhom, visionPartText, derivation, agenda2030, targets, indicators } = goal;
  return (
    <dl className="facts">
      <Fact name={t("governing.for-whom")}>{forWhom}</Fact>
      <Fact name={t("governing.vision-part")}>{visionPartText}</Fact>
      <Fact name={t("governing.derivation")}>{derivation}</Fact>
      {agenda2030.length > 0 ? (
        <>
          <dt>{t("strategic-edit.agenda")}</dt>
          <dd>
            {agenda2030.map(agendaName).join(" · ")}
            {targets.length > 0 ? (
              <span className="quiet"> ({t("governing.targets", { targets: targets.join(", ") })})</span>
            ) : null}
          </dd>
        </>
      ) : null}
      {measured && indicators.length > 0 ? (
        <>
          <dt>{t("governing.indicators")}</dt>
          <dd>
            <IndicatorLines indicators={indicators} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

/** What is not written has no row. */
const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) =>
  children ? (
    <>
      <dt>{name}</dt>
      <dd className="prose" lang={WRITTEN}>
        {children}
      </dd>
    </>
  ) : null;
