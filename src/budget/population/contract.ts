import { z } from "zod";
import { DraftNotYours, matterRoutes } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { NotAWorkbook, RemarkShape, route, WorkbookTooLarge } from "../../platform/http/contract.ts";
import { POPULATION_FORECAST } from "./kind.ts";
import { IMPORT_LIMITS } from "./rules/import.ts";
import { AGES, POPULATION_LIMITS } from "./rules/population.ts";

const chapter = "budget";
/** What a table or a workbook has wrong, each fault with its cell. */
export const PopulationFaults = problemKind("population-faults", 422);
export const NoForecast = problemKind("no-population-forecast", 404);

const People = z.array(z.number().int().min(0).max(POPULATION_LIMITS.people)).length(AGES);
const PopulationYears = z
  .array(z.object({ year: Year, people: People, women: People.nullable() }))
  .max(POPULATION_LIMITS.years);

const Rates = z.array(z.number().min(0).max(1)).length(AGES);
const Curve = z.array(z.number().min(0).max(1000)).length(AGES);
const Factor = z.number().min(0).max(5);

/** What a projection moves the population on by; rates and weights by age 0–100. */
export const AssumptionsShape = z.object({
  source: z.string().max(1000),
  childrenPerWoman: z.number().min(0).max(8),
  fertilityCurve: Curve,
  boys: z.number().min(0).max(1),
  mortalityWomen: Rates,
  mortalityMen: Rates,
  mortalityFactor: Factor,
  outRates: Rates,
  outFactor: Factor,
  inMovers: z.number().int().min(0).max(POPULATION_LIMITS.people),
  inCurve: Curve,
  housing: z
    .array(z.object({ year: Year, dwellings: z.number().int().min(0).max(20_000) }))
    .max(POPULATION_LIMITS.years),
  peoplePerDwelling: z.number().min(0).max(6),
  housingCurve: Curve,
});

export const PopulationForecast = z.object({
  /** Who made it, from what: "SCB, statistikdatabasen". */
  source: z.string().trim().max(500),
  madeOn: DayText,
  method: z.enum(["imported", "projected"]),
  /** What it builds on, in words. */
  grounds: z.string().max(4000),
  /** What has been counted, year by year. */
  outcomes: PopulationYears,
  /** What is expected; of a projection the server computes it. */
  forecast: PopulationYears,
  projection: z.object({ startYear: Year, lastYear: Year, assumptions: AssumptionsShape }).nullable(),
});
export type PopulationForecast = z.output<typeof PopulationForecast>;

export const populationForecastRoutes = matterRoutes(POPULATION_FORECAST, PopulationForecast);

const ForecastLine = z.object({
  matter: z.string(),
  body: z.string(),
  year: Year,
  version: z.number().int(),
  state: z.string(),
  decision: z.number().int().nullable(),
  sha256: z.string().nullable(),
  source: z.string(),
  madeOn: DayText,
  method: PopulationForecast.shape.method,
  firstYear: Year.nullable(),
  lastYear: Year.nullable(),
});
export type ForecastLine = z.output<typeof ForecastLine>;

export const listForecasts = route({
  id: "listPopulationForecasts",
  method: "GET",
  path: "/budget/population-forecasts",
  chapter,
  summary: "Befolkningsprognoser i alla versioner, nyast först (§2.2)",
  access: "public",
  returns: z.array(ForecastLine),
});

export const getForecast = route({
  id: "getPopulationForecastVersion",
  method: "GET",
  path: "/budget/population-forecasts/{year}/{version}",
  chapter,
  summary: "En version av en befolkningsprognos, med utfall och antaganden (§2.2)",
  access: "public",
  params: z.object({ year: Year, version: z.coerce.number().int().min(1).max(100_000) }),
  returns: ForecastLine.extend({ content: PopulationForecast }),
  problems: [NoForecast, DraftNotYours],
});

export const readPopulationFile = route({
  id: "readPopulationFile",
  method: "POST",
  path: "/budget/population-file",
  chapter,
  allow: { action: `edit:${POPULATION_FORECAST.kind}`, of: "executive" },
  summary: "Läs och granska en befolkningstabell (SCB:s format, CSV eller Excel) utan att spara något (§2.2)",
  query: z.object({ region: z.string().max(100).optional() }),
  upload: { maxBytes: IMPORT_LIMITS.bytes },
  onAnyDay: true,
  returns: z.object({
    filename: z.string(),
    sha256: z.string(),
    region: z.string().nullable(),
    years: PopulationYears,
    /** What was forgiven or left aside, for a person to see before the years are taken. */
    notes: z.array(RemarkShape),
  }),
  problems: [PopulationFaults, NotAWorkbook, WorkbookTooLarge],
});
