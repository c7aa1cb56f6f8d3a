import { monthText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type InternalRow, type InternalSum, internalMonths, internalSums } from "../rules/rows.ts";
import { MONTH_NUMBERS } from "./columns.ts";
import { useAccountNames } from "./use-cell-tools.ts";

const QUARTERS = [1, 2, 3, 4] as const;
const monthsOf = (quarter: number) => MONTH_NUMBERS.slice((quarter - 1) * 3, quarter * 3);
const ofQuarter = (months: readonly number[], quarter: number) =>
  sumOf(monthsOf(quarter).map((month) => months[month - 1] ?? 0));

/** The split's sums by unit and by account, with the year's months (E-6). */
export function InternalSums({ rows }: { readonly rows: readonly InternalRow[] }) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const accountNames = useAccountNames();
  const account = (of: string | null) =>
    of === null ? t("internal.no-account") : [of, accountNames.get(of)].filter(Boolean).join(" ");
  return (
    <div className="stack">
      <SumsTable
        caption={t("internal.by-unit")}
        heading={t("internal.unit")}
        rows={rows}
        by="unit"
        nameOf={(of) => (of === null ? t("internal.no-unit") : nameOf(of))}
      />
      <SumsTable
        caption={t("internal.by-account")}
        heading={t("internal.account")}
        rows={rows}
        by="account"
        nameOf={account}
      />
    </div>
  );
}

function SumsTable({
  caption,
  heading,
  rows,
  by,
  nameOf,
}: {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly InternalRow[];
  readonly by: "unit" | "account";
  readonly nameOf: (of: string | null) => string;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const months = internalMonths(rows);
  const columns: Column<InternalSum>[] = [
    { id: "of", header: heading, value: ({ of }) => nameOf(of), foot: t("internal.sum") },
    {
      id: "amount",
      header: t("internal.year-sum"),
      numeric: true,
      stays: true,
      value: ({ amountTkr }) => amountTkr,
      cell: ({ amountTkr }) => <Money tkr={amountTkr} />,
      foot: <Money tkr={sumOf(rows.map((row) => row.amountTkr))} />,
    },
    ...MONTH_NUMBERS.map(
      (month): Column<InternalSum> => ({
        id: `month-${month}`,
        header: monthText(month, language, "short"),
        numeric: true,
        unsortable: true,
        value: ({ monthsTkr }) => monthsTkr[month - 1] ?? 0,
        cell: ({ monthsTkr }) => <Money tkr={monthsTkr[month - 1] ?? 0} />,
        foot: <Money tkr={months[month - 1] ?? 0} />,
      }),
    ),
    ...QUARTERS.map(
      (quarter): Column<InternalSum> => ({
        id: `quarter-${quarter}`,
        header: t("internal.quarter", { quarter }),
        numeric: true,
        unsortable: true,
        sums: monthsOf(quarter).map((month) => `month-${month}`),
        value: ({ monthsTkr }) => ofQuarter(monthsTkr, quarter),
        cell: ({ monthsTkr }) => <Money tkr={ofQuarter(monthsTkr, quarter)} />,
        foot: <Money tkr={ofQuarter(months, quarter)} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={caption}
      captionShown
      search={false}
      columns={columns}
      rows={internalSums(rows, by)}
      rowKey={({ of }) => of ?? "-"}
    />
  );
}
