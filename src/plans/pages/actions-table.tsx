import type { ReactNode } from "react";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Money, When } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Action } from "../contract.ts";
import "./plans.css";

/** The actions of a plan as they are planned: for what, by whom, when, where, to what effect and cost (V-8). */
export function ActionsTable({
  actions,
  serves,
  personName,
  unitName,
  actionsOf,
  captionShown = false,
}: {
  readonly actions: readonly Action[];
  /** What an action serves, in words; left out where the table stands under that. */
  readonly serves?: (action: Action) => string;
  readonly personName: (person: string) => string;
  readonly unitName: (unit: string) => string;
  /** Buttons for one action, where one may write. */
  readonly actionsOf?: (action: Action) => ReactNode;
  readonly captionShown?: boolean;
}) {
  const t = useTexts("plans");
  return (
    <DataTable
      caption={t("content.actions")}
      captionShown={captionShown}
      copy={false}
      rows={actions}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "action",
          header: t("content.action"),
          value: ({ text }) => text,
          cell: ({ text, effect }) => (
            <span lang={WRITTEN}>
              {text}
              {effect === "" ? null : <span className="quiet small plan-beside">{effect}</span>}
            </span>
          ),
          names: true,
        },
        ...(serves ? [{ id: "serves", header: t("content.serves"), value: serves, written: true }] : []),
        {
          id: "responsible",
          header: t("content.responsible"),
          value: ({ responsible }) => personName(responsible),
        },
        { id: "unit", header: t("content.unit"), value: ({ unit }) => unitName(unit), written: true },
        {
          id: "due",
          header: t("content.due"),
          value: ({ due }) => due,
          cell: ({ from, due }) => (
            <>
              {from ? (
                <>
                  <When at={from} form="short" /> –{" "}
                </>
              ) : null}
              <When at={due} form="short" />
            </>
          ),
        },
        {
          id: "cost",
          header: t("field.costTkr"),
          value: ({ costTkr }) => costTkr,
          cell: ({ costTkr }) => (costTkr === null ? "–" : <Money tkr={costTkr} />),
          numeric: true,
        },
        ...(actionsOf
          ? [
              {
                id: "do",
                header: t("page.write.change"),
                value: () => null,
                cell: actionsOf,
                unsortable: true,
                stays: true,
              },
            ]
          : []),
      ]}
    />
  );
}
