import type { Day } from "../../kernel/day.ts";

interface Standing {
  readonly state: string;
  readonly late: boolean;
}
export interface Tally {
  readonly actions: number;
  readonly underWay: number;
  readonly done: number;
  readonly stopped: number;
  readonly late: number;
}

/** Its day has passed, and it is neither done nor stopped (V-8). */
export const isLate = (of: { readonly due: string; readonly state: string }, today: Day): boolean =>
  of.due < today && of.state !== "done" && of.state !== "cancelled";

/** How far the actions of a plan have come, counted. */
export function tallyOf(actions: readonly Standing[]): Tally {
  const count = (is: (one: Standing) => boolean) => actions.filter(is).length;
  return {
    actions: actions.length,
    underWay: count(({ state }) => state === "under-way"),
    done: count(({ state }) => state === "done"),
    stopped: count(({ state }) => state === "cancelled"),
    late: count(({ late }) => late),
  };
}
