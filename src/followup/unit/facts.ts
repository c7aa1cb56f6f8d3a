import { internalBudgetRoutes } from "../../budget/internal/contract.ts";
import { INTERNAL_BUDGET } from "../../budget/internal/kind.ts";
import { internalRows } from "../../budget/internal/rules/rows.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { headsOn, inForce, versionOn } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { nameOfBody, postsOn, upFrom } from "../../organisation/rules/organisation.ts";
import { allBodies, knownPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { readReport } from "../contract.ts";
import { type Asking, booked, type Gathered, gather } from "../facts/gather.ts";
import { occasionsIn } from "../store.ts";
import { forecastLines, forecastSum, type UnitFacts, type UnitLine } from "./rules/forecast.ts";
import { FORECAST_OCCASIONS, type ForecastOccasion, type OccasionNow, openOccasion } from "./rules/open.ts";
import { ownRows, unitFacts } from "./rules/units.ts";
import { sentForecasts } from "./store.ts";

/** The year's occasions to forecast at, each with how far the committee's report has come. */
export async function occasionsNow(
  tx: Tx,
  committee: string,
  year: number,
  asOf: Day,
): Promise<OccasionNow[]> {
  const found: OccasionNow[] = [];
  for (const occasion of FORECAST_OCCASIONS) {
    const { body } = await occasionsIn(tx, occasion, year, asOf);
    if (!body) continue;
    const [newest] = await headsOn(tx, matterId(occasion, committee, year), asOf);
    const state = newest?.state ?? "none";
    const report = state === "draft" || state === "proposed" || state === "none" ? state : "decided";
    found.push({ occasion, from: body.from, due: body.due, report });
  }
  return found;
}

/** A committee's units that forecast, with the rows of its internal budget in force that are each one's own. */
export async function forecastingUnits(
  tx: Tx,
  { committee, year, also = [] }: { committee: string; year: number; also?: readonly string[] },
  asOf: Day,
) {
  const version = await inForce(tx, { kind: INTERNAL_BUDGET.kind, body: committee, year }, asOf);
  if (!version) return { rows: [], own: new Map() as ReturnType<typeof ownRows> };
  const bodies = await allBodies(tx);
  const rows = internalRows(internalBudgetRoutes.read(version));
  const managed = (await knownPeople(tx)).flatMap((person) =>
    postsOn(person, asOf).flatMap(({ role, body }) => (role === "unit-manager" ? [body] : [])),
  );
  const under = (id: string) => upFrom(bodies, id).some((above) => above.id === committee);
  return { rows, own: ownRows({ rows, bodies }, [...new Set([...managed, ...also])].filter(under)) };
}

/** What a unit forecasts against at an occasion; undefined where nothing is budgeted that is its own. */
export async function factsOfUnit(
  tx: Tx,
  of: { readonly unit: string; readonly committee: string; readonly year: number },
  occasion: ForecastOccasion,
  asOf: Day,
): Promise<UnitFacts | undefined> {
  const at = (await occasionsIn(tx, occasion, of.year, asOf)).body;
  const { rows, own } = await forecastingUnits(tx, { ...of, also: [of.unit] }, asOf);
  if (!at || !own.has(of.unit)) return undefined;
  const bodies = await allBodies(tx);
  const { compared, ledger } = await booked(tx, { year: of.year, occasion: at, bodies }, asOf);
  return unitFacts(given(rows, bodies, { compared, ledger }), of.unit, own);
}

/** Nothing is booked before there are accounts: then all twelve months are ahead. */
const given = (
  rows: Parameters<typeof unitFacts>[0]["rows"],
  bodies: readonly Body[],
  { compared, ledger }: Pick<Gathered, "compared" | "ledger">,
) => ({ rows, bodies, booked: ledger?.tkr.parts ?? [], months: ledger ? compared : 0 });

/** A committee's units at an occasion: what each has sent, or its budget until it has (U-8). None after the year, nor for the group. */
export async function unitLines(
  { tx, ctx, kind, year, bodies, compared, ledger }: Gathered,
  committee: string,
): Promise<UnitLine[]> {
  const occasion = FORECAST_OCCASIONS.find((one) => one === kind);
  if (!occasion) return [];
  const sent = await sentForecasts(tx, { year, occasion }, ctx.today);
  const { rows, own } = await forecastingUnits(tx, { committee, year, also: [...sent.keys()] }, ctx.today);
  return [...own.keys()].map((unit) => {
    const last = sent.get(unit);
    const name = nameOfBody(bodies, unit);
    if (!last) {
      const { lines } = unitFacts(given(rows, bodies, { compared, ledger }), unit, own);
      const { budgetTkr, outcomeTkr } = forecastSum(
        forecastLines({ months: ledger ? compared : 0, lines }, { lines: [] }),
      );
      return {
        unit,
        name,
        budgetTkr,
        outcomeTkr,
        forecastTkr: null,
        deviationTkr: null,
        explained: [],
        sentOn: null,
      };
    }
    const lines = forecastLines(last.facts, last.content);
    return {
      unit,
      name,
      ...forecastSum(lines),
      explained: lines.flatMap(({ of, deviationTkr, explanation }) =>
        deviationTkr === 0 ? [] : [{ of, deviationTkr, explanation }],
      ),
      sentOn: last.sentOn,
    };
  });
}

/** A committee's units at the occasion that has begun last, with what the committee adds itself. */
export async function committeeUnits(tx: Tx, ctx: Asking, committee: string, year: number) {
  const { at, closed } = openOccasion(await occasionsNow(tx, committee, year, ctx.today), ctx.today);
  if (!at || closed === "not-yet") return { occasion: null, units: [], additionTkr: null };
  const gathered = await gather(tx, ctx, { kind: at.occasion, year, whose: "body" });
  const report =
    closed && (await versionOn(tx, matterId(at.occasion, committee, year), ctx.today, ([newest]) => newest));
  const laid = report ? readReport(report) : undefined;
  return {
    occasion: { kind: at.occasion, due: at.due },
    // What the report that was laid forward rests on is what is shown beside its forecast
    units: laid?.data?.economy.units ?? (await unitLines(gathered, committee)),
    additionTkr: laid?.economy.additionTkr ?? null,
  };
}

/** What a unit last sent of a year, as what its action plan is made for (U-8); the interim forecast before that after April. */
export async function latestUnitForecast(tx: Tx, unit: string, year: number, asOf: Day) {
  for (const occasion of FORECAST_OCCASIONS.toReversed()) {
    const last = (await sentForecasts(tx, { year, occasion }, asOf)).get(unit);
    if (!last) continue;
    const { deviationTkr } = forecastSum(forecastLines(last.facts, last.content));
    return {
      deviationTkr,
      matter: `enhetsprognos:${unit}:${year}`,
      version: last.number,
      state: "sent",
    };
  }
  return undefined;
}
