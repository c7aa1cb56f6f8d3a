import { Suspense, useState } from "react";
import { isBlank } from "../../../kernel/written.ts";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { useKindPages } from "../../pages/matter-pages.tsx";
import { SaveDialog } from "../../pages/save-dialog.tsx";
import { isSentence, SentenceField } from "../../pages/sentence-field.tsx";
import type { MatterPlace } from "../../rules/kind.ts";
import { SENTENCE_LENGTH } from "../../rules/sentence.ts";
import { layCounterProposal } from "../contract.ts";
import { MAX_PARTY, MAX_TEXT } from "../rules/counter.ts";

/** Where a counter-proposal is written and laid: it is public at once, and doesn't change afterwards. */
export function CounterDialog({
  id,
  place,
  organ,
  takesScenario,
  onClose,
}: {
  readonly id: string;
  readonly place: MatterPlace;
  /** Before which the matter lies, by name. */
  readonly organ: string;
  readonly takesScenario: boolean;
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(layCounterProposal);
  const pages = useKindPages(place.kind);
  const [written, setWritten] = useState({ party: "", sentence: "", text: "" });
  const [scenario, setScenario] = useState<string>();
  const [tried, setTried] = useState(false);
  const write = (field: keyof typeof written) => (text: string) => setWritten({ ...written, [field]: text });
  const lay = async () => {
    setTried(true);
    if (isBlank(written.party) || !isSentence(written.sentence)) return;
    const laid = await save({ params: { id }, body: { ...written, ...(scenario ? { scenario } : {}) } });
    if (!laid) return;
    toast(t("counter.laid"));
    onClose();
  };
  return (
    <SaveDialog
      title={t("counter.lay")}
      lead={<p>{t("counter.dialog-lead", { organ })}</p>}
      saving={saving}
      problem={problem}
      onSend={lay}
      onClose={onClose}
    >
      <TextField
        at="party"
        label={t("counter.party")}
        value={written.party}
        onChange={write("party")}
        maxLength={MAX_PARTY}
        problem={problem}
        fault={tried && isBlank(written.party) ? t("counter.missing") : undefined}
      />
      <SentenceField
        label={t("counter.sentence")}
        help={t("counter.sentence-help", SENTENCE_LENGTH)}
        value={written.sentence}
        onChange={write("sentence")}
        problem={problem}
        tried={tried}
      />
      <TextArea
        at="text"
        label={t("counter.text")}
        value={written.text}
        onChange={write("text")}
        rows={5}
        maxLength={MAX_TEXT}
        problem={problem}
      />
      {takesScenario && pages?.ScenarioField ? (
        <Suspense fallback={<Skeleton lines={2} />}>
          <pages.ScenarioField year={place.year} value={scenario} onChange={setScenario} problem={problem} />
        </Suspense>
      ) : null}
    </SaveDialog>
  );
}
