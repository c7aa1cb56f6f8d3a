import { lastingId } from "../../kernel/plain-id.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { personNames } from "../store.ts";
import { CantReorganise, NoReorganisation } from "./contract.ts";
import type { Judged } from "./judging.ts";
import type { Step } from "./rules/steps.ts";
import { type Registered, registerReorganisation, reorganisations } from "./store/reorganisations.ts";

/** A reorganisation as it is told of. */
export async function shown(tx: Tx, { done: _done, ...one }: Registered) {
  const nameOf = await personNames(tx);
  return {
    ...one,
    steps: [...one.steps],
    registeredByName: nameOf(one.registeredBy),
    takenBack: one.takenBack && { ...one.takenBack, name: nameOf(one.takenBack.by) },
  };
}

export const numbered = async (tx: Tx, id: string): Promise<Registered> =>
  (await reorganisations(tx)).find((one) => one.id === id) ?? refuse(NoReorganisation, { params: { id } });

/** Stores what has been judged; refuses it where anything stops it. The caller holds the lock since before it was judged. */
export async function registerJudged(
  tx: Tx,
  ctx: Context,
  said: {
    readonly name: string;
    readonly reason: string;
    readonly decision: string;
    readonly steps: readonly Step[];
  },
  { day, result, turns, remarks }: Judged,
) {
  const stops = remarks.filter(({ level }) => level === "stops");
  if (stops.length > 0) refuse(CantReorganise, { remarks: stops, cite: "§3" });
  const id = lastingId("omorganisation");
  const given = { ...said, id, day, by: ctx.personId ?? "", on: ctx.present };
  await registerReorganisation(tx, ctx.municipality, given, result, turns);
  return shown(tx, await numbered(tx, id));
}
