import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { ownValue } from "../kernel/own-value.ts";
import { storedMunicipalities } from "../organisation/installation/store.ts";
import { holdsPost } from "../organisation/store.ts";
import type { Clock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Door } from "../platform/database/door.ts";
import { openWatch } from "../platform/database/watch.ts";
import { watchDisk } from "../platform/disk.ts";
import { keepHeapSmall } from "../platform/heap.ts";
import { createApp } from "../platform/http/app.ts";
import { storeEvents } from "../platform/http/security-log.ts";
import { serveText } from "../platform/http/serve-text.ts";
import type { Progress } from "../platform/http/year-play.ts";
import type { AnyJob } from "../platform/jobs/job.ts";
import { openQueue, type Queue } from "../platform/jobs/queue.ts";
import { outsideFetch } from "../platform/outside.ts";
import { Documents } from "../platform/rendering/documents.ts";
import { isOpen, refuseSampleByMistake, sampleFor } from "../platform/sample-doors.ts";
import { resealAll } from "../platform/sign-in/reseal.ts";
import { type Seal, sealBy } from "../platform/sign-in/seal.ts";
import { readTexts } from "../platform/texts.ts";
import { ToldError } from "../platform/told.ts";
import { describeApi } from "./api/describe.ts";
import { type Addition, house } from "./chapters.ts";
import { dataFolderOf, openDatabase } from "./database.ts";
import { type First, firstAddressToken } from "./first-address.ts";
import { houseJobs } from "./jobs.ts";
import { noteThings } from "./note-things.ts";
import { rebuildAlongside } from "./rebuild-alongside.ts";
import { layOutSample, samplePlay } from "./sample.ts";
import { quietly, type Telling } from "./telling.ts";
import { VERSION } from "./version.ts";
import { watched } from "./watching.ts";
import type { Stage } from "./year/play.ts";

const SOURCE = join(import.meta.dirname, "..");
/** What checks the chain outside the house: fetched from the page about it, and run by itself. */
const CHECK_CHAIN = join(SOURCE, "../tools/check-chain.mjs");
const STOP_TIMEOUT_MS = 10_000;

export interface Running {
  readonly app: FastifyInstance;
  readonly door: Door;
  readonly url: string;
  /** The one-time address that the start has made: of the first municipality, or of whoever runs the installation. */
  readonly first: First | undefined;
  /** The embedded PostgreSQL's folder; undefined where the database is another's. */
  readonly dataFolder: string | undefined;
  /** The jobs that nobody waits for. */
  readonly jobs: Pick<Queue, "status">;
  /** When the embedded database will not come back: why. Then whoever runs this stops it and ends with a status. */
  readonly lost: Promise<ToldError>;
  /** When the sample's year has been played, or there is none to play. Rejects where a step did not go as it should. */
  readonly played: Promise<void>;
  stop(): Promise<void>;
}

export interface Start {
  readonly telling?: Telling;
  /** When the web client has been built; its folder is read after that. */
  readonly pages?: Promise<void>;
  /** Answers before the sample's year has been played; otherwise the year is played first. */
  readonly answerFirst?: boolean;
  /** What stands in the house beside its own chapters. */
  readonly more?: readonly Addition[];
  /** Does what waits in the queue of jobs; otherwise it is only posted to. */
  readonly doJobs?: boolean;
  /** Jobs beside the house's own. */
  readonly moreJobs?: readonly AnyJob[];
  /** The machine's time, where it is given. */
  readonly clock?: Clock;
  /** How far the sample is played where it is played; the whole of it when absent. */
  readonly stage?: Stage;
}

