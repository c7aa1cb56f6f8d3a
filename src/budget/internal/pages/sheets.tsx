import { useMemo } from "react";
import { numberText } from "../../../kernel/format.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import type { SheetHistory } from "../../../platform/ui/sheet/history.ts";
import { Sheet } from "../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn, SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import { dataText } from "../../../platform/ui/texts.ts";
import { INTERNAL_LIMITS } from "../contract.ts";
import { MONTHS_OF_YEAR } from "../rules/period-keys.ts";
import type { WageTerms } from "../rules/wage-budget.ts";
import { type CellTools, type Line, lineColumns, monthColumns, type OwnKey } from "./columns.ts";
import { type Job, jobColumns, keyColumns } from "./columns-wages.ts";

const newLine = (): Line => ({ id: lastingId("rad"), name: "", unit: null, amountTkr: 0 });
const DEFAULT_WAGE_ACCOUNT = "5010";
/** Begun as the one above it: jobs of a unit follow on each other. */
const newJob = (rows: readonly Job[]): Job => ({
  id: lastingId("tjanst"),
  title: "",
  unit: rows.at(-1)?.unit ?? null,
  account: rows.at(-1)?.account ?? DEFAULT_WAGE_ACCOUNT,
  posts: 1,
  wageKr: 0,
});
const newOwnKey = (): OwnKey => ({
  id: lastingId("nyckel"),
  name: "",
  weights: Array.from({ length: MONTHS_OF_YEAR }, () => 0),
});
export const rowKey = (row: { readonly id: string }): string => row.id;

interface Written<Row> {
  readonly tools: CellTools;
  readonly rows: readonly Row[];
  readonly history: SheetHistory<Row>;
  readonly onChange: (rows: readonly Row[]) => void;
  /** Whose a new row is, where all of them are one unit's. */
  readonly unit?: string;
}

/** Why a cell can't take a text, in the budget's words. */
export const faultText = (
  { t, language }: Pick<CellTools, "t" | "language">,
  { code, params }: SheetFault,
): string =>
  dataText(t, "internal.fault", code, {
    ...params,
    ...("min" in params
      ? { min: numberText(Number(params.min), language), max: numberText(Number(params.max), language) }
      : {}),
  });

/** Where all rows are one unit's, and none is within it, nobody needs to be told which. */
const ofUnit = <Row,>(columns: SheetColumn<Row>[], unit: string | undefined, { units }: CellTools) =>
  unit !== undefined && units.length === 1 ? columns.filter(({ id }) => id !== "unit") : columns;

/** The lines with unit, account, the year's amount and its key. */
export function LinesSheet(props: Written<Line>) {
  const { tools } = props;
  const columns = useMemo(() => ofUnit(lineColumns(tools), props.unit, tools), [tools, props.unit]);
  return (
    <Rows
      {...props}
      columns={columns}
      caption="lines-caption"
      max={INTERNAL_LIMITS.lines}
      newRow={() => ({ ...newLine(), unit: props.unit ?? null })}
    />
  );
}

/** The same lines month by month. */
export function MonthsSheet(props: Written<Line>) {
  const { tools } = props;
  const columns = useMemo(() => monthColumns(tools), [tools]);
  return (
    <Rows
      {...props}
      columns={columns}
      caption="months-caption"
      max={INTERNAL_LIMITS.lines}
      newRow={newLine}
    />
  );
}

/** The jobs, with what each costs. */
export function JobsSheet({ terms, ...props }: Written<Job> & { readonly terms: WageTerms | undefined }) {
  const { tools } = props;
  const columns = useMemo(
    () => ofUnit(jobColumns(tools, terms), props.unit, tools),
    [tools, terms, props.unit],
  );
  return (
    <Rows
      {...props}
      columns={columns}
      caption="jobs-caption"
      max={INTERNAL_LIMITS.jobs}
      newRow={(rows) => ({ ...newJob(rows), ...(props.unit === undefined ? {} : { unit: props.unit }) })}
    />
  );
}

/** The municipality's own period keys. */
export function KeysSheet(props: Written<OwnKey>) {
  const { tools } = props;
  const columns = useMemo(() => keyColumns(tools), [tools]);
  return (
    <Rows
      {...props}
      columns={columns}
      caption="keys-caption"
      max={INTERNAL_LIMITS.periodKeys}
      newRow={newOwnKey}
    />
  );
}

function Rows<Row extends { readonly id: string }>({
  tools,
  rows,
  history,
  onChange,
  columns,
  caption,
  max,
  newRow,
}: Written<Row> & {
  readonly columns: readonly SheetColumn<Row>[];
  readonly caption: "lines-caption" | "months-caption" | "jobs-caption" | "keys-caption";
  readonly max: number;
  readonly newRow: (rows: readonly Row[]) => Row;
}) {
  return (
    <Sheet
      caption={tools.t(`internal.${caption}`, { year: tools.year })}
      rows={rows}
      rowKey={rowKey}
      columns={columns}
      history={history}
      newRow={newRow}
      maxRows={max}
      onChange={onChange}
      fault={(fault) => faultText(tools, fault)}
    />
  );
}
