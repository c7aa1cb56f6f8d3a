import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { listPeopleChanges, takeBackPeopleChange } from "../table-contract.ts";

/** The changes of many posts that have been made; one whose day has not come is taken back with a press. */
export function PeopleChanges() {
  const t = useTexts("organisation");
  const toast = useToast();
  const list = useApi(listPeopleChanges, {});
  const { save, saving, problem } = useSave(takeBackPeopleChange);
  return (
    <Section title={t("people.changes.title")} lead={t("people.changes.lead")}>
      <ProblemPanel problem={problem} focus />
      <Loaded of={list} lines={3}>
        {(rows) => (
          <DataTable
            caption={t("people.changes.title")}
            copy={false}
            rows={rows}
            rowKey={(one) => one.id}
            empty={
              <EmptyState title={t("people.changes.none")}>{t("people.changes.none-detail")}</EmptyState>
            }
            columns={[
              { id: "name", header: t("people.changes.name"), value: (one) => one.name, written: true },
              {
                id: "first",
                header: t("people.changes.first"),
                value: (one) => one.firstDay,
                cell: (one) => <When at={one.firstDay} />,
              },
              {
                id: "what",
                header: t("people.changes.what"),
                value: (one) =>
                  [
                    t("people.plan.posts", { count: one.posts }),
                    t("people.plan.ends", { count: one.ended }),
                  ].join(" · "),
              },
              {
                id: "decision",
                header: t("people.given-by"),
                value: (one) => one.decision ?? "",
                written: true,
              },
              { id: "by", header: t("people.changes.by"), value: (one) => one.by, written: true },
              {
                id: "state",
                stays: true,
                header: t("people.changes.state"),
                value: (one) => (one.takenBack ? one.takenBack.on : ""),
                unsortable: true,
                cell: (one) =>
                  one.takenBack ? (
                    <>
                      {t("people.changes.taken-back")} <When at={one.takenBack.on} />
                    </>
                  ) : one.canBeTakenBack ? (
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      loading={saving}
                      aria-label={t("people.changes.take-back-what", { name: one.name })}
                      onClick={async () => {
                        if (await save({ params: { change: one.id } }))
                          toast(t("people.changes.was-taken-back"));
                      }}
                    >
                      {t("people.changes.take-back")}
                    </Button>
                  ) : (
                    t("people.changes.holds")
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
