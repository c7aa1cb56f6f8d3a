import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

/**
 * A row of a list, written beside it: it goes into the list when it is whole, so that the draft is always one that can be
 * stored.
 */
export function DrawerForm({
  title,
  onDone,
  onClose,
  children,
}: {
  readonly title: string;
  /** Puts the row in its place, or shows what is missing. */
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts("decisions");
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onDone}>{t("draft.done")}</Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onDone();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
