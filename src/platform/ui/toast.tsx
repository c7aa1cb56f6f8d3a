import { Button } from "@digdir/designsystemet-react";
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./texts.ts";

interface Toast {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: (() => unknown) | undefined;
}
type Show = (text: string, extra?: Pick<Toast, "undo">) => void;

const ToastContext = createContext<Show>(() => {});
const SHOWN_MS = 10_000;

/** Says what was done and offers to undo it: instead of asking "are you sure" before. */
export const useToast = (): Show => use(ToastContext);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTexts("platform");
  const [toast, setToast] = useState<Toast>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast(undefined), SHOWN_MS);
  }, []);
  const show = useCallback<Show>(
    (text, extra) => {
      setToast({ text, ...extra });
      leave();
    },
    [leave],
  );
  useEffect(() => stay, [stay]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toast ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only stops the clock while somebody reads or reaches for it
          <div className="toast" onMouseEnter={stay} onMouseLeave={leave} onFocus={stay} onBlur={leave}>
            <Icon name="check" />
            <span>{toast.text}</span>
            {toast.undo ? (
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => {
                  setToast(undefined);
                  void toast.undo?.();
                }}
              >
                {t("ui.undo")}
              </Button>
            ) : null}
            <Button
              variant="tertiary"
              data-size="sm"
              icon
              aria-label={t("ui.close")}
              onClick={() => setToast(undefined)}
            >
              <Icon name="cross" />
            </Button>
          </div>
        ) : null}
      </div>
    </ToastContext>
  );
}
