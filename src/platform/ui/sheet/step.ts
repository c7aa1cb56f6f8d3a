import { canonicalJson } from "../../../kernel/canonical.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type { SheetTable } from "./sheet-types.ts";

/** One row of a step: changed (both), added (only `after`) or removed (only `before`); `above` is the key of the row above it. */
export interface StepPart<Row> {
  readonly key: string;
  readonly before?: Row;
  readonly after?: Row;
  readonly above?: string | undefined;
}

/** What one act changed, row by row. */
export type Step<Row> = readonly StepPart<Row>[];

export interface Reverted<Row> {
  readonly rows: readonly Row[];
  /** Rows that somebody else has changed at the same place since, wholly or in part: there nothing was taken back. */
  readonly kept: number;
}

type Keyed<Row> = Pick<SheetTable<Row>, "rowKey" | "maxRows">;

export const changedRow = <Row>({ rowKey }: Keyed<Row>, before: Row, after: Row): StepPart<Row> => ({
  key: rowKey(after),
  before,
  after,
});

const aboveOf = <Row>({ rowKey }: Keyed<Row>, rows: readonly Row[], index: number): string | undefined =>
  index > 0 ? rowKey(rows[index - 1] as Row) : undefined;

export const addedAt = <Row>(table: Keyed<Row>, rows: readonly Row[], index: number): StepPart<Row> => ({
  key: table.rowKey(rows[index] as Row),
  after: rows[index] as Row,
  above: aboveOf(table, rows, index),
});

export const removedAt = <Row>(table: Keyed<Row>, rows: readonly Row[], index: number): StepPart<Row> => ({
  key: table.rowKey(rows[index] as Row),
  before: rows[index] as Row,
  above: aboveOf(table, rows, index),
});

/** The same step the other way, for doing again what was undone. */
export const turned = <Row>(step: Step<Row>): Step<Row> =>
  step.map(({ before, after, ...part }) => ({
    ...part,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }));

/**
 * Takes a step back in rows that may have become others since: only what still is as the step left it. What somebody else
 * has written meanwhile stays, in the same row too.
 */
export function revert<Row>(table: Keyed<Row>, rows: readonly Row[], step: Step<Row>): Reverted<Row> {
  const parts = new Map(step.map((part) => [part.key, part]));
  let kept = 0;
  const left = rows.flatMap((row) => {
    const part = parts.get(table.rowKey(row));
    if (!part || part.after === undefined) return [row];
    if (part.before === undefined) {
      // A row that the step added goes, unless it holds something else by now
      if (holds(row, part.after)) return [];
      kept += 1;
      return [row];
    }
    const found = { other: false };
    const back = takenBack(row, part.after, part.before, found) as Row;
    if (found.other) kept += 1;
    return [back];
  });
  const there = new Set(left.map((row) => table.rowKey(row)));
  for (const { key, before, after, above } of step) {
    if (before === undefined || after !== undefined || there.has(key)) continue;
    if (left.length >= table.maxRows) {
      kept += 1;
      continue;
    }
    const index = above === undefined ? -1 : left.findIndex((row) => table.rowKey(row) === above);
    left.splice(above !== undefined && index < 0 ? left.length : index + 1, 0, before);
    there.add(key);
  }
  const gone = step.filter(
    ({ key, before, after }) => before !== undefined && after !== undefined && !there.has(key),
  );
  return { rows: left, kept: kept + gone.length };
}

const same = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || canonicalJson(a ?? null) === canonicalJson(b ?? null);
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `now`, with what changed from `before` to `after` taken back wherever it still is as in `after`. */
function takenBack(now: unknown, after: unknown, before: unknown, found: { other: boolean }): unknown {
  if (same(after, before)) return now;
  if (same(now, after)) return before;
  if (isFields(now) && isFields(after) && isFields(before)) {
    const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
    return Object.fromEntries(
      names
        .map(
          (name) =>
            [
              name,
              takenBack(ownValue(now, name), ownValue(after, name), ownValue(before, name), found),
            ] as const,
        )
        .filter(([, value]) => value !== undefined),
    );
  }
  if (
    Array.isArray(now) &&
    Array.isArray(after) &&
    Array.isArray(before) &&
    now.length === after.length &&
    now.length === before.length
  )
    return now.map((value, i) => takenBack(value, after[i], before[i], found));
  found.other = true;
  return now;
}

/** Whether a row still says all that it said when it was added; fields that a server fills in may have come since. */
const holds = (row: unknown, added: unknown): boolean =>
  isFields(row) && isFields(added)
    ? Object.entries(added).every(([name, value]) => same(ownValue(row, name), value))
    : same(row, added);
