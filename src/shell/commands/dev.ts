import { spawn } from "node:child_process";
import { join } from "node:path";
import { readConfig } from "../../platform/config.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** The server, started anew at each change, and Vite in front of it with live reload. Ends both together. */
export async function run(): Promise<number> {
  const config = readConfig(process.env);
  const server = spawn(process.execPath, ["--watch", "--watch-preserve-output", "src/shell/serve.ts"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: join(ROOT, "src/shell/web"),
    configFile: join(ROOT, "vite.config.ts"),
    server: { proxy: { "/api": `http://${config.host}:${config.port}` } },
  });
  await vite.listen();
  vite.printUrls();
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  server.kill("SIGTERM");
  await vite.close();
  return 0;
}
