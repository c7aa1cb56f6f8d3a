import { inRunningText, listed } from "../../../decisions/rules/in-words.ts";

/** The vision in one sentence. */
export const visionInWords = ({
  name,
  validTo,
}: {
  readonly name: string;
  readonly validTo: string;
}): string => `Visionen till och med ${validTo.slice(0, 4)} är ”${name}”`;

/** The council's goals in one sentence. */
export const strategicGoalsInWords = (goals: readonly { readonly name: string }[], year: number): string =>
  `Målen för hela kommunen från ${year} är ${listed(goals.map(({ name }) => inRunningText(name)))}`;
