import { useState } from "react";
import { getBudgetMonths } from "../../budget/internal/contract.ts";
import { getOutcome, listImports } from "../../ledger/contract.ts";
import { ReorganisedIn } from "../../organisation/bodies/pages/reorganised.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Money, When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type EconomyRow, economyRows } from "./economy-rows.ts";
import { OutcomePicture } from "./outcome-picture.tsx";

/** What has been used so far, by body, beside the budget to date; one body as a picture by month (§2.5). */
export function EconomySoFar({ year, only }: { readonly year: number; readonly only: string | undefined }) {
  const t = useTexts("followup");
  // Whether there are accounts is asked first: that there are none yet is no fault
  const imports = useApi(listImports, { query: { year } });
  const source = imports.data?.find((file) => file.inForce);
  const none = imports.data !== undefined && !source;
  // As far as the accounts reach: a budget for months that nobody has booked would look like money left over
  const outcome = useApi(
    getOutcome,
    { params: { year }, query: { until: source?.lastDay } },
    { when: imports.data !== undefined && !none },
  );
  const budget = useApi(getBudgetMonths, { params: { year } }, { when: imports.data !== undefined && !none });
  return (
    <Section title={t("page.so-far.title")} lead={t("page.so-far.lead")}>
      {none ? (
        <EmptyState title={t("page.so-far.none", { year })}>{t("page.so-far.none-detail")}</EmptyState>
      ) : (
        <Loaded of={outcome} lines={8}>
          {(data) => (
            <>
              <p>
                {t("page.so-far.until")} <When at={data.until} />.
              </p>
              <ReorganisedIn year={year} body={only} />
              <EconomyTables rows={economyRows(data, budget.data)} only={only} />
            </>
          )}
        </Loaded>
      )}
    </Section>
  );
}

function EconomyTables({
  rows: all,
  only,
}: {
  readonly rows: readonly EconomyRow[];
  readonly only: string | undefined;
}) {
  const t = useTexts("followup");
  // Tax, grants and what is common to all are no body's: the group's result has them
  const ofBodies = all.filter((row) => row.body !== null);
  const rows = only === undefined ? ofBodies : ofBodies.filter((row) => row.body === only);
  const [picked, pick] = useState<string>();
  const shown =
    rows.find((row) => row.body === picked) ??
    [...rows].sort((a, b) => (a.deviationTkr ?? 0) - (b.deviationTkr ?? 0))[0];
  const { nameOf } = useBodies();
  const sum = (value: (row: EconomyRow) => number | null) =>
    rows.reduce((total, row) => total + (value(row) ?? 0), 0);
  const alone = rows.length === 1;
  const amount = (
    id: "allocation" | "budget-to-date" | "outcome-to-date" | "deviation",
    value: (row: EconomyRow) => number | null,
    signed = false,
  ): Column<EconomyRow> => ({
    id,
    header: t(`page.economy.${id}`),
    value,
    cell: (row) => <Money tkr={value(row)} signed={signed} />,
    numeric: true,
    ...(id === "deviation" ? { stays: true } : {}),
    foot: alone ? undefined : <Money tkr={sum(value)} signed={signed} />,
  });
  if (only !== undefined && rows.length === 0)
    return <EmptyState title={t("page.so-far.no-allocation", { body: nameOf(only) })} />;
  return (
    <>
      <DataTable
        caption={t("page.so-far.caption")}
        rows={rows}
        rowKey={(row) => row.body ?? "-"}
        search={false}
        columns={[
          {
            id: "name",
            header: t("report.body"),
            value: (row) => row.name,
            foot: alone ? undefined : t("report.total"),
          },
          amount("allocation", (row) => row.allocationTkr),
          amount("budget-to-date", (row) => row.budgetToDateTkr),
          amount("outcome-to-date", (row) => row.outcomeTkr),
          amount("deviation", (row) => row.deviationTkr, true),
          {
            id: "by",
            header: t("page.economy.by"),
            value: (row) => (row.budgetBy ? t(`budget-by.${row.budgetBy}`) : "–"),
          },
        ]}
        note={t("page.so-far.note")}
      />
      {shown ? (
        <Section title={t("page.so-far.picture", { body: shown.name })} level={3}>
          {alone ? null : (
            <div className="form">
              <SelectField
                at="picture-body"
                label={t("page.so-far.choose")}
                value={shown.body ?? ""}
                onChange={pick}
                options={rows.map((row) => ({ value: row.body ?? "", label: row.name }))}
              />
            </div>
          )}
          <OutcomePicture
            facts={{
              allocationTkr: shown.allocationTkr,
              budgetMonthsTkr: shown.budgetMonthsTkr,
              forecastTkr: null,
              byMonth: shown.byMonth,
            }}
          />
        </Section>
      ) : null}
    </>
  );
}
