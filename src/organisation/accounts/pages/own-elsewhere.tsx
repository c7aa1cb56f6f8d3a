import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getElsewhere, joinElsewhere, leaveElsewhere } from "../elsewhere/contract.ts";
import { useAct } from "./use-act.tsx";

/** Where else one has an account, and how one more is opened from here (T-3). */
export function OwnElsewhere() {
  const t = useTexts("organisation");
  const toast = useToast();
  const read = useApi(getElsewhere, {});
  const { act, busy, failure, proof } = useAct();
  const [link, setLink] = useState("");
  const [fault, setFault] = useState<string>();
  if (!read.data) return null;
  const { municipalities, home } = read.data;
  if (!home)
    return (
      <Section title={t("elsewhere.title")} lead={t("elsewhere.not-home")}>
        {null}
      </Section>
    );
  const join = () => {
    if (!/^https?:\/\/\S+#\S+$/.test(link.trim())) return setFault(t("elsewhere.link-missing"));
    setFault(undefined);
    return act(
      async () => {
        const { name } = await api(joinElsewhere, { body: { link: link.trim() } });
        setLink("");
        toast(t("elsewhere.joined", { name }));
      },
      { fresh: true },
    );
  };
  const leave = (code: string) => act(() => api(leaveElsewhere, { params: { code } }), { fresh: true });
  return (
    <Section title={t("elsewhere.title")} lead={t("elsewhere.lead")}>
      {municipalities.length > 0 ? (
        <ul className="plain-list">
          {municipalities.map(({ code, name, address }) => (
            <li key={code} className="row">
              <a className="ds-link" href={address}>
                {t("elsewhere.go", { name })}
              </a>
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t("elsewhere.leave-of", { name })}
                onClick={() => void leave(code)}
              >
                {t("elsewhere.leave")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        {failure}
        <TextField
          at="elsewhere-link"
          autoComplete="off"
          maxLength={500}
          label={t("elsewhere.link")}
          help={t("elsewhere.link-help")}
          value={link}
          onChange={setLink}
          fault={fault}
        />
        <Button type="submit" variant="secondary" loading={busy}>
          {t("elsewhere.join")}
        </Button>
      </form>
      {proof}
    </Section>
  );
}
