import { FOLLOW_UP_STEPS } from "./model-follow-up.ts";
import { PLANNING_STEPS } from "./model-planning.ts";
import type { WheelStep } from "./step.ts";

/**
 * The model's own wheel (§2.3–2.5): what a municipality follows until it has decided one of its own. Data in Swedish, as a
 * decided wheel is. Companies take the steps that the model gives to boards; shared committees follow their host's.
 */
export const MODEL_WHEEL: readonly WheelStep[] = [...PLANNING_STEPS, ...FOLLOW_UP_STEPS];
