import { placeOfThing } from "../decisions/rules/carried-on.ts";
import { addDays, type Day } from "../kernel/day.ts";
import { readable } from "../organisation/unread.ts";
import type { Tx } from "../platform/database/door.ts";
import type { ControlResultWord } from "./rules/carried-out.ts";
import type { CheckVerdict, MeasureCheck } from "./rules/measure.ts";

type ControlTables = {
  "control.carried_out": {
    municipality_id: string;
    body_id: string;
    year: number;
    control_id: string;
    time: number;
    result: ControlResultWord;
    done_on: Day;
    sample: string;
    finding: string;
    measure_text: string | null;
    measure_due: Day | null;
    measure_responsible: string | null;
    registered_by: string;
    valid_from: Day;
    valid_to: Day | null;
    taken_back_by: string | null;
    reason: string | null;
  };
  "control.measure_check": {
    municipality_id: string;
    thing: string;
    entry: number;
    verdict: CheckVerdict;
    text: string;
    checked_by: string;
    checked_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<ControlTables>();

export interface Registered {
  readonly body: string;
  readonly year: number;
  readonly control: string;
  readonly time: number;
  readonly result: ControlResultWord;
  readonly doneOn: Day;
  readonly sample: string;
  readonly finding: string;
  /** `responsible`: whom it was given to; null in what was registered before that was kept. */
  readonly measure: { readonly text: string; readonly due: Day; readonly responsible: string | null } | null;
  readonly by: string;
  readonly from: Day;
}

/** What had been registered on a day of the controls carried out, oldest first; what had been taken back by then is not there. */
export async function registeredOn(
  tx: Tx,
  of: { readonly body?: string; readonly year?: number },
  day: Day,
): Promise<Registered[]> {
  let query = tables(tx)
    .selectFrom("control.carried_out")
    .selectAll()
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]));
  if (of.body !== undefined) query = query.where("body_id", "=", of.body);
  if (of.year !== undefined) query = query.where("year", "=", of.year);
  const rows = await query
    .orderBy("body_id")
    .orderBy("year")
    .orderBy("done_on")
    .orderBy("control_id")
    .orderBy("time")
    .execute();
  return rows.map((row) => ({
    body: row.body_id,
    year: row.year,
    control: row.control_id,
    time: row.time,
    result: row.result,
    doneOn: row.done_on,
    sample: row.sample,
    finding: row.finding,
    measure:
      row.measure_text === null || row.measure_due === null
        ? null
        : { text: row.measure_text, due: row.measure_due, responsible: row.measure_responsible },
    by: row.registered_by,
    from: row.valid_from,
  }));
}

/** How many have been registered of a control, those taken back too; how many of the body's year. */
export async function registeredCounts(tx: Tx, at: { body: string; year: number; control: string }) {
  const row = await tables(tx)
    .selectFrom("control.carried_out")
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("all"),
      fn
        .countAll<number>()
        .filterWhere(eb("control_id", "=", at.control))
        .as("own"),
    ])
    .where("body_id", "=", at.body)
    .where("year", "=", at.year)
    .executeTakeFirstOrThrow();
  return { all: row.all, own: row.own };
}

export async function storeCarriedOut(
  tx: Tx,
  municipality: string,
  row: Omit<Registered, "from"> & { readonly from: Day },
): Promise<void> {
  await tables(tx)
    .insertInto("control.carried_out")
    .values({
      municipality_id: municipality,
      body_id: row.body,
      year: row.year,
      control_id: row.control,
      time: row.time,
      result: row.result,
      done_on: row.doneOn,
      sample: row.sample,
      finding: row.finding,
      measure_text: row.measure?.text ?? null,
      measure_due: row.measure?.due ?? null,
      measure_responsible: row.measure?.responsible ?? null,
      registered_by: row.by,
      valid_from: row.from,
      valid_to: null,
      taken_back_by: null,
      reason: null,
    })
    .execute();
}

/** Notes that a registration was taken back; it stays, with who and why. */
export async function takeBack(
  tx: Tx,
  at: { body: string; year: number; control: string; time: number },
  { by, on, reason }: { by: string; on: Day; reason: string },
): Promise<void> {
  await tables(tx)
    .updateTable("control.carried_out")
    .set({ valid_to: addDays(on, -1), taken_back_by: by, reason })
    .where("body_id", "=", at.body)
    .where("year", "=", at.year)
    .where("control_id", "=", at.control)
    .where("time", "=", at.time)
    .execute();
}

/** What had been said until a day of measures that were said to be done, by the measure. */
export async function measureChecks(tx: Tx, day: Day): Promise<ReadonlyMap<string, MeasureCheck[]>> {
  const rows = await tables(tx)
    .selectFrom("control.measure_check")
    .selectAll()
    .where("checked_on", "<=", day)
    .orderBy("entry")
    .execute();
  const seen = await readable(
    tx,
    rows.map((row) => ({ ...row, source: placeOfThing(row.thing)?.matter ?? row.thing })),
  );
  const checks = seen.map((row) => ({
    thing: row.thing,
    entry: Number(row.entry),
    verdict: row.verdict,
    text: row.text,
    by: row.checked_by,
    on: row.checked_on,
  }));
  return Map.groupBy(checks, ({ thing }) => thing);
}

export async function storeMeasureCheck(
  tx: Tx,
  municipality: string,
  thing: string,
  check: MeasureCheck,
): Promise<void> {
  await tables(tx)
    .insertInto("control.measure_check")
    .values({
      municipality_id: municipality,
      thing,
      entry: check.entry,
      verdict: check.verdict,
      text: check.text,
      checked_by: check.by,
      checked_on: check.on,
    })
    .execute();
}
