import { listMatters } from "../../../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../../decisions/pages/write-matter.tsx";
import { useSession } from "../../../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../../../platform/ui/link.tsx";
import { Page, Section } from "../../../../platform/ui/page.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { useApi } from "../../../../platform/ui/use-api.ts";
import type { Budget } from "../../../base/contract.ts";
import { budgetRoutes } from "../../contract.ts";
import { ChangeNote } from "../change-note.tsx";
import { RestoringEditor } from "../restoring-editor.tsx";
import { GoalsEditor, GroupGoalsEditor } from "./goals.tsx";
import { InvestmentsEditor } from "./investments.tsx";
import { OpeningEditor } from "./opening.tsx";
import "../../../../decisions/pages/decisions.css";
import "../../../base/pages/economy.css";
import "../../../position/pages/position.css";

/** Opening balance, investments and financial goals of a budget being written (model §2.2, E-1, E-7). */
export function PositionEditorPage() {
  const t = useTexts("budget");
  const { body = "", year = "" } = usePathParams();
  const signedIn = Boolean(useSession()?.person);
  const begun = useApi(
    listMatters,
    { query: { kind: "budget", body, year: Number(year) } },
    { when: signedIn && /^2\d{3}$/.test(year) },
  );
  const back = { href: `/ekonomi/stallning?ar=${year}`, label: t("position.title") };
  const title = t("position.edit.title", { year });
  // A position stands in a budget: without one there is nothing to write it in
  if (begun.data?.length === 0)
    return (
      <Page inTkr title={title} above={<Link href={back.href}>{back.label}</Link>}>
        <EmptyState title={t("page.no-budget", { year })}>{t("position.edit.no-budget")}</EmptyState>
      </Page>
    );
  return (
    <WriteMatter
      routes={budgetRoutes}
      kind="budget"
      cite="§2.2"
      title={() => title}
      lead={t("position.edit.lead")}
      back={back}
      empty={undefined}
      read={() => (
        <p>
          <Link href={back.href}>{t("position.edit.read")}</Link>
        </p>
      )}
    >
      {(writing) => <PositionWriter {...writing} />}
    </WriteMatter>
  );
}

function PositionWriter({ body, year, begin }: Writing<Budget>) {
  const t = useTexts("budget");
  const draft = useDraft(budgetRoutes, { body, year }, begin);
  const change = (part: Partial<Budget>) => draft.change({ ...draft.content, ...part });
  const remarks = draft.view?.remarks ?? [];
  const places = remarks.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const editing = { budget: draft.content, change, problem: draft.problem, places };
  return (
    <>
      <DraftTroubles
        draft={draft}
        place={(path) => (path[0] === "investments" ? t("position.investments") : t("position.title"))}
      />
      {remarks.length > 0 ? (
        <Section title={t("internal.remarks")}>
          <PlacedRemarks remarks={remarks} chapter="budget" />
        </Section>
      ) : null}
      <OpeningEditor {...editing} />
      <RestoringEditor {...editing} />
      <InvestmentsEditor {...editing} />
      <GoalsEditor {...editing} />
      <GroupGoalsEditor {...editing} />
      <ChangeNote {...editing} />
      <DraftBar draft={draft}>
        {draft.view ? <Link href={`/arende/budget/${body}/${year}`}>{t("page.matter")}</Link> : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
