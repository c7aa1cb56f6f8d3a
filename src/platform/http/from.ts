import type { FastifyRequest } from "fastify";
import { browserName } from "../sign-in/browser-name.ts";
import { networkOf } from "../sign-in/sender.ts";

/** Where a request comes from, and by which name in the net it was asked: that one leads to this municipality. */
export interface From {
  /** The sender's address. */
  readonly ip: string;
  /** The network that it lies in, and the browser's name: by which a person knows a session again. */
  readonly network: string;
  readonly browser: string;
  /** "tillit.kommunen.se", with a port where the address has one. */
  readonly host: string;
  readonly hostname: string;
}

export const fromOf = (request: FastifyRequest): From => ({
  ip: request.ip,
  network: networkOf(request.ip),
  browser: browserName(request.headers["user-agent"]),
  host: request.host.toLowerCase(),
  hostname: request.hostname.toLowerCase().replace(/\.$/, ""),
});
