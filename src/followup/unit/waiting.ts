import { committeeOf } from "../../budget/internal/rules/unit-part.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { newestOn } from "../../decisions/store/versions.ts";
import { yearOf } from "../../kernel/day.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { actionPlanRoutes } from "../contract.ts";
import { ACTION_PLAN } from "../kind.ts";
import { forecastingUnits, latestUnitForecast, occasionsNow } from "./facts.ts";
import { UNIT_FORECAST } from "./kind.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import { type OccasionNow, openOccasion } from "./rules/open.ts";
import { planWanted } from "./rules/plan-wanted.ts";
import { sentForecasts } from "./store.ts";

const WORDS = { sv, en };

interface OwnUnit {
  readonly unit: string;
  readonly committee: string;
  readonly year: number;
  /** The occasion that has begun last, and whether it can still be written for. */
  readonly at: OccasionNow;
  readonly open: boolean;
}

/** The units whose manager asks and may do something there, at the year's occasion. */
async function ownUnits(tx: Tx, ctx: Context, action: string): Promise<OwnUnit[]> {
  if (ctx.personId === undefined) return [];
  const who = await whoAsks(tx, ctx);
  const year = yearOf(ctx.today);
  const found: OwnUnit[] = [];
  for (const { role, body } of who.person ? postsOn(who.person, ctx.today) : []) {
    const committee = role === "unit-manager" ? committeeOf(who.bodies, body)?.id : undefined;
    if (committee === undefined || !who.may(action, body).allowed) continue;
    const { at, closed } = openOccasion(await occasionsNow(tx, committee, year, ctx.today), ctx.today);
    if (at && closed !== "not-yet") found.push({ unit: body, committee, year, at, open: closed === null });
  }
  return found;
}

const line = (
  ctx: Context,
  { unit, year, at }: OwnUnit,
  of: Pick<Waiting, "thing" | "name" | "href">,
): Waiting => ({
  ...of,
  todo: "write",
  language: ctx.language,
  cite: "§2.5",
  body: unit,
  year,
  from: at.from,
  due: at.due,
  late: at.due < ctx.today,
});

/** The forecasts that wait for a unit's manager: the occasion has begun, and nothing has been sent at it (A-14, U-8). */
export async function forecastsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const lines: Waiting[] = [];
  for (const own of await ownUnits(tx, ctx, `edit:${UNIT_FORECAST.object}`)) {
    const { unit, committee, year, at, open } = own;
    if (!open) continue;
    if ((await sentForecasts(tx, { year, occasion: at.occasion }, ctx.today)).has(unit)) continue;
    if (!(await forecastingUnits(tx, { committee, year }, ctx.today)).own.has(unit)) continue;
    lines.push(
      line(ctx, own, {
        thing: `unit-forecast:${unit}:${year}:${at.occasion}`,
        name: WORDS[ctx.language]["unit-forecast"].waiting[at.occasion].replace("{{year}}", String(year)),
        href: `/uppfoljning/enhetsprognos/${unit}/${year}`,
      }),
    );
  }
  return lines;
}

/** The action plans that a sent forecast opens at the level that can influence the cost: the unit's own (U-8). */
export async function plansWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const lines: Waiting[] = [];
  for (const own of await ownUnits(tx, ctx, `edit:${ACTION_PLAN.kind}`)) {
    const { unit, year } = own;
    const sent = await latestUnitForecast(tx, unit, year, ctx.today);
    if (!sent) continue;
    const matter = matterId(ACTION_PLAN.kind, unit, year);
    const newest = await newestOn(tx, matter, ctx.today);
    const plan = newest && { state: newest.state, deviationTkr: actionPlanRoutes.read(newest).deviationTkr };
    if (!planWanted(sent.deviationTkr, plan)) continue;
    lines.push(
      line(ctx, own, {
        thing: `${matter}/deviation`,
        name: WORDS[ctx.language]["unit-forecast"].waiting.plan.replace("{{year}}", String(year)),
        href: `/uppfoljning/atgardsplan/${unit}/${year}`,
      }),
    );
  }
  return lines;
}
