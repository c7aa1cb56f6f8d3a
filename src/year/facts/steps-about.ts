import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { MAX_YEAR_OFFSET, MIN_YEAR_OFFSET, stepDates } from "../rules/dates.ts";
import type { StepOccasion, WheelStep } from "../rules/step.ts";
import { wheelsInForce } from "../store.ts";

/**
 * The steps that are about a year, whichever calendar year they are taken in, each by the wheel in force then: what the
 * chapters read their days from. Empty where no wheel has such a step: then there are no days, and that is what is told.
 */
export async function stepsAbout(
  tx: Tx,
  subjectYear: number,
  asOf: Day,
  asked: (step: WheelStep) => boolean,
): Promise<StepOccasion[]> {
  const wheelOf = await wheelsInForce(tx, asOf);
  const found: StepOccasion[] = [];
  for (let offset = MAX_YEAR_OFFSET; offset >= MIN_YEAR_OFFSET; offset--) {
    const year = subjectYear - offset;
    for (const step of wheelOf(year).steps)
      if (step.yearOffset === offset && asked(step)) found.push({ step, ...stepDates(step, year) });
  }
  return found;
}
