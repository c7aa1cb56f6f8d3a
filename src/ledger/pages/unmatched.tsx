import type { Column } from "../../platform/ui/data-table.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { CodesWithoutUnit } from "../contract.ts";
import { useDimensions } from "./use-dimensions.ts";

/** A code of the year's accounts that belongs to nobody. */
export type Unmatched = CodesWithoutUnit["codes"][number];

const ORE_A_KR = 100;

/** How many rows there are, and what they come to: "12 rader, 34 000 kronor". */
export function RowsAndNet({ rows, amountOre }: { readonly rows: number; readonly amountOre: number }) {
  const t = useTexts("ledger");
  return (
    <>
      <Num value={rows} /> {t("page.codes.rows-in-text")}, <Num value={Math.round(amountOre / ORE_A_KR)} />{" "}
      {t("page.codes.net-in-text")}
    </>
  );
}

/** What is told of such a code wherever it stands, after the code itself: its name, its dimension where there are several, rows and net. */
export function useUnmatchedColumns(): readonly Column<Unmatched>[] {
  const t = useTexts("ledger");
  const { order, nameOf } = useDimensions();
  return [
    { id: "name", header: t("page.codes.name"), value: ({ name }) => name, written: true },
    ...(order.length > 1
      ? [
          {
            id: "dimension",
            header: t("page.codes.dimension-header"),
            value: ({ dimension }: Unmatched) => nameOf(dimension),
          },
        ]
      : []),
    {
      id: "rows",
      header: t("page.codes.rows"),
      value: (row) => row.rows,
      cell: (row) => <Num value={row.rows} />,
      numeric: true,
    },
    {
      id: "net",
      header: t("page.codes.net"),
      value: (row) => Math.round(row.amountOre / ORE_A_KR),
      cell: (row) => <Num value={Math.round(row.amountOre / ORE_A_KR)} />,
      numeric: true,
    },
  ];
}
