import { firstAddress } from "../organisation/installation/rules/first-address.ts";
import { readConfig } from "../platform/config.ts";
import { ToldError } from "../platform/told.ts";
import { startServer } from "./server.ts";
import { tellingFor } from "./telling.ts";

// The server alone, without building the web client: for `npm run dev` and for tests that start and kill it.
try {
  const config = readConfig(process.env);
  const running = await startServer(config, { telling: tellingFor(config), doJobs: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => running.stop().then(() => process.exit(0)));
  running.lost.then(async ({ message }) => {
    console.error(message);
    await running.stop();
    process.exit(1);
  });
  console.log(`Tillit är igång: ${running.url}`);
  if (running.first !== undefined)
    console.log(`Börja här: ${firstAddress(running.url, running.first.token)}`);
} catch (error) {
  if (error instanceof ToldError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
