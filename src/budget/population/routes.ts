import { readsOf, refuseUnread } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { latestOfAll, type Version, versionOn, versionsOn } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle, handleFile } from "../../platform/http/handle.ts";
import {
  type ForecastLine,
  getForecast,
  listForecasts,
  NoForecast,
  type PopulationForecast,
  populationForecastRoutes,
  readPopulationFile,
} from "./contract.ts";
import { POPULATION_FORECAST } from "./kind.ts";
import type { PopulationTable } from "./rules/import.ts";
import { populationStartHandlers } from "./start/routes.ts";

export const populationHandlers: Handler[] = [
  ...populationStartHandlers,
  handle(listForecasts, async ({ ctx, tx }) => {
    const matters = await latestOfAll(tx, { kind: POPULATION_FORECAST.kind }, ctx.today);
    const all = await Promise.all(matters.map(({ matter }) => versionsOn(tx, matter.id, ctx.today)));
    return all
      .flat()
      .filter(await readsOf(tx, ctx))
      .map((version) => line(version, populationForecastRoutes.read(version)))
      .sort((a, b) => b.year - a.year || b.version - a.version);
  }),

  handle(getForecast, async ({ params, ctx, tx }) => {
    const executive = (await whoAsks(tx, ctx)).sole("executive");
    const version = await forecastVersion(tx, ctx, { body: executive, ...params });
    const reads = await readsOf(tx, ctx);
    if (!version || !reads(version)) {
      await refuseUnread(tx, ctx, version);
      return refuse(NoForecast, { params });
    }
    const content = populationForecastRoutes.read(version);
    return { ...line(version, content), content };
  }),

  handleFile(
    readPopulationFile,
    {
      module: new URL("./intake.ts", import.meta.url),
      prepare: async ({ query, ctx, tx }) => {
        const who = await whoAsks(tx, ctx);
        who.mustBy(readPopulationFile);
        return { region: query.region };
      },
    },
    async ({ upload: { filename, sha256 } }, { region, years, notes }: PopulationTable) => ({
      filename,
      sha256,
      region,
      years: years.map(({ year, people, women }) => ({
        year,
        people: [...people],
        women: women && [...women],
      })),
      notes: [...notes],
    }),
  ),
];

/** One version of a forecast as of the day; undefined where there is none such. */
async function forecastVersion(
  tx: Tx,
  ctx: Context,
  of: { body: string; year: number; version: number },
): Promise<Version | undefined> {
  const id = matterId(POPULATION_FORECAST.kind, of.body, of.year);
  return versionOn(tx, id, ctx.today, (heads) => heads.find(({ number }) => number === of.version));
}

function line(version: Version, content: PopulationForecast): ForecastLine {
  const years = content.forecast.map(({ year }) => year);
  return {
    matter: version.matter.id,
    body: version.matter.body,
    year: version.matter.year,
    version: version.number,
    state: version.state,
    decision: version.decision?.number ?? null,
    sha256: version.sha256,
    source: content.source,
    madeOn: content.madeOn,
    method: content.method,
    firstYear: years[0] ?? null,
    lastYear: years.at(-1) ?? null,
  };
}
