import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Held, StepOccasion } from "../rules/step.ts";
import { stepsAbout } from "./steps-about.ts";

/** The days of what is held about a year, by the wheel in force, in the order of their last days; none where it has no such step. */
export const heldAbout = async (
  tx: Tx,
  held: Held,
  subjectYear: number,
  asOf: Day,
): Promise<StepOccasion[]> =>
  (await stepsAbout(tx, subjectYear, asOf, ({ kind, occasion }) => kind === null && occasion === held)).sort(
    (a, b) => a.due.localeCompare(b.due),
  );
