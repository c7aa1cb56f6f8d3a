import { Button } from "@digdir/designsystemet-react";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import type { Nearest } from "../../../kernel/nearest.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useActionName } from "../../pages/action-name.ts";
import { useBodies } from "../../pages/use-bodies.ts";
import { listRequests, makeRequest } from "../contract.ts";
import { MAX_REQUEST, requestPage } from "../rules/requests.ts";

/** "Be hen här": asks the nearest who may, from where one was refused; says so where one has asked already (P-4). */
export function AskThem({ nearest }: { readonly nearest: Nearest }) {
  const t = useTexts("organisation");
  const [open, setOpen] = useState(false);
  const requests = useApi(listRequests, {});
  const waits = requests.data?.byMe.find(
    ({ ended, to, action, body }) =>
      ended === null && to.id === nearest.person && action === nearest.action && body === nearest.body,
  );
  if (waits) return <Link href={requestPage(waits.number)}>{t("request.waits")}</Link>;
  return (
    <>
      <button type="button" className="ds-link" onClick={() => setOpen(true)}>
        {t("request.ask", { name: nearest.name })}
      </button>
      {open ? <AskDialog nearest={nearest} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AskDialog({ nearest, onClose }: { readonly nearest: Nearest; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const actionName = useActionName();
  const { nameOf } = useBodies();
  const here = useRouterState({ select: (state) => state.location.href });
  const [text, setText] = useState("");
  const { save, saving, problem } = useSave(makeRequest);
  const { person: to, name, action, body } = nearest;
  const send = async () => {
    if (saving || !(await save({ body: { to, action, body, text, href: here.slice(0, MAX_HREF) } }))) return;
    toast(t("request.asked", { name }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("request.ask-title", { name })}
      footer={
        <>
          <Button loading={saving} onClick={() => void send()}>
            {t("request.ask-send")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("request.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>
          <strong>{t("request.that", { what: actionName(action) })}</strong>{" "}
          {t("request.for", { body: nameOf(body) })}
        </p>
        <p className="quiet">{t("request.ask-lead", { name })}</p>
        <ErrorSummary problem={problem} />
        <TextArea
          at="text"
          label={t("request.ask-text")}
          optional={t("request.word-optional")}
          rows={3}
          maxLength={MAX_REQUEST}
          value={text}
          onChange={setText}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}

const MAX_HREF = 300;
