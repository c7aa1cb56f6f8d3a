import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../../e2e/server-process.ts";
import { toStderr } from "../../src/platform/database/database-log.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { round } from "../measure.ts";
import { Browser, type Given } from "./browser.ts";
import { type CommonPage, PAGES, READERS, WRITERS } from "./pages.ts";
import { type Server, started } from "./server.ts";
import { tenTimes } from "./ten-times.ts";

const READING_AT_ONCE = 50;
const TOGETHER_MS = 10_000;
/** A writer saves so often, or as soon as the save before has been answered. */
const EACH_SAVE_MS = 200;
/** Before it is measured: what is read for the first time, and a program that has just been started. */
const WARM_MS = 4000;
/** Each page alone, each of the two servers in turn. */
const SLICE_MS = 350;
const SLICES = 2;
const ALONE_CONNECTIONS = 10;
const ALONE = "ekonomichef";
const GOALS = { readsPerSecond: 600, writesPerSecond: 40, p99Ms: 500, memoryMb: 500, ofConstant: 0.25 };

/**
 * Ten common pages as browsers ask for them, from fifty who read and ten who save drafts, in a process beside the server: some
 * thirty seconds when the sample has been put in, ten times over. Then each page alone, beside a Fastify that has the same
 * bytes as constants.
 */
