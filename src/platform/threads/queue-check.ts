import type { HealthCheck } from "../http/health.ts";
import { threadLoads } from "./work-thread.ts";

/** So full of what waits that the next who ask are soon told to come back. */
const FULL = 0.75;

export const queueCheck: HealthCheck = {
  name: "queue:waiting",
  componentType: "component",
  async run() {
    const loads = threadLoads();
    const observedValue = Object.fromEntries(loads.map(({ name, waiting }) => [name, waiting]));
    const full = loads.filter(({ waiting, most }) => waiting >= most * FULL).map(({ name }) => name);
    return full.length === 0
      ? { status: "pass", observedValue }
      : { status: "warn", observedValue, output: `Kön är nästan full: ${full.join(", ")}.` };
  },
};
