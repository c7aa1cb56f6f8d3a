import type { Day } from "../../kernel/day.ts";

/** By what somebody is called who is several things: who answers for the most before who takes part (model R-2). */
const WEIGHT: readonly string[] = [
  "municipal-director",
  "administration-director",
  "managing-director",
  "finance-director",
  "chair",
  "first-deputy-chair",
  "second-deputy-chair",
  "department-manager",
  "unit-manager",
  "controller",
  "system-manager",
  "secretary",
  "auditor",
  "board-member",
  "member",
  "substitute",
  "employee",
];

/** What of a post it is weighed by. */
interface Weighed {
  readonly id: string;
  readonly role: string;
  readonly validFrom: Day;
  readonly actingFor?: string | undefined;
}

/** The own before what one does for another, then by the role, then what began first: that which one has been longest. */
const heavier = (a: Weighed, b: Weighed): number =>
  Number(a.actingFor !== undefined) - Number(b.actingFor !== undefined) ||
  WEIGHT.indexOf(a.role) - WEIGHT.indexOf(b.role) ||
  compared(a.validFrom, b.validFrom) ||
  compared(a.id, b.id);
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Posts that are held at the same time, the one that says what the person is first: the one order wherever a person's posts stand. */
export const byWeight = <P extends Weighed>(posts: readonly P[]): P[] => posts.toSorted(heavier);

const lastDay = ({ validTo }: { readonly validTo: Day | null }): string => validTo ?? "9999";

/** What somebody is, or was last: of the posts that last the longest the one that weighs most; undefined for one who has held none. */
export const lastPost = <P extends Weighed & { readonly validTo: Day | null }>(
  posts: readonly P[],
): P | undefined => posts.toSorted((a, b) => compared(lastDay(b), lastDay(a)) || heavier(a, b))[0];