export async function measureLoad(): Promise<void> {
  const folder = await temporaryFolder("bench");
  const postgres = await startEmbedded(folder.path, toStderr);
  const environment = {
    DATABASE_URL: postgres.url,
    TILLIT_SAMPLE: "full",
    TILLIT_WEB: join(folder.path, "no-web"),
    TILLIT_LOG: "error",
    TILLIT_RATE: "0",
    PORT: "0",
  };
  const start = () => started(["src/shell/serve.ts"], environment);
  try {
    await (await start()).stop();
    await tenTimes(postgres.url);
    const server = await start();
    try {
      await together(server);
      await besideConstants(server, join(folder.path, "answers.json"));
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
    await folder.remove();
  }
}

async function together(server: Server): Promise<void> {
  const readers = await Promise.all(
    Array.from({ length: READING_AT_ONCE }, (_, i) =>
      signedIn(server, READERS[i % READERS.length] as string),
    ),
  );
  const writers = await Promise.all(
    WRITERS.map(async (writer) => ({ ...writer, browser: (await signedIn(server, writer.as)).browser })),
  );
  const warm = performance.now() + WARM_MS;
  await Promise.all(readers.map((reader, i) => read(reader, i, warm, [])));
  const told: Record<string, unknown>[] = [];
  for (const { what, writing } of [
    { what: "50 läsare", writing: false },
    { what: "50 läsare och 10 skrivare", writing: true },
  ]) {
    const reads: Given[] = [];
    const writes: Given[] = [];
    const began = performance.now();
    let memoryMb = 0;
    const watch = setInterval(() => {
      memoryMb = Math.max(memoryMb, server.memoryMb());
    }, 500);
    const until = began + TOGETHER_MS;
    await Promise.all([
      ...readers.map((reader, i) => read(reader, i, until, reads)),
      ...(writing ? writers.map((writer) => write(writer, until, writes)) : []),
    ]);
    clearInterval(watch);
    const seconds = (performance.now() - began) / 1000;
    const faults = [...reads, ...writes].filter(({ status }) => status >= 400);
    const [p50, p99] = [0.5, 0.99].map((part) => percentile(reads, part)) as [number, number];
    told.push({
      vad: what,
      "läsningar/s": round(reads.length / seconds),
      "skrivningar/s": round(writes.length / seconds),
      "p50, ms": round(p50),
      "p99, ms": round(p99),
      ...(writing ? { "skrivning p99, ms": round(percentile(writes, 0.99)) } : {}),
      fel: faults.length,
      "minne, MB": round(memoryMb),
      mål: writing
        ? verdict(
            reads.length / seconds >= GOALS.readsPerSecond &&
              writes.length / seconds >= GOALS.writesPerSecond &&
              p99 < GOALS.p99Ms &&
              percentile(writes, 0.99) < GOALS.p99Ms &&
              faults.length === 0 &&
              memoryMb < GOALS.memoryMb,
          )
        : "–",
    });
    if (faults[0]) console.log(`Första felet: ${faults[0].status} ${faults[0].text.slice(0, 300)}`);
  }
  console.log(
    `Belastning: exempelåret × 10, sidornas anrop så fort de besvaras; ett sparat utkast var ${EACH_SAVE_MS} ms från var och en`,
  );
  console.table(told);
  await Promise.all([...readers, ...writers].map(({ browser }) => browser.close()));
}

interface Reader {
  readonly browser: Browser;
  readonly person: string;
}

async function signedIn({ url }: Server, person: string): Promise<Reader> {
  const browser = new Browser(url, 1);
  await browser.signIn(person);
  return { browser, person };
}

const asksOf = ({ asks, signedIn: more = [] }: CommonPage, person: string) =>
  person === "" ? asks : [...asks, ...more];

/** Opens one page after the other, one question at a time: as many are under way at once as there are readers. */
async function read({ browser, person }: Reader, first: number, until: number, into: Given[]): Promise<void> {
  for (let turn = first; performance.now() < until; turn++)
    for (const path of asksOf(PAGES[turn % PAGES.length] as CommonPage, person))
      into.push(await browser.ask("GET", path));
}

async function write(
  { browser, from, to }: { browser: Browser; from: string; to: string },
  until: number,
  into: Given[],
): Promise<void> {
  const { content } = JSON.parse((await browser.ask("GET", from)).text) as { content: unknown };
  const begun = await browser.ask("GET", to);
  let seen = begun.status === 200 ? begun.etag : undefined;
  while (performance.now() < until) {
    const headers: Record<string, string> = seen ? { "if-match": seen } : { "if-none-match": "*" };
    const saved = await browser.ask("PUT", to, { headers, body: JSON.stringify(content) });
    into.push(saved);
    seen = saved.etag;
    await new Promise((done) => setTimeout(done, Math.max(0, EACH_SAVE_MS - saved.ms)));
  }
}

/** Each page alone: requests a second of what it asks for, as a person, from ours and from the constants in turn. */
async function besideConstants(server: Server, file: string): Promise<void> {
  const reader = new Browser(server.url, ALONE_CONNECTIONS);
  await reader.signIn(ALONE);
  const addresses = [...new Set(PAGES.flatMap((page) => asksOf(page, ALONE)))];
  const answers: [string, string][] = [];
  for (const path of addresses) answers.push([`/api${path}`, (await reader.ask("GET", path)).text]);
  await writeFile(file, JSON.stringify(answers));
  const constant = await started(["bench/load/constant.ts", file], {});
  const plain = new Browser(constant.url, ALONE_CONNECTIONS);
  const sides = [
    { server, browser: reader },
    { server: constant, browser: plain },
  ];
  try {
    for (const { browser } of sides) await keepAsking(browser, addresses, WARM_MS / 4);
    const rows = [];
    for (const page of PAGES) {
      const asks = asksOf(page, ALONE);
      const counts = sides.map(() => ({ answers: 0, ms: 0, busyMs: 0 }));
      for (let slice = 0; slice < SLICES; slice++)
        for (const [side, { server: of, browser }] of sides.entries()) {
          const busy = of.busyMs() ?? Number.NaN;
          const { answers: count, ms } = await keepAsking(browser, asks, SLICE_MS);
          const own = counts[side] as (typeof counts)[number];
          own.answers += count;
          own.ms += ms;
          own.busyMs += (of.busyMs() ?? Number.NaN) - busy;
        }
      const [ours, least] = counts.map((own) => ({
        perSecond: (1000 * own.answers) / own.ms,
        busyUs: (1000 * own.busyMs) / own.answers,
      })) as [Rate, Rate];
      const ratio = ours.perSecond / least.perSecond;
      rows.push({
        sida: page.name,
        "anrop/s": round(ours.perSecond),
        "konstant, anrop/s": round(least.perSecond),
        kvot: round(ratio),
        "processortid/anrop, µs": round(ours.busyUs),
        "konstant, µs": round(least.busyUs),
        [`mål ${GOALS.ofConstant}`]: verdict(ratio >= GOALS.ofConstant),
      });
    }
    console.log(`Varje sida för sig, som en inloggad, bredvid en Fastify med samma byte som konstanter`);
    console.table(rows);
  } finally {
    await Promise.all([reader.close(), plain.close()]);
    await constant.stop();
  }
}

interface Rate {
  readonly perSecond: number;
  readonly busyUs: number;
}

async function keepAsking(browser: Browser, paths: readonly string[], forMs: number) {
  const from = performance.now();
  const until = from + forMs;
  let answers = 0;
  await Promise.all(
    Array.from({ length: ALONE_CONNECTIONS }, async (_, first) => {
      for (let turn = first; performance.now() < until; turn++) {
        const { status, text } = await browser.ask("GET", paths[turn % paths.length] as string);
        if (status !== 200) throw new Error(`${paths[turn % paths.length]}: ${text}`);
        answers++;
      }
    }),
  );
  return { answers, ms: performance.now() - from };
}

const verdict = (reached: boolean) => (reached ? "nått" : "ej nått");

function percentile(given: readonly Given[], part: number): number {
  const sorted = given.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
