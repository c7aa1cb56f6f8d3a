import { mandateObject } from "../../organisation/rules/objects.ts";

/** What an organ asks of somebody in a decision. */
export const ASSIGNMENT = mandateObject({
  object: "assignment",
  names: { sv: "Uppdrag", en: "Assignments" },
  definite: { sv: "uppdrag i beslut", en: "assignments in decisions" },
  address: { all: "/uppdrag", write: "/uppdrag" },
});

/** The page of an assignment. */
export const assignmentPage = (id: string): string => `${ASSIGNMENT.address.all}/${id}`;

/** An assignment among the house's things: what is held, found and tied by. */
export const assignmentThing = (id: string): string => `${ASSIGNMENT.object}:${id}`;
