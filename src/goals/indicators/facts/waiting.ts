import type { Kinds } from "../../../decisions/matter-kinds.ts";
import { matterId } from "../../../decisions/rules/kind.ts";
import { readsDecided } from "../../../decisions/rules/reading.ts";
import { decisionsUntil } from "../../../decisions/store/chain.ts";
import { addDays, type Day, dayOf, yearOf } from "../../../kernel/day.ts";
import type { Waiting } from "../../../platform/chapter.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { stepsBegun } from "../../../year/facts/steps-begun.ts";
import type { StepOccasion } from "../../../year/rules/step.ts";
import type { GoalView } from "../../contract.ts";
import { goalsOfYear } from "../../facts.ts";
import { BODY_GOALS, goalPage, INDICATOR_VALUE } from "../../kind.ts";
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
  const lines: Waiting[] = [];
  for (const year of [...years].sort((a, b) => a - b))
    lines.push(
      ...(await valuesOf(
        tx,
        ctx,
        year,
        begun.filter((one) => one.subjectYear === year),
      )),
    );
  return lines;
}

const asksForValues = (kinds: Kinds, kind: string | null): boolean =>
  kind !== null && (kinds.find(kind)?.routes.kind.restsOn?.includes(INDICATOR_VALUE.object) ?? false);

type Due = Pick<Waiting, "from" | "due" | "step">;

async function valuesOf(
  tx: Tx,
  ctx: Context,
  year: number,
  begun: readonly StepOccasion[],
): Promise<Waiting[]> {
  const occasions = begun
    .map(({ step, from, due }) => ({ step: step.id, kind: step.kind, from, due }))
    .sort((a, b) => a.from.localeCompare(b.from));
  const goals = await goalsOfYear(tx, year, ctx.today, readsDecided);
  const mine = goals.flatMap((goal) =>
    goal.indicators.filter(({ responsible }) => responsible === ctx.personId).map((one) => ({ goal, one })),
  );
  if (mine.length === 0) return [];
  const decided = new Set((await decisionsUntil(tx, { year }, ctx.today)).map(({ matterId: id }) => id));
  // What has been reported waits for no value
  const reported = (goal: GoalView, kind: string | null | undefined) =>
    decided.has(matterId(kind ?? "", goal.body, year));
  return mine.flatMap(({ goal, one }) => {
    const values = one.values.filter((value) => value.year === year);
    const due = one.frequency === "follow-up" ? ofFollowUp(goal, values) : ofPeriod(goal, one, values);
    return due ? [line(goal, one, year, due, ctx.today)] : [];
  });

  function ofFollowUp(goal: GoalView, values: IndicatorView["values"]): Due | undefined {
    const occasion = valuesDue(
      // What was measured of the years before says nothing of this one
      values.map(({ day }) => day as Day),
      occasions,
      dayOf(year, 1, 1),
    );
    return occasion && !reported(goal, occasion.kind) ? occasion : undefined;
  }

  function ofPeriod(goal: GoalView, one: IndicatorView, values: IndicatorView["values"]): Due | undefined {
    if (year < yearOf(ctx.today) && reported(goal, occasions.at(-1)?.kind)) return undefined;
    const measured = values.map(({ day, to }) => ({ day: day as Day, to: to as Day | null }));
    const due = periodDue(one, year, measured, ctx.today);
    return due && { from: addDays(due.to, 1), due: due.due };
  }
}

const line = (
  goal: GoalView,
  indicator: IndicatorView,
  year: number,
  { from, due, step }: Due,
  today: Day,
): Waiting => ({
  thing: `${BODY_GOALS.kind}:${goal.body}:${year}/${goal.id}/${indicator.id}`,
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
