import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useId, useRef } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/**
 * Something that is done with a person or a post, written beside the page; what is wrong with it is told over its fields. Whoever sends it
 * with something missing is led to the first field that lacks it.
 */
export function KeepingDialog({
  title,
  button,
  danger = false,
  saving,
  problem,
  blocked = false,
  onSend,
  onClose,
  children,
}: {
  readonly title: string;
  readonly button: string;
  readonly danger?: boolean;
  readonly saving: boolean;
  readonly problem: unknown;
  /** It can't be sent as it stands: why is told among the fields. */
  readonly blocked?: boolean;
  readonly onSend: () => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts("organisation");
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const send = () => {
    if (saving || blocked) return;
    void onSend();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button
            loading={saving}
            aria-disabled={blocked}
            type="submit"
            form={formId}
            {...(danger ? { "data-color": "danger" } : {})}
          >
            {button}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("people.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        id={formId}
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ErrorSummary problem={problem} />
        {children}
      </form>
    </Dialog>
  );
}
