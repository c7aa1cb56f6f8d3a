/**
 * The year that is looked at when nobody has chosen one: the latest for which committees have decided goals and that has
 * begun, or else the present one.
 */
export function yearAtHand(yearsWithGoals: readonly number[], today: string): number {
  const present = Number(today.slice(0, 4));
  const begun = yearsWithGoals.filter((year) => year <= present);
  return begun.length > 0 ? Math.max(...begun) : present;
}

/** The years that can be chosen: all that something is decided for, and those around the present one; newest first. */
export function yearsToChoose(decidedYears: readonly number[], chosen: number, today: string): number[] {
  const present = Number(today.slice(0, 4));
  return [...new Set([...decidedYears, chosen, present - 1, present, present + 1])].sort((a, b) => b - a);
}
