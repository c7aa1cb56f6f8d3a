import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import { numberText } from "../../kernel/format.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { BodyGoal, GoalTree } from "../contract.ts";
import type { Indicator } from "../indicators/contract.ts";
import { IndicatorForm, newIndicator } from "../indicators/pages/indicator-form.tsx";
import { decimalsOf } from "../indicators/rules/decimals.ts";

/** The first that is chosen is the one under which the goal stands in the tree. */
export function StrategicGoals({
  chosen,
  all,
  fault,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly all: GoalTree["strategicGoals"];
  readonly fault: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}) {
  const t = useTexts("goals");
  return (
    <Fieldset className="checks">
      <Fieldset.Legend>{t("page.edit.strategic")}</Fieldset.Legend>
      <div className="checks-row">
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </div>
      {fault ? <p className="field-fault">{fault}</p> : null}
    </Fieldset>
  );
}

export function Indicators({
  goal,
  body,
  year,
  onChange,
}: {
  readonly goal: BodyGoal;
  readonly body: string;
  readonly year: number;
  readonly onChange: (indicators: Indicator[]) => void;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const [editing, edit] = useState<Indicator | "new">();
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  return (
    <div className="stack">
      <h3 className="ds-heading" data-size="2xs">
        {t("page.edit.indicators")}
      </h3>
      {goal.indicators.length === 0 ? <p className="quiet">{t("page.edit.professional")}</p> : null}
      <ul className="plain-list stack">
        {goal.indicators.map((indicator) => (
          <li key={indicator.id} className="row">
            <span>
              {t("content.indicator", {
                name: indicator.name,
                baseline: figure(indicator.baseline),
                year: indicator.baselineYear,
                target: figure(indicator.target),
                unit: indicator.unit,
              })}
            </span>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={`${t("page.edit.change")}: ${indicator.name}`}
              onClick={() => edit(indicator)}
            >
              {t("page.edit.change")}
            </Button>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={`${t("page.edit.remove-indicator")}: ${indicator.name}`}
              onClick={() => onChange(goal.indicators.filter((other) => other.id !== indicator.id))}
            >
              {t("page.edit.remove-indicator")}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="tertiary" disabled={goal.indicators.length >= 10} onClick={() => edit("new")}>
          {t("page.edit.add-indicator")}
        </Button>
      </div>
      {editing ? (
        <IndicatorForm
          indicator={editing === "new" ? newIndicator(year) : editing}
          body={body}
          fresh={editing === "new"}
          onClose={() => edit(undefined)}
          onDone={(done) => {
            const others = goal.indicators.some((other) => other.id === done.id);
            onChange(
              others
                ? goal.indicators.map((other) => (other.id === done.id ? done : other))
                : [...goal.indicators, done],
            );
            edit(undefined);
          }}
        />
      ) : null}
    </div>
  );
}

/** Over the borders: others that work for the goal too (P-3). */
export function Contributors({
  goal,
  own,
  onChange,
}: {
  readonly goal: BodyGoal;
  readonly own: string;
  readonly onChange: (contributors: string[]) => void;
}) {
  const t = useTexts("goals");
  const { bodies } = useBodies();
  const may = bodies.filter(
    ({ id, kind }) => id !== own && ["executive", "committee", "joint-committee", "company"].includes(kind),
  );
  return (
    <details open={goal.contributors.length > 0}>
      <summary>{t("page.goal.contributors")}</summary>
      <div className="checks-row">
        {may.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={goal.contributors.includes(id)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...goal.contributors, id]
                  : goal.contributors.filter((other) => other !== id),
              )
            }
          />
        ))}
      </div>
    </details>
  );
}
