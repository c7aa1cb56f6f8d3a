import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { holdsPost } from "../organisation/store.ts";
import type { Config } from "../platform/config.ts";
import { type Door, openDoor } from "../platform/database/door.ts";
import { type Embedded, FolderInUse, runningEmbedded, startEmbedded } from "../platform/database/embedded.ts";
import { migrate } from "../platform/database/migrate.ts";
import { createApp } from "../platform/http/app.ts";
import { readTexts } from "../platform/texts.ts";
import { handlers } from "./chapters.ts";
import { loadSample } from "./sample.ts";

export const VERSION = "0.1.0";
const SOURCE = join(import.meta.dirname, "..");
const STOP_TIMEOUT_MS = 10_000;

export interface Running {
  readonly app: FastifyInstance;
  readonly door: Door;
  readonly url: string;
  stop(): Promise<void>;
}

/** Gives the database: the embedded one unless the configuration names another; migrated. */
async function openDatabase(config: Config, log: (line: string) => void) {
  return opened(config.databaseUrl ?? (await startEmbedded(config.dataFolder, log)));
}

/** The same for a command that may work beside a running server: it then uses that server's PostgreSQL. */
export async function openDatabaseBeside(config: Config) {
  try {
    return await openDatabase(config, () => {});
  } catch (cause) {
    const url = cause instanceof FolderInUse ? await runningEmbedded(config.dataFolder) : undefined;
    if (!url) throw cause;
    return opened(url);
  }
}

async function opened(given: string | Embedded) {
  const embedded = typeof given === "string" ? undefined : given;
  const url = typeof given === "string" ? given : given.url;
  try {
    await migrate(url);
  } catch (cause) {
    await embedded?.stop();
    throw cause;
  }
  const door = openDoor(url);
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
export async function startServer(config: Config): Promise<Running> {
  if (!config.databaseUrl) await mkdir(config.dataFolder, { recursive: true });
  const database = await openDatabase(config, () => {});
  try {
    const app = await createApp({
      config,
      door: database.door,
      texts: readTexts(SOURCE),
      handlers,
      version: VERSION,
      belongs: holdsPost,
    });
    await serveWeb(app, config.webFolder);
    await app.ready();
    await loadSample(app, database.door, config.sample);
    const url = await app.listen({ port: config.port, host: config.host });
    return {
      app,
      door: database.door,
      url,
      async stop() {
        const deadline = new Promise<void>((done) => setTimeout(done, STOP_TIMEOUT_MS).unref());
        await Promise.race([app.close(), deadline]);
        await database.close();
      },
    };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

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
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    // A dot in the path is a file that is not there; one after the question mark is a page's own matter
    const [path = ""] = request.url.split("?");
    return path.startsWith("/api/") || path.includes(".")
      ? reply.callNotFound()
      : reply.sendFile("index.html");
  });
}
