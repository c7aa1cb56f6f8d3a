/** What one asks of a proposal is a question, and no speech. */
export const QUESTION_LENGTH = { min: 10, max: 1000 } as const;
export const MAX_ANSWER = 4000;
/** More on one proposal than these nobody reads before the meeting. */
export const MAX_QUESTIONS = 50;
/** So many of them can be one person's. */
export const MAX_OWN = 10;

/** How long there is to answer, where the decision does not come before that. */
export const DAYS_TO_ANSWER = 7;

interface Asked {
  readonly version: number;
  readonly askedBy: string;
}

/** What stands in the way of one question more on a proposal; undefined where nothing does. */
export function fullOf(
  questions: readonly Asked[],
  { version, askedBy }: Asked,
): { readonly whose: "all" | "own"; readonly max: number } | undefined {
  const of = questions.filter((one) => one.version === version);
  if (of.length >= MAX_QUESTIONS) return { whose: "all", max: MAX_QUESTIONS };
  return of.filter((one) => one.askedBy === askedBy).length >= MAX_OWN
    ? { whose: "own", max: MAX_OWN }
    : undefined;
}
