import { watchedChains } from "../decisions/store/chain-end.ts";
import { type Clock, machineClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { backupCheck, databaseCheck, lastBackup } from "../platform/database/checks.ts";
import type { Watch } from "../platform/database/watch.ts";
import type { Disk } from "../platform/disk.ts";
import type { HealthCheck } from "../platform/http/health.ts";
import type { Measure } from "../platform/http/metrics.ts";
import { queueHealth } from "../platform/jobs/health.ts";
import type { Queue } from "../platform/jobs/queue.ts";
import { lettersHealth } from "../platform/letters/health.ts";
import { queueCheck } from "../platform/threads/queue-check.ts";

/** What is told of the whole house by /api/health and /metrics. */
export function watched(
  watch: Watch,
  queue: Queue,
  disk: Disk,
  config: Config,
  clock: Clock = machineClock,
): { readonly checks: readonly HealthCheck[]; readonly measures: readonly Measure[] } {
  const chains = watchedChains(watch);
  return {
    checks: [
      databaseCheck(watch),
      disk.check,
      queueCheck,
      queueHealth(queue),
      lettersHealth(watch),
      backupCheck(watch, config.backupHours, () => clock.now()),
      chains.check,
    ],
    measures: [chains.measure, backupMeasure(watch)],
  };
}

const backupMeasure = (watch: Watch): Measure => ({
  name: "tillit_last_backup_timestamp_seconds",
  help: "The moment that the last backup shows; absent where none has been made",
  async read() {
    const { snapshotAt } = await lastBackup(watch);
    return snapshotAt ? new Map([["", snapshotAt.getTime() / 1000]]) : new Map();
  },
});
