import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { holdsPost } from "../organisation/store.ts";
import type { Clock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { chooseDataFolder, thisMachine } from "../platform/database/data-folder.ts";
import { type Door, openDoor } from "../platform/database/door.ts";
import { type Embedded, FolderInUse, runningEmbedded, startEmbedded } from "../platform/database/embedded.ts";
import { migrate } from "../platform/database/migrate.ts";
import { createApp } from "../platform/http/app.ts";
import type { Progress } from "../platform/http/year-play.ts";
import { readTexts } from "../platform/texts.ts";
import { ToldError } from "../platform/told.ts";
import { describeApi } from "./api/describe.ts";
import { type Addition, house } from "./chapters.ts";
import { noteThings } from "./note-things.ts";
import { rebuildAlongside } from "./rebuild-alongside.ts";
import { layOutSample, samplePlay } from "./sample.ts";
import { quietly, type Telling } from "./telling.ts";

export const VERSION = "0.1.0";
const SOURCE = join(import.meta.dirname, "..");
const STOP_TIMEOUT_MS = 10_000;

export interface Running {
  readonly app: FastifyInstance;
  readonly door: Door;
  readonly url: string;
  /** The embedded PostgreSQL's folder; undefined where the database is another's. */
  readonly dataFolder: string | undefined;
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
  /** The machine's time, where it is given. */
  readonly clock?: Clock;
}

/** The folder of the embedded PostgreSQL; undefined where the configuration names another. */
export const dataFolderOf = (config: Config): string | undefined =>
  config.databaseUrl ? undefined : chooseDataFolder(config.dataFolder, thisMachine);

/** Gives the database: the embedded one unless the configuration names another; migrated. */
async function openDatabase(config: Config, folder: string | undefined) {
  return opened(
    folder === undefined ? (config.databaseUrl as string) : await startEmbedded(folder, () => {}),
    config.keepMb,
  );
}

/** The same for a command that may work beside a running server: it then uses that server's PostgreSQL. */
export async function openDatabaseBeside(config: Config) {
  const folder = dataFolderOf(config);
  try {
    return await openDatabase(config, folder);
  } catch (cause) {
    const url =
      folder !== undefined && cause instanceof FolderInUse ? await runningEmbedded(folder) : undefined;
    if (!url) throw cause;
    return opened(url);
  }
}

async function opened(given: string | Embedded, keepMb = 0) {
  const embedded = typeof given === "string" ? undefined : given;
  const url = typeof given === "string" ? given : given.url;
  try {
    await migrate(url);
  } catch (cause) {
    await embedded?.stop();
    throw cause;
  }
  const door = openDoor(url, { keepMb });
  return {
    url,
    door,
    async close() {
      await door.close();
      await embedded?.stop();
    },
  };
}

/** Starts everything, in the order that each part needs the one before; stops it again in the opposite order. */
export async function startServer(
  config: Config,
  { telling = quietly(config), pages, answerFirst = false, more = [], clock }: Start = {},
): Promise<Running> {
  const dataFolder = dataFolderOf(config);
  telling.begin("database");
  const database = await openDatabase(config, dataFolder);
  telling.end("database");
  const all = house(more);
  const { handlers } = all;
  try {
    await pages;
    const year = samplePlay();
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
      play: year,
      ...(clock ? { clock } : {}),
    });
    await serveWeb(app, config.webFolder);
    await app.ready();
    await database.door.listen();
    await rebuildAlongside(database.door, all);
    await noteThings(database.door, all);
    const ending = new AbortController();
    const municipality = await layOutSample(database.door, config.sample);
    // Before anybody is answered: nobody writes between the play's steps
    if (municipality !== undefined) await year.prepare(database.door, municipality);
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
    played.catch(() => {}); // whoever waits for it hears of it, and while nobody does it is no fault of the process
    return {
      app,
      door: database.door,
      url,
      dataFolder,
      played,
      async stop() {
        const deadline = new Promise<void>((done) => setTimeout(done, STOP_TIMEOUT_MS).unref());
        ending.abort();
        await Promise.race([played.catch(() => {}), deadline]);
        await Promise.race([app.close(), deadline]);
        await database.close();
      },
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

async function listening(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (cause) {
    const why = LISTEN_FAULTS[(cause as NodeJS.ErrnoException).code ?? ""];
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
