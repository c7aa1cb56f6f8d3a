import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { INTERNAL_BUDGET } from "../src/budget/internal/kind.ts";
import { readConfig } from "../src/platform/config.ts";
import { sha256 } from "../src/platform/hash.ts";
import type { Route } from "../src/platform/http/contract.ts";
import type { Example } from "../src/platform/http/openapi/about.ts";
import { EXAMPLES, houseRoutes } from "../src/shell/api/describe.ts";
import { startServer } from "../src/shell/server.ts";
import { type Call, type Client, inProcess, type Reply } from "../src/shell/year/client.ts";
import { playYear } from "../src/shell/year/play.ts";
import { ADDRESSES, ASKED_AFTERWARDS, afterwards, PEOPLE, QUERIES, YEARS } from "./record-examples/calls.ts";
import { compact } from "./record-examples/compact.ts";
import { settledSignIn } from "./record-examples/providers.ts";

/*
 * Records an example of each operation from the sample municipality: its year is played, and what the steps send and get is
 * kept, shortened to what still has the contract's shape. What no step asks for is asked for afterwards.
 */
const SAMPLE = join(import.meta.dirname, "../sample");
const AFTER = "2028-05-15";
/** A read that none of so many addresses fits is to be given its own. */
const MAX_TRIES = 20_000;
const routes: readonly Route[] = houseRoutes();

