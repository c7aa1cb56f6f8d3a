import { listMatters } from "../../../decisions/contract.ts";
import { askMay } from "../../../organisation/contract.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import { withoutGone } from "../../live/rules/changes.ts";
import { budgetRoutes } from "../../matter/contract.ts";
import { BUDGET } from "../../matter/kind.ts";
import {
  createScenario,
  deleteScenario,
  type Scenario,
  type ScenarioView,
  shareScenario,
} from "../contract.ts";
import { proposalOf } from "../rules/proposal.ts";
import type { WorkshopProps } from "./workshop-props.ts";

interface ActionsProps extends WorkshopProps {
  readonly view: ScenarioView;
  readonly base: Budget;
  readonly content: Scenario;
  readonly saved: boolean;
  readonly saveNow: () => Promise<boolean>;
}

/** What one does with a scenario: shares or hides it, makes another from it, deletes it, makes it the proposal. */
export function ScenarioActions(props: ActionsProps) {
  const { year, view, base, content, saveNow, onOpen, council } = props;
  const t = useTexts("budget");
  const toast = useToast();
  const params = { year, id: view.id };
  const share = useSave(shareScenario);
  const remove = useSave(deleteScenario);
  const create = useSave(createScenario);
  const ask = { query: { action: "edit:scenario", body: council ?? "" } };
  const may = useApi(askMay, ask, { when: council !== undefined }).data;
  const problem = share.problem ?? remove.problem ?? create.problem;
  const setShared = async () => {
    if (!(await saveNow())) return;
    const stored = await share.save({ params, body: { shared: !view.shared } });
    if (stored) toast(t(stored.value.shared ? "scenario.shared" : "scenario.hidden", { name: content.name }));
  };
  const make = async (like: Scenario) => {
    // A new one has nothing to say of rows that its base no longer has
    const body = { ...like, changes: withoutGone(base, like.changes) };
    const made = await create.save({ params: { year }, body });
    if (made) onOpen(made.value.id);
    return made;
  };
  const copy = async () => {
    const made = await make({
      ...content,
      name: t("scenario.copy-name", { name: content.name }).slice(0, 120),
    });
    if (made) toast(t("scenario.created", { name: made.value.content.name }));
  };
  const drop = async () => {
    if (!(await remove.save({ params }))) return;
    onOpen(undefined);
    toast(t("scenario.deleted", { name: content.name }), { undo: () => make(content) });
  };
  return (
    <div className="stack">
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="row">
        {view.mine ? (
          <MayButton variant="secondary" may={may} busy={share.saving} onPress={setShared}>
            {t(view.shared ? "scenario.hide" : "scenario.share")}
          </MayButton>
        ) : null}
        <MayButton variant="secondary" may={may} busy={create.saving} onPress={copy}>
          {t("scenario.copy")}
        </MayButton>
        {view.mine ? (
          <MayButton variant="tertiary" may={may} busy={remove.saving} onPress={drop}>
            {t("scenario.delete")}
          </MayButton>
        ) : null}
      </div>
      {council ? <MakeProposal {...props} council={council} /> : null}
    </div>
  );
}

/** The chosen scenario becomes the draft of the budget, by the person who may write it, through the matter's own route (§2.4). */
function MakeProposal({
  year,
  council,
  view,
  base,
  content,
  saved,
  whoOf,
}: ActionsProps & { readonly council: string }) {
  const t = useTexts("budget");
  const toast = useToast();
  const params = { body: council, year };
  const may = useApi(askMay, { query: { action: `edit:${BUDGET.kind}`, body: council } }).data;
  const begun = useApi(listMatters, { query: { kind: BUDGET.kind, body: council, year } });
  const there = (begun.data?.length ?? 0) > 0;
  const target = useApi(budgetRoutes.get, { params, query: {} }, { when: there });
  const { save, saving, problem } = useSave(budgetRoutes.put);
  const ready = begun.data !== undefined && (!there || target.etag !== undefined);
  const propose = async () => {
    const who = whoOf({ party: content.party, owner: view.owner });
    const scenario = t("scenario.source-of", { name: content.name, who });
    const {
      allocation: _,
      results: __,
      statements: ___,
      ...proposal
    } = proposalOf(base, content.changes, {
      who,
      scenario,
      source: t("scenario.source"),
    });
    const before = target.data;
    const stored = await save({ params, body: proposal, ifMatch: target.etag ?? "none", why: scenario });
    if (!stored) return;
    // A draft that was there can be had back; a decided version is there still
    const undo =
      before && before.version.state !== "decided"
        ? () => save({ params, body: before.content, ifMatch: stored.etag, why: scenario })
        : undefined;
    toast(t("scenario.proposed", { name: content.name, year }), { undo });
  };
  return (
    <div className="stack scenario-propose">
      {problem ? <ProblemPanel problem={problem} /> : null}
      <p className="quiet small">
        {t("scenario.propose-lead", { year })}{" "}
        <Link href={`/arende/${BUDGET.kind}/${council}/${year}`}>{t("scenario.to-matter")}</Link>
      </p>
      <MayButton
        may={may}
        busy={saving}
        blocked={saved && ready ? undefined : t("scenario.propose-blocked")}
        onPress={propose}
      >
        {t("scenario.propose")}
      </MayButton>
    </div>
  );
}
