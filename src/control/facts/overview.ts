import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { openMarkings } from "../../decisions/store/secrecy.ts";
import {
  allInForce,
  headsOn,
  latestOfAll,
  type Version,
  type VersionHead,
} from "../../decisions/store/versions.ts";
import { dayOf } from "../../kernel/day.ts";
import type { Body, BodyKind } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type BodyControl, controlPlanRoutes, type Risk } from "../contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { decidedReports } from "../kinds.ts";
import { proposedResults, standing } from "../rules/carried-out.ts";
import { spokenFor } from "../rules/occasions.ts";
import { controlCounts, highestRisk, measureCounts, type Result } from "../rules/overview.ts";
import { riskValue } from "../rules/risk.ts";
import { type Registered, registeredOn } from "../store.ts";
import { type Measure, measuresOn } from "./measures.ts";

/** Those whose internal control the executive supervises (K-5). */
const SUPERVISED: readonly BodyKind[] = ["executive", "committee", "joint-committee", "electoral", "company"];

/** Every committee's and company's internal control in a year; what a draft holds only for those who read it. */
export async function controlOverview(tx: Tx, ctx: Context, year: number): Promise<BodyControl[]> {
  const of = { kind: CONTROL_PLAN.kind, year };
  const decided = byBody(await allInForce(tx, of, ctx.today));
  const lastYear = byBody(await allInForce(tx, { kind: CONTROL_PLAN.kind, year: year - 1 }, ctx.today));
  const drafts = (await latestOfAll(tx, of, ctx.today)).filter((version) => !version.decision);
  const open = byBody(ctx.personId === undefined ? [] : drafts);
  const there = (await allBodies(tx)).filter(
    (body) => SUPERVISED.includes(body.kind) && existsIn(body, year),
  );
  // What is registered but not reported is the administration's own until then
  const all = ctx.personId !== undefined;
  const registered = all ? await registeredOn(tx, { year }, ctx.today) : [];
  const measures = (await measuresOn(tx, {}, ctx.today)).filter((one) => all || one.reported);
  const rows: BodyControl[] = [];
  const reads = await readsOf(tx, ctx);
  for (const body of there) {
    const shown = decided.get(body.id) ?? open.get(body.id) ?? (await secretPlan(tx, ctx, body.id, year));
    rows.push(
      await bodyControl(tx, ctx, body, year, {
        shown,
        read: shown !== undefined && "content" in shown && reads(shown),
        last: lastYear.get(body.id),
        registered: registered.filter((one) => one.body === body.id),
        measures: measures.filter((one) => one.body === body.id && one.year === year),
      }),
    );
  }
  return rows;
}

/** That a plan is decided is seen by those too who do not read it, since it is secret by law. */
async function secretPlan(
  tx: Tx,
  ctx: Context,
  body: string,
  year: number,
): Promise<VersionHead | undefined> {
  const id = matterId(CONTROL_PLAN.kind, body, year);
  if (!(await openMarkings(tx)).has(id)) return undefined;
  return (await headsOn(tx, id, ctx.today)).find(({ decision }) => decision !== null);
}

const byBody = (versions: readonly Version[]) => new Map(versions.map((v) => [v.matter.body, v]));

const existsIn = (body: Body, year: number): boolean =>
  body.validFrom <= dayOf(year, 12, 31) && (body.validTo === null || body.validTo >= dayOf(year, 1, 1));

async function bodyControl(
  tx: Tx,
  ctx: Context,
  body: Body,
  year: number,
  {
    shown,
    read,
    last,
    registered,
    measures,
  }: {
    readonly shown: Version | VersionHead | undefined;
    readonly read: boolean;
    readonly last: Version | undefined;
    readonly registered: readonly Registered[];
    readonly measures: readonly Measure[];
  },
): Promise<BodyControl> {
  const plan =
    shown && "content" in shown && read ? controlPlanRoutes.read(shown) : { risks: [], controls: [] };
  const reports = await decidedReports(tx, matterId(CONTROL_REPORT.kind, body.id, year), ctx.today);
  const results = standing<Result>(
    reports.at(-1)?.results ?? [],
    proposedResults(registered.map((one) => ({ ...one, measure: null }))),
  );
  const highest = highestRisk(plan.risks);
  const state = shown?.decision ? "decided" : shown?.state === "proposed" ? "proposed" : "draft";
  return {
    body: body.id,
    name: body.name,
    kind: body.kind,
    plan: {
      matter: matterId(CONTROL_PLAN.kind, body.id, year),
      state: shown ? state : "none",
      decision: shown?.decision?.number ?? null,
      decidedOn: shown?.decision?.decidedOn ?? null,
    },
    risks: shown && !read ? null : plan.risks.length,
    before: last ? positionsIn(controlPlanRoutes.read(last).risks, plan.risks) : [],
    highestRisk: highest ? { id: highest.id, text: highest.text, value: riskValue(highest) } : null,
    controls: controlCounts(shown?.decision ? plan.controls : [], results, ctx.today, (control) =>
      spokenFor(control, registered, reports.at(-1)),
    ),
    measures: measureCounts(measures, ctx.today),
    reports: reports.map(({ period, decision, decidedOn }) => ({ period, decision, decidedOn })),
  };
}

/** Where last year's risks lay, of those that are there this year too. */
const positionsIn = (last: readonly Risk[], now: readonly Risk[]): BodyControl["before"] =>
  last
    .filter(({ id }) => now.some((risk) => risk.id === id))
    .map(({ id, likelihood, consequence }) => ({ id, likelihood, consequence }));