const openPlaces = (route: Route) => route.path.match(/\{/g)?.length ?? 0;
const literalFirst = [...routes].sort((a, b) => openPlaces(a) - openPlaces(b));

const found: Record<string, Example> = {};
const seen = { bodies: new Set<string>(), ids: new Set<string>() };

function routeOf({ method, path }: Call): { route: Route; params: Record<string, string> } | undefined {
  const [bare = ""] = path.split("?");
  // "/budget/budget/{year}/lines.csv" before "/budget/budget/{body}/{year}"
  for (const route of literalFirst) {
    if (route.method !== method) continue;
    const match = bare.match(new RegExp(`^${route.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`));
    if (match) return { route, params: match.groups ?? {} };
  }
  return undefined;
}

const typed = (schema: z.ZodType | undefined, values: Record<string, string>) =>
  schema && Object.keys(values).length > 0
    ? (schema.parse(
        Object.fromEntries(Object.entries(values).map(([k, v]) => [k, decodeURIComponent(v)])),
      ) as Record<string, unknown>)
    : undefined;

function keep(call: Call, reply: Reply): void {
  const at = routeOf(call);
  if (!at || reply.status !== 200) return;
  // The hundreds of rows of an internal budget are in no address
  const named = call.path.includes(`/${INTERNAL_BUDGET.kind}/`) ? null : reply.json;
  for (const [, key, value] of JSON.stringify(named ?? null).matchAll(/"(id|body)":"([a-z0-9-]{1,60})"/g))
    (key === "id" ? seen.ids : seen.bodies).add(value as string);
  const { route } = at;
  if (found[route.id]) return;
  // A list with nothing in it shows nothing
  if (call.method === "GET" && Array.isArray(reply.json) && reply.json.length === 0) return;
  const params = typed(route.params, at.params);
  const query = typed(route.query, Object.fromEntries(new URLSearchParams(call.path.split("?")[1] ?? "")));
  const text = route.produces && /^text|json/.test(route.produces);
  found[route.id] = settled(call.on, {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(route.body ? { body: compact(route.body, call.body) } : {}),
    ...(route.upload ? { body: { file: call.file?.name } } : {}),
    ...(route.produces ? {} : { answer: compact(route.returns, reply.json) }),
    ...(text ? { answer: Buffer.from(reply.bytes).toString("utf8").slice(0, 400) } : {}),
  });
}

const settledIds = new Map<string, string>();

/** The same each time that it is recorded: ids, hashes and moments that are new in each play get settled ones. */
function settled(on: string, example: Example): Example {
  const one = (sign: string) => {
    const number = String(settledIds.size + 1);
    if (!settledIds.has(sign))
      settledIds.set(
        sign,
        sign.includes("-")
          ? `00000000-0000-4000-8000-${number.padStart(12, "0")}`
          : sha256(`example ${number}`),
      );
    return settledIds.get(sign) as string;
  };
  return JSON.parse(
    settledSignIn(JSON.stringify(example))
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/g, one)
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+(Z|[+-]\d\d:?\d\d)/g, `${on}T09:00:00.000Z`)
      // What opens an account, and what a passkey signs: of the right form, and nobody's
      .replace(
        /"(rawId|signature|authenticatorData|clientDataJSON|attestationObject)":"[^"]*"/g,
        '"$1":"ZXhlbXBlbA"',
      )
      // Changes get ids by lot, as people and posts do (providers.ts)
      .replace(/\b(andring|omorganisation)-[a-z0-9]{16}\b/g, "$1-0000000000000000")
      .replace(/(?<="sessions":\[\{"id":")[0-9a-f]{16}(?=")/g, "0123456789abcdef")
      .replace(/(?<=["#])[A-Za-z0-9_-]{43}(?=")/g, "exempel-exempel-exempel-exempel-exempel-exe")
      .replace(/\b([A-Z2-7]{4}-){3}[A-Z2-7]{4}\b/g, "EXEM-PELK-ODEX-EMPE")
      .replace(/(?<=secret=)[A-Z2-7]+/g, "EXEMPEL")
      .replace(/"session":"[0-9a-f]{16}"/g, '"session":"0123456789abcdef"')
      .replace(/\b[A-Z2-7]{32}\b/g, "EXEMPELEXEMPELEXEMPELEXEMPELEXEM")
      .replace(/"code":"\d{6}"/g, '"code":"123456"')
      // A sample is drawn anew in each play
      .replace(/"seed":\d+/g, '"seed":1234567')
      .replace(/(?<="drawn":\[\{)"place":\d+,"row":"[^"]*"/g, '"place":7,"row":"Elev 007"')
      .replace(/(?<=DTSTAMP:)\d{8}T\d{6}Z/g, `${on.replaceAll("-", "")}T090000Z`)
      .replace(/(?<=kontrollsumma )[0-9a-f]{12}/g, sha256("example").slice(0, 12)),
  );
}

const recording = (client: Client): Client => ({
  async call(call) {
    const reply = await client.call(call);
    keep(call, reply);
    return reply;
  },
});

const filled = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(String(params[name])));

/** Every way to fill in an address from what the sample has. */
function* addressesOf(route: Route): Generator<string> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const choices = names.map((name): readonly string[] => {
    if (name === "year") return YEARS;
    if (name === "body") return [...seen.bodies];
    if (name === "version" || name === "number") return ["1", "2"];
    if (name === "kind") return ["interim-report"];
    if (name === "person") return PEOPLE;
    return [...seen.ids];
  });
  const go = function* (path: string, at: number): Generator<string> {
    if (at === names.length) yield path;
    else
      for (const value of choices[at] as string[]) yield* go(path.replace(`{${names[at]}}`, value), at + 1);
  };
  const query = QUERIES[route.id];
  const address = ADDRESSES[route.id];
  if (address) yield address;
  // What has been written can be read
  const put = routes.find((other) => other.path === route.path && found[other.id]?.params);
  if (put) yield filled(route.path, found[put.id]?.params as Record<string, unknown>);
  for (const path of go(route.path, 0)) yield query ? `${path}?${new URLSearchParams(query)}` : path;
}

const folder = await mkdtemp(join(tmpdir(), "tillit-examples-"));
await chmod(folder, 0o755); // PostgreSQL runs as a user of its own, which must reach its folder
const config = {
  TILLIT_DATA: folder,
  TILLIT_SAMPLE: "organisation",
  PORT: "0",
  TILLIT_LOG: "error",
  TILLIT_RATE: "0",
  // An identity provider of the examples' own is on this machine
  TILLIT_PROVIDER_NETWORKS: "loopback",
};
const server = await startServer(readConfig(config));
try {
  const client = recording(inProcess(server.app));
  for await (const step of playYear(client, SAMPLE, { stage: "spring" }))
    if (!step.asExpected) throw new Error(`${step.name}: ${step.outcome}`);
  await client.call({
    method: "POST",
    path: "/sample/day",
    as: "kommunchef",
    on: AFTER,
    body: { day: AFTER },
  });
  for (const route of routes.filter(({ id, method }) => method === "GET" && !ASKED_AFTERWARDS.includes(id))) {
    let tries = 0;
    search: for (const path of addressesOf(route))
      for (const as of PEOPLE) {
        if (found[route.id]) break search;
        if (++tries > MAX_TRIES)
          throw new Error(
            `${route.id}: nothing answers ${route.path}; say where in record-examples/calls.ts`,
          );
        await client.call({ method: "GET", path, as, on: AFTER });
      }
  }
  await afterwards(client, server.door, AFTER);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

const missing = routes.filter((route) => !found[route.id]).map((route) => route.id);
await writeFile(
  EXAMPLES,
  `{\n${routes
    .filter((route) => found[route.id])
    .map((route) => `  ${JSON.stringify(route.id)}: ${JSON.stringify(found[route.id])}`)
    .join(",\n")}\n}\n`,
);
console.log(`${Object.keys(found).length} exempel; saknas: ${missing.join(", ") || "inga"}`);
process.exitCode = missing.length > 0 ? 1 : 0;
