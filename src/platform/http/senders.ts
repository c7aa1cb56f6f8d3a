import type { FastifyRequest } from "fastify";
import { Address6 } from "ip-address";
import { LRUCache } from "lru-cache";
import { tokenHash } from "./request-context.ts";

/** Sessions that have opened something lately, on this server. */
const REMEMBERED = 10_000;
const REMEMBERED_MS = 10 * 60_000;
/** A household or an office has a whole network of this size in IPv6, and would else count as many as it liked. */
const NETWORK_BITS = 64;

/**
 * Whose requests are counted together: each session by itself, so that a whole town hall behind one address does not share one
 * pot; everybody else by address. A session counts as one from its first request that opened something: a token that somebody
 * made up is counted with the address that it comes from.
 */
export class Senders {
  private readonly sessions = new LRUCache<string, true>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  private readonly cookie: string;

  constructor(cookie: string) {
    this.cookie = cookie;
  }

  of(request: FastifyRequest): string {
    const token = request.cookies[this.cookie];
    const session = token && tokenHash(token);
    return session && this.sessions.get(session) ? `session ${session}` : `address ${networkOf(request.ip)}`;
  }

  /** A request whose session has been found to hold. */
  opened(token: string): void {
    this.sessions.set(tokenHash(token), true);
  }
}

/** An IPv4 address as it is; of an IPv6 address the network, unless it is an IPv4 address in IPv6's clothes. */
export function networkOf(ip: string): string {
  if (!Address6.isValid(ip)) return ip;
  const address = new Address6(ip);
  if (address.isMapped4()) return address.to4().correctForm();
  return new Address6(`${address.addressMinusSuffix}/${NETWORK_BITS}`).startAddress().correctForm();
}
