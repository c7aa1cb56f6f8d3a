import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { ownValue } from "../../kernel/own-value.ts";
import { sha256 } from "../hash.ts";
import { senderOf } from "../sign-in/sender.ts";
import { SESSION_COOKIE } from "./cookies.ts";
import { bearerIn } from "./program-access.ts";

/** Sessions that have opened something lately, on this server. */
const REMEMBERED = 10_000;
const REMEMBERED_MS = 10 * 60_000;

/**
 * Whose requests are counted together: each session and each program by itself, so that a whole town hall behind one address does not share one
 * pot; everybody else by address. A session counts as one from its first request that opened something: a token that somebody
 * made up is counted with the address that it comes from.
 */
export class Senders {
  private readonly sessions = new LRUCache<string, true>({ max: REMEMBERED, ttl: REMEMBERED_MS });

  of(request: FastifyRequest): string {
    const token = bearerIn(request) ?? ownValue(request.cookies, SESSION_COOKIE);
    const session = token && sha256(token);
    return session && this.sessions.get(session) ? `session ${session}` : `address ${senderOf(request.ip)}`;
  }

  /** A request whose program's token has been found to hold. */
  openedBy(request: FastifyRequest): void {
    const token = bearerIn(request);
    if (token) this.opened(token);
  }

  /** A request whose session has been found to hold. */
  opened(token: string): void {
    this.sessions.set(sha256(token), true);
  }
}
