import { mustTend, tending } from "../../decisions/course/facts.ts";
import { lockMatter } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { holders } from "../../organisation/holdings.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { NoControl } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { planInForce } from "../kinds.ts";
import { controlThing } from "./in-hand.ts";

interface AtControl {
  readonly body: string;
  readonly year: number;
  readonly control: string;
}

/** The control of the decided plan, for one who writes what was done of it: one at a time. */
export async function mustCarryOut(tx: Tx, ctx: Context, at: AtControl) {
  await lockMatter(tx, ctx.municipality, `carried-out ${at.body} ${at.year} ${at.control}`);
  return carriesOut(tx, ctx, at);
}

/** The control of the decided plan, for one who may say what was done of it: its owner, the manager, who writes the plan. */
export async function carriesOut(tx: Tx, ctx: Context, at: AtControl) {
  const { plan, control } = await plannedControl(tx, ctx, at);
  const of = await tending(tx, ctx);
  const person = (await holders(tx, ctx.today, [plan.matter])).get(
    controlThing(plan.matter, control.id),
  )?.person;
  mustTend(of, {
    person: person ?? control.responsible,
    body: at.body,
    object: CONTROL_PLAN.kind,
    name: control.text,
  });
  return { control, by: of.who.person?.id as string };
}

/** A control of the plan that the body has decided for the year; refuses where there is none. */
export async function plannedControl(tx: Tx, ctx: Context, at: AtControl) {
  const plan = await planInForce(tx, at, ctx.today);
  const control = plan?.controls.find(({ id }) => id === at.control);
  if (!plan || !control) refuse(NoControl, { params: { control: at.control, year: at.year } });
  return { plan, control };
}
