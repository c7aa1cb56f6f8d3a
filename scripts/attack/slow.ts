import { connect, type Socket } from "node:net";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { type Attacked, attackedServer, othersAsk } from "./running.ts";

const OTHERS_WAIT_MS = 3_000;
/** The server's own limits on headers and on a whole request, with the interval at which it looks. */
const HEADERS_WITHIN_MS = 15_000 + 10_000;
const MAX_BYTES = 1_500_000_000;
const MEGABYTE = 1_000_000;

/** Slow and large requests: others are answered meanwhile, each has its answer in words, and what never comes to an end is ended. */
export const slow: Part = {
  name: "slow",
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count("slow", attack);
    const server = await attackedServer(attack, "slow");
    const cookie = await server.signIn("ekonomichef");
    const tries = attack.short ? SHORT : Object.keys(TRIES);
    for (const name of tries) {
      const others = othersAsk(server.base);
      const fault = await (TRIES[name] as Try)(server, cookie, attack);
      const { longestMs, refused, asked } = await others.stop();
      count.holds(fault === undefined, `${name}: ${fault}`);
      count.holds(
        asked > 0 && longestMs <= OTHERS_WAIT_MS,
        `${name}: andra väntar mer än ${OTHERS_WAIT_MS} ms`,
      );
      count.holds(refused.length === 0, `${name}: andra får ${refused.join(", ")}`);
      count.holds(server.peakBytes() <= MAX_BYTES, `${name}: servern tar mer än ${MAX_BYTES / 1e9} GB`);
      count.holds(server.program.child.exitCode === null, `${name}: servern slutade`);
    }
    return count.outcome();
  },
};

/** What is wrong with how it was answered; undefined where nothing is. */
type Try = (server: Attacked, cookie: string, attack: Attack) => Promise<string | undefined>;

const post = (server: Attacked, path: string, cookie: string, type: string, body: BodyInit) =>
  fetch(`${server.base}/api${path}`, {
    method: "POST",
    headers: { cookie, ...(type ? { "content-type": type } : {}) },
    body,
    signal: AbortSignal.timeout(90_000),
  });

/** Refused in words with one of these, or cut off before all was sent, as a server may that has already answered. */
async function refusedAs(
  statuses: readonly number[],
  asking: Promise<Response>,
): Promise<string | undefined> {
  try {
    const reply = await asking;
    const said = await reply.text();
    return statuses.includes(reply.status) ? undefined : `svarar ${reply.status} ${said.slice(0, 200)}`;
  } catch (cause) {
    const why = String((cause as Error).cause ?? cause);
    return /ECONNRESET|EPIPE|socket|closed/i.test(why) ? undefined : why;
  }
}

/** So many sockets that say this and then go on with it, a little at a time, until they are closed; how many were not within a time. */
async function dripping(
  { port }: Attacked,
  { sockets, first, more, withinMs }: { sockets: number; first: string; more: string; withinMs: number },
): Promise<number> {
  const open = new Set<Socket>();
  for (let i = 0; i < sockets; i++) {
    const socket = connect(port, "127.0.0.1", () => socket.write(first));
    open.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => {});
    socket.on("close", () => open.delete(socket));
  }
  const drip = setInterval(() => {
    for (const socket of open) if (socket.writable) socket.write(more);
  }, 1_000);
  for (const end = performance.now() + withinMs; open.size > 0 && performance.now() < end; )
    await new Promise((done) => setTimeout(done, 200));
  clearInterval(drip);
  const left = open.size;
  for (const socket of open) socket.destroy();
  return left;
}

const JSON_TYPE = "application/json";
const nested = (depth: number) => `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`;

