import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

/** Where something is written and sent at once, or left: what it is, what was wrong with it the last time, and its fields. */
export function SaveDialog({
  title,
  send,
  lead,
  saving,
  problem,
  onSend,
  onClose,
  children,
}: {
  readonly title: string;
  /** What the button says; the title where that says it. */
  readonly send?: string | undefined;
  readonly lead: ReactNode;
  readonly saving: boolean;
  readonly problem: unknown;
  /** Not asked while something is being saved. */
  readonly onSend: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts("decisions");
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button loading={saving} onClick={() => void (saving || onSend())}>
            {send ?? title}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        {lead}
        <ErrorSummary problem={problem} />
        {children}
      </div>
    </Dialog>
  );
}
