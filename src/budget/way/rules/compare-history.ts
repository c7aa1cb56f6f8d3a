/**
 * In which steps between two versions each difference came about (§2.4, E-8). `chain` is what was saved, oldest first, with
 * the two versions at its ends; `differences` names what differs between two of them. Step 1 is from the first to the second.
 * Gives, for each name, its steps; a name that changed and changed back has both.
 */
export function changedIn<S>(
  chain: readonly S[],
  differences: (before: S, now: S) => readonly string[],
): Map<string, number[]> {
  const steps = new Map<string, number[]>();
  for (let step = 1; step < chain.length; step++)
    for (const name of new Set(differences(chain[step - 1] as S, chain[step] as S)))
      steps.set(name, [...(steps.get(name) ?? []), step]);
  return steps;
}
