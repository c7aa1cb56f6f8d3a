import { Button } from "@digdir/designsystemet-react";
import { ChooseFile } from "../../platform/ui/choose-file.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { FileUnderWay, type SentFile } from "../../platform/ui/send-file.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

/** Where a table comes from: pasted, or a file of Excel or CSV. Nothing is stored by it. */
export function TableSource({
  help,
  pasted,
  onPaste,
  onChosen,
  preview,
}: {
  /** Which columns it has. */
  readonly help: string;
  readonly pasted: string;
  readonly onPaste: (text: string) => void;
  readonly onChosen: (file: File) => void;
  readonly preview: {
    readonly underWay: SentFile | undefined;
    readonly problem: unknown;
    cancel(): void;
  };
}) {
  const t = useTexts("organisation");
  return (
    <>
      <div className="form">
        <TextArea
          at="pasted"
          label={t("people.table.paste")}
          help={help}
          rows={6}
          value={pasted}
          onChange={onPaste}
        />
      </div>
      <div className="row">
        <Button
          variant="secondary"
          aria-disabled={pasted.trim() === ""}
          onClick={() =>
            pasted.trim() === ""
              ? undefined
              : onChosen(new File([pasted], "inklistrat.csv", { type: "text/csv" }))
          }
        >
          {t("people.table.look")}
        </Button>
        <ChooseFile accept=".xlsx,.csv,.txt,.tsv" label={t("people.table.file")} onChosen={onChosen}>
          {(choose) => (
            <Button variant="secondary" onClick={choose}>
              {t("people.table.file")}
            </Button>
          )}
        </ChooseFile>
      </div>
      {preview.underWay ? <FileUnderWay of={preview.underWay} onCancel={preview.cancel} /> : null}
      <ErrorSummary problem={preview.problem} />
    </>
  );
}
