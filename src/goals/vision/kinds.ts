import { type AnyMatterKind, matterKind } from "../../decisions/matter-kinds.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Outcome, strategicGoalsRoutes, visionRoutes } from "./contract.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";
import { strategicGoalsPaper, visionPaper } from "./paper/governing.ts";
import { strategicGoalsInWords, visionInWords } from "./rules/in-words.ts";
import { evaluationRows, strategicGoalsBlanks, strategicGoalsRemarks } from "./rules/strategic-goals.ts";
import { reviewRows, visionBlanks, visionRemarks } from "./rules/vision.ts";
import { decidedBefore, visionParts } from "./store.ts";

/** How the body goals under each strategic goal went, year by year: what the chapter above knows. */
export type OutcomesOf = (
  tx: Tx,
  years: { readonly from: number; readonly to: number },
  asOf: Day,
) => Promise<ReadonlyMap<string, Outcome[]>>;

export const visionKind = matterKind(visionRoutes, {
  inWords: (content) => visionInWords(content),
  paper: visionPaper,
  blanks: visionBlanks,
  facts: ({ content }) => ({ validTo: content.validTo }),
  async complete({ tx, ctx, matter, content }) {
    if (content.review === null) return content;
    const version = await decidedBefore(tx, VISION.kind, matter.year, ctx.today);
    if (!version?.decision) return { ...content, review: null };
    const before = visionRoutes.read(version);
    const { name, text, validTo } = before;
    return {
      ...content,
      review: {
        ...content.review,
        before: { year: version.matter.year, decision: version.decision.number, name, text, validTo },
        rows: reviewRows(before, content.review.rows),
      },
    };
  },
  async remarks({ tx, ctx, matter, content }) {
    const before = await decidedBefore(tx, VISION.kind, matter.year, ctx.today);
    return visionRemarks(content, { year: matter.year, before: before?.matter.year });
  },
});

export const strategicGoalsKind = (outcomesOf: OutcomesOf) =>
  matterKind(strategicGoalsRoutes, {
    inWords: ({ goals }, { year }) => strategicGoalsInWords(goals, year),
    paper: strategicGoalsPaper,
    blanks: ({ goals }) => strategicGoalsBlanks(goals),
    things: {
      of: ({ goals }) =>
        goals.flatMap(({ id, name, indicators }, i) => [
          { ids: [id], name, at: `goals.${i}` },
          ...indicators.map((own, j) => ({
            ids: [id, own.id],
            name: own.name,
            within: name,
            at: `goals.${i}.indicators.${j}`,
          })),
        ]),
    },
    async complete({ tx, ctx, matter, content: written }) {
      const parts = await visionParts(tx, matter.year, ctx.today);
      const textOf = (id: string) => parts?.find((part) => part.id === id)?.text ?? "";
      const goals = written.goals.map((goal) => ({ ...goal, visionPartText: textOf(goal.visionPart) }));
      const content = { ...written, goals };
      if (content.evaluation === null) return content;
      const version = await decidedBefore(tx, STRATEGIC_GOALS.kind, matter.year, ctx.today);
      if (!version?.decision) return { ...content, evaluation: null };
      const { year } = version.matter;
      const outcomes = await outcomesOf(tx, { from: year, to: matter.year - 1 }, ctx.today);
      return {
        ...content,
        evaluation: {
          before: { year, decision: version.decision.number },
          rows: evaluationRows(strategicGoalsRoutes.read(version).goals, content.evaluation.rows).map(
            (row) => ({
              ...row,
              outcomes: outcomes.get(row.goal) ?? [],
            }),
          ),
        },
      };
    },
    async remarks({ tx, ctx, matter, content }) {
      const before = await decidedBefore(tx, STRATEGIC_GOALS.kind, matter.year, ctx.today);
      const parts = await visionParts(tx, matter.year, ctx.today);
      return strategicGoalsRemarks(content, {
        year: matter.year,
        before: before?.matter.year,
        parts: parts?.map(({ id }) => id),
      });
    },
  });

/** What the council decides of §2.1. */
export const visionKinds = (outcomesOf: OutcomesOf): readonly AnyMatterKind[] => [
  visionKind,
  strategicGoalsKind(outcomesOf),
];
