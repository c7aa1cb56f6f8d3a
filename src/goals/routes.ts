import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { whoAsks } from "../organisation/store.ts";
import { type Handler, handle, NotFound } from "../platform/http/handle.ts";
import { BadInput, BadQuery } from "../platform/http/problems.ts";
import { checkWording, getGoalTree, listGoalYears, registerValue, removeValue } from "./contract.ts";
import { deviationsOfYear, goalsOfYear, yearsOfGoal } from "./facts.ts";
import { judgingValue } from "./rules/goal-time.ts";
import { indicatorStatus } from "./rules/indicator.ts";
import { wordingRemarks } from "./rules/wording.ts";
import { deleteValue, governing, storeValue, yearsMeasured } from "./store.ts";

export const goalHandlers: Handler[] = [
  handle(getGoalTree, async ({ params, ctx, tx }) => ({
    ...(await governing(tx, params.year, ctx.today)),
    goals: await goalsOfYear(tx, params.year, ctx.today, ctx.personId !== undefined),
    deviations: await deviationsOfYear(tx, params.year, ctx.today, ctx.personId !== undefined),
  })),

  handle(listGoalYears, async ({ params, ctx, tx }) =>
    yearsOfGoal(tx, params, ctx.today, ctx.personId !== undefined),
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
    const goals = await goalsOfYear(tx, body.year, ctx.today, true);
    const goal = goals.find((one) => one.id === params.goal && one.body === params.body);
    const indicator = goal?.indicators.find((i) => i.id === params.indicator);
    if (!goal || !indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    await storeValue(tx, {
      municipality_id: ctx.municipality,
      body_id: params.body,
      goal_id: params.goal,
      indicator_id: params.indicator,
      measured_on: params.day,
      goal_year: body.year,
      value: body.value,
      source: body.source,
      registered_by: who.person?.id as string,
    });
    const judges = judgingValue([{ day: params.day, year: body.year }], goal) !== undefined;
    return { status: indicatorStatus(indicator, judges ? body.value : undefined) };
  }),

  handle(removeValue, async ({ params, query, ctx, tx }) => {
    (await whoAsks(tx, ctx)).must("edit:indicator-value", params.body);
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
    if (year === undefined || !(await deleteValue(tx, { ...params, year })))
      refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}/${params.day}` } });
    return { removed: true as const };
  }),
];
