import { firstSentence } from "../../decisions/rules/in-words.ts";

interface Goal {
  readonly id: string;
  readonly wording: string;
}

/** A body's goals in one sentence: a new one as it is worded, otherwise how many there are and what the first says. */
export function bodyGoalsInWords(
  goals: readonly Goal[],
  of: { readonly before: readonly Goal[] | undefined; readonly body: string; readonly year: number },
): string | undefined {
  const [first] = goals;
  if (!first) return undefined;
  const { before } = of;
  const fresh = before?.find(({ id }) => id === first.id) ? undefined : first;
  const changed = before
    ? goals.find((goal) => before.find(({ id }) => id === goal.id)?.wording !== goal.wording)
    : fresh;
  const gone = before?.find(({ id }) => !goals.some((goal) => goal.id === id));
  const wording = (goal: Goal) => firstSentence(goal.wording) ?? goal.wording;
  if (before && changed) return `${of.body} ändrar sina mål för ${of.year}: ${wording(changed)}`;
  if (gone) return `${of.body} tar bort ett mål för ${of.year}: ${wording(gone)}`;
  const rest = goals.length - 1;
  const more = rest === 0 ? "" : `, och ${rest === 1 ? "ett mål" : `${rest} mål`} till`;
  return `${of.body} ${of.year}: ${wording(first)}${more}`;
}
