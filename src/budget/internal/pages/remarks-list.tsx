import { type ShownRemark, useRemarkText } from "../../../decisions/pages/remarks.tsx";
import { ownValue } from "../../../kernel/own-value.ts";
import { Cite } from "../../../platform/ui/cite.tsx";
import { address } from "../../../platform/ui/sheet/places.ts";
import type { SheetColumn } from "../../../platform/ui/sheet/sheet-types.ts";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { type CellTools, lineColumns } from "./columns.ts";
import { jobColumns, keyColumns } from "./columns-wages.ts";

const WEIGHT = { stops: 0, "needs-reason": 1, deviation: 2, info: 3 } as const;
const SHOWN = 30;
/** What is said over the sheet already. */
const SAID = ["internal-budget-differs", "no-allocation"];
/** Fields that a column of another name holds. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  amountTkr: "amount",
  periodKey: "key",
  monthsTkr: "key",
  weights: "month-1",
  id: "name",
};

/** What the rules say of the draft as it was last stored, the heaviest first, each with the cell that it is about. */
export function InternalRemarks({
  remarks,
  tools,
}: {
  readonly remarks: readonly ShownRemark[];
  readonly tools: CellTools;
}) {
  const t = useTexts("budget");
  const text = useRemarkText("budget");
  const ordered = remarks
    .filter(({ code }) => !SAID.includes(code))
    .sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  if (ordered.length === 0) return null;
  return (
    <ul className="placed" aria-label={t("internal.remarks")}>
      {ordered.slice(0, SHOWN).map((remark) => (
        <li key={`${remark.code} ${remark.at ?? ""}`}>
          <Status value={remark.level} />
          <span>
            <Place at={remark.at} tools={tools} />
            {text(remark)} <Cite of={remark.cite} />
          </span>
        </li>
      ))}
      {ordered.length > SHOWN ? (
        <li>{t("internal.more-remarks", { count: ordered.length - SHOWN })}</li>
      ) : null}
    </ul>
  );
}

/** "Löner D3: ", from "jobs.2.posts". */
function Place({ at, tools }: { readonly at: string | undefined; readonly tools: CellTools }) {
  const [list, index, field = ""] = (at ?? "").split(".");
  const row = Number(index);
  const found = list === undefined ? undefined : sheetOf(list, tools);
  if (!found || !Number.isInteger(row)) return null;
  const column = found.columns.findIndex(({ id }) => id === (ownValue(COLUMN_OF, field) ?? field));
  if (column < 0) return null;
  return (
    <strong>
      {found.name} {address({ row, column })}:{" "}
    </strong>
  );
}

/** The sheet where a list is written, and its columns in their order. */
function sheetOf(
  list: string,
  tools: CellTools,
): { readonly name: string; readonly columns: readonly Pick<SheetColumn<never>, "id">[] } | undefined {
  const { t } = tools;
  if (list === "lines") return { name: t("internal.as-lines"), columns: lineColumns(tools) };
  if (list === "jobs") return { name: t("internal.as-wages"), columns: jobColumns(tools) };
  if (list === "periodKeys") return { name: t("internal.as-keys"), columns: keyColumns(tools) };
  return undefined;
}
