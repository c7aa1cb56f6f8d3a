import { type AnyMatterKind, type MatterWork, matterKind } from "../decisions/matter-kinds.ts";
import { readsDecided } from "../decisions/rules/reading.ts";
import { inOffice } from "../organisation/store.ts";
import { type BodyGoals, bodyGoalsRoutes } from "./contract.ts";
import { type JudgedOf, outcomesUnder } from "./facts.ts";
import {
  analysisGround,
  assignmentDocuments,
  endedBefore,
  goalsDecided,
  readsShared,
  sharedGoals,
} from "./grounds/facts.ts";
import { bodyGoalsPaper } from "./paper/body-goals.ts";
import { changedRemarks } from "./rules/changed.ts";
import { endedGoals, endedRemarks } from "./rules/ended.ts";
import { goalSetRemarks } from "./rules/goal-set.ts";
import { goalThings } from "./rules/goal-things.ts";
import { repeatedIdRemarks } from "./rules/ids.ts";
import { bodyGoalsInWords } from "./rules/in-words.ts";
import { missingRemarks } from "./rules/missing.ts";
import { leftOutRemarks } from "./rules/next-year.ts";
import { factGoneRemarks } from "./rules/rests-on.ts";
import { partRemarks, withWordings } from "./rules/shared.ts";
import { visionKinds } from "./vision/kinds.ts";
import { governing } from "./vision/store.ts";

export const bodyGoalsKind = matterKind(bodyGoalsRoutes, {
  inWords: ({ goals }, { before, body, year, nameOf }) =>
    bodyGoalsInWords(goals, { before: before?.goals, body: nameOf(body), year }),
  paper: bodyGoalsPaper,
  things: { of: goalThings, refusesReuse: true },
  complete: withFetched,
  remarks: async ({ tx, ctx, matter, content }) => {
    const people = await inOffice(tx, ctx.today);
    const decided = (year: number) => goalsDecided(tx, { body: matter.body, year }, ctx.today);
    const now = await decided(matter.year);
    const before = await decided(matter.year - 1);
    const ended = endedGoals(before, await decided(matter.year - 2), matter.year - 1);
    const { goals, parts, evaluations } = content;
    const rests = goals.some(({ basis }) => basis.facts.length > 0);
    const analysis = rests ? await analysisGround(tx, ctx, matter, readsDecided) : null;
    return [
      ...missingRemarks(goals),
      ...factGoneRemarks(goals, new Set(analysis?.facts.map(({ id }) => id))),
      ...repeatedIdRemarks(goals),
      ...leftOutRemarks(goals, before, matter.year),
      ...changedRemarks(goals, now.length > 0 ? now : before, matter.year),
      ...goalSetRemarks(goals, {
        year: matter.year,
        moreThanThreeReason: content.moreThanThreeReason,
        strategicGoals: (await governing(tx, matter.year, ctx.today)).strategicGoals.map((goal) => goal.id),
        people,
      }),
      // By what is decided alone: another's draft that is saved asks nobody to read this anew
      ...partRemarks(parts, await sharedGoals(tx, ctx, matter, readsDecided), people),
      ...endedRemarks(ended, evaluations),
    ];
  },
});

/** What each goal rests on, what others call what is shared, and how what has ended was measured: fetched, never typed. */
async function withFetched({ tx, ctx, matter, content }: MatterWork<BodyGoals>): Promise<BodyGoals> {
  const { goals, parts, evaluations } = content;
  const analysis = goals.some(({ basis }) => basis.facts.length > 0)
    ? await analysisGround(tx, ctx, matter, readsDecided)
    : null;
  const facts = new Map(analysis?.facts.map(({ id, text }) => [id, text]));
  const titles = goals.some(({ basis }) => basis.document)
    ? new Map((await assignmentDocuments(tx, ctx, matter.body)).map(({ id, title }) => [id, title]))
    : new Map<string, string>();
  const ended = evaluations.length > 0 ? await endedBefore(tx, ctx, matter) : [];
  return {
    ...content,
    goals: goals.map((goal) => ({
      ...goal,
      basis: {
        ...goal.basis,
        facts: goal.basis.facts.map(({ fact, text }) => ({ fact, text: facts.get(fact) ?? text })),
        document: goal.basis.document && {
          id: goal.basis.document.id,
          title: titles.get(goal.basis.document.id) ?? goal.basis.document.title,
        },
      },
    })),
    parts: parts.length > 0 ? withWordings(parts, await sharedGoals(tx, ctx, matter, readsShared)) : [],
    evaluations: evaluations.map((row) => ({ ...row, ...ended.find(({ goal }) => goal === row.goal) })),
  };
}

/** What can be decided of §2.1. `judgedOf`: what the follow-up knows of how a year's goals went. */
export const goalKinds = (judgedOf: JudgedOf): readonly AnyMatterKind[] => [
  ...visionKinds(outcomesUnder(judgedOf)),
  bodyGoalsKind,
];
