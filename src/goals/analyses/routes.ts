import { keepThreadOf } from "../../decisions/thread/store/keep.ts";
import { refuse } from "../../kernel/problem.ts";
import { whoAsks } from "../../organisation/store.ts";
import { type Handler, handle } from "../../platform/http/handle.ts";
import { getAnalysisChoices, listSignals, noteSignal, UnknownAim } from "./contract.ts";
import { aimsOfSignals, signalViews, trendsFor } from "./facts.ts";
import { type FigureSource, figuresFor } from "./figures.ts";
import { keepSignalFound } from "./found.ts";
import { keptSignals, signalsChapter } from "./signals.ts";
import { storeSignal } from "./store.ts";

export const analysisHandlers = (sources: readonly FigureSource[]): Handler[] => [
  handle(listSignals, async ({ ctx, tx }) => {
    const aims = await aimsOfSignals(tx, ctx);
    return { ...aims, signals: await signalViews(tx, ctx, aims.trends) };
  }),

  handle(noteSignal, async ({ body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const aims = await aimsOfSignals(tx, ctx);
    for (const [list, id] of [
      [aims.goals, body.goal],
      [aims.trends, body.trend],
    ] as const)
      if (id !== null && !list.some((one) => one.id === id)) refuse(UnknownAim, { params: { id } });
    const id = crypto.randomUUID();
    const signal = {
      id,
      text: body.text,
      seenAt: body.seenAt,
      goal: body.goal,
      trend: body.trend,
      notedBy: who.person?.id as string,
      notedOn: ctx.today,
    };
    await storeSignal(tx, ctx.municipality, signal);
    await keepSignalFound(tx, ctx.municipality, signal);
    await keepThreadOf(tx, ctx.municipality, signalsChapter, (await keptSignals(tx))(signal));
    return { id };
  }),

  handle(getAnalysisChoices, async ({ params, ctx, tx }) => ({
    figures: [...(await figuresFor(sources, tx, { ...params, asOf: ctx.today }))],
    trends: await trendsFor(tx, ctx, params.year),
  })),
];
