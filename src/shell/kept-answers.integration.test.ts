import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import type { Route } from "../platform/http/contract.ts";
import { addressOf } from "../platform/ui/api.ts";
import { house } from "./chapters.ts";
import { type Running, startServer } from "./server.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { cookieOf, raw } from "./testing/raw.ts";

const DAY = "2028-05-15";
const READERS = [undefined, "bildning-chef"] as const;

let a: Astorp;
/** The same installation, with nothing kept in memory. */
let anew: Running;
beforeAll(async () => {
  a = await astorp("spring");
  anew = await startServer(
    readConfig({
      DATABASE_URL: a.databaseUrl,
      TILLIT_SAMPLE: "full",
      TILLIT_WEB: "/nowhere",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
      TILLIT_KEEP_MB: "0",
    }),
  );
});
afterAll(async () => {
  await anew.stop();
  await a.stop();
});

interface Example {
  readonly params?: unknown;
  readonly query?: unknown;
}

/** Every address that the API's own examples read, and those of the coming year, where it is written. */
async function addresses(): Promise<string[]> {
  const file = join(import.meta.dirname, "api/examples.json");
  const examples = JSON.parse(await readFile(file, "utf8")) as Record<string, Example>;
  const reads = house().handlers.flatMap(({ route }) => {
    const example = examples[route.id];
    if (route.method !== "GET" || route.produces || route.kept === false || !example) return [];
    return [addressOf(route as Route, example as never)];
  });
  return [...reads, ...reads.map((address) => address.replace("2027", "2029"))];
}

const WRITES: readonly (() => Promise<{ readonly status: number }>)[] = [
  () => again("bildning-chef", "/goals/body-goals/bildningsnamnden/"),
  () => again("bildning-chef", "/goals/body-goals/bildningsnamnden/"),
  () => again("bildning-chef", "/plans/operations-plan/bildningsforvaltningen/"),
  // A new version after one that is decided
  () => again("kommunchef", "/goals/environment-analysis/kommunstyrelsen/"),
];

/** Writes the coming year's draft as this year's is. */
async function again(as: string, path: string) {
  const { json } = await a.call(as, DAY, "GET", `${path}2028`);
  return a.draft(as, DAY, `${path}2029`, (json as { content: unknown }).content);
}

test("after each write every kept answer is what it would be if it were made anew, for each reader", async () => {
  const paths = await addresses();
  expect(paths.length).toBeGreaterThan(60);
  const cookies = await Promise.all(
    READERS.map(async (person) => (person ? { cookie: await cookieOf(a.server.app, person) } : {})),
  );
  const read = (of: Running, path: string, headers: Record<string, string>) =>
    raw(of.app, "GET", path, { headers });
  const differing = async () => {
    const found: string[] = [];
    for (const headers of cookies)
      for (const path of paths) {
        const [kept, made] = [await read(a.server, path, headers), await read(anew, path, headers)];
        const same =
          kept.status === made.status &&
          (kept.status >= 400 || JSON.stringify(kept.json) === JSON.stringify(made.json));
        if (!same) found.push(`${path} ${kept.status} ${made.status}`);
      }
    return found;
  };
  expect(await differing()).toEqual([]);
  for (const write of WRITES) {
    const { status } = await write();
    expect(status).toBe(200);
    expect(await differing()).toEqual([]);
  }
}, 240_000);
