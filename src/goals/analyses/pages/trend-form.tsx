import { Button } from "@digdir/designsystemet-react";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { EnvironmentAnalysis } from "../contract.ts";
import { withConsequence } from "../rules/environment.ts";
import "./analyses.css";

type Trend = EnvironmentAnalysis["trends"][number];

/** A trend with what it leads to for each strategic goal: a row of the matrix, which on a phone is one form. */
export function TrendForm({
  trend,
  index,
  goals,
  onChange,
  onRemove,
}: {
  readonly trend: Trend;
  readonly index: number;
  readonly goals: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (trend: Trend) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts("goals");
  const at = `trends.${index}`;
  return (
    <fieldset className="analysis-card">
      <legend>{t("analysis.environment.trend", { number: index + 1 })}</legend>
      <div className="analysis-pair">
        <TextField
          at={`${at}.name`}
          label={t("analysis.environment.trend-name")}
          value={trend.name}
          onChange={(name) => onChange({ ...trend, name })}
          maxLength={500}
        />
        <TextArea
          at={`${at}.sources`}
          label={t("analysis.sources")}
          help={t("analysis.environment.sources-help")}
          value={trend.sources.join("\n")}
          onChange={(text) =>
            onChange({ ...trend, sources: text === "" ? [] : text.split("\n").slice(0, 20) })
          }
          rows={2}
          maxLength={2000}
        />
      </div>
      <TextArea
        at={`${at}.text`}
        label={t("analysis.environment.trend-text")}
        value={trend.text}
        onChange={(text) => onChange({ ...trend, text })}
        rows={2}
        maxLength={4000}
      />
      <div className="analysis-pair">
        {goals.map(({ id, name }) => (
          <TextArea
            key={id}
            at={`${at}.consequences.${id}`}
            label={t("analysis.environment.consequence", { goal: name })}
            value={trend.consequences.find(({ goal }) => goal === id)?.text ?? ""}
            onChange={(text) => onChange(withConsequence(trend, id, text))}
            rows={3}
            maxLength={4000}
          />
        ))}
      </div>
      <div>
        <Button variant="tertiary" data-size="sm" onClick={onRemove}>
          {t("analysis.environment.remove", { name: trend.name || index + 1 })}
        </Button>
      </div>
    </fieldset>
  );
}
