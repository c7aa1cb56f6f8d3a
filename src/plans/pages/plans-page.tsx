import { useChoice } from "../../platform/ui/choice.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listPlans, type PlanLine } from "../contract.ts";
import { changesPage, planPage } from "../kind.ts";
import { useTallyColumns } from "./shared-columns.tsx";

/** Every plan of the year: what is under way, what is late, what is still to be told, and who writes what is not begun (V-8). */
export function PlansPage() {
  const t = useTexts("plans");
  const tallyColumns = useTallyColumns();
  const { year } = useChoice();
  const plans = useApi(listPlans, { params: { year } });
  return (
    <Page
      title={t("page.plans.title", { year })}
      lead={t("page.plans.lead")}
      cite="§2.1"
      above={<Link href="/mal">{t("page.plans.above")}</Link>}
    >
      <Loaded of={plans} lines={8}>
        {(all) => (
          <DataTable
            caption={t("page.plans.caption")}
            rows={all}
            rowKey={({ body }) => body}
            href={({ body }) => planPage(body, year)}
            columns={[
              { id: "body", header: t("page.plans.body"), value: ({ name }) => name, written: true },
              {
                id: "state",
                header: t("page.plans.state"),
                stays: true,
                value: ({ state }) => state,
                cell: (line) => <PlanState line={line} year={year} />,
              },
              ...tallyColumns,
              {
                id: "changes",
                header: t("page.plans.changes"),
                value: ({ unreported }) => unreported,
                cell: ({ unreported, serves }) =>
                  unreported === 0 ? "0" : <Link href={changesPage(serves, year)}>{unreported}</Link>,
                numeric: true,
              },
            ]}
            empty={<EmptyState title={t("page.plans.empty")}>{t("page.plans.empty-detail")}</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** How far the plan has come; where nothing is begun, a way to begin for who may, and who writes it for others. */
function PlanState({ line, year }: { readonly line: PlanLine; readonly year: number }) {
  const t = useTexts("plans");
  if (line.state !== "none") return <Status value={line.state} />;
  if (line.may.allowed)
    return <Link href={`/mal/planer/${line.body}/${year}/skriv`}>{t("page.plans.begin")}</Link>;
  const [who] = line.may.ask;
  return (
    <span className="quiet">
      {t("page.plans.none")}
      {who ? <span lang={WRITTEN}>. {t("page.plans.written-by", { who })}</span> : null}
    </span>
  );
}
