import { useState } from "react";
import { ThingButton } from "../../../decisions/course/pages/thing-button.tsx";
import { writeAddress } from "../../../decisions/rules/kind.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { RowButton } from "../../pages/row-button.tsx";
import { getSupervision, type SupervisedBody, type Supervision } from "../contract.ts";
import { CONTROL_JUDGEMENT, GROUP_RISKS, runningPage } from "../kind.ts";
import { Receive } from "./running-page.tsx";
import { AskForPlan, NameCoordinator } from "./supervision-dialogs.tsx";

/** What the executive answers for: that internal control is organised everywhere, and what it judges of the whole (K-5). */
export function SupervisionPage() {
  const t = useTexts("control");
  const { year } = useChoice();
  const session = useSession();
  const signedIn = session?.person != null;
  const view = useApi(getSupervision, { params: { year } }, { when: signedIn });
  return (
    <Page
      title={t("supervision.title", { year })}
      lead={t("supervision.lead")}
      cite="§2.3"
      above={<Link href="/kontroll?organ=">{t("supervision.above")}</Link>}
    >
      {session?.person === null ? (
        <EmptyState title={t("supervision.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />
      ) : (
        <Loaded of={view} lines={8}>
          {(all) => (
            <>
              <Bodies of={all} />
              <Judgement of={all} />
              <Group of={all} />
              <Rules of={all} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function Bodies({ of }: { readonly of: Supervision }) {
  const t = useTexts("control");
  const [naming, setNaming] = useState<SupervisedBody>();
  const [asking, setAsking] = useState<SupervisedBody>();
  const count = (is: (row: SupervisedBody) => boolean) => of.bodies.filter(is).length;
  return (
    <Section
      title={t("supervision.bodies")}
      lead={t("supervision.bodies-lead", {
        coordinators: count(({ coordinator }) => coordinator !== null),
        plans: count(({ plan }) => plan === "decided"),
        all: of.bodies.length,
        received: count(({ annual }) => annual !== null && annual.receipt !== null),
        annual: count(({ annual }) => annual !== null),
      })}
      cite="KL 6:1"
    >
      <DataTable
        caption={t("supervision.caption")}
        copy={false}
        search={false}
        rows={of.bodies}
        rowKey={({ body }) => body}
        columns={[
          {
            id: "body",
            header: t("supervision.body"),
            value: ({ name }) => name,
            cell: ({ body, name }) => (
              <Link href={`/kontroll?organ=${body}`}>
                <BodyName id={body} name={name} />
              </Link>
            ),
            names: true,
          },
          {
            id: "coordinator",
            header: t("supervision.coordinator"),
            value: ({ coordinator }) => coordinator?.name ?? "",
            cell: (row) => <Coordinator row={row} onName={() => setNaming(row)} />,
          },
          {
            id: "plan",
            header: t("supervision.plan"),
            value: ({ plan }) => t(`page.plan-state.${plan}`),
            cell: (row) => <Plan row={row} mayAsk={of.mayAsk.allowed} onAsk={() => setAsking(row)} />,
          },
          {
            id: "running",
            header: t("supervision.running"),
            value: ({ running }) => running.sent,
            cell: ({ body, running }) => (
              <Link href={runningPage(body, of.year)}>
                {t("supervision.running-of", { sent: running.sent, received: running.received })}
              </Link>
            ),
          },
          {
            id: "noticed",
            header: t("supervision.noticed"),
            value: ({ noticed }) => noticed,
            cell: ({ noticed }) => (noticed === 0 ? "–" : t("supervision.noticed", { count: noticed })),
          },
          {
            id: "annual",
            stays: true,
            header: t("supervision.annual"),
            value: ({ annual }) => annual?.decidedOn ?? null,
            cell: (row) => <Annual row={row} of={of} />,
          },
        ]}
      />
      {naming ? <NameCoordinator of={naming} onClose={() => setNaming(undefined)} /> : null}
      {asking ? <AskForPlan of={asking} year={of.year} onClose={() => setAsking(undefined)} /> : null}
    </Section>
  );
}

function Coordinator({ row, onName }: { readonly row: SupervisedBody; readonly onName: () => void }) {
  const t = useTexts("control");
  const { coordinator } = row;
  if (coordinator)
    return (
      <>
        {coordinator.name} <ThingButton thing={coordinator.thing} name={`${coordinator.name}, ${row.name}`} />
      </>
    );
  return (
    <>
      <Status value="late" word={t("supervision.no-coordinator")} />{" "}
      {row.mayName.allowed ? (
        <RowButton label={t("supervision.name-what", { body: row.name })} onPress={onName}>
          {t("supervision.name")}
        </RowButton>
      ) : null}
    </>
  );
}

function Plan({
  row,
  mayAsk,
  onAsk,
}: {
  readonly row: SupervisedBody;
  readonly mayAsk: boolean;
  readonly onAsk: () => void;
}) {
  const t = useTexts("control");
  return (
    <>
      {row.plan === "none" ? (
        <span className="quiet">{t("page.plan-state.none")}</span>
      ) : (
        <Status value={row.plan} />
      )}
      {row.asked && row.plan !== "decided" ? (
        <>
          <br />
          <span className="quiet small">
            {t("supervision.asked")} <When at={row.asked.on} form="short" />
          </span>
        </>
      ) : null}
      {mayAsk && (row.plan === "none" || row.plan === "draft") ? (
        <>
          {" "}
          <RowButton label={t("supervision.ask-what", { body: row.name })} onPress={onAsk}>
            {t("supervision.ask")}
          </RowButton>
        </>
      ) : null}
    </>
  );
}

function Annual({ row, of }: { readonly row: SupervisedBody; readonly of: Supervision }) {
  const t = useTexts("control");
  const { annual } = row;
  if (!annual) return <span className="quiet">{t("supervision.no-annual")}</span>;
  return (
    <>
      <Link href={`/beslut/${annual.decision}`}>
        <When at={annual.decidedOn} form="short" />
      </Link>
      <br />
      {annual.receipt ? (
        <Status value="done" word={t("supervision.received")} />
      ) : of.mayReceive.allowed ? (
        <Receive
          thing={annual.thing}
          organ={of.executive}
          day={annual.decidedOn}
          name={t("supervision.receive-what", { body: row.name })}
        />
      ) : (
        <Status value="waiting" word={t("running.waits")} />
      )}
    </>
  );
}

function Judgement({ of }: { readonly of: Supervision }) {
  const t = useTexts("control");
  const go = useGo();
  const { state, decision } = of.judgement;
  const write = writeAddress(CONTROL_JUDGEMENT, { body: of.executive, year: of.year });
  return (
    <Section
      title={t("supervision.judgement")}
      lead={t("supervision.judgement-lead")}
      cite="§2.3"
      action={
        of.mayAsk.allowed && write ? (
          <MayButton may={of.mayAsk} variant="secondary" onPress={() => go(write)}>
            {t("supervision.judgement-write")}
          </MayButton>
        ) : null
      }
    >
      {state === "none" ? (
        <EmptyState title={t("supervision.judgement-none", { year: of.year })} />
      ) : (
        <p className="row">
          <Status value={state} />
          {decision === null ? null : (
            <Link href={`/beslut/${decision}`}>{t("supervision.judgement-read")}</Link>
          )}
        </p>
      )}
    </Section>
  );
}

function Group({ of }: { readonly of: Supervision }) {
  const t = useTexts("control");
  const go = useGo();
  const write = writeAddress(GROUP_RISKS, { body: of.executive, year: of.year });
  return (
    <Section
      title={t("supervision.group")}
      lead={t("supervision.group-lead")}
      action={
        of.mayAsk.allowed && write ? (
          <MayButton may={of.mayAsk} variant="secondary" onPress={() => go(write)}>
            {t("supervision.group-write")}
          </MayButton>
        ) : null
      }
    >
      {of.groupRisks.length === 0 ? (
        <EmptyState title={t("supervision.group-none", { year: of.year })} />
      ) : (
        <ul>
          {of.groupRisks.map(({ id, text }) => (
            <li key={id} lang={WRITTEN}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Rules({ of }: { readonly of: Supervision }) {
  const t = useTexts("control");
  return (
    <Section title={t("supervision.rules")}>
      {of.rules.length === 0 ? (
        <EmptyState
          title={t("supervision.rules-none")}
          action={<Link href="/dokument">{t("supervision.register")}</Link>}
        >
          {t("supervision.rules-none-detail")}
        </EmptyState>
      ) : (
        <ul>
          {of.rules.map(({ id, title, href, by }) => (
            <li key={id}>
              <Link href={href}>
                <span lang={WRITTEN}>{title}</span>
              </Link>{" "}
              <span className="quiet small">{by}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
