import { Button } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import type { Day } from "../../../kernel/day.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useGo } from "../../../platform/ui/link.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-bodies.ts";
import { endMandate, type MandateView } from "../contract.ts";

/** From which day a mandate is no more: it stays in the table with its last day. */
export function EndDialog({
  mandate,
  onClose,
}: {
  readonly mandate: MandateView;
  readonly onClose: () => void;
}) {
  const t = useTexts("organisation");
  const go = useGo();
  const toast = useToast();
  const today = useSession()?.today ?? "";
  const [from, setFrom] = useState(today);
  const [why, setWhy] = useState("");
  const { save, saving, problem } = useSave(endMandate);
  const formId = useId();
  const end = async () => {
    if (saving) return;
    const done = await save({
      params: { id: mandate.id },
      body: { from: from as Day },
      ...(why ? { why } : {}),
    });
    if (!done) return;
    toast(t("mandate.ended"));
    if (done.value.lastDay === null) go("/beslut/mandat");
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("mandate.end")}
      footer={
        <>
          <Button type="submit" form={formId} loading={saving}>
            {t("mandate.end")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("mandate.form.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <p>{t("mandate.end-lead")}</p>
        <ErrorSummary problem={problem} />
        <TextField
          at="from"
          type="date"
          label={t("mandate.end-from")}
          value={from}
          onChange={setFrom}
          problem={problem}
        />
        <TextField
          at="why"
          label={t("mandate.form.why")}
          optional={t("mandate.form.optional")}
          maxLength={200}
          value={why}
          onChange={setWhy}
        />
      </form>
    </Dialog>
  );
}
