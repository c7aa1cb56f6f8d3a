import { Button } from "@digdir/designsystemet-react";
import type { MatterView } from "../../../decisions/contract.ts";
import { DraftBar } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { type ShownRemark, useRemarkText } from "../../../decisions/pages/remarks.tsx";
import type { Draft } from "../../../decisions/pages/use-draft.ts";
import { matterPath } from "../../../decisions/rules/kind.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/** What a field is told where it stands; that it is not yet written is told once, with all else that is left. */
export function useSaid(remarks: readonly ShownRemark[]): (at: string) => string | undefined {
  const text = useRemarkText("goals");
  return (at) => {
    const found = remarks.filter(
      (one) =>
        one.at === at &&
        (one.level === "stops" || one.level === "deviation") &&
        !one.code.endsWith("-missing"),
    );
    return found.length > 0 ? found.map(text).join(" ") : undefined;
  };
}

/** What one begins from, while nothing of it is stored. */
export function Begun<C>({ draft, said }: { readonly draft: Draft<C>; readonly said: string }) {
  const t = useTexts("goals");
  if (draft.state !== "untouched") return null;
  return (
    <p className="row">
      {said}
      <Button variant="secondary" data-size="sm" onClick={() => void draft.saveNow()}>
        {t("governed.keep")}
      </Button>
    </p>
  );
}

/** What is left to look over, and the way on to a decision. */
export function WayOn<C>({
  draft,
  kind,
  body,
  year,
}: {
  readonly draft: Draft<C>;
  readonly kind: string;
  readonly body: string;
  readonly year: number;
}) {
  const t = useTexts("goals");
  const remarks = draft.view?.remarks ?? [];
  return (
    <>
      {remarks.length > 0 ? (
        <Section title={t("governed.remarks")}>
          <PlacedRemarks remarks={remarks} chapter="goals" />
        </Section>
      ) : null}
      <DraftBar draft={draft}>
        {draft.view ? <Link href={matterPath({ kind, body, year })}>{t("governed.matter")}</Link> : null}
        <ProposeDecide
          matter={draft.view as MatterView<C> | undefined}
          chapter="goals"
          ready={draft.stored}
        />
      </DraftBar>
    </>
  );
}
