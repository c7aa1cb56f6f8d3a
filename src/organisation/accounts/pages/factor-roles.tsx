import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { ROLES, ROLES_IN_ENGLISH, type Role } from "../../rules/organisation.ts";
import { setFactorRoles } from "../contract.ts";
import "./accounts.css";

const ALL = Object.keys(ROLES) as Role[];

/** Which roles must have a second step. */
export function FactorRoles({ roles }: { readonly roles: readonly Role[] }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const named = useLanguage() === "en" ? ROLES_IN_ENGLISH : ROLES;
  const { save, saving, problem } = useSave(setFactorRoles);
  const [chosen, choose] = useState<readonly Role[]>();
  const now = chosen ?? roles;
  const changed = ALL.some((role) => now.includes(role) !== roles.includes(role));
  const store = async () => {
    if (!(await save({ body: { roles: [...now] } }))) return;
    choose(undefined);
    toast(t("accounts.keep.roles-saved"));
  };
  return (
    <Section title={t("accounts.keep.roles")} lead={t("accounts.keep.roles-lead")}>
      <ProblemPanel problem={problem} focus />
      <Fieldset>
        <Fieldset.Legend className="ds-sr-only">{t("accounts.keep.roles-field")}</Fieldset.Legend>
        <div className="role-choices">
          {ALL.map((role) => (
            <Checkbox
              key={role}
              label={named[role]}
              value={role}
              checked={now.includes(role)}
              onChange={({ target }) =>
                choose(target.checked ? [...now, role] : now.filter((one) => one !== role))
              }
            />
          ))}
        </div>
      </Fieldset>
      {changed ? (
        <Button loading={saving} onClick={() => void store()}>
          {t("accounts.keep.roles-save")}
        </Button>
      ) : null}
    </Section>
  );
}
