import type { ScenarioFieldProps } from "../../../decisions/pages/matter-pages.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listScenarios } from "../contract.ts";

/** The year's shared scenarios, to lay one as a counter-proposal. */
export function ScenarioField({ year, value, onChange, problem }: ScenarioFieldProps) {
  const t = useTexts("budget");
  const { data: all = [] } = useApi(listScenarios, { params: { year } });
  return (
    <SelectField
      at="scenario"
      label={t("scenario.to-lay")}
      help={t("scenario.to-lay-help")}
      value={value ?? ""}
      onChange={(id) => onChange(id || undefined)}
      options={[
        { value: "", label: t("scenario.to-lay-none") },
        ...all
          .filter(({ shared }) => shared)
          .map(({ id, name, party }) => ({ value: id, label: party ? `${name}, ${party}` : name })),
      ]}
      problem={problem}
    />
  );
}
