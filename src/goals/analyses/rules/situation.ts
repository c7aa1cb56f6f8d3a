import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

interface Need {
  readonly id: string;
  readonly text: string;
}

interface Taken {
  readonly lesson: string;
  readonly text: string;
  readonly use: string;
}

interface PickedAt {
  readonly id: string;
  readonly name: string;
}

/** What a situation analysis lacks before it can be decided (model §2.4, A-2; §1.1, P-1). */
export function situationRemarks(analysis: {
  readonly effectForResidents: string;
  readonly economicNeeds: readonly Need[];
  readonly lessons: readonly Taken[];
}): Remark[] {
  const { effectForResidents, economicNeeds, lessons } = analysis;
  return [
    ...(isBlank(effectForResidents)
      ? [remark("info", "analysis-effect-missing", "§1.1", {}, "effectForResidents")]
      : []),
    ...economicNeeds.flatMap(({ id, text }, i) => [
      ...(isBlank(text) ? [remark("stops", "need-without-text", "§2.4", {}, `economicNeeds.${i}.text`)] : []),
      ...(economicNeeds.findIndex((other) => other.id === id) < i
        ? [remark("stops", "need-twice", "§2.4", { text }, `economicNeeds.${i}.text`)]
        : []),
    ]),
    ...lessons.flatMap(({ text, use }, i) =>
      isBlank(use) ? [remark("stops", "lesson-without-use", "§2.6", { text }, `lessons.${i}.use`)] : [],
    ),
  ];
}

/** A lesson waits until it is taken in or answered: what an analysis leaves is said where it is decided (N-3). */
export function lessonsLeftRemarks(
  waiting: readonly { readonly lesson: string; readonly answered: boolean }[],
  taken: readonly { readonly lesson: string }[],
): Remark[] {
  const left = waiting.filter(
    ({ lesson, answered }) => !answered && !taken.some((one) => one.lesson === lesson),
  ).length;
  return left > 0 ? [remark("deviation", "lessons-left", "§2.6", { count: left }, "lessons")] : [];
}

/** What is picked must be in the register, or among the trends: what it is called there is its name (D-2, §3.3). */
export function pickedNames<P extends PickedAt>(
  picked: readonly P[],
  register: ReadonlyMap<string, string>,
): P[] {
  return picked.map((one) => ({ ...one, name: register.get(one.id) ?? one.name }));
}

export const pickedRemarks = (
  list: "documents" | "laws" | "trends",
  picked: readonly PickedAt[],
  register: ReadonlyMap<string, string>,
): Remark[] =>
  picked.flatMap(({ id }, i) =>
    register.has(id) ? [] : [remark("stops", "picked-unknown", "§2.4", { id }, `${list}.${i}.text`)],
  );

/**
 * What a body begins its next analysis from: the texts, facts and needs of the year before, the same ones by their ids. What was
 * asked for once, and the lessons that were taken in, are done with.
 */
export function nextYearSituation<
  A extends {
    readonly lessons: readonly unknown[];
    readonly trends: readonly unknown[];
    readonly economicNeeds: readonly { readonly oneOff: boolean }[];
  },
>(before: A): A {
  return {
    ...before,
    lessons: [],
    trends: [],
    economicNeeds: before.economicNeeds.filter(({ oneOff }) => !oneOff),
  };
}
