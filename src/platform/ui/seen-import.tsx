import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ChooseFile } from "./choose-file.tsx";
import { type MayAnswer, MayButton } from "./may-button.tsx";
import { ErrorSummary } from "./problem-panel.tsx";
import { FileUnderWay, type SentFile } from "./send-file.tsx";
import { useToast } from "./toast.tsx";

/**
 * A file that is read in: checked and shown first, stored when a person has seen what it holds, and undone at once if wrong. `ask` sends
 * it, to be looked at only or to be stored; `children` shows what it holds, above the buttons.
 */
export function SeenImport<A>({
  may,
  accept,
  words,
  help,
  sending,
  ask,
  told,
  children,
}: {
  readonly may: MayAnswer | undefined;
  readonly accept: string;
  readonly words: { readonly choose: string; readonly store: string; readonly cancel: string };
  /** What a file is to hold, for those who may send one. */
  readonly help?: string;
  readonly sending: {
    readonly underWay: SentFile | undefined;
    readonly problem: unknown;
    readonly cancel: () => void;
  };
  readonly ask: (file: File, preview: "true" | "false") => Promise<A | undefined>;
  readonly told: (answer: A) => {
    readonly text: string;
    readonly undo?: (() => Promise<unknown>) | undefined;
  };
  readonly children: (answer: A, buttons: ReactNode) => ReactNode;
}) {
  const toast = useToast();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<A>();
  const { underWay, problem, cancel } = sending;
  const clear = () => {
    setFile(undefined);
    setPreview(undefined);
  };
  const check = async (chosen: File) => {
    setFile(chosen);
    setPreview(await ask(chosen, "true"));
  };
  const store = async () => {
    const answer = file && (await ask(file, "false"));
    if (!answer) return;
    clear();
    await client.invalidateQueries();
    const { text, undo } = told(answer);
    toast(text, {
      undo:
        undo &&
        (async () => {
          await undo();
          await client.invalidateQueries();
        }),
    });
  };
  return (
    <div className="import-file">
      <ChooseFile accept={accept} label={words.choose} onChosen={(chosen) => void check(chosen)}>
        {(choose) =>
          !underWay && !preview ? (
            <div className="stack">
              {help && may?.allowed ? <p className="quiet small">{help}</p> : null}
              <MayButton may={may} variant="secondary" onPress={choose}>
                {words.choose}
              </MayButton>
            </div>
          ) : null
        }
      </ChooseFile>
      <ErrorSummary problem={problem} />
      {underWay ? <FileUnderWay of={underWay} onCancel={cancel} /> : null}
      {preview && !underWay
        ? children(
            preview,
            <div className="row">
              <MayButton may={may} onPress={() => void store()}>
                {words.store}
              </MayButton>
              <MayButton may={may} variant="tertiary" onPress={clear}>
                {words.cancel}
              </MayButton>
            </div>,
          )
        : null}
    </div>
  );
}
