import { DataTable } from "../../platform/ui/data-table.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ShownPosition } from "./shown-position.ts";

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
  return (
    <DataTable
      caption={t("position.deficits")}
      captionShown
      search={false}
      columns={[
        { id: "year", header: t("position.deficit-year"), value: (d) => d.year, cell: (d) => String(d.year) },
        {
          id: "amount",
          header: t("position.deficit-amount"),
          numeric: true,
          value: (d) => d.amountTkr,
          cell: (d) => <Money tkr={d.amountTkr} />,
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
          cell: (d: Deficit) => <Money tkr={d.left.find((line) => line.year === year)?.tkr} />,
        })),
      ]}
      rows={deficits}
      rowKey={(d) => String(d.year)}
    />
  );
}
