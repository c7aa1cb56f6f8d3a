import type { ReactNode } from "react";
import { listDecisions, listMatters } from "../../../decisions/contract.ts";
import { ownAddress } from "../../../decisions/rules/kind.ts";
import { useMayWrite } from "../../../decisions/writers/pages/use-may-write.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listSignals } from "../contract.ts";
import { ENVIRONMENT_ANALYSIS, SIGNALS_PAGE, SITUATION_ANALYSIS } from "../kind.ts";
import { presentationPage } from "./presentation-address.ts";

type Kind = typeof SITUATION_ANALYSIS | typeof ENVIRONMENT_ANALYSIS;

/** What a year's goals start from (§2.4, A-1, A-2): the outside world, and how things stand in each committee and company. */
export function AnalysesPage() {
  const t = useTexts("goals");
  const { body, year } = useChoice();
  const { bodies } = useBodies();
  const executive = bodies.find(({ kind }) => kind === "executive")?.id;
  const chosen = bodies.find(({ id }) => id === body);
  const writesSituation =
    chosen !== undefined && SITUATION_ANALYSIS.bodies.some((kind) => kind === chosen.kind);
  return (
    <Page
      title={t("analysis.page.title", { year })}
      lead={t("analysis.page.lead")}
      cite="§2.4"
      action={writesSituation ? <Write kind={SITUATION_ANALYSIS} body={chosen.id} main /> : undefined}
    >
      {executive ? <Environment body={executive} /> : null}
      <Situations />
    </Page>
  );
}

/** The stored state of a body's analysis, and its decision; drafts are known to those who have signed in. */
function useStates(kind: Kind) {
  const { year } = useChoice();
  const signedIn = useSession()?.person != null;
  const matters = useApi(listMatters, { query: { kind: kind.kind, year } }, { when: signedIn });
  const decisions = useApi(listDecisions, { query: { year } }, { when: !signedIn });
  const rows = signedIn
    ? matters.data?.map(({ body, state }) => ({ body, state }))
    : decisions.data
        ?.filter((one) => one.kind === kind.kind)
        .map(({ body }) => ({ body, state: "decided" as const }));
  return {
    of: (body: string) => rows?.find((row) => row.body === body)?.state,
    show: (content: () => ReactNode) =>
      signedIn ? (
        <Loaded of={matters} lines={6}>
          {content}
        </Loaded>
      ) : (
        <Loaded of={decisions} lines={6}>
          {content}
        </Loaded>
      ),
  };
}

/** The button for who may write it; for others who does. */
function Write({
  kind,
  body,
  main = false,
}: {
  readonly kind: Kind;
  readonly body: string;
  readonly main?: boolean;
}) {
  const t = useTexts("goals");
  const go = useGo();
  const { year } = useChoice();
  const signedIn = useSession()?.person != null;
  const { nameOf } = useBodies();
  const state = useStates(kind).of(body);
  const may = useMayWrite({ kind: kind.kind, body, year });
  if (!signedIn) return null;
  return (
    <MayButton
      may={may}
      variant={main ? "primary" : "secondary"}
      onPress={() => go(ownAddress(kind, { body, year }))}
    >
      {t(state ? `analysis.go-on.${kind.kind}` : `analysis.begin.${kind.kind}`, { body: nameOf(body) })}
    </MayButton>
  );
}

function Environment({ body }: { readonly body: string }) {
  const t = useTexts("goals");
  const { year } = useChoice();
  const signedIn = useSession()?.person != null;
  const states = useStates(ENVIRONMENT_ANALYSIS);
  const state = states.of(body);
  const place = { body, year };
  return (
    <Section title={t("analysis.page.environment")} lead={t("analysis.page.environment-lead")} cite="§2.4">
      {states.show(() => (
        <div className="sheet stack">
          <p className="row">
            {state ? (
              <>
                <Status value={state} />
                <Link href={ownAddress(ENVIRONMENT_ANALYSIS, place)}>
                  {t("analysis.page.read-environment", { year })}
                </Link>
                <Link href={presentationPage(place)}>{t("analysis.page.present")}</Link>
              </>
            ) : (
              t("analysis.page.not-begun", { year })
            )}
          </p>
          <Write kind={ENVIRONMENT_ANALYSIS} body={body} />
          {signedIn ? <SignalsWaiting /> : null}
        </div>
      ))}
    </Section>
  );
}

/** How many signals wait to be gathered in, and the way to note one. */
function SignalsWaiting() {
  const t = useTexts("goals");
  const { data } = useApi(listSignals, {});
  const count = data?.signals.filter(({ fate }) => fate === "waiting").length;
  return (
    <p className="row">
      {count === undefined ? null : t("analysis.page.signals", { count })}
      <Link href={SIGNALS_PAGE}>{t("analysis.signal.note")}</Link>
    </p>
  );
}

function Situations() {
  const t = useTexts("goals");
  const { year } = useChoice();
  const { bodies } = useBodies();
  const states = useStates(SITUATION_ANALYSIS);
  const rows = bodies.filter(
    ({ kind, continuedBy }) => SITUATION_ANALYSIS.bodies.some((one) => one === kind) && !continuedBy,
  );
  return (
    <Section title={t("analysis.page.situations")} lead={t("analysis.page.situations-lead")} cite="§2.4">
      {states.show(() => (
        <DataTable
          caption={t("analysis.page.situations-caption", { year })}
          copy={false}
          search={false}
          columns={[
            {
              id: "body",
              header: t("analysis.page.body"),
              value: ({ name }) => name,
              cell: ({ id }) => <BodyName id={id} />,
            },
            {
              id: "state",
              header: t("analysis.page.state"),
              value: ({ id }) => states.of(id) ?? "",
              cell: ({ id }) => {
                const state = states.of(id);
                return state ? (
                  <Status value={state} />
                ) : (
                  <Status value="to-come" word={t("analysis.page.none")} />
                );
              },
            },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
          href={({ id }) => ownAddress(SITUATION_ANALYSIS, { body: id, year })}
        />
      ))}
    </Section>
  );
}
