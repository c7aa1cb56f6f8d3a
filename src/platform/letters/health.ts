import type { Watch } from "../database/watch.ts";
import type { HealthCheck } from "../http/health.ts";

/** What failed longer ago has been told of for a week. */
const TOLD_DAYS = 7;

/** Letters that never came to their receivers, as `/api/health` tells of them: the system manager sees which. */
export const lettersHealth = (watch: Watch): HealthCheck => ({
  name: "letters:failed",
  componentType: "component",
  async run() {
    const [found] = await watch.ask<{ failed: number; waiting: number }>(
      `select count(*) filter (where state in ('failed', 'refused') and settled_at > now() - make_interval(days => $1))::int as failed,
         count(*) filter (where state = 'waiting')::int as waiting from platform.letter`,
      [TOLD_DAYS],
    );
    const { failed, waiting } = found as { failed: number; waiting: number };
    const observedValue = { failed, waiting };
    return failed === 0
      ? { status: "pass", observedValue }
      : {
          status: "warn",
          observedValue,
          output: `${failed} brev har inte gått fram den senaste veckan: systemförvaltaren ser vilka, och varför, på sidan Konton`,
        };
  },
});
