import type { z } from "zod";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type DecisionShape, listDecisions, listMatters } from "../contract.ts";
import { Ownerless } from "../course/pages/ownerless.tsx";
import { matterPath } from "../rules/kind.ts";
import { Awaiting, useAwaitingWords } from "./awaiting.tsx";
import { DecidedList } from "./decided-list.tsx";
import { useKindName } from "./matter-pages.tsx";
import { Verify } from "./verify.tsx";
import "./decisions.css";

/** Beslut och ansvar: what has been decided, what is on its way, and whether the chain is whole (model §3.2, R-5). */
export function DecisionsPage() {
  const t = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  const decisions = useApi(listDecisions, { query: {} });
  return (
    <Page title={t("page.title")} lead={t("page.lead")} cite="§3.2">
      <Awaiting
        title={t("awaiting.section")}
        lead={t("awaiting.section-lead")}
        shown={5}
        words={useAwaitingWords()}
      />
      <Loaded of={decisions} lines={8}>
        {(all) => <DecisionList all={all} />}
      </Loaded>
      {signedIn ? <OnTheWay /> : null}
      <Ownerless />
      <Section title={t("page.chain.title")} lead={t("page.chain.lead")} cite="§3.2">
        <Verify />
        <p>
          <Link href="/beslut/kedjan">{t("heads.link")}</Link>
        </p>
      </Section>
    </Page>
  );
}

function DecisionList({ all }: { readonly all: readonly DecisionShape[] }) {
  const t = useTexts("decisions");
  return all.length === 0 ? (
    <EmptyState title={t("page.none-yet")}>{t("page.none-yet-detail")}</EmptyState>
  ) : (
    <DecidedList all={all} />
  );
}

/** Drafts and proposals: only those who have signed in see them (TF 2 ch.). */
function OnTheWay() {
  const t = useTexts("decisions");
  const { isShown } = useLookedAt();
  const matters = useApi(listMatters, { query: {} });
  return (
    <Section title={t("page.matters")} lead={t("page.matters-lead")} cite="§2.4">
      <Loaded of={matters}>
        {(all) => (
          <OpenMatters
            all={all.filter((m) => (m.state === "draft" || m.state === "proposed") && isShown(m.body))}
          />
        )}
      </Loaded>
    </Section>
  );
}

function OpenMatters({ all }: { readonly all: z.output<typeof listMatters.returns> }) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  if (all.length === 0) return <EmptyState title={t("page.no-matters")} />;
  return (
    <ul className="decided-list">
      {all.map((m) => (
        <li key={m.id}>
          <span className="row">
            <Link href={matterPath(m)}>
              {kindName(m.kind)} {m.year}
            </Link>
            <Status value={m.state} />
          </span>
          <p className="quiet small">
            <BodyName id={m.body} />
          </p>
        </li>
      ))}
    </ul>
  );
}
