import { matterId } from "../../decisions/rules/kind.ts";
import { readsAll, readsDecided } from "../../decisions/rules/reading.ts";
import { soleOwner } from "../../decisions/store/sole-owner.ts";
import { inForceOrDraft, type Version } from "../../decisions/store/versions.ts";
import { within } from "../../kernel/day.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type Occasions, readReport } from "../contract.ts";
import {
  groupReports,
  type Occasion,
  ofEconomyAlone,
  REPORT_KINDS,
  type ReportKind,
  WHOSE,
} from "../rules/occasions.ts";
import { actionPlanOf, budgetInForce, occasionsIn } from "../store.ts";

/** The year's occasions, when each body's report is due, and how far it has come (U-2 – U-6). */
export async function occasionsOf(tx: Tx, ctx: Context, year: number): Promise<Occasions> {
  const bodies = await allBodies(tx);
  const budget = await budgetInForce(tx, year, ctx.today);
  const occasions: Occasions["occasions"] = [];
  for (const kind of REPORT_KINDS) {
    const given = await occasionsIn(tx, kind, year, ctx.today);
    const { body: bodys, group } = given;
    // The executive has decided on none this year
    if (ofEconomyAlone(kind) && !bodys) continue;
    // How far they have come, and no content: those who have signed in see that something is being written (TF 2 ch.)
    const states = ctx.personId === undefined ? readsDecided : readsAll;
    const reports = (await inForceOrDraft(tx, { kind, year }, ctx.today, states)).filter(
      (version) => !ofEconomyAlone(kind) || readReport(version).data?.until === bodys?.until,
    );
    const stateOf = (body: Body, occasion: Occasion) =>
      bodyState(
        ctx,
        kind,
        year,
        body,
        occasion,
        reports.find((v) => v.matter.body === body.id),
      );
    const owing = bodies.filter(
      (body) =>
        body.kind !== "council" &&
        bodys?.bodies.includes(body.kind) &&
        within(bodys.until, body.validFrom, body.validTo),
    );
    const councilId = await soleOwner(tx, { kind, bodyKind: "council", year }, ctx.today);
    const council = bodies.find((body) => body.id === councilId);
    occasions.push({
      kind,
      until: (bodys ?? group)?.until ?? null,
      notInWheel: WHOSE.filter((whose) => !given[whose] && (whose === "body" || groupReports(kind))),
      cite: "§2.5",
      bodies: bodys ? owing.map((body) => stateOf(body, bodys)) : [],
      group: council && group && groupReports(kind) ? stateOf(council, group) : null,
    });
  }
  const plans: Occasions["plans"] = [];
  for (const body of new Set(occasions.flatMap((one) => one.bodies.map((state) => state.body)))) {
    const plan = await actionPlanOf(tx, body, year, ctx.today, ctx.personId === undefined);
    if (plan) plans.push({ body, ...plan });
  }
  return { year, occasions: inTime(occasions), plans, further: [...(budget?.budget.furtherFollowUps ?? [])] };
}

/** An extra follow-up stands where it comes in the year: before the first report that looks further. */
function inTime(occasions: Occasions["occasions"]): Occasions["occasions"] {
  const extra = occasions.filter(({ kind }) => ofEconomyAlone(kind));
  const others = occasions.filter(({ kind }) => !ofEconomyAlone(kind));
  const [first] = extra;
  const at = others.findIndex(({ until }) => until !== null && until > (first?.until ?? ""));
  return at < 0 ? [...others, ...extra] : others.toSpliced(at, 0, ...extra);
}

function bodyState(
  ctx: Context,
  kind: ReportKind,
  year: number,
  body: Body,
  { due }: Occasion,
  version: Version | undefined,
): Occasions["occasions"][number]["bodies"][number] {
  const decided = version?.decision ?? null;
  const open = version?.state === "proposed" ? ("proposed" as const) : ("draft" as const);
  const state = decided ? "decided" : version ? open : "none";
  return {
    body: body.id,
    name: body.name,
    matter: matterId(kind, body.id, year),
    due,
    state,
    decision: decided?.number ?? null,
    decidedOn: decided?.decidedOn ?? null,
    late: !decided && ctx.today > due,
  };
}
