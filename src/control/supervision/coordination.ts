import type { Holding } from "../../platform/chapter.ts";
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
