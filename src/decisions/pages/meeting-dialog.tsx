import type { ReactNode } from "react";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { SaveDialog } from "./save-dialog.tsx";

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
    <SaveDialog
      title={t(`matter.${of}.title`)}
      send={t(`matter.${of}.register`)}
      lead={
        <p>
          {t(`matter.${of}.lead`, { organ, version })}{" "}
          {t("matter.dialog.mandate", { source: may.source, cite: may.cite })}
        </p>
      }
      saving={saving}
      problem={problem}
      onSend={onRegister}
      onClose={onClose}
    >
      {children}
    </SaveDialog>
  );
}
