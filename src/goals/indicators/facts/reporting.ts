import { mayTend, mustTend, type Tending, tending } from "../../../decisions/course/facts.ts";
import { readsAll } from "../../../decisions/rules/reading.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { INDICATOR_VALUE } from "../../kind.ts";
import { STRATEGIC_GOALS } from "../../vision/kind.ts";
import type { IndicatorView } from "../contract.ts";
import { type GoalPlace, goalAt, kindOfGoals } from "./goal-at.ts";

/** The whole goal where no indicator is named. */
type Place = GoalPlace & { readonly indicator?: string };

interface Asked {
  readonly of: Tending;
  /** What decides the goal. */
  readonly kind: string;
  /** What a mandate to report is about: the council's goals are measured by whoever prepares them. */
  readonly object: string;
  readonly goal: MeasuredGoal | undefined;
  readonly indicator: IndicatorView | undefined;
  /** What is reported, and who has it; undefined where there is no such thing, or nobody by name. */
  readonly one: { readonly person: string; readonly name: string } | undefined;
}

async function asked(tx: Tx, ctx: Context, place: Place): Promise<Asked> {
  const found = await goalAt(tx, place, ctx.today, readsAll);
  const kind = found?.kind ?? (await kindOfGoals(tx, place.body));
  const indicator = found?.goal.indicators.find(({ id }) => id === place.indicator);
  const named =
    place.indicator === undefined
      ? found
      : indicator && { person: indicator.responsible, name: indicator.name };
  return {
    of: await tending(tx, ctx),
    kind,
    object: kind === STRATEGIC_GOALS.kind ? STRATEGIC_GOALS.kind : INDICATOR_VALUE.object,
    goal: found?.goal,
    indicator,
    one: named && named.person !== "" ? named : undefined,
  };
}

/**
 * Whether the one who asks reports an indicator's values, or judges a goal (V-7): who has it, that person's nearest manager, and those of
 * the body's own administration who follow its operations up; of the council's, those who prepare its goals. Of what there is not, the
 * last alone.
 */
export async function mayReport(tx: Tx, ctx: Context, place: Place) {
  const { of, object, one } = await asked(tx, ctx, place);
  return one
    ? mayTend(of, { person: one.person, body: place.body, object })
    : of.who.may(`edit:${object}`, place.body);
}

/** The same, and refuses whoever does not. */
export async function mustReport(tx: Tx, ctx: Context, place: Place) {
  const { of, object, one, goal, indicator, kind } = await asked(tx, ctx, place);
  if (one) mustTend(of, { person: one.person, name: one.name, body: place.body, object });
  else of.who.must(`edit:${object}`, place.body);
  return { who: of.who, by: of.who.person?.id as string, goal, indicator, kind };
}
