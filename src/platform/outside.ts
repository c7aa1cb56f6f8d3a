import { lookup } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { ownValue } from "../kernel/own-value.ts";

/** Why something outside the house was not fetched. */
export type OutsideReason =
  | "not-https"
  | "inner-address"
  | "unknown-host"
  | "too-large"
  | "too-slow"
  | "away";

export class OutsideFault extends Error {
  readonly reason: OutsideReason;
  constructor(reason: OutsideReason, options?: ErrorOptions) {
    super(`nothing could be fetched from outside: ${reason}`, options);
    this.name = "OutsideFault";
    this.reason = reason;
  }
}

export interface OutsideAsk {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | undefined;
}
export type OutsideFetch = (url: string, ask?: OutsideAsk) => Promise<Response>;

const MAX_MS = 10_000;
const MAX_BYTES = 1_000_000;
/** Answers that have no body by HTTP. */
const BODILESS = [204, 205, 304];

/**
 * Fetches from addresses that somebody has written in the house: within a time and a size, over HTTPS, never following a redirect, and
 * never from an inner network – this machine, the municipality's own net, a cloud's own services – but those that whoever runs Tillit has
 * named (`inner`, which may then be plain HTTP). The address that a name leads to is looked at, and that one is asked. Throws OutsideFault.
 */
export function outsideFetch(inner: readonly string[]): OutsideFetch {
  const isNamed = (address: string) => inner.some((network) => inNetwork(address, network));
  const mayAsk = (address: string, secure: boolean) => isNamed(address) || (secure && isPublic(address));
  return (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const { protocol, hostname } = new URL(url);
      const secure = protocol === "https:";
      if (!secure && protocol !== "http:") return reject(new OutsideFault("not-https"));
      const host = hostname.replace(/^\[|\]$/g, "");
      const refused = new OutsideFault(secure ? "inner-address" : "not-https");
      // An address that is written out is never looked up
      if (isIP(host) !== 0 && !mayAsk(host, secure)) return reject(refused);
      const deadline = AbortSignal.timeout(MAX_MS);
      const failed = (cause: unknown) =>
        reject(
          cause instanceof OutsideFault
            ? cause
            : new OutsideFault(deadline.aborted ? "too-slow" : reasonOf(cause), { cause }),
        );
      const asking = (secure ? secureRequest : plainRequest)(
        url,
        {
          method,
          headers: {
            ...headers,
            ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          },
          agent: false,
          signal: deadline,
          lookup: (name, options, found) =>
            lookup(name, { ...options, all: true }, (fault, addresses) => {
              if (fault) return found(fault, "", 0);
              const allowed = addresses.filter(({ address }) => mayAsk(address, secure));
              const [first] = allowed;
              if (!first) return found(refused, "", 0);
              return options.all ? found(null, allowed) : found(null, first.address, first.family);
            }),
        },
        (answer) => {
          const parts: Buffer[] = [];
          let bytes = 0;
          answer.on("data", (part: Buffer) => {
            bytes += part.length;
            if (bytes > MAX_BYTES) answer.destroy(new OutsideFault("too-large"));
            else parts.push(part);
          });
          answer.on("error", failed);
          answer.on("end", () => {
            const status = answer.statusCode ?? 0;
            const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [
              name,
              String(value),
            ]);
            if (status < 200 || status > 599) return failed(new OutsideFault("away"));
            resolve(
              new Response(BODILESS.includes(status) ? null : Buffer.concat(parts), {
                status,
                headers: told,
              }),
            );
          });
        },
      );
      asking.on("error", failed);
      asking.end(body);
    });
}

const reasonOf = (cause: unknown): OutsideReason =>
  ["ENOTFOUND", "EAI_AGAIN"].includes((cause as { code?: string }).code ?? "") ? "unknown-host" : "away";

/** An address on the open internet: not a machine's own, an office's, a cloud's, or one that leads on to such a one. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";

/** The ranges behind the names that networks may be given by, as in TILLIT_TRUSTED_PROXY. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ["loopback"],
  linklocal: ["linkLocal"],
  uniquelocal: ["private", "uniqueLocal"],
};

/** Whether an address is in a network: an address, one with its length (10.0.0.0/8), or a name. */
export function inNetwork(address: string, network: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const own = ipaddr.process(address);
  const named = ownValue(NAMED, network);
  if (named) return named.includes(own.range());
  const [base = "", length] = network.split("/");
  if (!ipaddr.isValid(base)) return false;
  const of = ipaddr.process(base);
  const bits = length === undefined ? (of.kind() === "ipv4" ? 32 : 128) : Number(length);
  if (own.kind() !== of.kind()) return false;
  return own.kind() === "ipv4"
    ? (own as ipaddr.IPv4).match(of as ipaddr.IPv4, bits)
    : (own as ipaddr.IPv6).match(of as ipaddr.IPv6, bits);
}
