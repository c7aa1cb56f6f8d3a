/**
 * Whether a unit's forecast asks for an action plan (U-8): it does not hold, and no plan is laid forward or decided for a deviation as
 * large. `plan`: the newest of the year.
 */
export const planWanted = (
  deviationTkr: number,
  plan: { readonly state: string; readonly deviationTkr?: number | undefined } | undefined,
): boolean =>
  deviationTkr < 0 && (!plan || plan.state === "draft" || deviationTkr < (plan.deviationTkr ?? 0));
