import { DataTable } from "../../../platform/ui/data-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ThreadThing } from "../contract.ts";
import { threadOf } from "../kind.ts";
import type { Hanging } from "../rules/tree.ts";

/** What is open in the tree as a table: each thing once, with what it hangs in (V-9). */
export function ThreadTable({ of: { things, ties } }: { readonly of: Hanging<ThreadThing> }) {
  const t = useTexts("decisions");
  const byId = new Map(things.map((one) => [one.thing, one]));
  const above = (thing: string) =>
    [...new Set(ties.filter(({ from }) => from === thing).map(({ to }) => to))]
      .flatMap((to) => byId.get(to)?.name ?? [])
      .join(" · ");
  return (
    <DataTable
      caption={t("thread.table-title")}
      rows={things}
      rowKey={({ thing }) => thing}
      href={({ thing, year }) => threadOf(thing, year)}
      columns={[
        {
          id: "name",
          header: t("thread.column.name"),
          value: ({ name }) => name,
          written: true,
          names: true,
        },
        {
          id: "what",
          header: t("thread.column.what"),
          value: ({ what }) => t(`thread.what.${what}`),
          stays: true,
        },
        { id: "body", header: t("thread.column.body"), value: ({ bodyName }) => bodyName, written: true },
        {
          id: "year",
          header: t("thread.column.year"),
          value: ({ year }) => year,
          cell: ({ year }) => year ?? t("thread.no-year"),
          numeric: true,
        },
        {
          id: "amount",
          header: t("thread.column.amount"),
          value: ({ amountTkr }) => amountTkr,
          numeric: true,
        },
        { id: "above", header: t("thread.column.above"), value: ({ thing }) => above(thing), written: true },
      ]}
    />
  );
}
