import type { Kinds } from "../../../decisions/matter-kinds.ts";
import { matterId } from "../../../decisions/rules/kind.ts";
import { readsDecided } from "../../../decisions/rules/reading.ts";
import { thingOf } from "../../../decisions/store/carried-on.ts";
import { decisionsUntil } from "../../../decisions/store/chain.ts";
import { addDays, type Day, dayOf, yearOf } from "../../../kernel/day.ts";
import type { Waiting } from "../../../platform/chapter.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { stepsBegun } from "../../../year/facts/steps-begun.ts";
import type { StepOccasion } from "../../../year/rules/step.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { goalsOfYear, strategicGoalsOfYear } from "../../facts.ts";
import { goalPage, INDICATOR_VALUE } from "../../kind.ts";
import { STRATEGIC_GOALS } from "../../vision/kind.ts";
import { writesForCouncil } from "../../vision/waiting.ts";
import type { IndicatorView } from "../contract.ts";
import { periodDue } from "../rules/periods.ts";
import { valuesDue } from "../rules/values-due.ts";

const CITE = "§2.1";

/** The values that wait for the one who asks (V-7): for a follow-up that has begun, or for a period that has ended. */
export async function valuesWaiting(tx: Tx, ctx: Context, kinds: Kinds): Promise<Waiting[]> {
  const begun = await stepsBegun(tx, ctx.today, (step) => asksForValues(kinds, step.kind));
  const now = yearOf(ctx.today);
  // The last period of a year ends with it, and is reported in the next
  const years = new Set([...begun.map(({ subjectYear }) => subjectYear), now - 1, now]);
  // Nobody is named for those of the council's that have no reporter: they wait for whoever prepares its goals
  const council = await writesForCouncil(tx, ctx);
  const prepares = council?.who.may(`edit:${STRATEGIC_GOALS.kind}`, council.council.id).allowed ?? false;
  const lines = new Map<string, Waiting>();
  for (const year of [...years].sort((a, b) => a - b)) {
    const occasions = begun.filter((one) => one.subjectYear === year);
    // The same indicator of the council's waits once, for the earliest year that lacks a value
    for (const one of await valuesOf(tx, ctx, { year, begun: occasions, prepares }))
      if (!lines.has(one.thing)) lines.set(one.thing, one);
  }
  return [...lines.values()];
}

const asksForValues = (kinds: Kinds, kind: string | null): boolean =>
  kind !== null && (kinds.find(kind)?.routes.kind.restsOn?.includes(INDICATOR_VALUE.object) ?? false);

type Due = Pick<Waiting, "from" | "due" | "step">;

async function valuesOf(
  tx: Tx,
  ctx: Context,
  {
    year,
    begun,
    prepares,
  }: { readonly year: number; readonly begun: readonly StepOccasion[]; readonly prepares: boolean },
): Promise<Waiting[]> {
  const occasions = begun
    .map(({ step, from, due }) => ({ step: step.id, kind: step.kind, from, due }))
    .sort((a, b) => a.from.localeCompare(b.from));
  const goals: MeasuredGoal[] = [
    ...(await strategicGoalsOfYear(tx, year, ctx.today)),
    ...(await goalsOfYear(tx, year, ctx.today, readsDecided)),
  ];
  const mine = goals.flatMap((goal) =>
    goal.indicators
      .filter(({ responsible }) => (responsible === "" ? prepares : responsible === ctx.personId))
      .map((one) => ({ goal, one })),
  );
  if (mine.length === 0) return [];
  const decided = new Set((await decisionsUntil(tx, { year }, ctx.today)).map(({ matterId: id }) => id));
  // What has been reported waits for no value
  const reported = (goal: MeasuredGoal, kind: string | null | undefined) =>
    decided.has(matterId(kind ?? "", goal.body, year));
  return mine.flatMap(({ goal, one }) => {
    const values = one.values.filter((value) => value.year === year);
    const due = one.frequency === "follow-up" ? ofFollowUp(goal, values) : ofPeriod(goal, one, values);
    return due ? [line(goal, one, year, due, ctx.today)] : [];
  });

  function ofFollowUp(goal: MeasuredGoal, values: IndicatorView["values"]): Due | undefined {
    const occasion = valuesDue(
      // What was measured of the years before says nothing of this one
      values.map(({ day }) => day as Day),
      occasions,
      dayOf(year, 1, 1),
    );
    return occasion && !reported(goal, occasion.kind) ? occasion : undefined;
  }

  function ofPeriod(
    goal: MeasuredGoal,
    one: IndicatorView,
    values: IndicatorView["values"],
  ): Due | undefined {
    if (year < yearOf(ctx.today) && reported(goal, occasions.at(-1)?.kind)) return undefined;
    const measured = values.map(({ day, to }) => ({ day: day as Day, to: to as Day | null }));
    const due = periodDue(one, year, measured, ctx.today);
    return due && { from: addDays(due.to, 1), due: due.due };
  }
}

const line = (
  goal: MeasuredGoal,
  indicator: IndicatorView,
  year: number,
  { from, due, step }: Due,
  today: Day,
): Waiting => ({
  thing: thingOf(goal.matter, goal.id, indicator.id),
  todo: "measure",
  name: indicator.name,
  language: "sv",
  cite: CITE,
  body: goal.body,
  year,
  from,
  due,
  late: due < today,
  href: goalPage(goal.body, goal.id, year),
  step,
});
