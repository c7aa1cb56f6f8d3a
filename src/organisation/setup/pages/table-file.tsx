import { Button } from "@digdir/designsystemet-react";
import type { z } from "zod";
import type { Route } from "../../../platform/http/contract.ts";
import type { Ask } from "../../../platform/ui/api.ts";
import { ChooseFile } from "../../../platform/ui/choose-file.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../../platform/ui/send-file.tsx";

/** Why a cell of the sheets here can't take a text. */
export type SheetFaultCode = "too-long" | "no-choice" | "no-day";

/** Reads a table from Excel or CSV into what is shown: nothing is stored by it. */
export function TableFile<R extends Route>({
  route,
  label,
  help,
  onRead,
}: {
  readonly route: R;
  readonly label: string;
  /** Which columns it has. */
  readonly help: string;
  readonly onRead: (read: z.output<R["returns"]>, file: string) => void;
}) {
  const { send, cancel, underWay, problem } = useSendFile(route);
  const read = async (file: File) => {
    const answer = await send({ file } as Ask<R> & { readonly file: File });
    if (answer) onRead(answer, file.name);
  };
  return (
    <div className="stack">
      <div className="setup-file">
        <ChooseFile accept=".xlsx,.csv,.txt" label={label} onChosen={(file) => void read(file)}>
          {(choose) => (
            <Button variant="secondary" onClick={choose}>
              {label}
            </Button>
          )}
        </ChooseFile>
        <span className="quiet small">{help}</span>
      </div>
      {underWay ? <FileUnderWay of={underWay} onCancel={cancel} /> : null}
      <ErrorSummary problem={problem} />
    </div>
  );
}
