import { type Body, servedFrom } from "../../organisation/rules/organisation.ts";
import type { StepState } from "./step.ts";

const isServing = (body: Body): boolean => body.kind === "administration" || body.kind === "unit";

/** A body with those who serve it and those it serves, up to its committee or board: what "we" means in the year's work. */
export function circleOf(bodies: readonly Body[], id: string): Set<string> {
  const served = servedFrom(bodies, id);
  const serving = bodies.filter(
    (body) => isServing(body) && servedFrom(bodies, body.id).some((above) => above.id === id),
  );
  return new Set([...served, ...serving].map((body) => body.id));
}

/**
 * Who prepares a body's matters: the administration that serves it; for the council the one that serves the executive; a
 * company or a body without an administration does it itself.
 */
export function preparerOf(bodies: readonly Body[], body: Body): Body {
  const asks = body.kind === "council" ? bodies.find((b) => b.kind === "executive") : body;
  const serving = bodies.find((b) => b.kind === "administration" && b.parent === asks?.id);
  return isServing(body) ? body : (serving ?? body);
}

/** Whose turn it is: the organ's when something is proposed to it, otherwise the preparer's; nobody's when it is not time. */
export function turnOf(
  bodies: readonly Body[],
  body: Body,
  state: StepState,
  proposed: boolean,
): Body | undefined {
  if (state !== "under-way" && state !== "late") return undefined;
  return proposed ? body : preparerOf(bodies, body);
}

/** Whether a person with posts in some bodies is the one to write a body's matter: from the body itself or its preparer. */
export const writesFor = (bodies: readonly Body[], body: Body, posts: ReadonlySet<string>): boolean =>
  posts.has(body.id) || posts.has(preparerOf(bodies, body).id);
