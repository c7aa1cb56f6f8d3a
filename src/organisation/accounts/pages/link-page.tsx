import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SIGN_IN_PATH } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { lookAtLink, openLink } from "../entry/contract.ts";
import { FORGOTTEN_PAGE } from "../kind.ts";
import { NewPassword } from "./new-password.tsx";

type Looked = z.output<typeof lookAtLink.returns>;

/** Where the link of an invitation, or of a forgotten password, leads: a password is chosen, and one is in. */
export function LinkPage() {
  const t = useTexts("organisation");
  const go = useGo();
  const look = useSave(lookAtLink);
  const use = useSave(openLink);
  const [token] = useState(() => location.hash.slice(1));
  const [link, setLink] = useState<Looked>();
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string>();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || token === "") return;
    asked.current = true;
    // What opens the account stays neither in the address bar nor in the history
    history.replaceState(history.state, "", location.pathname + location.search);
    void look.save({ body: { token } }).then((answer) => setLink(answer?.value));
  }, [token, look.save]);
  const choose = async () => {
    if (password === "") return setFault(t("accounts.entry.password-missing"));
    setFault(undefined);
    const done = await use.save({ body: { token, password } });
    if (done) go("id" in done.value ? "/" : SIGN_IN_PATH, { replace: true });
  };
  const lead = link && t(`accounts.entry.link-${link.sort === "invitation" ? "invited" : "reset"}`, link);
  const elsewhere = (
    <p className="row">
      <Link href={FORGOTTEN_PAGE}>{t("accounts.entry.forgotten")}</Link>
      <Link href={SIGN_IN_PATH}>{t("accounts.entry.to-sign-in")}</Link>
    </p>
  );
  return (
    <Page title={t("accounts.entry.link-title")} lead={lead}>
      {token === "" ? (
        <>
          <EmptyState title={t("accounts.entry.link-none")}>
            {t("accounts.entry.link-none-detail")}
          </EmptyState>
          {elsewhere}
        </>
      ) : look.problem ? (
        <>
          <ProblemPanel problem={look.problem} focus />
          {elsewhere}
        </>
      ) : link ? (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void choose();
          }}
        >
          <ProblemPanel problem={use.problem} focus />
          <TextField
            at="email"
            type="email"
            autoComplete="username"
            label={t("page.sign-in.email")}
            value={link.email}
            onChange={() => {}}
            readOnly
          />
          <NewPassword
            label={t("accounts.entry.link-password")}
            value={password}
            onChange={setPassword}
            fault={fault}
          />
          <Button type="submit" loading={use.saving}>
            {t("accounts.entry.link-submit")}
          </Button>
        </form>
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  );
}
