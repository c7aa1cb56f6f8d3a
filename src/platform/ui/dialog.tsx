import { Button, Dialog as DsDialog } from "@digdir/designsystemet-react";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./texts.ts";

/** A dialog in the middle, or a drawer from the right beside what it is about. Closes by Esc and by its button. */
export function Dialog({
  open,
  onClose,
  title,
  drawer = false,
  footer,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly drawer?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useTexts("platform");
  const titleId = useId();
  return (
    <DsDialog
      open={open}
      onClose={onClose}
      placement={drawer ? "right" : "center"}
      closeButton={false}
      aria-labelledby={titleId}
      className="dialog"
    >
      {open ? (
        <>
          <header className="dialog-head">
            <h2 className="ds-heading" data-size="xs" id={titleId}>
              {title}
            </h2>
            <Button variant="tertiary" data-color="neutral" icon aria-label={t("ui.close")} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </>
      ) : null}
    </DsDialog>
  );
}
