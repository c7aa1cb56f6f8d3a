import { ConfigError, readConfig } from "../platform/config.ts";
import { FolderInUse } from "../platform/database/embedded.ts";
import { startServer } from "./server.ts";

// The server alone, without building the web client: for `npm run dev` and for tests that start and kill it.
try {
  const running = await startServer(readConfig(process.env));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => running.stop().then(() => process.exit(0)));
  console.log(`Tillit är igång: ${running.url}`);
} catch (error) {
  if (error instanceof ConfigError || error instanceof FolderInUse) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
