import type { Day } from "../../kernel/day.ts";
import { type Held, holders } from "../../organisation/holdings.ts";
import type { Holding } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { coordinatorWords } from "./words.ts";

/** That somebody coordinates a body's internal control, as something that is held in the house (K-5). */
export const COORDINATOR = "control-coordinator";
export const coordinatorThing = (body: string): string => `${COORDINATOR}:${body}`;

export const coordination = (body: string, bodyName: string, person: string): Holding => ({
  thing: coordinatorThing(body),
  what: "coordinator",
  person,
  body,
  name: coordinatorWords(bodyName),
  href: `/kontroll?organ=${body}`,
});

/** Who coordinates on a day, by body. */
export async function coordinatorsHeld(
  tx: Tx,
  day: Day,
  bodies: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const has = await holders(tx, day, bodies.map(coordinatorThing));
  return new Map([...has.values()].map((one) => [one.body, one]));
}
