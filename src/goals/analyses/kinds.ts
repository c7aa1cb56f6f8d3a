import { type MatterWork, matterKind } from "../../decisions/matter-kinds.ts";
import { asSentence, firstSentence, listed } from "../../decisions/rules/in-words.ts";
import { lessonsToCarry } from "../../lessons/facts.ts";
import { lessonThing } from "../../lessons/rules/lesson.ts";
import { governing } from "../vision/store.ts";
import {
  type EnvironmentAnalysis,
  environmentAnalysisRoutes,
  type SituationAnalysis,
  situationAnalysisRoutes,
} from "./contract.ts";
import { registers, signalsBefore } from "./facts.ts";
import { type FigureSource, figuresFor } from "./figures.ts";
import { environmentAnalysisPaper, situationAnalysisPaper } from "./paper/analyses.ts";
import { environmentRemarks } from "./rules/environment.ts";
import { factRemarks, fetchedFigure, OWN_FIGURE } from "./rules/figure.ts";
import { gatheredRemarks, unansweredRemarks } from "./rules/signals.ts";
import { lessonsLeftRemarks, pickedNames, pickedRemarks, situationRemarks } from "./rules/situation.ts";
import { signalsUntil } from "./store.ts";

/** A body's analysis of how things stand: figures and names are fetched each time it is saved, and frozen with its decision. */
export const situationAnalysisKind = (sources: readonly FigureSource[]) =>
  matterKind(situationAnalysisRoutes, {
    inWords: ({ effectForResidents, needs }) => firstSentence(effectForResidents) ?? firstSentence(needs),
    paper: situationAnalysisPaper,
    things: {
      of: ({ facts, economicNeeds }) => [
        ...facts.map(({ id, text }, i) => ({ ids: [id], name: text, at: `facts.${i}` })),
        ...economicNeeds.map(({ id, text }, i) => ({ ids: [id], name: text, at: `economicNeeds.${i}` })),
      ],
    },
    complete: async (work) => withFetched(work, sources),
    takesUp: ({ lessons }) => lessons.map(({ lesson, use }) => ({ thing: lessonThing(lesson), use })),
    remarks: async (work) => {
      const { content, matter } = work;
      const names = await registers(work, matter.year, content);
      return [
        ...situationRemarks(content),
        ...factRemarks(content.facts),
        ...(["documents", "laws", "trends"] as const).flatMap((list) =>
          pickedRemarks(list, content[list], names[list]),
        ),
        ...lessonsLeftRemarks(await lessonsToCarry(work, matter.body), content.lessons),
      ];
    },
  });

async function withFetched(
  work: MatterWork<SituationAnalysis>,
  sources: readonly FigureSource[],
): Promise<SituationAnalysis> {
  const { tx, ctx, matter, content } = work;
  const fetches = content.facts.some(({ figure }) => figure !== null && figure.source !== OWN_FIGURE);
  const of = { body: matter.body, year: matter.year, asOf: ctx.today };
  const fetched = fetches ? await figuresFor(sources, tx, of) : [];
  const names = await registers(work, matter.year, content);
  return {
    ...content,
    facts: content.facts.map((fact) => ({
      ...fact,
      figure: fact.figure && fetchedFigure(fact.figure, fetched),
    })),
    documents: pickedNames(content.documents, names.documents),
    laws: pickedNames(content.laws, names.laws),
    trends: pickedNames(content.trends, names.trends),
  };
}

/** The group's analysis of the outside world: signals that were noted during the year are gathered into it. */
export const environmentAnalysisKind = matterKind(environmentAnalysisRoutes, {
  inWords: ({ trends }) => trendsInWords(trends),
  paper: environmentAnalysisPaper,
  things: {
    of: ({ trends }) => trends.map(({ id, name }, i) => ({ ids: [id], name, at: `trends.${i}` })),
  },
  complete: async (work) => withSignals(work),
  remarks: async ({ tx, ctx, matter, content }) => {
    const { strategicGoals } = await governing(tx, matter.year, ctx.today);
    const known = await signalsUntil(tx, ctx.today);
    return [
      ...environmentRemarks(content, strategicGoals),
      ...gatheredRemarks(content.signals, {
        signals: new Set(known.map(({ id }) => id)),
        trends: new Set(content.trends.map(({ id }) => id)),
      }),
      ...unansweredRemarks(await signalsBefore(tx, ctx, matter.id), content.signals),
    ];
  },
});

/** What a signal said stands as it was noted, whatever was sent. */
async function withSignals({
  tx,
  ctx,
  content,
}: MatterWork<EnvironmentAnalysis>): Promise<EnvironmentAnalysis> {
  if (content.signals.length === 0) return content;
  const noted = new Map((await signalsUntil(tx, ctx.today)).map(({ id, text }) => [id, text]));
  return {
    ...content,
    signals: content.signals.map((one) => ({ ...one, text: noted.get(one.signal) ?? one.text })),
  };
}

/** "Trender: Årskullarna krymper och Fler blir mycket gamla". */
const trendsInWords = (trends: EnvironmentAnalysis["trends"]): string | undefined =>
  trends.length === 0 ? undefined : asSentence(`Trender: ${listed(trends.map(({ name }) => name))}`);

/** What can be decided before goals are set (§2.4). */
export const analysisKinds = (sources: readonly FigureSource[]) => [
  situationAnalysisKind(sources),
  environmentAnalysisKind,
];
