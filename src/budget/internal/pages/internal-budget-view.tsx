import type { ReactNode } from "react";
import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { numberText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Num } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import { InternalBudget } from "../contract.ts";
import { internalRows } from "../rules/rows.ts";
import { jobCost, NO_TERMS } from "../rules/wage-budget.ts";
import { costText, type Job } from "./columns-wages.ts";
import { type FoldColumn, type FoldNode, FoldTable } from "./fold-table.tsx";
import { InternalByService, keyOfLine } from "./sums.tsx";

/** A body's split of its allocation, to be read where its matter is (E-6). */
export function InternalBudgetView({ content, body, year }: ContentProps) {
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
      <InternalBudgetLines budget={budget} body={body} />
      <InternalWages budget={budget} year={year} />
    </div>
  );
}

/** The split itself from service to row, with its comment. */
export function InternalBudgetLines({
  budget,
  body,
}: {
  readonly budget: InternalBudget;
  readonly body: string;
}) {
  const t = useTexts("budget");
  const written = new Map(budget.lines.map((line) => [line.id, line]));
  return (
    <>
      <InternalByService
        body={body}
        rows={internalRows(budget)}
        keyOf={(row) => {
          const line = row.name === null ? undefined : written.get(row.id);
          return line ? keyOfLine(line) : null;
        }}
        keys={new Map((budget.periodKeys ?? []).map(({ id, name }) => [id, name]))}
      />
      {budget.comment ? (
        <p className="prose">
          <strong>{t("content.comment")}:</strong> <span lang={WRITTEN}>{budget.comment}</span>
        </p>
      ) : null}
    </>
  );
}

/** The jobs of a unit, or one of them. */
interface JobNode extends FoldNode {
  readonly unit: string | null;
  readonly job?: Job;
  readonly jobs: readonly Job[];
  readonly children: readonly JobNode[];
}

/** The jobs by unit, each with what it costs and how that comes; nothing where there are none. */
export function InternalWages({ budget, year }: { readonly budget: InternalBudget; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const { jobs = [], wages = NO_TERMS } = budget;
  if (jobs.length === 0) return null;
  const costKr = (of: readonly Job[]) => sumOf(of.map((job) => jobCost(job, wages, year).costKr.toNumber()));
  const posts = (of: readonly Job[]) =>
    exactText(String(Number(sumOf(of.map((job) => job.posts)).toFixed(4))), language);
  const nodes = [...Map.groupBy(jobs, ({ unit }) => unit)].map(
    ([unit, own]): JobNode => ({
      key: unit ?? "-",
      unit,
      jobs: own,
      children: own.map((job) => ({ key: `job ${job.id}`, unit, job, jobs: [job], children: [] })),
    }),
  );
  const columns: FoldColumn<JobNode>[] = [
    { id: "posts", header: t("internal.job.posts"), cell: (node) => posts(node.jobs) },
    { id: "cost", header: t("internal.job.cost"), cell: (node) => <Num value={costKr(node.jobs)} /> },
    {
      id: "how",
      header: t("internal.job.how"),
      text: true,
      folds: true,
      cell: ({ job }) => (job ? costText(job, wages, year, t, language) : null),
    },
  ];
  return (
    <FoldTable
      caption={t("internal.jobs-caption", { year })}
      heading={t("internal.unit-and-job")}
      name={({ unit, job }) =>
        job ? job.title || t("internal.nameless") : unit === null ? t("internal.no-unit") : nameOf(unit)
      }
      written={({ unit, job }) => (job ? job.title !== "" : unit !== null)}
      columns={columns}
      nodes={nodes}
      wide={HOW_TOO_PX}
      foot={{
        name: t("internal.sum"),
        cells: new Map<string, ReactNode>([
          ["posts", posts(jobs)],
          ["cost", <Num key="cost" value={costKr(jobs)} />],
        ]),
      }}
    />
  );
}

/** Room for how a cost is computed beside it. */
const HOW_TOO_PX = 760;
