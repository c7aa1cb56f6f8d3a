import { readsOf } from "../decisions/facts/reading.ts";
import { lockMatter } from "../decisions/store/versions.ts";
import { refuse } from "../kernel/problem.ts";
import { nameOfBody, postsOn } from "../organisation/rules/organisation.ts";
import { people, personNames, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Context, type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import {
  getPlan,
  getPlanBegin,
  getPlanChanges,
  getUnitThread,
  listActions,
  listPlans,
  NothingToReport,
  type PlanChange,
  type PlanChanges,
  reportPlanChanges,
} from "./contract.ts";
import { plansOfYear } from "./facts/actions.ts";
import { decidedGoals, planBegin } from "./facts/begin.ts";
import { unreportedOf } from "./facts/changes.ts";
import { planLines, planView, withPlan } from "./facts/plan.ts";
import { unitThread } from "./facts/unit.ts";
import { PLAN_CHANGE } from "./kind.ts";
import type { ChangedField } from "./rules/changes.ts";
import { meetingRemarks } from "./rules/report.ts";
import { reportsOf, storeReport, type ToldChange } from "./store.ts";

/** What one meeting is told of; more is told at the next. */
const MAX_TOLD = 500;

export const planHandlers: Handler[] = [
  handle(listActions, async ({ params, ctx, tx }) =>
    (await plansOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)))
      .flatMap(({ actions }) => [...actions])
      .filter(({ body }) => body !== ""),
  ),
  handle(listPlans, async ({ params, ctx, tx }) => planLines(await asked(tx, ctx), params.year)),
  handle(getPlan, async ({ params, ctx, tx }) => planView(await asked(tx, ctx), params)),
  handle(getUnitThread, async ({ params, ctx, tx }) => unitThread(await asked(tx, ctx), params)),
  handle(getPlanBegin, async ({ params, ctx, tx }) => {
    withPlan(await whoAsks(tx, ctx), params.body);
    return planBegin(tx, params, ctx.today);
  }),
  handle(getPlanChanges, async ({ params, ctx, tx }) => changesView(tx, ctx, params)),
  handle(reportPlanChanges, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(reportPlanChanges, params.body);
    // Chair and secretary may note it at the same time: the second finds nothing left
    await lockMatter(tx, ctx.municipality, `plan-changes ${params.body} ${params.year}`);
    const open = await unreportedOf(tx, params, ctx.today);
    const ids = body.changes ?? open.filter(({ on }) => on <= body.meetingDay).map(({ id }) => id);
    const told = open.filter(({ id }) => ids.includes(id)).slice(0, MAX_TOLD);
    if (told.length === 0 || told.length < new Set(body.changes).size)
      refuse(NothingToReport, { params: { year: params.year } });
    const remarks = meetingRemarks(body.meetingDay, told, ctx.today);
    if (remarks.length > 0) refuse(BadInput, { remarks });
    await storeReport(tx, ctx.municipality, params, {
      id: crypto.randomUUID(),
      meetingDay: body.meetingDay,
      notedBy: who.person?.id as string,
      notedOn: ctx.today,
      changes: told,
    });
    return changesView(tx, ctx, params);
  }),
];

const asked = async (tx: Tx, ctx: Context) => ({
  tx,
  who: await whoAsks(tx, ctx),
  today: ctx.today,
  reads: await readsOf(tx, ctx),
});

async function changesView(
  tx: Tx,
  ctx: Context,
  of: { readonly body: string; readonly year: number },
): Promise<PlanChanges> {
  const who = await whoAsks(tx, ctx);
  const nameOf = await personNames(tx);
  const all = await people(tx);
  const bodyName = (id: string) => nameOfBody(who.bodies, id);
  const goals = await decidedGoals(tx, of, ctx.today);
  const says: Partial<Record<ChangedField, (text: string) => string>> = {
    responsible: nameOf,
    unit: bodyName,
    goal: (text) => goals.find(({ id }) => id === text)?.wording ?? text,
  };
  const shown = (change: ToldChange): PlanChange => ({
    id: change.id,
    sort: change.sort,
    body: change.body,
    thing: `${change.source}/${change.action}`,
    name: change.name,
    fields: change.fields.map(({ field, before, now }) => {
      const say = says[field] ?? ((text: string) => text);
      return { field, before: before && say(before), now: now && say(now) };
    }),
    reason: change.reason,
    on: change.on,
    by: change.by === "" ? "" : nameOf(change.by),
  });
  return {
    body: of.body,
    name: bodyName(of.body),
    year: of.year,
    unreported: (await unreportedOf(tx, of, ctx.today)).map(shown),
    reports: (await reportsOf(tx, of, ctx.today)).map(({ id, meetingDay, notedBy, notedOn, changes }) => ({
      id,
      meetingDay,
      notedBy: nameOf(notedBy),
      notedOn,
      told: all
        .filter((person) => postsOn(person, meetingDay).some((post) => post.body === of.body))
        .map(({ name }) => name),
      changes: changes.map(shown),
    })),
    may: who.may(`edit:${PLAN_CHANGE.object}`, of.body),
  };
}
