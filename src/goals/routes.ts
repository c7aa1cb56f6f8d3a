import { readsOf } from "../decisions/facts/reading.ts";
import { readsAll } from "../decisions/rules/reading.ts";
import { lockMatter } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { people, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Context, type Handler, handle, NotFound } from "../platform/http/handle.ts";
import { BadInput, BadQuery } from "../platform/http/problems.ts";
import {
  checkWording,
  getGoalTree,
  listGoalYears,
  listValueVersions,
  registerValue,
  removeValue,
  ValueLater,
} from "./contract.ts";
import { deviationsOfYear, goalsOfYear, yearsOfGoal } from "./facts.ts";
import { judgingValue } from "./rules/goal-time.ts";
import { indicatorStatus } from "./rules/indicator.ts";
import { wordingRemarks } from "./rules/wording.ts";
import { governing, presentValue, storeValue, valueVersions, yearsMeasured } from "./store.ts";

export const goalHandlers: Handler[] = [
  handle(getGoalTree, async ({ params, ctx, tx }) => ({
    ...(await governing(tx, params.year, ctx.today)),
    goals: await goalsOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)),
    deviations: await deviationsOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)),
  })),

  handle(listGoalYears, async ({ params, ctx, tx }) =>
    yearsOfGoal(tx, params, ctx.today, await readsOf(tx, ctx)),
  ),

  handle(checkWording, async ({ body }) => wordingRemarks(body.wording, body)),

  handle(registerValue, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.must("edit:indicator-value", params.body);
    if (params.day > ctx.today)
      refuse(BadInput, {
        remarks: [
          remark("stops", "measured-in-future", "§2.1", { day: params.day, today: ctx.today }, "day"),
        ],
      });
    const goals = await goalsOfYear(tx, body.year, ctx.today, readsAll);
    const goal = goals.find((one) => one.id === params.goal && one.body === params.body);
    const indicator = goal?.indicators.find((i) => i.id === params.indicator);
    if (!goal || !indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    const before = await valueBefore(tx, ctx, { ...params, year: body.year });
    const same = before?.value === body.value && before.source === body.source;
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
    if (!same) await storeValue(tx, rowOf(ctx, params, who.person?.id as string, body), before?.version ?? 0);
    const judges = judgingValue([{ day: params.day, year: body.year }], goal) !== undefined;
    return { status: indicatorStatus(indicator, judges ? body.value : undefined) };
  }),

  handle(removeValue, async ({ params, query, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.must("edit:indicator-value", params.body);
    const years = query.year === undefined ? await yearsMeasured(tx, params) : [query.year];
    if (years.length > 1)
      refuse(BadQuery, {
        remarks: [
          remark(
            "stops",
            "value-of-which-year",
            "§2.1",
            { day: params.day, years: years.join(", ") },
            "year",
          ),
        ],
      });
    const [year] = years;
    const before = year === undefined ? undefined : await valueBefore(tx, ctx, { ...params, year });
    if (!before || before.value === null)
      refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}/${params.day}` } });
    const { source } = before;
    const taken = { value: null, source, year: before.year, reason: query.reason };
    await storeValue(tx, rowOf(ctx, params, who.person?.id as string, taken), before.version);
    return { removed: true as const };
  }),

  handle(listValueVersions, async ({ params, ctx, tx }) => {
    const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
    const all = await valueVersions(tx, params, ctx.today);
    return all.map((one) => ({ ...one, by: names.get(one.by) ?? one.by }));
  }),
];

type Place = { body: string; goal: string; indicator: string; day: Day };
type PlaceOfYear = Place & { year: number };

/** The value of a day that there is now. Refuses to write before what has been written from a later day. */
async function valueBefore(tx: Tx, ctx: Context, place: PlaceOfYear) {
  const { municipality, today } = ctx;
  const { body, goal, indicator, day, year } = place;
  await lockMatter(tx, municipality, `value ${body}/${goal}/${indicator}/${day}/${year}`);
  const before = await presentValue(tx, place);
  if (before?.on && before.on > today) refuse(ValueLater, { params: { day: before.on, today } });
  return before;
}

const rowOf = (
  ctx: Context,
  place: Place,
  by: string,
  written: { value: number | null; source: string; year: number; reason?: string | undefined },
) => ({
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
});
