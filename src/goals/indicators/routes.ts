import { readsOf } from "../../decisions/facts/reading.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { lockMatter } from "../../decisions/store/versions.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { allBodies, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import {
  Answer,
  type Context,
  type Handler,
  handle,
  handleFile,
  mustHaveSeen,
  NotFound,
} from "../../platform/http/handle.ts";
import { BadInput, BadQuery } from "../../platform/http/problems.ts";
import { cellName } from "../../platform/rules/delimited.ts";
import { judgingValue } from "../rules/goal-time.ts";
import { mustBeComputed } from "./computed/confirmed.ts";
import { computedHandlers } from "./computed/routes.ts";
import type { ComputedSources } from "./computed/sources.ts";
import {
  askJudging,
  getSpread,
  getValue,
  ImportUndone,
  importValues,
  judgeGoal,
  listValueImports,
  listValueVersions,
  readValuesFile,
  registerValue,
  removeValue,
  undoValueImport,
  ValueFaults,
  ValueLater,
} from "./contract.ts";
import { goalAt } from "./facts/goal-at.ts";
import { judgedRows, storeRows, undoRows } from "./facts/import.ts";
import { mayReport, mustReport } from "./facts/reporting.ts";
import { apartBy } from "./facts/spread.ts";
import { indicatorStatus } from "./rules/indicator.ts";
import { isFew } from "./rules/small-numbers.ts";
import { readValueTable, valueRowRemarks } from "./rules/value-table.ts";
import { lastImport, markImportUndone, storeImport, valueImports } from "./store/imports.ts";
import { lastJudgement, storeJudgement } from "./store/judgements.ts";
import { presentValue, storeValue, valueVersions, yearsMeasured } from "./store/values.ts";
import { words } from "./words.ts";

export const indicatorHandlers = (sources: ComputedSources): Handler[] => [
  ...computedHandlers(sources),

  handle(getValue, async ({ params, query, ctx, tx }) => {
    const years = query.year === undefined ? await yearsMeasured(tx, params) : [query.year];
    const year = oneYear(years, params.day) ?? yearOf(params.day);
    const may = await mayReport(tx, ctx, { ...params, year });
    const known = await presentValue(tx, { ...params, year }, ctx.today);
    return new Answer(
      { year, value: known?.value ?? null, source: known?.source ?? null, may },
      known ? { etag: etagOfValue(known) } : {},
    );
  }),

  handle(registerValue, async ({ params, body, ctx, tx, seen }) => {
    const { by, goal, indicator, kind } = await mustReport(tx, ctx, { ...params, year: body.year });
    if (params.day > ctx.today)
      refuse(BadInput, {
        remarks: [
          remark("stops", "measured-in-future", "§2.1", { day: params.day, today: ctx.today }, "day"),
        ],
      });
    const { period } = body;
    if (period && period.to < period.from)
      refuse(BadInput, { remarks: [remark("stops", "period-ends-first", "§2.1", period, "period")] });
    if (!goal || !indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    if (isFew({ value: body.value, people: null }, indicator.speaksOf))
      refuse(BadInput, {
        remarks: [remark("stops", "value-of-few", "§1.1", { value: body.value }, "value")],
      });
    const before = await valueBefore(tx, ctx, { ...params, year: body.year });
    mustHaveSeen(seen, before ? etagOfValue(before) : "none");
    const computed = await mustBeComputed(sources, tx, indicator, {
      stated: body,
      of: { body: params.body, kind, asOf: ctx.today },
    });
    const same =
      before?.value === body.value &&
      before.source === body.source &&
      before.note === (body.note ?? null) &&
      before.computedOf === (computed?.columns.computed_of ?? null);
    if (before && before.value !== null && !same && body.reason === undefined)
      refuse(BadInput, {
        remarks: [
          remark(
            "stops",
            "correction-without-reason",
            "§2.1",
            { day: params.day, value: before.value },
            "reason",
          ),
        ],
      });
    const version = before?.version ?? 0;
    if (!same) await storeValue(tx, { ...rowOf(ctx, params, by, body), ...computed?.columns }, version);
    // How few stand behind a part is known of people alone
    if (!same && computed && computed.parts.length > 0 && indicator.speaksOf !== "other") {
      const { day } = params;
      const rows = computed.parts.map((part) => ({
        ...part,
        day,
        from: period?.from ?? null,
        to: period?.to ?? null,
        area: null,
        note: null,
      }));
      const written = { source: body.source, by, reason: body.reason, number: null };
      await storeRows(tx, ctx, { ...params, year: body.year }, rows, written);
    }
    const judges = judgingValue([{ day: params.day, year: body.year }], goal) !== undefined;
    return new Answer(
      { status: indicatorStatus(indicator, judges ? body.value : undefined) },
      { etag: etagOfValue({ version: same ? version : version + 1 }) },
    );
  }),

  handle(removeValue, async ({ params, query, ctx, tx, seen }) => {
    const years = query.year === undefined ? await yearsMeasured(tx, params) : [query.year];
    const { by } = await mustReport(tx, ctx, { ...params, year: years[0] ?? yearOf(params.day) });
    const year = oneYear(years, params.day);
    const before = year === undefined ? undefined : await valueBefore(tx, ctx, { ...params, year });
    if (!before || before.value === null)
      refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}/${params.day}` } });
    mustHaveSeen(seen, etagOfValue(before));
    const { source } = before;
    const taken = { value: null, source, year: before.year, reason: query.reason };
    await storeValue(tx, rowOf(ctx, params, by, taken), before.version);
    return { removed: true as const };
  }),

  handle(listValueVersions, async ({ params, ctx, tx }) => {
    const nameOf = await namesOfPeople(tx);
    const all = await valueVersions(tx, params, ctx.today);
    return all.map((one) => ({ ...one, by: nameOf(one.by) }));
  }),

  handle(getSpread, async ({ params, ctx, tx }) => {
    const { body, goal: id, indicator: own, year } = params;
    const found = await goalAt(tx, { body, goal: id, year }, ctx.today, await readsOf(tx, ctx));
    const indicator = found?.goal.indicators.find((one) => one.id === own);
    if (!found || !indicator) refuse(NotFound, { params: { what: `${id}/${own}` } });
    const apart = await apartBy(tx, found.kind, ctx.today, body);
    return apart(thingOf(found.goal.matter, id, own), indicator.speaksOf);
  }),

  handleFile(
    readValuesFile,
    {
      module: new URL("./intake.ts", import.meta.url),
      prepare: async ({ query, ctx, tx }) => {
        await mustReport(tx, ctx, query);
        return undefined;
      },
    },
    async ({ query, ctx, tx, upload: { filename } }, cells: readonly (readonly string[])[]) => {
      const { indicator } = await mustReport(tx, ctx, query);
      if (!indicator) refuse(NotFound, { params: { what: `${query.goal}/${query.indicator}` } });
      const bodies = await allBodies(tx);
      const { unit, speaksOf: measures } = indicator;
      const units = bodies.filter(({ kind }) => UNITS.includes(kind));
      const read = readValueTable(cells, { day: query.day, today: ctx.today, unit, measures, units });
      if ("faults" in read)
        return refuse(ValueFaults, {
          remarks: read.faults,
          cite: "§2.1",
          params: { count: read.faults.length },
        });
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      const rows = await judgedRows(tx, query, read.rows);
      return {
        filename,
        notes: [...read.notes],
        rows: rows.map(({ row, before, state }) => ({
          ...row,
          unitName: row.unit === null ? null : (names.get(row.unit) ?? row.unit),
          before,
          state,
        })),
      };
    },
  ),

  handle(importValues, async ({ params, body, ctx, tx }) => {
    const { by, indicator } = await mustReport(tx, ctx, { ...params, year: body.year });
    if (!indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    const at = { ...params, year: body.year };
    await lockMatter(tx, ctx.municipality, `values ${params.body}/${params.goal}/${params.indicator}`);
    const known = new Set((await allBodies(tx)).map(({ id }) => id));
    const faults = body.rows.flatMap((row, i) => [
      ...valueRowRemarks(row, { today: ctx.today, measures: indicator.speaksOf }, `rows.${i}`),
      ...(row.unit !== null && !known.has(row.unit)
        ? [
            remark(
              "stops",
              "values-unknown-unit",
              "§2.1",
              { cell: cellName(i, 0), text: row.unit },
              `rows.${i}`,
            ),
          ]
        : []),
    ]);
    const corrects = (await judgedRows(tx, at, body.rows)).filter(({ state }) => state === "corrects");
    if (corrects.length > 0 && body.reason === undefined)
      faults.push(remark("stops", "values-without-reason", "§2.1", { count: corrects.length }, "reason"));
    if (new Set(body.rows.map(sidesOf)).size < body.rows.length)
      faults.push(remark("stops", "values-row-twice", "§2.1", {}, "rows"));
    if (faults.length > 0)
      refuse(ValueFaults, {
        remarks: faults.slice(0, MAX_FAULTS),
        cite: "§2.1",
        params: { count: faults.length },
      });
    const number = (await lastImport(tx, params)) + 1;
    await storeImport(tx, {
      municipality_id: ctx.municipality,
      body_id: params.body,
      goal_id: params.goal,
      indicator_id: params.indicator,
      number,
      goal_year: body.year,
      name: body.name,
      rows: body.rows.length,
      imported_by: by,
      imported_on: ctx.today,
      undone_by: null,
      undone_on: null,
    });
    const { source, reason } = body;
    return { number, stored: await storeRows(tx, ctx, at, body.rows, { source, by, reason, number }) };
  }),

  handle(listValueImports, async ({ params, ctx, tx }) => {
    const nameOf = await namesOfPeople(tx);
    const all = await valueImports(tx, params, ctx.today);
    return all.map(({ year: _year, ...one }) => ({ ...one, by: nameOf(one.by) }));
  }),

  handle(undoValueImport, async ({ params, ctx, tx }) => {
    const { number } = params;
    await lockMatter(tx, ctx.municipality, `values ${params.body}/${params.goal}/${params.indicator}`);
    const all = await valueImports(tx, params, ctx.present);
    const found = all.find((one) => one.number === number);
    const { by } = await mustReport(tx, ctx, { ...params, year: found?.year ?? yearOf(ctx.today) });
    if (!found) refuse(NotFound, { params: { what: `${params.indicator}/${number}` } });
    if (found.undoneOn !== null) refuse(ImportUndone, { params: { day: found.undoneOn } });
    await markImportUndone(tx, params, { by, on: ctx.today });
    const reason = words(ctx).undone;
    const undone = new Set(all.flatMap((one) => (one.undoneOn === null ? [] : [one.number])));
    return undoRows(tx, ctx, { ...params, year: found.year }, { number, undone, by, reason });
  }),

  handle(askJudging, async ({ params, ctx, tx }) => ({ may: await mayReport(tx, ctx, params) })),

  handle(judgeGoal, async ({ params, body, ctx, tx }) => {
    const { by, goal } = await mustReport(tx, ctx, params);
    if (!goal) refuse(NotFound, { params: { what: params.goal } });
    await lockMatter(tx, ctx.municipality, `judgement ${params.body}/${params.goal}/${params.year}`);
    const last = await lastJudgement(tx, params);
    if (last.day && last.day > ctx.today) refuse(ValueLater, { params: { day: last.day, today: ctx.today } });
    const number = last.number + 1;
    await storeJudgement(tx, {
      municipality_id: ctx.municipality,
      body_id: params.body,
      goal_id: params.goal,
      goal_year: params.year,
      number,
      judgement: body.judgement,
      grounds: body.grounds,
      judged_by: by,
      judged_on: ctx.today,
    });
    const nameOf = await namesOfPeople(tx);
    return { number, ...body, by: nameOf(by), day: ctx.today, year: params.year };
  }),
];

const MAX_FAULTS = 20;
/** The kinds of body that results are told apart by. */
const UNITS: readonly string[] = ["unit", "department", "administration"];

const sidesOf = ({
  day,
  sex,
  unit,
  area,
}: Readonly<Record<"day" | "sex" | "unit" | "area", string | null>>) =>
  JSON.stringify([day, sex, unit, area]);

/** Who has seen a value has seen it as it was corrected last; one that was taken back too. */
const etagOfValue = ({ version }: { readonly version: number }): string => `v${version}`;

/** The one year that a day's values speak of; refuses where there are several. */
function oneYear(years: readonly number[], day: Day): number | undefined {
  if (years.length > 1)
    refuse(BadQuery, {
      remarks: [remark("stops", "value-of-which-year", "§2.1", { day, years: years.join(", ") }, "year")],
    });
  return years[0];
}

type Place = { body: string; goal: string; indicator: string; day: Day };

/** The value of a day that there is now. Refuses to write before what has been written from a later day. */
async function valueBefore(tx: Tx, ctx: Context, place: Place & { year: number }) {
  const { municipality, today } = ctx;
  const { body, goal, indicator, day, year } = place;
  await lockMatter(tx, municipality, `value ${body}/${goal}/${indicator}/${day}/${year}`);
  const before = await presentValue(tx, place);
  if (before?.on && before.on > today) refuse(ValueLater, { params: { day: before.on, today } });
  return before;
}

interface Written {
  readonly value: number | null;
  readonly source: string;
  readonly year: number;
  readonly reason?: string | undefined;
  readonly period?: { readonly from: Day; readonly to: Day } | undefined;
  readonly note?: string | undefined;
}

const rowOf = (ctx: Context, place: Place, by: string, written: Written) => ({
  municipality_id: ctx.municipality,
  body_id: place.body,
  goal_id: place.goal,
  indicator_id: place.indicator,
  measured_on: place.day,
  goal_year: written.year,
  value: written.value,
  source: written.source,
  registered_by: by,
  registered_on: ctx.today,
  reason: written.reason ?? null,
  period_from: written.period?.from ?? null,
  period_to: written.period?.to ?? null,
  note: written.note ?? null,
  people: null,
  import_number: null,
});
