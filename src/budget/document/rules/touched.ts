import type { AtAGlance } from "./at-a-glance.ts";

interface Goal {
  readonly body: string;
  readonly year: number;
  /** The number of the decision; null of what is not decided. */
  readonly decision: number | null;
}

/** The bodies that something else than prices gives more or less, the largest change of an allocation first. */
export function bodiesTouched({
  bodies,
  rises,
  cuts,
}: Pick<AtAGlance, "bodies" | "rises" | "cuts">): string[] {
  const own = new Set([...rises, ...cuts].map(({ body }) => body));
  return bodies.map(({ body }) => body).filter((body) => own.has(body));
}

/**
 * The goals that a body has for a year: those that it has decided, else those of the year before, by which it works until then; in the
 * order of the bodies.
 */
export function goalsTouched<G extends Goal>(
  bodies: readonly string[],
  year: number,
  goals: readonly G[],
): G[] {
  const decided = goals.filter(({ decision }) => decision !== null);
  return bodies.flatMap((body) => {
    const of = (asked: number) => decided.filter((one) => one.body === body && one.year === asked);
    const own = of(year);
    return own.length > 0 ? own : of(year - 1);
  });
}
