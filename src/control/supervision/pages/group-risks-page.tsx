import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { lastingId } from "../../../kernel/plain-id.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { RowButton } from "../../pages/row-button.tsx";
import { type GroupRisks, groupRisksRoutes } from "../contract.ts";
import { type GroupRisk, type GroupRiskDraft, GroupRiskForm } from "./group-risk-form.tsx";
import { GroupRisksView } from "./group-risks-view.tsx";

const EMPTY: GroupRisks = { risks: [] };

/** The risks that the executive sets for every committee and company, being written (K-5). */
export function GroupRisksPage() {
  const t = useTexts("control");
  return (
    <WriteMatter
      routes={groupRisksRoutes}
      kind="group-risks"
      cite="§2.3"
      title={(body, year) => t("group.title", { body, year })}
      lead={t("group.lead")}
      back={{ href: "/kontroll", label: t("group.back") }}
      empty={EMPTY}
      read={({ risks }) => <GroupRisksView risks={risks} />}
    >
      {(writing) => <Writer {...writing} />}
    </WriteMatter>
  );
}

function Writer({ body, year, begin }: Writing<GroupRisks>) {
  const t = useTexts("control");
  const draft = useDraft(groupRisksRoutes, { body, year }, begin);
  const last = useLastYear(groupRisksRoutes, { body, year });
  const [risk, setRisk] = useState<GroupRiskDraft>();
  const { risks } = draft.content;
  const put = (done: GroupRisk) =>
    draft.change({
      risks: risks.some(({ id }) => id === done.id)
        ? risks.map((one) => (one.id === done.id ? done : one))
        : [...risks, done],
    });
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => dataText(t, "page.place", path[0] ?? "group")} />
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("group.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="control" />
        </Section>
      ) : null}
      {risks.length === 0 && last.content && last.content.risks.length > 0 ? (
        <p className="row">
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => draft.change({ risks: last.content?.risks ?? [] })}
          >
            {t("page.edit.begin", { year: last.year })}
          </Button>
        </p>
      ) : null}
      <Section
        title={t("group.caption")}
        action={
          <Button
            variant="secondary"
            onClick={() =>
              setRisk({ id: lastingId("gemensam"), text: "", area: "", purpose: "", reason: "" })
            }
          >
            {t("group.add")}
          </Button>
        }
      >
        <GroupRisksView
          risks={risks}
          actions={(of) => (
            <>
              <RowButton label={t("page.edit.change-what", { what: of.text })} onPress={() => setRisk(of)}>
                {t("page.edit.change")}
              </RowButton>
              <RowButton
                label={t("page.edit.remove-what", { what: of.text })}
                onPress={() => draft.change({ risks: risks.filter(({ id }) => id !== of.id) })}
              >
                {t("page.edit.remove")}
              </RowButton>
            </>
          )}
        />
      </Section>
      {risk ? (
        <GroupRiskForm
          risk={risk}
          onClose={() => setRisk(undefined)}
          onDone={(done) => {
            put(done);
            setRisk(undefined);
          }}
        />
      ) : null}
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="control" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
