import { NoCommittee } from "../../budget/internal/part/contract.ts";
import { committeeOf } from "../../budget/internal/rules/unit-part.ts";
import { UnknownBody } from "../../decisions/contract.ts";
import { lockMatter } from "../../decisions/store/versions.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import { endOfMonth } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { personNames, type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { Answer, type Context, type Handler, handle, mustHaveSeen } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { occasionsIn } from "../store.ts";
import {
  getUnitForecast,
  getUnitForecasts,
  listPlansBelow,
  NothingBudgeted,
  NotOpenNow,
  putUnitForecast,
  type UnitForecastView,
} from "./contract.ts";
import { committeeUnits, factsOfUnit, occasionsNow } from "./facts.ts";
import { plansBelow } from "./plans-below.ts";
import {
  forecastLines,
  forecastRemarks,
  forecastSum,
  proposedForecast,
  type UnitFacts,
  type UnitForecast,
  writtenAgainst,
} from "./rules/forecast.ts";
import { type Closed, type OccasionNow, openOccasion } from "./rules/open.ts";
import { forecastsOf, type StoredForecast, saveForecast } from "./store.ts";

/** A unit's own forecast (R-2, U-8): read with what has been sent, written and sent by its manager. */
export const unitForecastHandlers: Handler[] = [
  handle(getUnitForecast, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    return view(tx, ctx, who, await standing(tx, ctx, who, params));
  }),

  handle(getUnitForecasts, async ({ params, ctx, tx }) => {
    const { bodies } = await whoAsks(tx, ctx);
    if (!bodies.some(({ id }) => id === params.body)) refuse(UnknownBody, { params: { body: params.body } });
    return committeeUnits(tx, ctx, params.body, params.year);
  }),

  handle(listPlansBelow, async ({ params, ctx, tx }) => {
    const { bodies } = await whoAsks(tx, ctx);
    if (!bodies.some(({ id }) => id === params.body)) refuse(UnknownBody, { params: { body: params.body } });
    return plansBelow(tx, ctx, bodies, params);
  }),

  handle(putUnitForecast, async ({ params, body: content, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(putUnitForecast, params.body);
    await lockMatter(tx, ctx.municipality, `unit-forecast ${params.body} ${params.year}`);
    const now = await standing(tx, ctx, who, params);
    const { at, closed, facts } = now;
    if (closed || !at)
      refuse(NotOpenNow, { params: { closed: closed ?? "no-occasion", from: at?.from ?? "" } });
    if (!facts) refuse(NothingBudgeted, { params: { body: params.body, year: params.year } });
    mustHaveSeen(seen, etagOf(now));
    const written = writtenAgainst(facts, content);
    const stops = forecastRemarks(forecastLines(facts, written)).filter(({ level }) => level === "stops");
    if (written.sent && stops.length > 0) refuse(BadInput, { remarks: stops });
    await saveForecast(
      tx,
      ctx.municipality,
      { unit: params.body, year: params.year, occasion: at.occasion },
      { content: written, facts, by: who.person?.id as string, on: ctx.present },
      now.newest,
    );
    return view(tx, ctx, who, await standing(tx, ctx, who, params));
  }),
];

interface Standing {
  readonly unit: string;
  readonly committee: string;
  readonly year: number;
  readonly at: OccasionNow | undefined;
  readonly closed: Closed | null;
  readonly facts: UnitFacts | undefined;
  /** The newest at the occasion, sent or still being written. */
  readonly newest: StoredForecast | undefined;
  readonly all: readonly StoredForecast[];
}

async function standing(
  tx: Tx,
  ctx: Context,
  { bodies }: Who,
  { body: id, year }: { readonly body: string; readonly year: number },
): Promise<Standing> {
  const unit = bodies.find((body) => body.id === id);
  if (!unit) refuse(UnknownBody, { params: { body: id } });
  const committee = committeeOf(bodies, id);
  if (!committee || !["unit", "department"].includes(unit.kind))
    refuse(NoCommittee, { params: { body: unit.name } });
  const { at, closed } = openOccasion(await occasionsNow(tx, committee.id, year, ctx.today), ctx.today);
  const all = await forecastsOf(tx, id, year, ctx.today);
  const facts =
    at && (await factsOfUnit(tx, { unit: id, committee: committee.id, year }, at.occasion, ctx.today));
  const newest = all.find(({ occasion }) => occasion === at?.occasion);
  return { unit: id, committee: committee.id, year, at, closed, facts, newest, all };
}

/** Of what the unit has written, at this occasion: neither others nor newer accounts stand in its way. */
const etagOf = ({ at, newest }: Pick<Standing, "at" | "newest">): string =>
  `u${at?.occasion.charAt(0) ?? "-"}${newest?.number ?? 0}${newest ? sha256(canonicalJson(newest.content)).slice(0, 16) : ""}`;

const NOTHING: UnitFacts = { months: 0, lines: [] };

async function view(tx: Tx, ctx: Context, who: Who, now: Standing): Promise<Answer<UnitForecastView>> {
  const { unit, committee, year, at, closed, newest, all } = now;
  const edit = who.may("edit:unit-forecast", unit);
  const name = await personNames(tx);
  const sent = all.filter(({ sentOn }) => sentOn !== null);
  // What is still being written is the writer's own; others read what was sent last
  const shown = edit.allowed && !closed ? newest : sent.find(({ occasion }) => occasion === at?.occasion);
  const written = shown?.sentOn !== null && shown !== undefined && !edit.allowed;
  const facts = written || closed ? (shown?.facts ?? now.facts) : now.facts;
  const content = contentOf(shown, facts, edit.allowed && !closed);
  const lines = facts && content ? forecastLines(facts, content) : [];
  const until = at && (await occasionsIn(tx, at.occasion, year, ctx.today)).body?.months;
  const value: UnitForecastView = {
    body: unit,
    committee,
    year,
    content,
    version: { number: shown?.number ?? 0, state: shown?.sentOn ? "sent" : "draft" },
    facts: facts ?? null,
    lines,
    sum: forecastSum(lines),
    occasion: at
      ? { kind: at.occasion, from: at.from, due: at.due, until: until ? endOfMonth(year, until) : null }
      : null,
    closed: closed ?? (now.facts ? null : "nothing-budgeted"),
    remarks: edit.allowed ? forecastRemarks(lines) : [],
    history: sent.map((one) => {
      const then = forecastLines(one.facts, one.content);
      const { outcomeTkr: _outcome, ...sum } = forecastSum(then);
      return {
        occasion: one.occasion,
        number: one.number,
        sentOn: one.sentOn as `${number}-${number}-${number}`,
        sentByName: name(one.savedBy),
        ...sum,
        explained: then.flatMap(({ of, deviationTkr, explanation }) =>
          deviationTkr === 0 ? [] : [{ of, deviationTkr, explanation }],
        ),
      };
    }),
    may: { edit },
  };
  return new Answer(value, { etag: etagOf(now) });
}

function contentOf(
  shown: StoredForecast | undefined,
  facts: UnitFacts | undefined,
  writes: boolean,
): UnitForecast | null {
  if (shown) return writes ? writtenAgainst(facts ?? NOTHING, shown.content) : shown.content;
  return writes && facts ? proposedForecast(facts) : null;
}
