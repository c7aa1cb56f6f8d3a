import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { numberText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import { InternalBudget } from "../contract.ts";
import { DEFAULT_KEY } from "../rules/period-keys.ts";
import { type InternalRow, internalRows, internalSumTkr } from "../rules/rows.ts";
import { jobCost, NO_TERMS } from "../rules/wage-budget.ts";
import { OWN_MONTHS } from "./columns.ts";
import { costText, type Job } from "./columns-wages.ts";
import { useAccountNames } from "./use-cell-tools.ts";

/** A body's split of its allocation, to be read where its matter is (E-6). */
export function InternalBudgetView({ content, year }: ContentProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const budget = InternalBudget.parse(content);
  return (
    <div className="stack">
      {budget.allocation ? (
        <p>
          <Link href={`/beslut/${budget.allocation.decision}`}>
            {t("content.allocation", {
              amount: numberText(budget.allocation.amountTkr, language),
              decision: budget.allocation.decision,
            })}
          </Link>
        </p>
      ) : null}
      <InternalBudgetLines budget={budget} />
      <InternalWages budget={budget} year={year} />
    </div>
  );
}

interface ShownRow extends InternalRow {
  /** The key's id; null for what jobs cost. */
  readonly key: string | null;
}

/** The split itself, with its comment. */
export function InternalBudgetLines({ budget }: { readonly budget: InternalBudget }) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const accountNames = useAccountNames();
  const written = new Map(budget.lines.map((line) => [line.id, line]));
  const rows = internalRows(budget).map((row): ShownRow => {
    const line = row.name === null ? undefined : written.get(row.id);
    return { ...row, key: line ? (line.monthsTkr ? OWN_MONTHS : (line.periodKey ?? DEFAULT_KEY)) : null };
  });
  const ownKeys = new Map((budget.periodKeys ?? []).map(({ id, name }) => [id, name]));
  const withAccounts = rows.some((row) => row.account !== null);
  const withKeys = rows.some((row) => row.key !== null && row.key !== DEFAULT_KEY);
  const columns: Column<ShownRow>[] = [
    {
      id: "name",
      header: t("internal.name"),
      value: (row) => row.name ?? t("internal.wages-name"),
      cell: (row) => (row.name === null ? t("internal.wages-name") : row.name || t("internal.nameless")),
      foot: t("internal.sum"),
    },
    { id: "unit", header: t("internal.unit"), value: ({ unit }) => (unit ? nameOf(unit) : "–") },
    ...(withAccounts
      ? [
          {
            id: "account",
            header: t("internal.account"),
            value: ({ account }: ShownRow) =>
              account === null ? "–" : [account, accountNames.get(account)].filter(Boolean).join(" "),
          },
        ]
      : []),
    ...(withKeys
      ? [
          {
            id: "key",
            header: t("internal.key"),
            value: ({ key }: ShownRow) =>
              key === null ? "–" : (ownKeys.get(key) ?? dataText(t, "period-key", key)),
          },
        ]
      : []),
    {
      id: "amount",
      header: t("internal.amount"),
      numeric: true,
      value: ({ amountTkr }) => amountTkr,
      cell: ({ amountTkr }) => <Money tkr={amountTkr} />,
      foot: <Money tkr={internalSumTkr(budget)} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t("content.lines")}
        captionShown
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
      {budget.comment ? (
        <p className="prose">
          <strong>{t("content.comment")}:</strong> {budget.comment}
        </p>
      ) : null}
    </>
  );
}

/** The jobs, each with what it costs and how that comes; nothing where there are none. */
export function InternalWages({ budget, year }: { readonly budget: InternalBudget; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const { jobs = [], wages = NO_TERMS } = budget;
  if (jobs.length === 0) return null;
  const costKr = (job: Job) => jobCost(job, wages, year).costKr.toNumber();
  const columns: Column<Job>[] = [
    {
      id: "title",
      header: t("internal.job.title"),
      value: ({ title }) => title || t("internal.nameless"),
      foot: t("internal.sum"),
    },
    { id: "unit", header: t("internal.unit"), value: ({ unit }) => (unit ? nameOf(unit) : "–") },
    {
      id: "posts",
      header: t("internal.job.posts"),
      numeric: true,
      value: ({ posts }) => posts,
      cell: ({ posts }) => exactText(String(posts), language),
      foot: exactText(String(Number(sumOf(jobs.map(({ posts }) => posts)).toFixed(4))), language),
    },
    {
      id: "cost",
      header: t("internal.job.cost"),
      numeric: true,
      value: costKr,
      cell: (job) => <Num value={costKr(job)} />,
      foot: <Num value={sumOf(jobs.map(costKr))} />,
    },
    {
      id: "how",
      header: t("internal.job.how"),
      unsortable: true,
      value: (job) => costText(job, wages, year, t, language),
    },
  ];
  return (
    <DataTable
      caption={t("internal.jobs-caption", { year })}
      captionShown
      columns={columns}
      rows={jobs}
      rowKey={({ id }) => id}
    />
  );
}
