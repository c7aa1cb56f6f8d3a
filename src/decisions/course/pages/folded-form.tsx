import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";

/** A small form beside a thing, folded until it is wanted. */
export function FoldedForm({
  title,
  name,
  button,
  open = false,
  saving,
  problem,
  onSend,
  children,
}: {
  readonly title: string;
  /** What it is called where the title alone, among others like it, does not tell. */
  readonly name?: string;
  readonly button: string;
  readonly open?: boolean;
  readonly saving: boolean;
  readonly problem: unknown;
  /** Not asked while something is being saved. */
  readonly onSend: () => Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <details open={open}>
      <summary aria-label={name}>{title}</summary>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void onSend();
        }}
      >
        <ErrorSummary problem={problem} />
        {children}
        <Button type="submit" variant="secondary" data-size="sm" loading={saving}>
          {button}
        </Button>
      </form>
    </details>
  );
}
