import type { Step } from "./steps.ts";

/** Every body that steps name. */
export const bodiesIn = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) => {
      switch (step.do) {
        case "new":
        case "move":
          return [step.body, ...(step.parent === null ? [] : [step.parent])];
        case "change":
          return [step.body];
        case "merge":
          return [...step.bodies, step.into];
        case "split":
          return [step.body, ...step.into];
        case "end":
          return [step.body, ...(step.to === null ? [] : [step.to])];
        default:
          return [];
      }
    }),
  );

export const touches = (steps: readonly Step[], body: string): boolean => bodiesIn(steps).has(body);
