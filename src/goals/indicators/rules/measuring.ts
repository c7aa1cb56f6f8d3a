/** Where an indicator's values come from. Those of Kolada are known by the measure's id there. */
export const SOURCE_KINDS = ["typed", "ledger", "staff-figures", "survey", "kolada"] as const;

/** How often a value is due: for each follow-up of the year wheel, or for each period of the calendar year. */
export const FREQUENCIES = ["follow-up", "monthly", "quarterly", "tertial", "half-yearly", "yearly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What a value says something of: people (a share, a mean), how many people, or something else (kronor, kilowatt-hours). */
export const MEASURES = ["people", "number-of-people", "other"] as const;
export type Measures = (typeof MEASURES)[number];

/** What an indicator has where nothing is said of it, as one that was decided before it could be said (model V-7). */
export const INDICATOR_DEFAULTS = {
  definition: "",
  sourceKind: "typed",
  reporter: "",
  speaksOf: "people",
  frequency: "follow-up",
  dueDays: 20,
  path: [],
} as const;

/** Goals as they were stored before indicators had more than source, baseline and target. */
export function liftBodyGoals(content: unknown): unknown {
  const { goals } = content as { readonly goals?: unknown };
  if (!Array.isArray(goals)) return content;
  return { ...(content as object), goals: goals.map(liftGoal) };
}

function liftGoal(goal: { readonly indicators?: unknown }): unknown {
  const { indicators } = goal;
  if (!Array.isArray(indicators)) return goal;
  return { ...goal, indicators: indicators.map((one: object) => ({ ...INDICATOR_DEFAULTS, ...one })) };
}