const TRIES: Readonly<Record<string, Try>> = {
  "hundra megabyte JSON": (server, cookie) =>
    refusedAs([413], post(server, "/decisions", cookie, JSON_TYPE, `"${"x".repeat(100 * MEGABYTE)}"`)),
  "hundra megabyte fil": (server, cookie) => {
    const form = new FormData();
    form.set("file", new Blob([Buffer.alloc(100 * MEGABYTE)]), "bok.xlsx");
    return refusedAs([413], post(server, "/budget/population-file", cookie, "", form));
  },
  "tusentals fält": (server, cookie) => {
    const form = new FormData();
    for (let i = 0; i < 5_000; i++) form.set(`fält ${i}`, "x");
    return refusedAs([400, 413, 422], post(server, "/budget/population-file", cookie, "", form));
  },
  "fält utan fil": (server, cookie) => {
    const form = new FormData();
    form.set("file", "x");
    return refusedAs([400, 415, 422], post(server, "/budget/population-file", cookie, "", form));
  },
  "djup JSON": (server, cookie) =>
    refusedAs([400, 413, 422], post(server, "/decisions", cookie, JSON_TYPE, nested(80_000))),
  "en miljon medlemmar": (server, cookie) =>
    refusedAs(
      [400, 413, 422],
      post(
        server,
        "/decisions",
        cookie,
        JSON_TYPE,
        `{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join()}}`,
      ),
    ),
  "fel slags innehåll": (server, cookie) =>
    refusedAs([400, 415], post(server, "/decisions", cookie, "text/xml", "<x/>")),
  "ofullständig JSON": (server, cookie) =>
    refusedAs([400], post(server, "/decisions", cookie, JSON_TYPE, '{"a":')),
  "lång adress": (server) =>
    refusedAs([400, 404, 414, 431], fetch(`${server.base}/api/matters/${"x".repeat(15_000)}`)),
  "längre adress än vad huvudena får vara": (server) =>
    refusedAs([400, 404, 414, 431], fetch(`${server.base}/api/matters/${"x".repeat(200_000)}`)),
  "lång fråga": (server) =>
    refusedAs([400, 414, 422, 431], fetch(`${server.base}/api/search?q=${"%C3%A5".repeat(2_000)}`)),
  "trasiga adresser": async (server) => {
    for (const path of [
      "/api/%",
      "/api/%C3",
      "/api/decisions/%00",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/api//",
      "/api/decisions/1e99",
    ]) {
      const fault = await refusedAs([400, 404, 422], fetch(server.base + path));
      if (fault) return `${path} ${fault}`;
    }
    return undefined;
  },
  "stora huvuden": (server) =>
    refusedAs(
      [400, 431],
      fetch(`${server.base}/api/session`, { headers: { "x-fyllnad": "x".repeat(60_000) } }),
    ),
  "två tusen öppna anslutningar": async (server) => {
    // They may stand open for a while: what counts is that others are answered
    await dripping(server, { sockets: 2_000, first: "", more: "", withinMs: 1_500 });
    return undefined;
  },
  "huvuden som aldrig tar slut": async (server, _cookie, { short }) => {
    const request = { first: "GET /api/session HTTP/1.1\r\nhost: x\r\n", more: "x-a: b\r\n" };
    const left = await dripping(server, {
      sockets: 300,
      ...request,
      withinMs: short ? 1_200 : HEADERS_WITHIN_MS,
    });
    return short || left === 0 ? undefined : `${left} anslutningar stängdes inte`;
  },
  "innehåll som aldrig tar slut": async (server, cookie, { short }) => {
    const first = `POST /api/decisions HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 900000\r\n\r\n"`;
    const left = await dripping(server, { sockets: 300, first, more: "x", withinMs: short ? 1_200 : 75_000 });
    return short || left === 0 ? undefined : `${left} anslutningar stängdes inte`;
  },
  "filer som kommer långsamt": async (server, cookie) => {
    const first = `POST /api/budget/population-file HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000000\r\n\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\n`;
    await dripping(server, { sockets: 100, first, more: "x".repeat(100), withinMs: 5_000 });
    return undefined;
  },
};
const SHORT = Object.keys(TRIES).filter((name) => !/hundra megabyte|filer som kommer/.test(name));
