import { type AnyMatterKind, matterKind } from "../decisions/matter-kinds.ts";
import { inForce } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { inOffice } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { bodyGoalsRoutes } from "./contract.ts";
import { type JudgedOf, outcomesUnder } from "./facts.ts";
import { BODY_GOALS } from "./kind.ts";
import { bodyGoalsPaper } from "./paper/body-goals.ts";
import { goalSetRemarks } from "./rules/goal-set.ts";
import { goalThings } from "./rules/goal-things.ts";
import { repeatedIdRemarks } from "./rules/ids.ts";
import { bodyGoalsInWords } from "./rules/in-words.ts";
import { missingRemarks } from "./rules/missing.ts";
import { leftOutRemarks } from "./rules/next-year.ts";
import { visionKinds } from "./vision/kinds.ts";
import { governing } from "./vision/store.ts";

export const bodyGoalsKind = matterKind(bodyGoalsRoutes, {
  inWords: ({ goals }, { before, body, year, nameOf }) =>
    bodyGoalsInWords(goals, { before: before?.goals, body: nameOf(body), year }),
  paper: bodyGoalsPaper,
  things: { of: goalThings, refusesReuse: true },
  remarks: async ({ tx, ctx, matter, content }) => [
    ...missingRemarks(content.goals),
    ...repeatedIdRemarks(content.goals),
    ...leftOutRemarks(content.goals, await goalsBefore(tx, matter, ctx.today), matter.year),
    ...goalSetRemarks(content.goals, {
      year: matter.year,
      moreThanThreeReason: content.moreThanThreeReason,
      strategicGoals: (await governing(tx, matter.year, ctx.today)).strategicGoals.map((goal) => goal.id),
      people: await inOffice(tx, ctx.today),
    }),
  ],
});

/** The goals that a body had in force the year before. */
async function goalsBefore(tx: Tx, { body, year }: { body: string; year: number }, asOf: Day) {
  const before = await inForce(tx, { kind: BODY_GOALS.kind, body, year: year - 1 }, asOf);
  return before ? bodyGoalsRoutes.read(before).goals : [];
}

/** What can be decided of §2.1. `judgedOf`: what the follow-up knows of how a year's goals went. */
export const goalKinds = (judgedOf: JudgedOf): readonly AnyMatterKind[] => [
  ...visionKinds(outcomesUnder(judgedOf)),
  bodyGoalsKind,
];
