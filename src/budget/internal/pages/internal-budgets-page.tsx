import { listDecisions } from "../../../decisions/contract.ts";
import { dayText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { ApiProblem } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getAllocation } from "../../matter/contract.ts";
import { INTERNAL_BUDGET } from "../kind.ts";
import "../../base/pages/economy.css";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly frameTkr: number | undefined;
  readonly decided: string | undefined;
}

/** Every body's split of its allocation, and whether it is decided (model §2.2, E-6). */
export function InternalBudgetsPage() {
  const t = useTexts("budget");
  const language = useLanguage();
  const { year } = useChoice();
  const { isShown } = useLookedAt();
  const allocation = useApi(getAllocation, { params: { year } });
  const decisions = useApi(listDecisions, { query: { kind: INTERNAL_BUDGET.kind, year } });
  const none = allocation.error instanceof ApiProblem && allocation.error.facts.code === "no-budget";
  const rowsOf = (view: NonNullable<typeof allocation.data>): Row[] => {
    const all = view.bodies.map(({ id, name }) => {
      // The newest first
      const latest = decisions.data?.find((decision) => decision.body === id);
      return {
        id,
        name,
        frameTkr: ownValue(view.allocation.years[0]?.frames, id),
        decided: latest && `${dayText(latest.decidedOn, language)}, ${latest.paragraph}`,
      };
    });
    const own = all.filter(({ id }) => isShown(id));
    return own.length > 0 ? own : all;
  };
  const columns: Column<Row>[] = [
    {
      id: "body",
      header: t("page.body"),
      names: true,
      value: (row) => row.name,
      cell: (row) => <BodyName id={row.id} name={row.name} />,
    },
    {
      id: "frame",
      header: t("page.frame", { year }),
      numeric: true,
      value: (row) => row.frameTkr ?? null,
      cell: (row) => <Money tkr={row.frameTkr ?? null} />,
    },
    {
      id: "state",
      header: t("internal.all-state"),
      value: (row) => row.decided ?? t("internal.all-none"),
      cell: (row) =>
        row.decided === undefined ? (
          <span className="quiet">{t("internal.all-none")}</span>
        ) : (
          <span className="row">
            <Status value="decided" />
            <span className="quiet small">{row.decided}</span>
          </span>
        ),
    },
  ];
  return (
    <Page title={t("internal.all-title", { year })} lead={t("internal.all-lead")} cite="§2.2">
      {none ? (
        <EmptyState title={t("page.no-budget", { year })}>{t("page.no-budget-detail")}</EmptyState>
      ) : (
        <Loaded of={allocation} lines={8}>
          {(view) => (
            <DataTable
              caption={t("internal.all-caption", { year })}
              search={false}
              columns={columns}
              rows={rowsOf(view)}
              rowKey={(row) => row.id}
              href={(row) => `/ekonomi/internbudget/${row.id}?ar=${year}`}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
