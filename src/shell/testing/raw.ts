import type { FastifyInstance } from "fastify";

export interface RawReply {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly cookies: readonly { name: string; value: string; [flag: string]: unknown }[];
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
  readonly json: any;
}

/** One request as it is, past the client: with the headers and the bytes that are given and no others. */
export async function raw(
  app: FastifyInstance,
  method: string,
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer | object } = {},
): Promise<RawReply> {
  const plain = typeof body === "string" || Buffer.isBuffer(body);
  const reply = await app.inject({
    method: method as "GET",
    url,
    headers: { ...(body !== undefined && !plain ? { "content-type": "application/json" } : {}), ...headers },
    ...(body === undefined ? {} : { payload: plain ? body : JSON.stringify(body) }),
  });
  const isJson = String(reply.headers["content-type"]).includes("json");
  return {
    status: reply.statusCode,
    headers: reply.headers,
    cookies: reply.cookies,
    json: isJson ? reply.json() : undefined,
  };
}

/** The cookie of a person who has signed in, in the sample municipality. */
export async function cookieOf(app: FastifyInstance, person: string): Promise<string> {
  const reply = await raw(app, "POST", "/api/sign-in/sample", { body: { person } });
  return `tillit_session=${reply.cookies.find((cookie) => cookie.name === "tillit_session")?.value}`;
}
