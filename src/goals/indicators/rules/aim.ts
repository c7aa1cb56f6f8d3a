/**
 * What a measure is to reach, in words: one number, or the two between which it is to lie. `figure`: how a number is written where it is
 * read.
 */
export const aimText = (
  { target, targetTo }: { readonly target: number; readonly targetTo?: number | null | undefined },
  figure: (value: number) => string,
): string => (targetTo == null ? figure(target) : `${figure(target)}–${figure(targetTo)}`);
