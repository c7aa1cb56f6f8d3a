import { lazy, Suspense } from "react";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { useMayWrite } from "../../decisions/writers/pages/use-may-write.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link, useGo, usePathParams, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type ActionView, getPlan, type PlanView } from "../contract.ts";
import { changesPage, planPage, UNIT_PLAN } from "../kind.ts";
import { LivingActions } from "./living-actions.tsx";
import { Rests } from "./rests.tsx";
import { useTallyColumns } from "./shared-columns.tsx";

const ThingDrawer = lazy(async () => ({
  default: (await import("../../decisions/course/pages/thing-drawer.tsx")).ThingDrawer,
}));

/** A plan as it lives: what is late, what is done and under way, and the parts that units have of it (V-8). */
export function PlanPage() {
  const { body = "", year = "" } = usePathParams();
  const plan = useApi(getPlan, { params: { body, year: Number(year) } });
  const [thing, setThing] = useSearchParam("sak");
  const signedIn = useSession()?.person != null;
  return (
    <>
      <Loaded of={plan} lines={8}>
        {(view) => <Plan view={view} />}
      </Loaded>
      {thing && signedIn ? (
        <Suspense>
          <ThingDrawer thing={thing} onClose={() => setThing(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Plan({ view }: { readonly view: PlanView }) {
  const t = useTexts("plans");
  const go = useGo();
  const ofUnit = view.kind === UNIT_PLAN.kind;
  const may = useMayWrite({ kind: view.kind, body: view.body, year: view.year });
  const late = view.actions.filter((action) => action.late);
  const write = ofUnit
    ? `/mal/planer/enhet/${view.body}/${view.year}/skriv`
    : `/mal/planer/${view.body}/${view.year}/skriv`;
  return (
    <Page
      title={t(ofUnit ? "page.plan.unit-title" : "page.plan.title", { body: view.name, year: view.year })}
      lead={t(ofUnit ? "page.plan.unit-lead" : "page.plan.lead")}
      cite="§2.1"
      above={
        view.above ? (
          <Link href={planPage(view.above.body, view.year)}>
            {t("page.plan.of-above", { body: view.above.name })}
          </Link>
        ) : (
          <Link href="/mal/planer">{t("page.plan.above")}</Link>
        )
      }
      action={
        <MayButton
          may={may}
          variant={view.state === "decided" ? "secondary" : "primary"}
          onPress={() => go(write)}
        >
          {t(
            view.state === "none"
              ? "page.plan.begin"
              : view.state === "decided"
                ? "page.plan.change"
                : "page.plan.write",
          )}
        </MayButton>
      }
    >
      {view.state === "none" ? (
        <EmptyState title={t("page.plan.none", { year: view.year })}>
          {t(ofUnit ? "page.plan.unit-none-detail" : "page.plan.none-detail")}
        </EmptyState>
      ) : (
        <>
          <div className="row">
            <Status value={view.state} />
            {view.decidedOn && view.decision !== null ? (
              <Link href={`/beslut/${view.decision}`}>
                {t("page.plan.decided")} <When at={view.decidedOn} />
              </Link>
            ) : (
              <span className="quiet">{t("page.plan.draft-note")}</span>
            )}
            <span>{t("page.plan.tally", view.tally)}</span>
          </div>
          {view.summary === "" ? null : (
            <p className="prose" lang={WRITTEN}>
              {view.summary}
            </p>
          )}
          <Unreported view={view} />
          {late.length > 0 ? (
            <Section title={t("page.plan.late-title")} lead={t("page.plan.late-lead")}>
              <ul>
                {late.map((action) => (
                  <LateItem key={action.thing} action={action} />
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title={t("page.plan.others")}>
            <LivingActions actions={view.actions} year={view.year} />
          </Section>
          <Units view={view} />
          {view.rests.length > 0 ? (
            <Section title={t("content.rests")} lead={t("content.rests-lead")}>
              <Rests parts={view.rests} />
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}

function LateItem({ action }: { readonly action: ActionView }) {
  const t = useTexts("plans");
  const signedIn = useSession()?.person != null;
  return (
    <li className="row">
      <Status value="late" />
      <span lang={WRITTEN}>{action.text}</span>
      <span className="quiet small">
        {action.responsible}, {t("page.unit.until")} <When at={action.due} />
      </span>
      {signedIn ? <ThingButton thing={action.thing} name={action.text} /> : null}
    </li>
  );
}

/** What the committee has not been told yet, in a line that leads to where it is noted. */
function Unreported({ view }: { readonly view: PlanView }) {
  const t = useTexts("plans");
  if (view.unreported === 0 || !view.serves) return null;
  return (
    <p className="row">
      <Status value="runs-out" word={t("page.plan.changes", { count: view.unreported })} />
      <Link href={changesPage(view.serves.body, view.year)}>{t("page.plan.see-changes")}</Link>
    </p>
  );
}

function Units({ view }: { readonly view: PlanView }) {
  const t = useTexts("plans");
  const tallyColumns = useTallyColumns();
  if (view.units.length === 0) return null;
  return (
    <Section title={t("page.plan.units")}>
      <DataTable
        caption={t("page.plan.units-caption")}
        copy={false}
        rows={view.units}
        rowKey={({ body }) => body}
        href={({ body }) => planPage(body, view.year)}
        columns={[
          { id: "unit", header: t("page.plan.unit"), value: ({ name }) => name, written: true },
          ...tallyColumns,
        ]}
      />
    </Section>
  );
}
