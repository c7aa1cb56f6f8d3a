import { Num, When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { type IndicatorView, listValueVersions } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";

/** The values of an indicator that have been corrected or taken back: what held before, who wrote it and why it was changed (V-7). */
export function Corrections({
  goal,
  indicator,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const { data } = useApi(listValueVersions, {
    params: { body: goal.body, goal: goal.id, indicator: indicator.id },
  });
  const corrected = new Set((data ?? []).filter(({ version }) => version > 1).map(({ day }) => day));
  const rows = (data ?? []).filter(({ day }) => corrected.has(day));
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{t("page.goal.corrections")}</summary>
      <p className="quiet small">{t("page.goal.corrections-lead")}</p>
      <PlainTable
        caption={t("page.goal.corrections")}
        fit
        columns={[
          { id: "day", header: t("page.goal.day") },
          { id: "value", stays: true, header: t("page.goal.value"), numeric: true },
          { id: "on", header: t("page.goal.on") },
          { id: "by", header: t("page.goal.by") },
          { id: "why", header: t("page.goal.why") },
        ]}
        rows={rows.map(({ day, version, value, on, by, reason }) => ({
          key: `${day} ${version}`,
          cells: [
            <When key="day" at={day} />,
            value === null ? (
              t("page.goal.taken-back")
            ) : (
              <Num key="value" value={value} decimals={decimalsOf(value)} />
            ),
            on ? <When key="on" at={on} /> : "–",
            by,
            reason ?? "–",
          ],
        }))}
      />
    </details>
  );
}
