import { useState } from "react";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { namedLine } from "../../position/pages/line-named.ts";
import { isPercent, MEASURES, type Measure, measureOf } from "../../position/rules/measures.ts";
import { changedRows } from "./changed-rows.ts";
import type { Compared } from "./results.tsx";
import { Unchanged } from "./unchanged.tsx";

/** What each scenario leaves behind: balance requirement, debt, solidity, self-financing, side by side (E-7, E-9). */
export function PositionComparison({
  compared,
  year,
  all,
}: {
  readonly compared: readonly Compared[];
  readonly year: number;
  /** Whether measures that are the base's own are shown too. */
  readonly all: boolean;
}) {
  const t = useTexts("budget");
  const [measure, setMeasure] = useState<Measure>("netDebt");
  const [first] = compared;
  if (!first?.plan.some(({ result }) => result.lines)) return null;
  const last = first.plan.at(-1)?.year ?? 0;
  const years = (first.outlook ?? first.plan).map((one) => ({ year: one.year }));
  type OfYear = (typeof years)[number];
  const every = MEASURES.map((id) => ({ id }));
  type OfMeasure = (typeof every)[number];
  const value = (one: Compared, of: Measure, at: number) =>
    measureOf(of, (one.outlook ?? one.plan).find((figures) => figures.year === at)?.result.lines);
  const measures = all ? every : changedRows(every, ({ id }) => compared.map((one) => value(one, id, year)));
  const everyYear = (of: Measure) =>
    compared.flatMap((one) => years.map(({ year: at }) => value(one, of, at)));
  // Named by what it amounts to in all that is shown
  const named = (of: Measure, amounts: readonly (number | null)[]) =>
    of === "netDebt" ? namedLine(of, amounts, t) : { name: t(`scenario.measure.${of}`), sign: 1 as const };
  const thisYear = (of: Measure) => compared.map((one) => value(one, of, year));
  const columns = <Row extends object>(
    of: (row: Row) => readonly [Measure, number],
    signOf: (measure: Measure) => 1 | -1,
  ) =>
    compared.map(
      (one): Column<Row> => ({
        id: one.id,
        header: one.name,
        stays: true,
        numeric: true,
        unsortable: true,
        value: (row) => signed(value(one, ...of(row)), signOf(of(row)[0])),
        cell: (row) => {
          const [what, at] = of(row);
          return (
            <Measured
              measure={what}
              value={signed(value(one, what, at), signOf(what))}
              base={one === first ? null : signed(value(first, what, at), signOf(what))}
            />
          );
        },
      }),
    );
  return (
    <Section title={t("scenario.position")} lead={t("scenario.position-lead")} cite="§2.2">
      <DataTable
        caption={t("scenario.position-caption", { year })}
        captionShown
        search={false}
        columns={[
          {
            id: "measure",
            header: t("scenario.measure-column"),
            unsortable: true,
            value: ({ id }) => named(id, thisYear(id)).name,
          },
          ...columns<OfMeasure>(
            ({ id }) => [id, year],
            (id) => named(id, thisYear(id)).sign,
          ),
        ]}
        rows={measures}
        empty={<Unchanged />}
        rowKey={({ id }) => id}
      />
      <div className="scenario-measure">
        <SelectField
          at="scenario.measure"
          label={t("scenario.measure-choice")}
          value={measure}
          onChange={(next) => setMeasure(next as Measure)}
          options={MEASURES.map((id) => ({ value: id, label: named(id, everyYear(id)).name }))}
        />
      </div>
      <DataTable
        caption={t("scenario.measure-caption", { measure: named(measure, everyYear(measure)).name })}
        captionShown
        search={false}
        columns={[
          {
            id: "year",
            header: t("scenario.year-column"),
            unsortable: true,
            value: (row) => row.year,
            cell: ({ year: at }) => (at > last ? t("scenario.outlook-year", { year: at }) : String(at)),
          },
          ...columns<OfYear>(
            (row) => [measure, row.year],
            (of) => named(of, everyYear(of)).sign,
          ),
        ]}
        rows={years}
        rowKey={(row) => String(row.year)}
      />
    </Section>
  );
}

const signed = (value: number | null, sign: 1 | -1): number | null =>
  value === null ? null : sign * value + 0;

/** A measure with how it differs from the base's. */
function Measured({
  measure,
  value,
  base,
}: {
  readonly measure: Measure;
  readonly value: number | null;
  readonly base: number | null;
}) {
  if (value === null) return "–";
  const difference = base === null ? 0 : Math.round((value - base) * 10) / 10;
  const percent = isPercent(measure);
  return (
    <span className="scenario-cell">
      {percent ? <Num value={value} decimals={1} unit="%" /> : <Money tkr={value} />}
      {difference === 0 ? null : (
        <span className="scenario-difference">
          {percent ? <Num value={difference} decimals={1} signed /> : <Money tkr={difference} signed />}
        </span>
      )}
    </span>
  );
}
