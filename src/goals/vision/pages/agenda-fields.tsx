import { Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { fieldId } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { StrategicGoal } from "../contract.ts";
import { AGENDA_GOALS, agendaTargets, goalOfTarget, inAgendaOrder } from "../rules/agenda.ts";

type Agenda = Pick<StrategicGoal, "agenda2030" | "targets">;

/** A goal of Agenda 2030 by its number and name: "4 Utbildning". */
export function useAgendaName(): (goal: number) => string {
  const t = useTexts("goals");
  return (goal) => `${goal} ${t(`agenda.${goal as 1}`)}`;
}

/** The goals of Agenda 2030 that a strategic goal serves, and of those chosen their targets. */
export function AgendaFields({
  at,
  value,
  onChange,
}: {
  readonly at: string;
  readonly value: Agenda;
  readonly onChange: (value: Agenda) => void;
}) {
  const t = useTexts("goals");
  const nameOf = useAgendaName();
  const { agenda2030, targets } = value;
  const chosen = [...agenda2030].sort((a, b) => a - b);
  const choose = (goal: number, is: boolean) =>
    onChange({
      agenda2030: AGENDA_GOALS.filter((one) => (one === goal ? is : agenda2030.includes(one))),
      targets: is ? targets : targets.filter((target) => goalOfTarget(target) !== goal),
    });
  const aim = (target: string, is: boolean) =>
    onChange({
      agenda2030,
      targets: inAgendaOrder(is ? [...targets, target] : targets.filter((one) => one !== target)),
    });
  const said =
    chosen.length > 0
      ? t("strategic-edit.agenda-chosen", { goals: chosen.join(", ") })
      : t("strategic-edit.agenda-none");
  return (
    <details id={fieldId(`${at}.targets`)}>
      <summary>
        {t("strategic-edit.agenda")}: {said}
      </summary>
      <div className="stack agenda-goals">
        <div className="checks-row">
          {AGENDA_GOALS.map((goal) => (
            <Checkbox
              key={goal}
              label={nameOf(goal)}
              checked={agenda2030.includes(goal)}
              onChange={(event) => choose(goal, event.target.checked)}
            />
          ))}
        </div>
        {chosen.map((goal) => (
          <Fieldset key={goal}>
            <Fieldset.Legend>{t("strategic-edit.targets", { goal: nameOf(goal) })}</Fieldset.Legend>
            <div className="agenda-targets">
              {agendaTargets(goal).map((target) => (
                <Checkbox
                  key={target}
                  label={target}
                  checked={targets.includes(target)}
                  onChange={(event) => aim(target, event.target.checked)}
                />
              ))}
            </div>
          </Fieldset>
        ))}
      </div>
    </details>
  );
}
