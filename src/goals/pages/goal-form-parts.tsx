import { Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import type { BodyGoal, GoalTree } from "../contract.ts";

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
