import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { endOtherSessions, endOwnSession, type OwnAccount } from "../own/contract.ts";
import { Moment } from "./moment.tsx";

type OpenSession = OwnAccount["sessions"][number];

/** Where one is signed in, each to be ended by itself, or all but the one that one reads with. */
export function OwnSessions({ sessions }: { readonly sessions: readonly OpenSession[] }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const one = useSave(endOwnSession);
  const all = useSave(endOtherSessions);
  const browserOf = ({ browser }: OpenSession) => browser || t("accounts.own.session-unknown");
  const end = async (session: OpenSession) => {
    if (await one.save({ params: { session: session.id } })) toast(t("accounts.own.session-ended"));
  };
  const endAll = async () => {
    const done = await all.save({});
    if (done) toast(t("accounts.own.sessions-ended", { count: done.value.ended }));
  };
  return (
    <Section
      title={t("accounts.own.sessions")}
      lead={t("accounts.own.sessions-lead")}
      action={
        sessions.length > 1 ? (
          <Button variant="secondary" loading={all.saving} onClick={() => void endAll()}>
            {t("accounts.own.sessions-end")}
          </Button>
        ) : undefined
      }
    >
      <ProblemPanel problem={one.problem ?? all.problem} focus />
      <DataTable
        caption={t("accounts.own.sessions-caption", { count: sessions.length })}
        rows={sessions}
        rowKey={({ id }) => id}
        search={false}
        copy={false}
        columns={[
          {
            id: "browser",
            header: t("accounts.own.session-browser"),
            value: browserOf,
            cell: (row) =>
              row.here ? (
                <>
                  {browserOf(row)} <strong>({t("accounts.own.session-here")})</strong>
                </>
              ) : (
                browserOf(row)
              ),
          },
          {
            id: "network",
            header: t("accounts.own.session-network"),
            value: ({ network }) => network || t("accounts.own.session-unknown-network"),
          },
          {
            id: "started",
            header: t("accounts.own.session-started"),
            value: ({ startedAt }) => startedAt,
            cell: ({ startedAt }) => <Moment at={startedAt} />,
          },
          {
            id: "used",
            header: t("accounts.own.session-used"),
            value: ({ usedAt }) => usedAt,
            cell: ({ usedAt }) => <Moment at={usedAt} />,
          },
          {
            id: "end",
            header: t("accounts.own.session-ends"),
            value: () => null,
            unsortable: true,
            cell: (row) =>
              row.here ? (
                ""
              ) : (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  className="row-action"
                  aria-label={t("accounts.own.session-end-of", { browser: browserOf(row) })}
                  onClick={() => void end(row)}
                >
                  {t("accounts.own.session-ends")}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
}
