import { useState } from "react";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type MatterView, propose } from "../contract.ts";
import { SaveDialog } from "./save-dialog.tsx";
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
    <SaveDialog
      title={t("matter.lay-dialog.title")}
      send={t("matter.propose")}
      lead={<p>{t("matter.lay-dialog.lead", { version: matter.version.number })}</p>}
      saving={saving}
      problem={problem}
      onSend={lay}
      onClose={onClose}
    >
      <WhyFields of={why} problem={problem} tried={tried} />
    </SaveDialog>
  );
}
