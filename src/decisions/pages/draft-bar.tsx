import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useId } from "react";
import { Icon, type IconName } from "../../platform/ui/icon.tsx";
import { KeptOffer } from "../../platform/ui/kept-offer.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { DraftState } from "./draft-keeper.ts";
import type { Clash } from "./merge-content.ts";
import type { Draft } from "./use-draft.ts";
import "./draft.css";

const SIGNS: Record<DraftState, IconName> = {
  untouched: "pen",
  saved: "check",
  changed: "pen",
  saving: "clock",
  unreachable: "wait",
  clash: "late",
  refused: "late",
};

/** Whether what one has written is stored, always in sight; before it the matter's way on to a decision. */
export function DraftBar<C>({
  draft,
  children,
}: {
  readonly draft: Draft<C>;
  readonly children?: ReactNode;
}) {
  const t = useTexts("decisions");
  const headingId = useId();
  return (
    <>
      {draft.view && children ? (
        <section className="draft-way-on" aria-labelledby={headingId}>
          <h2 className="ds-heading" data-size="sm" id={headingId}>
            {t("draft.way-on")}
          </h2>
          <div className="draft-actions">{children}</div>
        </section>
      ) : null}
      <div className="draft-bar" data-state={draft.state}>
        <p role="status" aria-live="polite" className="draft-state">
          <Icon name={SIGNS[draft.state]} size={18} />
          <span>{t(`draft.${draft.state}`)}</span>
        </p>
        {draft.state === "unreachable" || draft.state === "refused" ? (
          <Button variant="tertiary" data-size="sm" onClick={() => void draft.saveNow()}>
            {t("draft.try")}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** What stands between the writer and a stored draft: a refusal, or a place where two people wrote. */
export function DraftTroubles<C>({
  draft,
  place,
}: {
  readonly draft: Draft<C>;
  /** A place's name on the page ("Effekt för invånarna"). */
  readonly place: (path: readonly string[]) => string;
}) {
  const t = useTexts("decisions");
  const [offer] = draft.offers;
  return (
    <>
      {draft.problem ? <ProblemPanel problem={draft.problem} /> : null}
      {offer && draft.clashes.length === 0 ? (
        <KeptOffer
          from={offer.from}
          onTake={() => draft.takeUp(offer)}
          onThrow={() => draft.discard(offer)}
        />
      ) : null}
      {draft.othersCame && draft.clashes.length === 0 ? (
        <p className="draft-note" role="status">
          <Icon name="info" size={18} /> {t("draft.others-came")}
        </p>
      ) : null}
      {draft.clashes.length > 0 ? (
        <section className="draft-clashes" aria-label={t("draft.clash-title")}>
          <h2 className="ds-heading" data-size="xs">
            {t("draft.clash-title")}
          </h2>
          <p>{t("draft.clash-lead")}</p>
          {draft.clashes.map((clash) => (
            <ClashChoice
              key={clash.path.join(" ")}
              clash={clash}
              place={place(clash.path)}
              onChoose={(by) => draft.settle(clash, by)}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

function ClashChoice({
  clash,
  place,
  onChoose,
}: {
  readonly clash: Clash;
  readonly place: string;
  readonly onChoose: (by: "mine" | "theirs") => void;
}) {
  const t = useTexts("decisions");
  const words = (value: unknown) => (value === undefined ? t("draft.gone") : plain(value));
  return (
    <fieldset className="draft-clash">
      <legend>{place}</legend>
      {(["mine", "theirs"] as const).map((by) => (
        <div key={by} className="draft-clash-side">
          <p className="quiet small">{t(`draft.${by}`)}</p>
          <p className="prose" lang={WRITTEN}>
            {words(clash[by])}
          </p>
          <Button variant="secondary" data-size="sm" onClick={() => onChoose(by)}>
            {t(`draft.take-${by}`)}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}

/** A value as text: what people wrote, without braces and quotes. */
function plain(value: unknown): string {
  if (value === null || value === "") return "–";
  if (typeof value === "object")
    return Object.values(value as object)
      .map(plain)
      .join(" · ");
  return String(value);
}
