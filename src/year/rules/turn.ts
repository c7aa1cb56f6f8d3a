import { type Body, upFrom } from "../../organisation/rules/organisation.ts";
import type { StepState } from "./step.ts";

const isServing = (body: Body): boolean => body.kind === "administration" || body.kind === "unit";

/** A body with those who serve it and those it serves, up to its committee or board: what "we" means in the year's work. */
export function circleOf(bodies: readonly Body[], id: string): Set<string> {
  const circle = new Set<string>();
  for (const body of upFrom(bodies, id)) {
    circle.add(body.id);
    if (!isServing(body)) break;
  }
  for (const body of bodies)
    if (isServing(body) && upFrom(bodies, body.id).some((above) => above.id === id)) {
      const path = upFrom(bodies, body.id);
      const below = path.slice(
        0,
        path.findIndex((above) => above.id === id),
      );
      if (below.every(isServing)) circle.add(body.id);
    }
  return circle;
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
