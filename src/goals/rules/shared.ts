import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";

/** What is shared over the borders of bodies (model §1.1, P-3): a lead, and contributors that each answer for a part. */
const CITE = "§1.1";

export interface SharedGoal {
  readonly body: string;
  readonly id: string;
  readonly wording: string;
  readonly contributors: readonly string[];
}

interface Part {
  readonly id: string;
  readonly lead: string;
  readonly goal: string;
  readonly wording: string;
  readonly what: string;
  readonly responsible: string;
}

/** The goals of others that name a body as a contributor. */
export const sharedWith = <G extends SharedGoal>(goals: readonly G[], body: string): G[] =>
  goals.filter((goal) => goal.body !== body && goal.contributors.includes(body));

const partOf = (parts: readonly Part[], goal: SharedGoal): Part | undefined =>
  parts.find((part) => part.lead === goal.body && part.goal === goal.id);

/** Each part with its goal's wording as the lead has it now; of one that is shared no more as it was. */
export const withWordings = <P extends Part>(parts: readonly P[], shared: readonly SharedGoal[]): P[] =>
  parts.map((part) => ({
    ...part,
    wording: shared.find((goal) => goal.body === part.lead && goal.id === part.goal)?.wording ?? part.wording,
  }));

/**
 * Of a body's parts: one that is begun says what is done and who answers for it; a goal that names the body and in which it has no part
 * is told of, and so is a part in a goal that is shared no more.
 */
export function partRemarks(
  parts: readonly Part[],
  shared: readonly SharedGoal[],
  people: readonly string[],
): Remark[] {
  const own = parts.flatMap((part, i) => {
    const at = `parts.${i}`;
    const goal = part.wording;
    if (!shared.some((one) => one.body === part.lead && one.id === part.goal))
      return [remark("deviation", "part-not-shared", CITE, { goal }, at)];
    if (parts.findIndex((other) => other.lead === part.lead && other.goal === part.goal) < i)
      return [remark("stops", "part-twice", CITE, { goal }, at)];
    return [
      ...(isBlank(part.what) ? [remark("stops", "part-what-missing", CITE, { goal }, `${at}.what`)] : []),
      ...(isBlank(part.responsible)
        ? [remark("stops", "part-responsible-missing", "§3.2", { goal }, `${at}.responsible`)]
        : people.includes(part.responsible)
          ? []
          : [remark("stops", "no-responsible", "§2.1", { person: part.responsible }, `${at}.responsible`)]),
    ];
  });
  const without = shared
    .filter((goal) => !partOf(parts, goal))
    .map((goal) => remark("deviation", "shared-without-part", CITE, { goal: goal.wording }));
  return [...own, ...without];
}
