import { yearOf } from "../../../kernel/day.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";
import type { Assignment, AssignmentState } from "./assignment.ts";

/** Which assignments are asked for. */
export interface AskedFor {
  readonly giver?: string | undefined;
  readonly to?: string | undefined;
  /** Given by the body, or to it or those who work under it. */
  readonly body?: string | undefined;
  readonly state?: AssignmentState | undefined;
  readonly late?: boolean | undefined;
  /** In which they were given. */
  readonly year?: number | undefined;
  readonly decision?: number | undefined;
}

type Known = Pick<Assignment, "giver" | "to" | "state" | "late" | "givenOn" | "decision">;

/** Whether an assignment is among those that are asked for: on the page and at the server by the same rule. */
export function isAskedFor(one: Known, of: AskedFor, bodies: readonly Body[]): boolean {
  return (
    (of.giver === undefined || one.giver === of.giver) &&
    (of.to === undefined || one.to === of.to) &&
    (of.body === undefined || one.giver === of.body || isUnder(bodies, one.to, of.body)) &&
    (of.state === undefined || one.state === of.state) &&
    (of.late === undefined || one.late === of.late) &&
    (of.year === undefined || yearOf(one.givenOn) === of.year) &&
    (of.decision === undefined || one.decision === of.decision)
  );
}

/** Those that are late first, then those that are still somebody's, the nearest day first; what is closed last, the latest first. */
export const inOrder = <One extends Pick<Known, "state" | "late"> & { readonly due: string }>(
  all: readonly One[],
): One[] => {
  const rank = ({ state, late }: One) => (late ? 0 : state === "closed" ? 2 : 1);
  return all.toSorted((a, b) => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0) return byRank;
    return a.state === "closed" ? b.due.localeCompare(a.due) : a.due.localeCompare(b.due);
  });
};

/** Whether what is given to a body is another's too: it is the same, or works under it. */
export const isUnder = (bodies: readonly Body[], to: string, body: string): boolean =>
  upFrom(bodies, to).some(({ id }) => id === body);
