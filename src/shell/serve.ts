import { readConfig } from "../platform/config.ts";
import { startServer } from "./server.ts";

// The server alone, without building the web client: for `npm run dev` and for tests that start and kill it.
const running = await startServer(readConfig(process.env));
console.log(`Tillit är igång: ${running.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => running.stop().then(() => process.exit(0)));
