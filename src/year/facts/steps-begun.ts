import { type Day, yearOf } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { stepDates } from "../rules/dates.ts";
import type { StepOccasion, WheelStep } from "../rules/step.ts";
import { wheelsInForce } from "../store.ts";

/** The steps of this calendar year and the last that have begun, among those that are asked for: what waits for dates. */
export async function stepsBegun(
  tx: Tx,
  today: Day,
  asked: (step: WheelStep) => boolean,
): Promise<StepOccasion[]> {
  const begun: StepOccasion[] = [];
  const wheelOf = await wheelsInForce(tx, today);
  for (const year of [yearOf(today) - 1, yearOf(today)])
    for (const step of wheelOf(year).steps.filter(asked)) {
      const dates = stepDates(step, year);
      if (dates.from <= today) begun.push({ step, ...dates });
    }
  return begun;
}
