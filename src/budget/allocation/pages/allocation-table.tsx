import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { FigureLink } from "../../base/pages/figure-link.tsx";
import type { Shown } from "../../base/pages/shown.ts";
import type { AllocationPlace } from "../../base/rules/figure-place.ts";
import { explain } from "../rules/explain.ts";

interface Row {
  readonly id: string | undefined;
  readonly name: string;
  readonly openingTkr: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly closingTkr: number;
}

/** Every body's way from the allocation of the year before, step by step, to its own; each figure can be opened (E-2, E-8). */
export function AllocationTable({
  view,
  year,
  only,
}: {
  readonly view: Shown;
  readonly year: number;
  /** The body that is looked at: it alone, with the whole at the foot to compare with. */
  readonly only: string | undefined;
}) {
  const t = useTexts("budget");
  const rowOf = (id: string | undefined, name: string): Row[] => {
    const explained = explain(view.allocation, { year, body: id });
    if (!explained) return [];
    const { openingTkr, closingTkr, steps } = explained;
    return [
      {
        id,
        name,
        openingTkr,
        closingTkr,
        steps: Object.fromEntries(steps.map(({ step, amountTkr }) => [step, amountTkr])),
      },
    ];
  };
  const { choose } = useChoice();
  const all = view.bodies.flatMap(({ id, name }) => rowOf(id, name));
  const own = all.filter(({ id }) => id === only);
  const rows = own.length > 0 ? own : all;
  const [whole] = rowOf(undefined, t("page.whole"));
  const figure = (row: Row, tkr: number, what: string, place: Partial<AllocationPlace>, signed = false) => (
    <FigureLink
      place={{ year, body: row.id, ...place }}
      tkr={tkr}
      what={`${row.name}, ${what.toLocaleLowerCase()}`}
      signed={signed && tkr !== 0}
    />
  );
  const opening = t("page.opening", { year: year - 1 });
  const columns: Column<Row>[] = [
    {
      id: "body",
      header: t("page.body"),
      value: (row) => row.name,
      cell: (row) => (row.id === undefined ? row.name : <BodyName id={row.id} name={row.name} />),
      foot: t("page.whole"),
    },
    {
      id: "opening",
      header: opening,
      numeric: true,
      value: (row) => row.openingTkr,
      cell: (row) => figure(row, row.openingTkr, opening, { year: year - 1 }),
      foot: whole ? figure(whole, whole.openingTkr, opening, { year: year - 1 }) : null,
    },
    ...(["one-off", "demography", "indexation", "other"] as const).map(
      (step): Column<Row> => ({
        id: step,
        header: t(`step-short.${step}`),
        title: t(`step.${step}`),
        numeric: true,
        value: (row) => row.steps[step] ?? 0,
        cell: (row) => figure(row, row.steps[step] ?? 0, t(`step.${step}`), { step }, true),
        foot: whole ? figure(whole, whole.steps[step] ?? 0, t(`step.${step}`), { step }, true) : null,
      }),
    ),
    {
      id: "frame",
      stays: true,
      header: t("page.frame", { year }),
      numeric: true,
      value: (row) => row.closingTkr,
      cell: (row) => <strong>{figure(row, row.closingTkr, t("page.frame", { year }), {})}</strong>,
      foot: whole ? figure(whole, whole.closingTkr, t("page.frame", { year }), {}) : null,
    },
  ];
  return (
    <>
      {only === undefined ? null : (
        <p>
          {own.length > 0 ? t("page.only-own", { body: own[0]?.name }) : t("page.no-own")}{" "}
          <button type="button" className="ds-link" onClick={() => choose({ body: undefined })}>
            {t("page.show-every")}
          </button>
        </p>
      )}
      <DataTable
        caption={t("page.table", { year })}
        captionShown
        search={false}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id ?? ""}
      />
    </>
  );
}
