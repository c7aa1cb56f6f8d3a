import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Dialog } from "../../platform/ui/dialog.tsx";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

/** By what right one registers what a meeting did, and by which of one's posts. */
export type MayRegister = Extract<MayAnswer, { allowed: true }> & { readonly post?: string };

/** Where it is written what an organ did at a meeting with a version of a matter: it proposed it, or decided on it. */
export function MeetingDialog({
  of,
  version,
  may,
  saving,
  problem,
  onRegister,
  onClose,
  children,
}: {
  /** By its words among the matter's: a decision's, or a proposal's. */
  readonly of: "dialog" | "proposal-dialog";
  readonly version: number;
  readonly may: MayRegister;
  readonly saving: boolean;
  readonly problem: unknown;
  /** Not asked while something is being saved. */
  readonly onRegister: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts("decisions");
  const organ = useSession()?.person?.posts.find(({ id }) => id === may.post)?.bodyName ?? "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`matter.${of}.title`)}
      footer={
        <>
          <Button loading={saving} onClick={() => void (saving || onRegister())}>
            {t(`matter.${of}.register`)}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>
          {t(`matter.${of}.lead`, { organ, version })}{" "}
          {t("matter.dialog.mandate", { source: may.source, cite: may.cite })}
        </p>
        <ErrorSummary problem={problem} />
        {children}
      </div>
    </Dialog>
  );
}
