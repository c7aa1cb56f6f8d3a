import { type Body, type BodyKind, carriesOut, servedFrom } from "../../organisation/rules/organisation.ts";
import type { StepState } from "./step.ts";

/** A body with those who serve it and those it serves, up to its committee or board: what "we" means in the year's work. */
export function circleOf(bodies: readonly Body[], id: string): Set<string> {
  const served = servedFrom(bodies, id);
  const serving = bodies.filter(
    (body) => carriesOut(body) && servedFrom(bodies, body.id).some((above) => above.id === id),
  );
  return new Set([...served, ...serving].map((body) => body.id));
}

/**
 * Who prepares a body's matters: the administration that serves it; for the council the one that serves the executive; a
 * company or a body without an administration does it itself.
 */
export function preparerOf(bodies: readonly Body[], body: Body): Body {
  const asks = body.kind === "council" ? bodies.find((b) => b.kind === "executive") : body;
  const serving = bodies.find((b) => b.kind === "administration" && !b.continuedBy && b.parent === asks?.id);
  return carriesOut(body) ? body : (serving ?? body);
}

/** The body of a kind that prepares a step for the whole, where there is one: the management group. */
const groupOf = (bodies: readonly Body[], preparedBy: BodyKind | undefined): Body | undefined =>
  preparedBy && bodies.find(({ kind, validTo }) => kind === preparedBy && validTo === null);

/** Whose turn it is: the organ's when something is proposed to it, otherwise the preparer's; nobody's when it is not time. */
export function turnOf(
  bodies: readonly Body[],
  body: Body,
  state: StepState,
  { proposed, preparedBy }: { readonly proposed: boolean; readonly preparedBy?: BodyKind | undefined },
): Body | undefined {
  if (state !== "under-way" && state !== "late") return undefined;
  return proposed ? body : (groupOf(bodies, preparedBy) ?? preparerOf(bodies, body));
}

/**
 * Whether a person with posts in some bodies is the one to write a body's matter: from the body itself, its preparer, or the group
 * that prepares the step.
 */
export const writesFor = (
  bodies: readonly Body[],
  body: Body,
  posts: ReadonlySet<string>,
  preparedBy?: BodyKind,
): boolean => writersOf(bodies, body, preparedBy).some((id) => posts.has(id));

/** Where a body's matter is written: the body itself, its preparer, and the group that prepares the step. */
export const writersOf = (bodies: readonly Body[], body: Body, preparedBy?: BodyKind): string[] => [
  body.id,
  preparerOf(bodies, body).id,
  ...[groupOf(bodies, preparedBy)?.id].filter((id) => id !== undefined),
];
