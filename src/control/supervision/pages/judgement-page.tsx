import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { GroundChanges } from "../../../decisions/pages/ground-changes.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { type ControlJudgement, controlJudgementRoutes } from "../contract.ts";
import { JudgedOn, JudgementView } from "./judgement-view.tsx";

const EMPTY: ControlJudgement = { judgement: "", improvements: "" };

/** What the executive judges of the whole, being written, with how every body stands beside (K-5). */
export function JudgementPage() {
  const t = useTexts("control");
  return (
    <WriteMatter
      routes={controlJudgementRoutes}
      kind="control-judgement"
      cite="§2.3"
      title={(body, year) => t("judged.title", { body, year })}
      lead={t("judged.lead")}
      back={{ href: "/kontroll", label: t("judged.back") }}
      empty={EMPTY}
      read={(content) => <JudgementView of={content} />}
    >
      {(writing) => <Writer {...writing} />}
    </WriteMatter>
  );
}

function Writer({ body, year, begin }: Writing<ControlJudgement>) {
  const t = useTexts("control");
  const draft = useDraft(controlJudgementRoutes, { body, year }, begin);
  const { content } = draft;
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => dataText(t, "page.place", path[0] ?? "judgement")} />
      <GroundChanges draft={draft} chapter="control" />
      <div className="form">
        {(["judgement", "improvements"] as const).map((part) => (
          <TextArea
            key={part}
            at={part}
            label={t(`judged.${part}`)}
            value={content[part]}
            onChange={(text) => draft.change({ ...content, [part]: text })}
            rows={5}
            maxLength={4000}
          />
        ))}
      </div>
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("judged.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="control" />
        </Section>
      ) : null}
      <JudgedOn of={draft.view?.content ?? content} />
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="control" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
