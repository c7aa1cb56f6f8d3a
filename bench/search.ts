import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { wordsIn } from "../src/decisions/rules/search-words.ts";
import { withClient } from "../src/platform/database/client.ts";
import type { Running } from "../src/shell/server.ts";
import { median, round } from "./measure.ts";
import {
  databaseAt,
  MUNICIPALITY,
  organisationServer,
  timesInTurn,
  WRITER,
  withPostgres,
  withServers,
} from "./side-by-side.ts";

const SAMPLE = join(import.meta.dirname, "../sample");
const SIZES = [1_000, 100_000] as const;
const A_PART = 1_000;
const WARM = 3;
const ROUNDS = 40;
const GOAL_MS = 100;

/** What people look for: from a rare word to one that stands nearly everywhere, and several together. */
const ASKED: Readonly<Record<string, (turn: number) => string>> = {
  "ett ovanligt ord": (turn) => ["frånvaro", "hemvård", "bygglov", "läsning"][turn % 4] as string,
  "ett ord i många sammansättningar": (turn) => ["skola", "barn", "vård", "arbete"][turn % 4] as string,
  "flera ord": (turn) => ["elever skolan fler", "äldre hemmet", "barn stöd skola"][turn % 3] as string,
  "början på ett ord": (turn) => ["förs", "verks", "inve", "kost"][turn % 4] as string,
  "ord och år": (turn) => `elever ${2020 + (turn % 9)}`,
};

/** A search among 100,000 objects beside the same among 1,000: the whole server, nothing kept of what was asked before. */
export async function measureSearch(): Promise<void> {
  await withPostgres((url) =>
    withServers(
      SIZES.map((size) => () => laidUp(url, size)),
      tell,
    ),
  );
}

async function tell(servers: readonly Running[]): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const [what, asked] of Object.entries(ASKED)) {
    let most = 0;
    const asking = {
      as: "kommunchef",
      path: (turn: number) => `/search?q=${encodeURIComponent(asked(turn))}`,
      seen: (answer: unknown) => {
        most = Math.max(most, (answer as { total: number }).total);
      },
    };
    const times = await timesInTurn(servers, asking, { warm: WARM, rounds: ROUNDS });
    const [small, large] = times.map(median) as [number, number];
    const p99 = (times[1] as number[]).toSorted((a, b) => a - b).at(Math.ceil(0.99 * ROUNDS) - 1) as number;
    rows.push({
      sökning: what,
      "träffar, som mest": most,
      "1 000: p50, ms": round(small),
      "100 000: p50, ms": round(large),
      "p99, ms": round(p99),
      // What it takes when nobody else is at work: on a busy machine the rest is waiting
      "kortast, ms": round(Math.min(...(times[1] as number[]))),
      gånger: round(large / small),
      [`mål ${GOAL_MS} ms`]: large <= GOAL_MS ? "nått" : "ej nått",
    });
  }
  console.log("Sökning bland 100 000 saker");
  console.table(rows);
}

/** A server of its own with the sample's organisation and so many things to find. */
async function laidUp(postgresUrl: string, size: number): Promise<Running> {
  const name = `search_${size}`;
  const server = await organisationServer(postgresUrl, name);
  const write = writer(await sampleWords());
  for (let first = 0; first < size; first += A_PART) {
    const rows = Array.from({ length: Math.min(A_PART, size - first) }, (_, i) => write(first + i));
    await server.door.write(WRITER, "Saker att hitta bland", (tx) =>
      sql`insert into decisions.search_row
          (municipality_id, source, thing, kind, sort, same, audience, body_id, year, title, text, href, valid_from)
        select ${MUNICIPALITY}, thing, thing, sort, sort, thing, 'public', body, year, title, text, '/', '2020-01-01'
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as of_row (thing text, sort text, body text, year integer, title text, text text)`.execute(tx),
    );
  }
  await withClient(databaseAt(postgresUrl, name), (client) => client.query("vacuum analyze"));
  return server;
}

const SORTS = [
  "action",
  "risk",
  "control",
  "decision",
  "body-goals",
  "matter",
  "measure",
  "indicator",
  "line",
];
const BODIES = ["bildningsnamnden", "socialnamnden", "kommunstyrelsen", "bygg-och-miljonamnden"];

/** Writes things in the sample's own words, as often as they stand there; some are put together of two, as in Swedish. */
function writer(words: readonly string[]) {
  let seed = 1;
  // mulberry32: the same things each time
  const random = (below: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const word = () => {
    const one = words[random(words.length)] as string;
    return random(20) === 0 ? `${one}${words[random(words.length)]}` : one;
  };
  const text = (length: number) => Array.from({ length }, word).join(" ");
  return (at: number) => ({
    thing: `sak:${at}`,
    sort: SORTS[at % SORTS.length],
    body: BODIES[at % BODIES.length],
    year: 2020 + (at % 9),
    title: text(4 + random(6)),
    text: text(10 + random(20)),
  });
}

async function sampleWords(): Promise<string[]> {
  const words: string[] = [];
  for (const file of await readdir(SAMPLE, { recursive: true })) {
    if (!file.endsWith(".json")) continue;
    const text = await readFile(join(SAMPLE, file), "utf8");
    for (const [, said = ""] of text.matchAll(/"([^"]* [^"]*)"/g)) words.push(...wordsIn(said));
  }
  return words;
}
