import { useState } from "react";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type MatterView, propose } from "../contract.ts";
import { holdsBackProposal } from "../rules/ground.ts";
import { DecideDialog } from "./decide-dialog.tsx";

/**
 * The way on from a draft: it is proposed, and the organ decides on it. `ready` stores what is not yet stored and gives the
 * stored version, so that what is proposed is what is on the screen.
 */
export function ProposeDecide<C>({
  matter,
  chapter,
  ready,
}: {
  readonly matter: MatterView<C> | undefined;
  readonly chapter: string;
  readonly ready?: () => Promise<MatterView<C> | undefined>;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(propose);
  const [deciding, setDeciding] = useState(false);
  if (!matter || matter.version.state === "decided" || matter.version.state === "superseded") return null;
  const stops = matter.remarks.filter((remark) => remark.level === "stops").length;
  const open = matter.remarks.filter(holdsBackProposal).length;
  const stopped = stops > 0 ? t("matter.stops", { count: stops }) : undefined;
  const heldBack = open > stops ? t("ground.holds-back") : undefined;
  const proposed = matter.version.state === "proposed";
  return (
    <>
      <MayButton
        variant="secondary"
        may={matter.may.edit}
        blocked={stopped ?? heldBack ?? (proposed ? t("matter.already-proposed") : undefined)}
        busy={saving}
        onPress={async () => {
          const stored = ready ? await ready() : matter;
          if (!stored) return;
          const done = await save({ params: { id: stored.id }, body: { revision: stored.version.revision } });
          if (done) toast(t("matter.proposed"));
        }}
      >
        {t("matter.propose")}
      </MayButton>
      <MayButton
        may={matter.may.decide}
        blocked={stopped}
        onPress={async () => {
          if (!ready || (await ready())) setDeciding(true);
        }}
      >
        {t("matter.decide")}
      </MayButton>
      {problem ? <ErrorSummary problem={problem} /> : null}
      {deciding && matter.may.decide.allowed ? (
        <DecideDialog
          matter={matter}
          chapter={chapter}
          may={matter.may.decide}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </>
  );
}
