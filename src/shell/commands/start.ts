import { readConfig } from "../../platform/config.ts";
import { buildWeb } from "../build-web.ts";
import { startServer } from "../server.ts";

/** Builds the web client when its sources have changed, starts the server, and stops it in good order when asked to. */
export async function run(): Promise<number> {
  const config = readConfig(process.env);
  await buildWeb(config.webFolder);
  const running = await startServer(config);
  const asked = new Promise<string>((done) => {
    process.once("SIGINT", () => done("SIGINT"));
    process.once("SIGTERM", () => done("SIGTERM"));
  });
  console.log(`\n  Tillit är igång: ${config.publicUrl ?? running.url}\n  Avsluta med Ctrl+C.\n`);
  const signal = await asked;
  running.app.log.info({ signal }, "stopping");
  await running.stop();
  return 0;
}
