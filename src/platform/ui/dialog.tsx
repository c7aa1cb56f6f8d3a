import { Button, Dialog as DsDialog } from "@digdir/designsystemet-react";
import { type ReactNode, useId, useLayoutEffect } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./texts.ts";

/**
 * A dialog in the middle, or a drawer from the right beside what it is about. Closes by Esc and by its button, and gives focus back
 * to what opened it.
 */
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
  // Before the dialog itself takes focus, which it does in an effect
  useLayoutEffect(() => {
    if (!open) return;
    const opener = document.activeElement as HTMLElement | SVGElement | null;
    return () =>
      void requestAnimationFrame(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && opener?.isConnected) opener.focus();
      });
  }, [open]);
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
