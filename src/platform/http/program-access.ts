import type { FastifyRequest } from "fastify";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Route } from "./contract.ts";

/** What a program may ask that may read what everybody who has signed in reads. */
export const READ_INTERNAL = "read:internal";

export const TokenUnknown = problemKind("token-unknown", 401);
export const TokenEnded = problemKind("token-ended", 401);
/** Nobody in office answers for the program any more. */
export const TokenOwnerless = problemKind("token-ownerless", 403);
const NotForPrograms = problemKind("not-for-programs", 403);
const TokenNotForThis = problemKind("token-not-for-this", 403);

const BEARER = /^bearer +(\S{1,500})$/i;

/** The token that a program sends with a request; undefined where there is none. */
export const bearerIn = (request: FastifyRequest): string | undefined =>
  request.headers.authorization?.match(BEARER)?.[1];

/**
 * By which of its actions a program may ask a route; any of them will do. None: it is for people alone – signing in and out, deciding,
 * what is one's own. `undefined`: it takes no right.
 */
export function programActions({ method, access, allow }: Route): readonly string[] | undefined {
  if (method === "GET" && access === "public") return undefined;
  if (allow === undefined || allow === "anyone") return method === "GET" ? [READ_INTERNAL] : [];
  // What a route says of several kinds at once ("decide:*") is for people: a program has each of its actions by name
  return [allow].flat().flatMap(({ action }) => (action.endsWith(":*") ? [] : [action]));
}

/** Refuses what a program has not been given, before any chapter is asked; which body it is about the chapter looks at. */
export function refuseBeyond(route: Route, actions: readonly string[]): void {
  const asked = programActions(route);
  if (asked === undefined || asked.some((action) => actions.includes(action))) return;
  const [action] = asked;
  if (action === undefined) refuse(NotForPrograms);
  refuse(TokenNotForThis, { params: { action } });
}
