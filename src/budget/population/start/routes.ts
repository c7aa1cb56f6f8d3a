import { matterId } from "../../../decisions/rules/kind.ts";
import { headsOf, saveDraft } from "../../../decisions/store/versions.ts";
import { yearOf } from "../../../kernel/day.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { refuse } from "../../../kernel/problem.ts";
import { beginningOf, whoAsks } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../../platform/http/handle.ts";
import { POPULATION_FORECAST } from "../kind.ts";
import { projected } from "../projected.ts";
import { forecastFrom } from "./begin.ts";
import { beginPopulation, ForecastBegun, getStartPopulation, NoCount } from "./contract.ts";
import { counted } from "./counted.ts";

const budgetYearOf = async (tx: Tx, ctx: Context): Promise<number> =>
  Math.max((await beginningOf(tx)).firstYear ?? 0, yearOf(ctx.today) + 1);

export const populationStartHandlers: Handler[] = [
  handle(getStartPopulation, async ({ ctx, tx }) => {
    const { year, source, byMunicipality } = await counted();
    const own = ownValue(byMunicipality, ctx.municipality) ?? { women: [], men: [] };
    const budgetYear = await budgetYearOf(tx, ctx);
    const executive = (await whoAsks(tx, ctx)).sole("executive");
    const heads = await headsOf(tx, matterId(POPULATION_FORECAST.kind, executive, budgetYear));
    return { year, source, ...own, budgetYear, begun: heads.length > 0 };
  }),
  handle(beginPopulation, async ({ body: given, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(beginPopulation);
    const { year, source, byMunicipality } = await counted();
    const own = ownValue(byMunicipality, ctx.municipality);
    if (!own || given.counted !== year) return refuse(NoCount, { params: { code: ctx.municipality } });
    const budgetYear = await budgetYearOf(tx, ctx);
    const body = who.sole("executive");
    const id = matterId(POPULATION_FORECAST.kind, body, budgetYear);
    if ((await headsOf(tx, id)).length > 0) refuse(ForecastBegun, { params: { year: budgetYear } });
    const content = projected(forecastFrom({ year, ...own }, { source, madeOn: ctx.present, budgetYear }));
    await saveDraft(tx, ctx.municipality, {
      matter: { id, kind: POPULATION_FORECAST.kind, body, year: budgetYear, key: "" },
      content,
      facts: {},
      editedBy: who.person?.id as string,
      on: ctx.present,
      seen: "none",
    });
    return { matter: id, body, year: budgetYear };
  }),
];
