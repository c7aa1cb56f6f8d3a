import { Button, Dialog as DsDialog } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./texts.ts";

const CONTROLS =
  "input:not([type=hidden]), select, textarea, button, a[href], summary, [tabindex]:not([tabindex='-1'])";

/**
 * The field with which a dialog begins: what is written first, or the choice that is made in a group. None where a button or a link
 * comes before it, or where it begins with a tick, which is put after something has been read.
 */
function firstField(body: HTMLElement): HTMLElement | null {
  const [first] = [...body.querySelectorAll<HTMLInputElement>(CONTROLS)].filter(
    (one) => !one.disabled && one.checkVisibility(),
  );
  if (!first?.matches("input:not([type=checkbox]), select, textarea")) return null;
  if (first.type !== "radio") return first;
  return body.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

/**
 * A dialog in the middle, or a drawer from the right beside what it is about. One that begins with a field has focus there, the others
 * on the button that closes them. Closes by Esc and by its button, and gives focus back to what opened it.
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
  const body = useRef<HTMLDivElement>(null);
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
  // After the dialog has been shown, which is done in the effect of a part of it
  useEffect(() => {
    const shown = body.current;
    if (!open || !shown || shown.contains(document.activeElement)) return;
    firstField(shown)?.focus();
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
          <div className="dialog-body" ref={body}>
            {children}
          </div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </>
      ) : null}
    </DsDialog>
  );
}
