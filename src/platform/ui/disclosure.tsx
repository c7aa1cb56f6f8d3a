import { type ReactNode, useEffect, useId, useRef, useState } from "react";

const FIRST = "input, select, textarea, a[href], button";

/**
 * A button with a small panel under it. Focus goes into what opens, and back to the button when it is closed: by Esc, by what is
 * done in it, by a click beside it, or when focus leaves it.
 */
export function Disclosure({
  label,
  name,
  className,
  children,
}: {
  readonly label: ReactNode;
  /** The button's name where its label is only a sign. */
  readonly name?: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>(FIRST)?.focus();
    const beside = (event: Event) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", beside);
    document.addEventListener("focusin", beside);
    return () => {
      document.removeEventListener("pointerdown", beside);
      document.removeEventListener("focusin", beside);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from wherever focus is inside
    <div
      className="disclosure"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        ref={button}
        className={className}
        aria-expanded={open}
        aria-controls={panelId}
        {...(name ? { "aria-label": name } : {})}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div className="disclosure-panel" id={panelId} ref={panel}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}
