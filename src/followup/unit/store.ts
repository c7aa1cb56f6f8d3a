import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { UnitFacts, UnitForecast } from "./rules/forecast.ts";
import type { ForecastOccasion } from "./rules/open.ts";

type ForecastTable = {
  "followup.unit_forecast": {
    municipality_id: string;
    unit_id: string;
    year: number;
    occasion: ForecastOccasion;
    number: number;
    content: string;
    facts: string;
    saved_on: Day;
    saved_by: string;
    sent_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<ForecastTable>();
type Row = ForecastTable["followup.unit_forecast"];

export interface StoredForecast {
  readonly unit: string;
  readonly occasion: ForecastOccasion;
  readonly number: number;
  readonly content: UnitForecast;
  readonly facts: UnitFacts;
  readonly savedBy: string;
  readonly sentOn: Day | null;
}

const stored = (row: Row): StoredForecast => ({
  unit: row.unit_id,
  occasion: row.occasion,
  number: row.number,
  content: UnitForecast.parse(row.content),
  facts: UnitFacts.parse(row.facts),
  savedBy: row.saved_by,
  sentOn: row.sent_on,
});

/** A unit's forecasts of a year as they stood on a day, the newest first: at most one is still being written. */
export async function forecastsOf(tx: Tx, unit: string, year: number, asOf: Day): Promise<StoredForecast[]> {
  const rows = await tables(tx)
    .selectFrom("followup.unit_forecast")
    .selectAll()
    .where("unit_id", "=", unit)
    .where("year", "=", year)
    .where("saved_on", "<=", asOf)
    .orderBy("occasion", "desc")
    .orderBy("number", "desc")
    .execute();
  // Read on an earlier day, what was sent later was not sent yet
  return rows.filter((row) => row.sent_on === null || row.sent_on <= asOf).map(stored);
}

/** What each unit sent last at an occasion, until a day. */
export async function sentForecasts(
  tx: Tx,
  of: { readonly year: number; readonly occasion: ForecastOccasion },
  asOf: Day,
): Promise<ReadonlyMap<string, StoredForecast>> {
  const rows = await tables(tx)
    .selectFrom("followup.unit_forecast")
    .selectAll()
    .where("year", "=", of.year)
    .where("occasion", "=", of.occasion)
    .where("sent_on", "<=", asOf)
    .orderBy("number")
    .execute();
  return new Map(rows.map((row) => [row.unit_id, stored(row)]));
}

/** Stores what is being written; what has been sent stays, and a change of it is the next. */
export async function saveForecast(
  tx: Tx,
  municipality: string,
  of: { readonly unit: string; readonly year: number; readonly occasion: ForecastOccasion },
  forecast: {
    readonly content: UnitForecast;
    readonly facts: UnitFacts;
    readonly by: string;
    readonly on: Day;
  },
  before: StoredForecast | undefined,
): Promise<void> {
  const row = {
    content: JSON.stringify(forecast.content),
    facts: JSON.stringify(forecast.facts),
    saved_on: forecast.on,
    saved_by: forecast.by,
    sent_on: forecast.content.sent ? forecast.on : null,
  };
  const key = { municipality_id: municipality, unit_id: of.unit, year: of.year, occasion: of.occasion };
  const writing = before && before.sentOn === null ? before.number : undefined;
  if (writing === undefined)
    await tables(tx)
      .insertInto("followup.unit_forecast")
      .values({ ...key, number: (before?.number ?? 0) + 1, ...row })
      .execute();
  else
    await tables(tx)
      .updateTable("followup.unit_forecast")
      .set(row)
      .where("municipality_id", "=", municipality)
      .where("unit_id", "=", of.unit)
      .where("year", "=", of.year)
      .where("occasion", "=", of.occasion)
      .where("number", "=", writing)
      .execute();
}