/** Starts everything, in the order that each part needs the one before; stops it again in the opposite order. */
export async function startServer(
  config: Config,
  {
    telling = quietly(config),
    pages,
    answerFirst = false,
    more = [],
    doJobs = false,
    moreJobs,
    clock,
    stage,
  }: Start = {},
): Promise<Running> {
  keepHeapSmall();
  refuseSampleByMistake(config);
  const dataFolder = dataFolderOf(config);
  telling.begin("database");
  const database = await openDatabase(config, dataFolder, telling.log);
  telling.end("database");
  const [newest = database.sealSecret, ...older] = [...config.sealKeys, database.sealSecret];
  const outside = {
    fetch: outsideFetch(config.providerNetworks),
    seal: sealBy(newest, ...older),
    environment: process.env,
  };
  const all = house(more, config, outside);
  const { handlers } = all;
  const documents = new Documents(database.door, (err) =>
    telling.log.error({ err }, "a document could not be kept"),
  );
  let queue: Queue | undefined;
  const disk = watchDisk(dataFolder === undefined ? [tmpdir()] : [dataFolder, tmpdir()]);
  const watch = openWatch(database.ownerUrl);
  try {
    queue = await openQueue(
      database.jobsUrl,
      houseJobs(documents, config, all.chapters, moreJobs),
      telling.log,
      {
        works: doJobs,
      },
    );
    await pages;
    const year = samplePlay(stage);
    const app = await createApp({
      config,
      door: database.door,
      texts: readTexts(SOURCE),
      handlers,
      version: VERSION,
      belongs: holdsPost,
      describe: (about) =>
        describeApi(
          about,
          handlers.map((handler) => handler.route),
        ),
      log: telling.log,
      ...watched(watch, queue, disk, config, clock),
      play: year,
      documents,
      disk,
      ...(clock ? { clock } : {}),
    });
    serveText(app, "/api/decisions/check-chain.mjs", "text/javascript", () => readFile(CHECK_CHAIN, "utf8"));
    await serveWeb(app, config.webFolder);
    await app.ready();
    await database.door.listen();
    await rebuildAlongside(database.door, all);
    await resealed(database.door, outside.seal, telling);
    await noteThings(database.door, all, undefined, isOpen(sampleFor(config, { sample: true })));
    const ending = new AbortController();
    const begun = await layOutSample(database.door, config.sample);
    await tellOfSamples(database.door, config, telling);
    const first = await firstAddressToken(database.door);
    // Before anybody is answered: nobody writes between the play's steps
    const municipality =
      begun !== undefined && (await year.prepare(database.door, begun)) ? begun : undefined;
    if (begun !== undefined && municipality === undefined)
      telling.log.warn(
        "Exempelåret hade börjat spelas i en annan version av Tillit och spelas inte vidare: det står så långt som det kom. En ny mapp (TILLIT_DATA) ger hela året.",
      );
    const playing = async () => {
      if (municipality === undefined) return;
      telling.begin("year");
      const onStep = (progress: Progress) => telling.step("year", progress);
      await year.play(app, database.door, municipality, { signal: ending.signal, onStep });
      if (!ending.signal.aborted) telling.end("year");
    };
    if (!answerFirst) await playing();
    const url = await listening(app, config);
    const played = answerFirst ? playing() : Promise.resolve();
    // While the sample's year is played, nothing else is done than what somebody waits for
    const working = doJobs ? played.then(() => queue?.work(database.door)) : played;
    working.catch((err) => telling.log.error({ err }, "the jobs could not be begun"));
    played.catch(() => {}); // whoever waits for it hears of it, and while nobody does it is no fault of the process
    return {
      app,
      door: database.door,
      url,
      first,
      dataFolder,
      lost: database.lost,
      played,
      jobs: queue,
      async stop() {
        const deadline = new Promise<void>((done) => setTimeout(done, STOP_TIMEOUT_MS).unref());
        ending.abort();
        await Promise.race([played.catch(() => {}), deadline]);
        await Promise.race([app.close(), deadline]);
        await Promise.race([working.catch(() => {}), deadline]);
        await queue?.stop(STOP_TIMEOUT_MS);
        await watch.close();
        await database.close();
      },
    };
  } catch (cause) {
    await queue?.stop(0);
    await watch.close();
    await database.close();
    throw cause;
  }
}

/** What no key opens is told of: after a restore elsewhere, where the key was not brought along. */
async function resealed(door: Door, seal: Seal, { log }: Telling): Promise<void> {
  const municipalities = (await storedMunicipalities(door)).map(({ code }) => code);
  const { lost } = await resealAll(door, municipalities, seal);
  if (lost > 0)
    log.warn(
      `${lost} förseglade hemligheter går inte att öppna, för databasens nyckel är en annan än när de sparades: den som har koder ur en app loggar in med en reservkod och lägger till appen igen, och identitetstjänsters hemligheter skrivs in på nytt (docs/sign-in.md).`,
    );
}

const BY_START = { personId: "installation", requestId: "start" };

/** Says of each sample whom it is open for, where that is something that whoever runs Tillit has to know. */
async function tellOfSamples(door: Door, config: Config, { log }: Telling): Promise<void> {
  for (const { code, sample } of await storedMunicipalities(door)) {
    const whom = sampleFor(config, { sample });
    if (whom === "everyone") {
      log.warn(
        `${code} är en exempelkommun som är öppen för alla (TILLIT_SAMPLE_PUBLIC=yes): vem som helst som når den kan välja roll och skriva.`,
      );
      await door.write({ municipality: code, ...BY_START }, "Exempelkommunen öppnas för alla", (tx) =>
        storeEvents(tx, code, [{ kind: "sample-public", ...BY_START }]),
      );
    }
    if (whom === "nobody")
      log.warn(
        `${code} är en exempelkommun som är stängd (TILLIT_SAMPLE=none): ingen väljer roll eller dag, den som ska in behöver ett konto, och dagen är Sveriges. Exempelårets uppgifter är påhittade.`,
      );
  }
}

async function listening(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (cause) {
    const why = ownValue(LISTEN_FAULTS, (cause as NodeJS.ErrnoException).code ?? "");
    if (why === undefined) throw cause;
    throw new ToldError(why({ port, host }), { cause });
  }
}

type Place = { readonly port: number; readonly host: string };
const LISTEN_FAULTS: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Porten ${port} används redan av ett annat program: stäng det, eller välj en annan med PORT, till exempel PORT=${port + 1}.`,
  EACCES: ({ port }) =>
    `Du får inte öppna porten ${port}: välj en över 1023 med PORT, till exempel PORT=8080.`,
  EADDRNOTAVAIL: ({ host }) =>
    `Datorn har inte adressen ${host}: välj en som den har med HOST, till exempel HOST=127.0.0.1.`,
  ENOTFOUND: ({ host }) =>
    `Det finns ingen adress ${host}: välj en som datorn har med HOST, till exempel HOST=127.0.0.1.`,
};

/** The built web client; every page address answers with it, the API never does. */
async function serveWeb(app: FastifyInstance, webFolder: string): Promise<void> {
  if (!existsSync(join(webFolder, "index.html"))) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false, // its own would be written over ours
    setHeaders: (response, path) => {
      response.setHeader(
        "cache-control",
        path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.get("/*", (request, reply) => {
    // A dot in the path is a file that is not there; one after the question mark is a page's own matter
    const [path = ""] = request.url.split("?");
    return path.startsWith("/api/") || path.includes(".")
      ? reply.callNotFound()
      : reply.sendFile("index.html");
  });
}
