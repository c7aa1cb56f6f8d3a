import { mayTend, type Tending, tending } from "../../decisions/course/facts.ts";
import { ownerNow } from "../../decisions/course/rules/present.ts";
import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { draftOf } from "../../decisions/rules/reading.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { refuse } from "../../kernel/problem.ts";
import { holders } from "../../organisation/holdings.ts";
import { managersOf } from "../../organisation/rules/managers.ts";
import type { MayAnswer } from "../../organisation/rules/may.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, NotFound } from "../../platform/http/handle.ts";
import type { ControlInHand, ControlsInHand } from "../contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { planInForce } from "../kinds.ts";
import { nextDue } from "../rules/carried-out.ts";
import { carriedOutOn, type Measure, measuresOn } from "./measures.ts";

/** A control's id in the house. */
export const controlThing = (plan: string, control: string): string => thingOf(plan, "controls", control);

/** A body's controls of a year with what has been done of them, and the measures that are under way (K-4). */
export async function controlsInHand(
  tx: Tx,
  ctx: Context,
  at: { readonly body: string; readonly year: number },
): Promise<ControlsInHand> {
  const of = await tending(tx, ctx);
  const body = of.who.bodies.find(({ id }) => id === at.body);
  if (!body) refuse(NotFound, { params: { what: at.body } });
  const name = (id: string) => of.people.find((person) => person.id === id)?.name ?? id;
  const plan = await planInForce(tx, at, ctx.today);
  const has = await holders(tx, ctx.today, plan ? [plan.matter] : []);
  const carried = Map.groupBy(await carriedOutOn(tx, at, ctx.today), ({ control }) => control);
  // What is registered and not reported is the administration's own until then: read like a draft of the report
  const report = {
    id: matterId(CONTROL_REPORT.kind, body.id, at.year),
    kind: CONTROL_REPORT.kind,
    body: body.id,
  };
  const whole = (await readsOf(tx, ctx))(draftOf(report));
  const controls = (plan?.controls ?? []).map((control): ControlInHand => {
    const thing = controlThing(plan?.matter ?? "", control.id);
    const owner = ownerNow(has, thing, control.responsible, name);
    const done = carried.get(control.id) ?? [];
    const may = mayTend(of, { person: owner.responsible, body: at.body, object: CONTROL_PLAN.kind });
    return {
      control: control.id,
      thing,
      text: control.text,
      method: control.method,
      scope: control.scope,
      due: control.due,
      times: control.times,
      ...owner,
      nextDue: nextDue(control, done.length) ?? null,
      carriedOut: (whole || may.allowed ? done : []).map((one) => ({
        time: one.time,
        result: one.result,
        doneOn: one.doneOn,
        sample: one.sample,
        finding: one.finding,
        measure: one.measure,
        by: name(one.by),
      })),
      may,
    };
  });
  const texts = new Map(controls.map(({ control, text }) => [control, text]));
  const measures = (await measuresOn(tx, { body: at.body }, ctx.today)).filter(
    ({ year, closed, reported, responsible }) =>
      (year === at.year || (year < at.year && !closed)) &&
      (whole || reported || responsible === of.who.person?.id),
  );
  return {
    body: body.id,
    bodyName: body.name,
    year: at.year,
    controls,
    risks: (plan?.risks ?? []).map(({ id, responsible }) => {
      const thing = thingOf(plan?.matter ?? "", "risks", id);
      const { responsible: _person, ...owner } = ownerNow(has, thing, responsible, name);
      return { risk: id, thing, ...owner };
    }),
    measures: measures.map((one) => ({
      thing: one.thing,
      year: one.year,
      control: (one.year === at.year && texts.get(one.control)) || "",
      text: one.text,
      responsibleName: name(one.responsible),
      decidedResponsibleName:
        one.responsible === one.decidedResponsible ? null : name(one.decidedResponsible),
      due: one.due,
      movedFrom: one.movedFrom,
      state: one.state,
      stateReason: one.stateReason,
      late: !one.closed && !one.awaitsCheck && one.due < ctx.today,
      awaitsCheck: one.awaitsCheck,
      check: lastCheck(one.checks, name),
      mayCheck: mayCheck(of, one),
    })),
  };
}

const lastCheck = (checks: Measure["checks"], name: (id: string) => string) => {
  const last = checks.at(-1);
  return last ? { verdict: last.verdict, text: last.text, by: name(last.by), on: last.on } : null;
};

/** Who may look over a measure that is done: whoever looks after it, but for the one who did it and the one whose it is (K-4). */
function mayCheck(of: Tending, one: Measure): MayAnswer {
  const answer = mayTend(of, { person: one.responsible, body: one.body, object: CONTROL_REPORT.kind });
  if (!answer.allowed) return answer;
  const by = of.who.person?.id;
  if (by !== one.stateBy && by !== one.responsible) return answer;
  const own = by ?? one.responsible;
  const managers = managersOf(of.people, of.who.bodies, own, of.today).map(({ name }) => name);
  return { allowed: false, because: "not-yours", cite: "§2.3", ask: managers };
}
