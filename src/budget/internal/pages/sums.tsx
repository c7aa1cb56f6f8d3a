import type { ReactNode } from "react";
import { monthText } from "../../../kernel/format.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { DEFAULT_KEY } from "../rules/period-keys.ts";
import { type InternalRow, internalMonths } from "../rules/rows.ts";
import { byAccount, byService, type InternalNode } from "../rules/tree.ts";
import { MONTH_NUMBERS, OWN_MONTHS } from "./columns.ts";
import { type FoldColumn, FoldTable } from "./fold-table.tsx";
import { useAccountNames } from "./use-cell-tools.ts";

/** The split from service to unit, account and row, with the year's months (E-6). */
export function InternalByService({
  body,
  rows,
  keyOf = () => null,
  keys = NO_KEYS,
}: {
  readonly body: string;
  readonly rows: readonly InternalRow[];
  /** The period key of a written row: what its months come from. */
  readonly keyOf?: (row: InternalRow) => string | null;
  /** The municipality's own keys by name. */
  readonly keys?: ReadonlyMap<string, string>;
}) {
  const t = useTexts("budget");
  const { bodies, nameOf } = useBodies();
  const account = useAccountName();
  const name = (node: InternalNode) => {
    if (node.kind === "row" && node.row) {
      const key = keyOf(node.row);
      const told =
        node.row.name === null ? t("internal.wages-name") : node.row.name || t("internal.nameless");
      const from =
        key === null || key === DEFAULT_KEY ? null : (keys.get(key) ?? dataText(t, "period-key", key));
      // A row that is called what its account is says so once
      if (from === null && account(node.of).endsWith(` ${told}`)) return account(node.of);
      return (
        <>
          {told} <span className="quiet">{[account(node.of), from].filter(Boolean).join(" · ")}</span>
        </>
      );
    }
    if (node.kind === "account") return account(node.of);
    if (node.kind === "shared") return t("internal.shared");
    return node.of === null ? t("internal.own", { body: nameOf(body) }) : nameOf(node.of);
  };
  return (
    <MonthsTable
      caption={t("internal.by-service")}
      heading={t("internal.of-service")}
      rows={rows}
      nodes={byService(rows, body, bodies as readonly Body[])}
      name={name}
      written={({ kind, of, row }) =>
        kind === "account" || (row ? Boolean(row.name) : kind !== "shared" && of !== null)
      }
    />
  );
}

/** The split by account and unit, with the year's months (E-6). */
export function InternalByAccount({ rows }: { readonly rows: readonly InternalRow[] }) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const account = useAccountName();
  return (
    <MonthsTable
      caption={t("internal.by-account")}
      heading={t("internal.account")}
      rows={rows}
      nodes={byAccount(rows)}
      name={({ kind, of }) =>
        kind === "account" ? account(of) : of === null ? t("internal.no-unit") : nameOf(of)
      }
      written={({ of }) => of !== null}
    />
  );
}

const NO_KEYS: ReadonlyMap<string, string> = new Map();

function useAccountName(): (account: string | null) => string {
  const t = useTexts("budget");
  const names = useAccountNames();
  return (account) =>
    account === null ? t("internal.no-account") : [account, names.get(account)].filter(Boolean).join(" ");
}

function MonthsTable({
  caption,
  heading,
  rows,
  nodes,
  name,
  written,
}: {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly InternalRow[];
  readonly nodes: readonly InternalNode[];
  readonly name: (node: InternalNode) => ReactNode;
  readonly written: (node: InternalNode) => boolean;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const months = internalMonths(rows);
  const columns: FoldColumn<InternalNode>[] = [
    { id: "year", header: t("internal.year-sum"), cell: ({ amountTkr }) => <Money tkr={amountTkr} /> },
    ...MONTH_NUMBERS.map(
      (month): FoldColumn<InternalNode> => ({
        id: `month-${month}`,
        header: monthText(month, language, "short"),
        folds: true,
        cell: ({ monthsTkr }) => <Money tkr={monthsTkr[month - 1] ?? 0} />,
      }),
    ),
  ];
  return (
    <FoldTable
      caption={caption}
      heading={heading}
      name={name}
      written={written}
      columns={columns}
      nodes={nodes}
      wide={ALL_MONTHS_PX}
      foot={{
        name: t("internal.sum"),
        cells: new Map<string, ReactNode>([
          ["year", <Money key="year" tkr={sumOf(rows.map((row) => row.amountTkr))} />],
          ...MONTH_NUMBERS.map((month): [string, ReactNode] => [
            `month-${month}`,
            <Money key={month} tkr={months[month - 1] ?? 0} />,
          ]),
        ]),
      }}
    />
  );
}

/** A year and twelve months of six figures beside a name. */
const ALL_MONTHS_PX = 920;

/** What a written row's months come from: its key's id, or that it has months of its own. */
export const keyOfLine = (line: { readonly periodKey?: string | undefined; readonly monthsTkr?: unknown }) =>
  line.monthsTkr ? OWN_MONTHS : (line.periodKey ?? DEFAULT_KEY);
