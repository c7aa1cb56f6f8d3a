import { SelectField } from "../../../platform/ui/fields.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useObjectName } from "../../pages/object-names.ts";

/** Verb and object, each chosen of what the house has: nobody types what a mandate is for. */
export function ActionFields({
  actions,
  value,
  onChange,
  problem,
}: {
  readonly actions: readonly string[];
  readonly value: string;
  readonly onChange: (action: string) => void;
  readonly problem?: unknown;
}) {
  const t = useTexts("organisation");
  const objectName = useObjectName("names");
  const [verb = "", object = ""] = value.split(":");
  const verbs = [...new Set(actions.map((action) => action.split(":")[0] ?? ""))];
  const objectsOf = (of: string) =>
    actions.filter((action) => action.startsWith(`${of}:`)).map((action) => action.slice(of.length + 1));
  return (
    <div className="mandate-pair">
      <SelectField
        at="verb"
        label={t("mandate.form.verb")}
        value={verb}
        onChange={(next) => {
          const objects = objectsOf(next);
          onChange(`${next}:${objects.includes(object) ? object : (objects[0] ?? "")}`);
        }}
        options={verbs.map((one) => ({ value: one, label: dataText(t, "verb", one, { defaultValue: one }) }))}
      />
      <SelectField
        at="action"
        label={t("mandate.form.object")}
        value={object}
        onChange={(next) => onChange(`${verb}:${next}`)}
        problem={problem}
        options={objectsOf(verb)
          .map((one) => ({ value: one, label: objectName(one) }))
          .sort((a, b) => a.label.localeCompare(b.label, "sv"))}
      />
    </div>
  );
}
