import type { HealthCheck } from "../http/health.ts";
import type { Queue } from "./queue.ts";

/** What has waited longer than so is not being done. */
const TOO_LONG_SECONDS = 3600;

/** The queue of jobs as `/api/health` tells of it: what failed for good, or waits too long, is somebody's to look at. */
export const queueHealth = (queue: Pick<Queue, "status">): HealthCheck => ({
  name: "jobs:queue",
  componentType: "component",
  async run() {
    const observedValue = await queue.status();
    const { failed, oldestSeconds } = observedValue;
    const faults = [
      ...(failed > 0 ? [`${failed} jobb har misslyckats, så många gånger som de får försökas`] : []),
      ...(oldestSeconds > TOO_LONG_SECONDS
        ? [`det äldsta jobbet har väntat i ${Math.floor(oldestSeconds / 3600)} timmar`]
        : []),
    ];
    return faults.length === 0
      ? { status: "pass", observedValue }
      : { status: "warn", observedValue, output: faults.join("; ") };
  },
});
