import { isWritten } from "../../../kernel/written.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ShownPosition } from "./shown-position.ts";
import { LineFigure } from "./statement.tsx";

type Deficit = ShownPosition["restoring"][number];

/** Deficits and what is left of them year by year: restored within three years (KL 11:12). */
export function Restoring({
  deficits,
  years,
}: {
  readonly deficits: readonly Deficit[];
  readonly years: readonly number[];
}) {
  const t = useTexts("budget");
  if (deficits.length === 0) return <p className="quiet">{t("position.no-deficits")}</p>;
  const planned = deficits.flatMap(({ year, plan }) =>
    (plan?.amounts ?? []).map((own) => ({ deficit: year, ...own })),
  );
  return (
    <>
      <DataTable
        caption={t("position.deficits")}
        captionShown
        search={false}
        columns={[
          {
            id: "year",
            header: t("position.deficit-year"),
            value: (d) => d.year,
            cell: (d) => String(d.year),
          },
          {
            id: "amount",
            header: t("position.deficit-amount"),
            numeric: true,
            value: (d) => d.amountTkr,
            // A deficit of the plan is a line of its own year; an earlier one is given
            cell: (d) =>
              years.includes(d.year) ? (
                <LineFigure line="balanceResult" year={d.year} tkr={d.amountTkr} />
              ) : (
                <LineFigure line="toRestore" year={(years[0] as number) - 1} tkr={d.amountTkr} />
              ),
          },
          {
            id: "by",
            header: t("position.restore-by"),
            value: (d) => d.restoreBy,
            cell: (d) => String(d.restoreBy),
          },
          ...years.map((year) => ({
            id: `left-${year}`,
            header: t("position.left", { year }),
            numeric: true,
            value: (d: Deficit) => d.left.find((line) => line.year === year)?.tkr ?? null,
            cell: (d: Deficit) => {
              const left = d.left.find((line) => line.year === year);
              return left ? (
                <LineFigure line="toRestore" year={year} tkr={left.tkr} />
              ) : (
                <Money tkr={undefined} />
              );
            },
          })),
        ]}
        rows={deficits}
        rowKey={(d) => String(d.year)}
      />
      {planned.length > 0 ? (
        <DataTable
          caption={t("position.plan-caption")}
          captionShown
          search={false}
          columns={[
            {
              id: "deficit",
              header: t("position.deficit-year"),
              value: (own) => own.deficit,
              cell: (own) => String(own.deficit),
            },
            {
              id: "year",
              header: t("position.restored-in"),
              value: (own) => own.year,
              cell: (own) => String(own.year),
            },
            {
              id: "tkr",
              header: t("position.restored-amount"),
              numeric: true,
              value: (own) => own.tkr,
              cell: (own) => <Money tkr={own.tkr} />,
            },
          ]}
          rows={planned}
          rowKey={(own) => `${own.deficit} ${own.year}`}
        />
      ) : (
        <p>{t("position.no-plan")}</p>
      )}
      {deficits.map(({ year, plan }) =>
        plan && isWritten(plan.reasons) ? (
          <p key={year} className="prose">
            {t("position.not-restored-because", { year })} {plan.reasons}
          </p>
        ) : null,
      )}
    </>
  );
}
