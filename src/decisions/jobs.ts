import { machineClock } from "../platform/clock.ts";
import type { Door } from "../platform/database/door.ts";
import { sealPortion } from "./store/seals.ts";

/** A municipality's turn of a job. */
interface Work {
  readonly door: Door;
  readonly municipality: string;
  readonly signal: AbortSignal;
}

/** Seals each hour what has been logged since the last decision or seal: a portion a transaction, until nothing waits. */
export const sealingJob = {
  name: "seal-change-log",
  cron: "7 * * * *",
  async run({ door, municipality, signal }: Work): Promise<void> {
    const writer = { municipality, personId: "installation", requestId: "seal-change-log" };
    const seal = () =>
      door.write(writer, "Ändringsloggen förseglas", (tx) =>
        sealPortion(tx, municipality, machineClock.now().toISOString()),
      );
    while (!signal.aborted && (await seal()));
  },
};
