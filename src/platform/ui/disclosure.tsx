import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** A button with a small panel under it: closes by Esc, by a click beside it, and when focus leaves it. */
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
  useEffect(() => {
    if (!open) return;
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
        setOpen(false);
        button.current?.focus();
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
        <div className="disclosure-panel" id={panelId}>
          {children(() => setOpen(false))}
        </div>
      ) : null}
    </div>
  );
}
