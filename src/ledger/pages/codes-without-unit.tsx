import type { ReactNode } from "react";
import type { CodeKey } from "../../organisation/rules/ledger-codes.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getCodesWithoutUnit } from "../contract.ts";
import { RowsAndNet, useUnmatchedColumns } from "./unmatched.tsx";

/** What the year's accounts have on codes that belong to nobody on the voucher's day: it counts as central till they do. */
export function CodesWithoutUnit({
  year,
  codeLink,
}: {
  readonly year: number;
  readonly codeLink: (key: CodeKey) => ReactNode;
}) {
  const t = useTexts("ledger");
  const unmatchedColumns = useUnmatchedColumns();
  const read = useApi(getCodesWithoutUnit, { params: { year } });
  // A year without accounts has no codes either: that is no fault
  if (read.error?.facts.code === "no-ledger") return null;
  return (
    <Section title={t("page.codes.without", { year })} lead={t("page.codes.without-lead")}>
      <Loaded of={read} lines={2}>
        {({ count, rows, amountOre, codes }) =>
          count === 0 ? (
            <p className="row">
              <Status value="met" word={t("page.codes.without-none", { year })} />
            </p>
          ) : (
            <>
              <p className="row">
                <Status value="deviation" />
                <span>
                  {t("page.codes.without-sum", { count })} <RowsAndNet rows={rows} amountOre={amountOre} />
                </span>
              </p>
              <DataTable
                caption={t("page.codes.without-caption", { year })}
                rows={codes}
                rowKey={({ dimension, code }) => `${dimension} ${code}`}
                columns={[
                  {
                    id: "code",
                    header: t("page.codes.code"),
                    value: ({ code }) => code,
                    cell: ({ dimension, code }) => codeLink({ dimension, code }),
                  },
                  ...unmatchedColumns,
                  {
                    id: "first",
                    header: t("page.codes.first-day"),
                    value: ({ firstDay }) => firstDay,
                    cell: ({ firstDay }) => <When at={firstDay} />,
                  },
                  {
                    id: "last",
                    header: t("page.codes.last-day"),
                    value: ({ lastDay }) => lastDay,
                    cell: ({ lastDay }) => <When at={lastDay} />,
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
