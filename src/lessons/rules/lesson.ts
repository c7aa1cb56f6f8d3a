import { type Body, carriesOut, upFrom } from "../../organisation/rules/organisation.ts";

/** The model's three principles, which every analysis looks through (model §2.6, N-2). */
export const PRINCIPLES = ["residents", "employees", "whole"] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** What became of a lesson (N-3): new, answered, or carried into a situation analysis. */
export const FATES = ["new", "answered", "carried"] as const;
export type Fate = (typeof FATES)[number];

const SORT = "lesson:";
/** A lesson as a thing among others, where a matter takes it up. */
export const lessonThing = (id: string): string => `${SORT}${id}`;
/** The lesson that a thing is; undefined for what is none. */
export const lessonOfThing = (thing: string): string | undefined =>
  thing.startsWith(SORT) ? thing.slice(SORT.length) : undefined;

/** A situation analysis in one version: which lessons it took up, and what it does with each. */
export interface AnalysisFacts {
  readonly matter: string;
  readonly version: number;
  /** Null while it is a draft. */
  readonly decision: number | null;
  readonly lessons: readonly { readonly lesson: string; readonly use: string }[];
}

export interface Carried {
  readonly matter: string;
  readonly version: number;
  readonly decision: number | null;
  readonly use: string;
}

/** Where a lesson was taken up: a decided analysis before a draft, the earliest decision first (N-3). */
export function carriedInto(lesson: string, analyses: readonly AnalysisFacts[]): Carried | null {
  const found = analyses.flatMap(({ matter, version, decision, lessons }) =>
    lessons.filter((entry) => entry.lesson === lesson).map(({ use }) => ({ matter, version, decision, use })),
  );
  const order = ({ decision }: Carried) => decision ?? Number.POSITIVE_INFINITY;
  return found.sort((a, b) => order(a) - order(b) || a.version - b.version)[0] ?? null;
}

/** What became of a lesson: taken up weighs more than answered. */
export function fateOf(facts: { readonly answered: boolean; readonly carried: Carried | null }): Fate {
  if (facts.carried) return "carried";
  return facts.answered ? "answered" : "new";
}

/** The committee or board that a body's lessons concern: itself, or for an administration or unit the one that it serves. */
export function concernedBody(bodies: readonly Body[], body: string): string {
  const served = upFrom(bodies, body).find((one) => !carriesOut(one) && !one.continuedBy);
  return served?.id ?? body;
}
