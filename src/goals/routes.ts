import { mayTend, mustTend, tending } from "../decisions/course/facts.ts";
import { readsOf } from "../decisions/facts/reading.ts";
import { readsAll } from "../decisions/rules/reading.ts";
import { lockMatter } from "../decisions/store/versions.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import {
  Answer,
  type Context,
  type Handler,
  handle,
  mustHaveSeen,
  NotFound,
} from "../platform/http/handle.ts";
import { BadInput, BadQuery } from "../platform/http/problems.ts";
import {
  checkWording,
  getGoalTree,
  getValue,
  listGoalYears,
  listValueVersions,
  registerValue,
  removeValue,
  ValueLater,
} from "./contract.ts";
import { deviationsOfYear, goalsOfYear, yearsOfGoal } from "./facts.ts";
import { INDICATOR_VALUE } from "./kind.ts";
import { judgingValue } from "./rules/goal-time.ts";
import { indicatorStatus } from "./indicators/rules/indicator.ts";
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

  handle(getValue, async ({ params, query, ctx, tx }) => {
    const years = query.year === undefined ? await yearsMeasured(tx, params) : [query.year];
    const year = oneYear(years, params.day) ?? yearOf(params.day);
    const { answer } = await mayReport(tx, ctx, { ...params, year });
    const present = await presentValue(tx, { ...params, year });
    const known = present && (present.on === null || present.on <= ctx.today) ? present : undefined;
    return new Answer(
      { year, value: known?.value ?? null, source: known?.source ?? null, may: answer },
      known ? { etag: etagOfValue(known) } : {},
    );
  }),

  handle(registerValue, async ({ params, body, ctx, tx, seen }) => {
    const { who, goal, indicator } = await mustReport(tx, ctx, { ...params, year: body.year });
    if (params.day > ctx.today)
      refuse(BadInput, {
        remarks: [
          remark("stops", "measured-in-future", "§2.1", { day: params.day, today: ctx.today }, "day"),
        ],
      });
    if (!goal || !indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    const before = await valueBefore(tx, ctx, { ...params, year: body.year });
    mustHaveSeen(seen, before ? etagOfValue(before) : "none");
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
    const version = before?.version ?? 0;
    if (!same) await storeValue(tx, rowOf(ctx, params, who.person?.id as string, body), version);
    const judges = judgingValue([{ day: params.day, year: body.year }], goal) !== undefined;
    return new Answer(
      { status: indicatorStatus(indicator, judges ? body.value : undefined) },
      { etag: etagOfValue({ version: same ? version : version + 1 }) },
    );
  }),

  handle(removeValue, async ({ params, query, ctx, tx, seen }) => {
    const years = query.year === undefined ? await yearsMeasured(tx, params) : [query.year];
    const { who } = await mustReport(tx, ctx, { ...params, year: years[0] ?? yearOf(params.day) });
    const year = oneYear(years, params.day);
    const before = year === undefined ? undefined : await valueBefore(tx, ctx, { ...params, year });
    if (!before || before.value === null)
      refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}/${params.day}` } });
    mustHaveSeen(seen, etagOfValue(before));
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

/**
 * Whether the one who asks reports an indicator's values (V-7): who has the indicator, that person's nearest manager, and those of the
 * body's own administration who follow its operations up. Of an indicator that there is not, the last alone.
 */
async function mayReport(
  tx: Tx,
  ctx: Context,
  { body, goal: id, indicator, year }: Omit<PlaceOfYear, "day">,
) {
  const of = await tending(tx, ctx);
  const goal = (await goalsOfYear(tx, year, ctx.today, readsAll)).find(
    (one) => one.id === id && one.body === body,
  );
  const found = goal?.indicators.find((one) => one.id === indicator);
  const object = INDICATOR_VALUE.object;
  const answer = found
    ? mayTend(of, { person: found.responsible, body, object })
    : of.who.may(`edit:${object}`, body);
  return { of, goal, indicator: found, answer };
}

async function mustReport(tx: Tx, ctx: Context, place: PlaceOfYear) {
  const { of, goal, indicator } = await mayReport(tx, ctx, place);
  const object = INDICATOR_VALUE.object;
  if (indicator)
    mustTend(of, { person: indicator.responsible, body: place.body, object, name: indicator.name });
  else of.who.must(`edit:${object}`, place.body);
  return { who: of.who, goal, indicator };
}

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
