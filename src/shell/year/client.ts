import type { FastifyInstance } from "fastify";

/** One call to the API as a person on a day. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api. */
  readonly path: string;
  readonly as: string;
  readonly on: string;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly headers?: Record<string, string>;
}

export interface Reply {
  readonly status: number;
  readonly etag: string | undefined;
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

export interface Client {
  call(call: Call): Promise<Reply>;
}

type Wire = (request: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
}) => Promise<{ status: number; headers: Record<string, string>; bytes: Uint8Array }>;

/** Calls an app in the same process, past the network but through everything else; `always`: headers of each request. */
export function inProcess(app: FastifyInstance, always: Record<string, string> = {}): Client {
  return clientOver(async ({ method, url, headers, body }) => {
    const reply = await app.inject({
      method: method as "GET",
      url,
      headers: { ...headers, ...always },
      ...(body ? { payload: Buffer.from(body) } : {}),
    });
    const flat = Object.fromEntries(
      Object.entries(reply.headers).map(([k, v]) => [k, Array.isArray(v) ? (v[0] ?? "") : String(v)]),
    );
    return { status: reply.statusCode, headers: flat, bytes: new Uint8Array(reply.rawPayload) };
  });
}

/**
 * Calls a server over the network. A lost connection is tried again until `patienceMs` have passed: each write carries a
 * key, so that it happens once however often it is asked for.
 */
export function overHttp(base: string | (() => string), patienceMs = 0): Client {
  return clientOver(async ({ method, url, headers, body }) => {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        const address = typeof base === "string" ? base : base();
        const reply = await fetch(address + url, { method, headers, body: body ? Buffer.from(body) : null });
        const bytes = new Uint8Array(await reply.arrayBuffer());
        if (reply.status === 503 && performance.now() < deadline) throw new Error("busy");
        return { status: reply.status, headers: Object.fromEntries(reply.headers), bytes };
      } catch (cause) {
        if (performance.now() >= deadline) throw cause;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  });
}

const ANOTHER_DAY = "reading-another-day";
const SESSION_GONE = "sign-in-first";
/** Busy, or the database is away: it may be asked again. */
export const IN_PASSING = 503;

/**
 * Signs each person in once and keeps the session. What is written on a day is written when it is that day in the sample
 * municipality: where it is another, its day is moved first, by the one who writes.
 */
function clientOver(wire: Wire): Client {
  const sessions = new Map<string, string>();
  /** The cookie, or the answer of a server that can't sign anybody in just now. */
  const signIn = async (person: string, on: string): Promise<string | Reply> => {
    const known = sessions.get(person);
    if (known) return known;
    const reply = await wire({
      method: "POST",
      url: "/api/sign-in/sample",
      headers: { "content-type": "application/json", "tillit-today": on },
      body: Buffer.from(JSON.stringify({ person })),
    });
    if (reply.status === IN_PASSING) return replyOf(reply);
    const cookie = reply.headers["set-cookie"]?.split(";")[0];
    if (reply.status !== 200 || !cookie)
      throw new Error(`Kunde inte logga in som ${person}: ${Buffer.from(reply.bytes)}`);
    sessions.set(person, cookie);
    return cookie;
  };
  return {
    async call({ method, path, as, on, body, file, headers = {} }) {
      const payload = file ? multipart(file) : body === undefined ? undefined : json(body);
      const cookie = await signIn(as, on);
      if (typeof cookie !== "string") return cookie;
      const said = { cookie, "tillit-today": on };
      const ask = async (): Promise<Reply> =>
        replyOf(
          await wire({
            method,
            url: `/api${path}`,
            headers: { ...said, ...payload?.headers, ...headers },
            body: payload?.bytes,
          }),
        );
      const reply = await ask();
      const code = (reply.json as { code?: string } | undefined)?.code;
      if (code === SESSION_GONE) sessions.delete(as); // asked again, one signs in anew
      if (code !== ANOTHER_DAY) return reply;
      const day = json({ day: on });
      const moved = replyOf(
        await wire({
          method: "POST",
          url: "/api/sample/day",
          headers: { ...said, ...day.headers },
          body: day.bytes,
        }),
      );
      return moved.status === 200 ? ask() : moved;
    },
  };
}

function replyOf({ status, headers, bytes }: Awaited<ReturnType<Wire>>): Reply {
  const isJson = headers["content-type"]?.includes("json") ?? false;
  return {
    status,
    etag: headers.etag,
    json: isJson ? JSON.parse(Buffer.from(bytes).toString("utf8")) : undefined,
    bytes,
  };
}

const json = (body: unknown) => ({
  headers: { "content-type": "application/json" },
  bytes: Buffer.from(JSON.stringify(body)),
});

function multipart(file: { name: string; bytes: Uint8Array }) {
  const boundary = "tillit-file-boundary";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    bytes: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
