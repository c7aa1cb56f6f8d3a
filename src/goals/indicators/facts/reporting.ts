import { mayTend, mustTend, type Tending, tending } from "../../../decisions/course/facts.ts";
import { readsAll } from "../../../decisions/rules/reading.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import type { GoalView } from "../../contract.ts";
import { goalsOfYear } from "../../facts.ts";
import { INDICATOR_VALUE } from "../../kind.ts";
import type { IndicatorView } from "../contract.ts";

interface GoalPlace {
  readonly body: string;
  readonly goal: string;
  readonly year: number;
}
/** The whole goal where no indicator is named. */
type Place = GoalPlace & { readonly indicator?: string };

interface Asked {
  readonly of: Tending;
  readonly goal: GoalView | undefined;
  readonly indicator: IndicatorView | undefined;
}

async function asked(tx: Tx, ctx: Context, { body, goal: id, indicator, year }: Place): Promise<Asked> {
  const goal = (await goalsOfYear(tx, year, ctx.today, readsAll)).find(
    (one) => one.id === id && one.body === body,
  );
  return {
    of: await tending(tx, ctx),
    goal,
    indicator: goal?.indicators.find((one) => one.id === indicator),
  };
}

/** What is reported: the indicator where one is named, else the goal. */
const reported = ({ goal, indicator }: Asked, place: Place) =>
  place.indicator === undefined
    ? goal && { person: goal.responsible, name: goal.wording }
    : indicator && { person: indicator.responsible, name: indicator.name };

/**
 * Whether the one who asks reports an indicator's values, or judges a goal (V-7): who has it, that person's nearest manager, and those of
 * the body's own administration who follow its operations up. Of what there is not, the last alone.
 */
export async function mayReport(tx: Tx, ctx: Context, place: Place) {
  const found = await asked(tx, ctx, place);
  const one = reported(found, place);
  const object = INDICATOR_VALUE.object;
  const { of } = found;
  return one
    ? mayTend(of, { person: one.person, body: place.body, object })
    : of.who.may(`edit:${object}`, place.body);
}

/** The same, and refuses whoever does not. */
export async function mustReport(tx: Tx, ctx: Context, place: Place) {
  const found = await asked(tx, ctx, place);
  const { of, goal, indicator } = found;
  const one = reported(found, place);
  const object = INDICATOR_VALUE.object;
  if (one) mustTend(of, { ...one, body: place.body, object });
  else of.who.must(`edit:${object}`, place.body);
  return { who: of.who, by: of.who.person?.id as string, goal, indicator };
}
