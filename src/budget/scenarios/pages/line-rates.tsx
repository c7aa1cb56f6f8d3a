import { useState } from "react";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import type { Changes, ScenarioBase } from "../../live/rules/changes.ts";
import { withRow } from "./changes.ts";
import { PointsDial } from "./points-dial.tsx";

/** Growth of one body's own line of a kind, beside what the kind gets for all bodies (E-9). */
export function LineRates({
  kind,
  base,
  changes,
  at,
  readOnly,
  onChange,
}: {
  readonly kind: string;
  readonly base: ScenarioBase;
  readonly changes: Changes;
  readonly at: { readonly year: number; readonly years: readonly number[]; readonly onward: boolean };
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Changes>) => void;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { linePoints: given = [] } = changes;
  const changed = new Map(given.map((own) => [own.id, own]));
  const lines = base.input.indexation.filter((line) => line.kind === kind);
  const count = lines.filter(({ id }) => changed.has(id ?? "")).length;
  // What is closed is not drawn: a large municipality has hundreds of lines
  const [shown, show] = useState(false);
  const summary = t("scenario.line-rates", { what: dataText(t, "indexation", kind, { defaultValue: kind }) });
  return (
    <details className="dial-lines" open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{count > 0 ? t("scenario.group-count", { group: summary, count }) : summary}</summary>
      {shown ? (
        <div className="dial-group-body">
          {lines.map(({ id = "", body, name }) => (
            <PointsDial
              key={id}
              label={t("scenario.dial.linePoints", {
                what: name ? `${nameOf(body)}, ${name}` : nameOf(body),
                year: at.year,
              })}
              points={changed.get(id)?.points}
              at={at}
              readOnly={readOnly}
              onChange={(points) => {
                const own = Object.keys(points).length === 0 ? undefined : { id, body, kind, points };
                onChange({ linePoints: withRow(given, id, own) });
              }}
            />
          ))}
        </div>
      ) : null}
    </details>
  );
}
