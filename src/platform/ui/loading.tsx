import { Skeleton as Bone, Spinner } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useState } from "react";
import { ProblemPanel } from "./problem-panel.tsx";
import { useTexts } from "./texts.ts";
import type { Read } from "./use-api.ts";

const SHOW_AFTER_MS = 200;

/** Grey lines where text will be; shown only when the wait is long enough to be noticed. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const t = useTexts("platform");
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-live="polite">
      {shown ? <span className="ds-sr-only">{t("ui.loading")}</span> : null}
      {shown
        ? Array.from({ length: lines }, (_, line) => (
            <Bone key={line.toString()} variant="text" width={line === lines - 1 ? 24 : 60} />
          ))
        : null}
    </div>
  );
}

/** Long work under way, with a way to stop it where it can be stopped. */
export function Progress({
  label,
  share,
  cancel,
}: {
  readonly label: string;
  /** 0–1; absent while it is not known how long it takes. */
  readonly share?: number;
  readonly cancel?: { readonly label: string; readonly run: () => void };
}) {
  return (
    <div className="progress" role="status">
      <Spinner aria-hidden="true" />
      <span>{label}</span>
      {share === undefined ? null : <progress value={share} max={1} aria-label={label} />}
      {cancel ? (
        <button type="button" className="ds-link" onClick={cancel.run}>
          {cancel.label}
        </button>
      ) : null}
    </div>
  );
}

/** What was read once it is there; grey lines before, and the refusal where there was one. */
export function Loaded<T>({
  of,
  lines,
  children,
}: {
  readonly of: Read<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ProblemPanel problem={of.error} retry={of.refetch} />;
  return <Skeleton {...(lines ? { lines } : {})} />;
}
