import { Button } from "@digdir/designsystemet-react";
import { SelectField } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useTexts } from "../../platform/ui/texts.ts";

/** Several of a list, picked one at a time: laws, documents, bodies. */
export function Picked({
  at,
  label,
  choices,
  picked,
  max,
  onChange,
}: {
  readonly at: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly picked: readonly string[];
  readonly max: number;
  readonly onChange: (picked: string[]) => void;
}) {
  const t = useTexts("control");
  const nameOf = (id: string) => choices.find((one) => one.id === id)?.name ?? id;
  const left = choices.filter(({ id }) => !picked.includes(id));
  return (
    <div className="stack">
      {picked.length > 0 ? (
        <ul className="plain-list">
          {picked.map((id) => (
            <li key={id} className="row">
              <span lang={WRITTEN}>{nameOf(id)}</span>
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t("page.edit.untie", { what: nameOf(id) })}
                onClick={() => onChange(picked.filter((one) => one !== id))}
              >
                {t("page.edit.remove")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {left.length > 0 && picked.length < max ? (
        <SelectField
          at={at}
          label={label}
          value=""
          onChange={(id) => {
            if (id !== "") onChange([...picked, id]);
          }}
          options={[
            { value: "", label: t("page.edit.choose") },
            ...left.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </div>
  );
}
