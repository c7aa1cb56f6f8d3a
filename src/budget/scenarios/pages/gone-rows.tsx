import { Button } from "@digdir/designsystemet-react";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { type Changes, goneRows, type ScenarioBase } from "../../live/rules/changes.ts";
import { withRow } from "./changes.ts";

/** What the scenario changes of rows that its base no longer has: told by name, and not counted (E-9). */
export function GoneRows({
  base,
  changes,
  readOnly,
  onChange,
}: {
  readonly base: ScenarioBase;
  readonly changes: Changes;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Changes>) => void;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const { given, linePoints } = goneRows(base, changes);
  const rows = [
    ...given.map(({ id, body, year, text }) => ({
      id: `given ${id}`,
      what: [text || t("page.explain-panel.no-text"), nameOf(body), String(year)].join(", "),
      remove: () => onChange({ given: withRow(changes.given, id, undefined) }),
    })),
    ...linePoints.map(({ id, body, kind }) => ({
      id: `line ${id}`,
      what: [dataText(t, "indexation", kind, { defaultValue: kind }), nameOf(body)].join(", "),
      remove: () => onChange({ linePoints: withRow(changes.linePoints ?? [], id, undefined) }),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <ul className="plain-list stack" aria-label={t("scenario.gone-caption")}>
      {rows.map(({ id, what, remove }) => (
        <li key={id} className="row">
          <Status value="deviation" />
          <span>{t("scenario.gone", { what })}</span>
          {readOnly ? null : (
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={remove}
              aria-label={t("scenario.gone-remove", { what })}
            >
              {t("scenario.gone-remove-short")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
