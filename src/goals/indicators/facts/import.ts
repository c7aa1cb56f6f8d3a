import { lockMatter } from "../../../decisions/store/versions.ts";
import type { Day } from "../../../kernel/day.ts";
import { refuse } from "../../../kernel/problem.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { ValueLater } from "../contract.ts";
import type { ValueRow } from "../rules/value-table.ts";
import { partVersions, storeParts } from "../store/parts.ts";
import { storeValue, type ValuePlace, versionsOfYear } from "../store/values.ts";

type OfYear = ValuePlace & { readonly year: number };
type Sides = Pick<ValueRow, "sex" | "unit" | "area">;

/** A value of the whole or of a part as it is stored; its versions are of one day and the same sides. */
type Stored = Omit<Awaited<ReturnType<typeof partVersions>>[number], "registered_on"> & {
  readonly registered_on: Day | null;
};

const WHOLE: Sides = { sex: null, unit: null, area: null };
const keyOf = ({ day, sex, unit, area }: Sides & { readonly day: string }): string =>
  JSON.stringify([day, sex, unit, area]);
const isWhole = ({ sex, unit, area }: Sides): boolean => sex === null && unit === null && area === null;

/** All versions of all that an indicator has of a year, by what they are of, the newest last. */
async function versionsByKey(tx: Tx, at: OfYear): Promise<Map<string, Stored[]>> {
  const whole = (await versionsOfYear(tx, at)).map((row) => ({ ...row, ...WHOLE }));
  const all: Stored[] = [...whole, ...(await partVersions(tx, at))];
  return Map.groupBy(all, (row) => keyOf({ ...row, day: row.measured_on }));
}

export type RowState = "new" | "corrects" | "same";

/** What becomes of each row when it is stored, and what there is now. */
export async function judgedRows<Row extends ValueRow>(tx: Tx, at: OfYear, rows: readonly Row[]) {
  const there = await versionsByKey(tx, at);
  return rows.map((row) => {
    const newest = there.get(keyOf(row))?.at(-1);
    const before = newest?.value ?? null;
    const same = newest !== undefined && before === row.value && newest.people === row.people;
    const state: RowState = same ? "same" : before === null ? "new" : "corrects";
    return { row, before, state, newest };
  });
}

/** Holds what is written here apart from whoever registers a single value of the same day meanwhile. */
async function lockDays(tx: Tx, ctx: Context, at: OfYear, days: Iterable<Day>): Promise<void> {
  const { body, goal, indicator, year } = at;
  for (const day of [...new Set(days)].sort())
    await lockMatter(tx, ctx.municipality, `value ${body}/${goal}/${indicator}/${day}/${year}`);
}

interface Written {
  readonly source: string;
  readonly by: string;
  readonly reason: string | undefined;
  /** The table that brought them; null: they were computed. */
  readonly number: number | null;
}

/** Stores rows, of a table or as they were computed, each as its next version; gives how many were not there already. */
export async function storeRows(
  tx: Tx,
  ctx: Context,
  at: OfYear,
  rows: readonly ValueRow[],
  { source, by, reason, number }: Written,
): Promise<number> {
  await lockDays(
    tx,
    ctx,
    at,
    rows.map(({ day }) => day),
  );
  const changed = (await judgedRows(tx, at, rows)).filter(({ state }) => state !== "same");
  const next = changed.map(({ row, newest, state }) => ({
    sides: row,
    newest,
    measured_on: row.day,
    value: row.value,
    people: row.people,
    period_from: row.from,
    period_to: row.to,
    note: row.note,
    source,
    reason: state === "corrects" ? (reason ?? null) : null,
    import_number: number,
  }));
  await storeVersions(tx, ctx, at, by, next);
  return changed.length;
}

interface Undoing {
  readonly number: number;
  /** The tables that have been taken back before: nothing of theirs comes again. */
  readonly undone: ReadonlySet<number>;
  readonly by: string;
  readonly reason: string;
}

/** Puts back what held before a table was read in, but for what somebody has written over since. */
export async function undoRows(
  tx: Tx,
  ctx: Context,
  at: OfYear,
  { number, undone, by, reason }: Undoing,
): Promise<{ readonly restored: number; readonly left: number }> {
  const all = [...(await versionsByKey(tx, at)).values()];
  const brought = all.filter((versions) => versions.some((one) => one.import_number === number));
  await lockDays(
    tx,
    ctx,
    at,
    brought.flatMap(([first]) => (first ? [first.measured_on] : [])),
  );
  const own = brought.filter((versions) => versions.at(-1)?.import_number === number);
  const next = own.map((versions) => {
    const newest = versions.at(-1) as Stored;
    const before = versions.findLast(
      ({ import_number: from }) => from === null || (from !== number && !undone.has(from)),
    );
    return {
      sides: newest,
      newest,
      measured_on: newest.measured_on,
      value: before?.value ?? null,
      people: before?.people ?? null,
      period_from: before?.period_from ?? null,
      period_to: before?.period_to ?? null,
      note: before?.note ?? null,
      source: before?.source ?? newest.source,
      reason,
      import_number: null,
    };
  });
  await storeVersions(tx, ctx, at, by, next);
  return { restored: own.length, left: brought.length - own.length };
}

type Next = Omit<Stored, "sex" | "unit" | "area" | "version" | "registered_on"> & {
  readonly sides: Sides;
  readonly newest: Stored | undefined;
  readonly reason: string | null;
};

async function storeVersions(
  tx: Tx,
  ctx: Context,
  at: OfYear,
  by: string,
  all: readonly Next[],
): Promise<void> {
  const { today, municipality } = ctx;
  for (const { newest } of all)
    if (newest?.registered_on && newest.registered_on > today)
      refuse(ValueLater, { params: { day: newest.registered_on, today } });
  const rows = all.map(({ sides, newest, ...row }) => ({
    whole: isWhole(sides),
    version: newest?.version ?? 0,
    sides: { sex: sides.sex ?? "", unit_id: sides.unit ?? "", area: sides.area ?? "" } as const,
    row: {
      ...row,
      municipality_id: municipality,
      body_id: at.body,
      goal_id: at.goal,
      indicator_id: at.indicator,
      goal_year: at.year,
      registered_by: by,
      registered_on: today,
    },
  }));
  for (const { row, version, whole } of rows) if (whole) await storeValue(tx, row, version);
  await storeParts(
    tx,
    rows.flatMap(({ row, version, sides, whole }) =>
      whole ? [] : [{ ...row, ...sides, version: version + 1 }],
    ),
  );
}
