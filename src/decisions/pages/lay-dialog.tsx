import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type MatterView, propose } from "../contract.ts";
import { useWhy, WhyFields } from "./why-fields.tsx";

/** Where an official lays a draft before the organ, with what it changes and why: from then on it is open to all. */
export function LayDialog({
  matter,
  onClose,
}: {
  /** As it is stored. */
  readonly matter: MatterView<unknown>;
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(propose);
  const [tried, setTried] = useState(false);
  const why = useWhy(matter.id);
  const lay = async () => {
    setTried(true);
    if (why.missing) return;
    const body = { revision: matter.version.revision, ...why.said };
    if (!(await save({ params: { id: matter.id }, body }))) return;
    toast(t("matter.proposed"));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("matter.lay-dialog.title")}
      footer={
        <>
          <Button loading={saving} onClick={() => void (saving || lay())}>
            {t("matter.propose")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t("matter.lay-dialog.lead", { version: matter.version.number })}</p>
        <ErrorSummary problem={problem} />
        <WhyFields of={why} problem={problem} tried={tried} />
      </div>
    </Dialog>
  );
}
