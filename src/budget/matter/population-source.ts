import type { Version } from "../../decisions/store/versions.ts";
import { versionOn } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import type { Budget } from "../base/contract.ts";
import { populationForecastRoutes } from "../population/contract.ts";
import { POPULATION_FORECAST } from "../population/kind.ts";
import { knownAndForecast, populationInput } from "../population/rules/population.ts";

/**
 * A budget's population as its source has it (E-3, E-8): where a source names a decided version of a forecast, the people are
 * that version's, whatever was sent, and the version's hash is written beside it. A budget without such a source keeps its own.
 */
export async function withPopulation(tx: Tx, ctx: Context, content: Budget): Promise<Budget> {
  const index = content.sources.findIndex((source) => source.from !== undefined);
  const from = content.sources[index]?.from;
  if (!from) return content;
  const at = `sources.${index}.from`;
  const stop = (found: Remark) => refuse(BadInput, { remarks: [found], cite: "§2.2" });
  if (content.sources.filter((source) => source.from !== undefined).length > 1)
    stop(remark("stops", "one-forecast-only", "§2.2", {}, at));
  const version = await decidedVersion(tx, ctx, from);
  if (!version)
    return stop(
      remark("stops", "forecast-not-decided", "§2.2", { matter: from.matter, version: from.version }, at),
    );
  // What is decided never changes: another hash is of another forecast
  if (from.sha256 !== undefined && from.sha256 !== version.sha256)
    stop(remark("stops", "forecast-other-hash", "§2.2", { matter: from.matter, version: from.version }, at));
  const forecast = populationForecastRoutes.read(version);
  const population = populationInput(knownAndForecast(forecast.outcomes, forecast.forecast));
  const sources = content.sources.map((source, i) =>
    i === index ? { ...source, from: { ...from, sha256: version.sha256 as string } } : source,
  );
  return { ...content, sources, input: { ...content.input, population } };
}

async function decidedVersion(
  tx: Tx,
  ctx: Context,
  from: { matter: string; version: number },
): Promise<Version | undefined> {
  if (!from.matter.startsWith(`${POPULATION_FORECAST.kind}:`)) return undefined;
  return versionOn(tx, from.matter, ctx.today, (heads) =>
    heads.find((version) => version.number === from.version && version.decision !== null),
  );
}
