import type { Kinds } from "../decisions/matter-kinds.ts";
import { yearOf } from "../kernel/day.ts";
import { allBodies } from "../organisation/store.ts";
import type { Chapter } from "../platform/chapter.ts";
import { type DecidedBy, laidWaiting } from "./facts/laid.ts";
import { stepsWaiting } from "./facts/mine.ts";
import { stepsAbout } from "./facts/steps-about.ts";
import type { WheelStep } from "./rules/step.ts";
import { wheelInForce } from "./store.ts";

const decidedBy: DecidedBy = async (tx, { kind, body, year }, { since, asOf }) => {
  const sort = (await allBodies(tx)).find(({ id }) => id === body)?.kind;
  const asked = (step: WheelStep) =>
    step.kind === kind && step.reaches === "decided" && sort !== undefined && step.bodies.includes(sort);
  const steps = await stepsAbout(tx, year, asOf, asked);
  // A matter that is decided more than once for its year: the step that came next when it was laid forward
  return steps
    .map(({ due }) => due)
    .sort()
    .find((due) => due >= since);
};

/** §2.4: the steps of the wheel wait for those whose turn it is, and what has been laid before an organ for those who register it. */
export const yearChapter = (kinds: Kinds): Chapter => ({
  chapter: "year",
  decidedBy,
  async setup(tx, { today }) {
    const { steps, wheel } = await wheelInForce(tx, yearOf(today), today);
    return [{ step: "wheel", count: steps.length, enough: wheel !== null }];
  },
  waiting: async (tx, ctx) => [
    ...(await stepsWaiting(tx, ctx, kinds)),
    ...(await laidWaiting(tx, ctx, { kinds, decidedBy })),
  ],
});
