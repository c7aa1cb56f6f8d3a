import { forgetOldEvents } from "../platform/http/security-log.ts";
import type { Job } from "../platform/jobs/job.ts";

const WRITER = { personId: "installation", requestId: "job" };

/** Takes away, each night, what the security log has had for twelve months: it tells of people, and has then done its work. */
const forgetSecurityEvents: Job = {
  name: "forget-security-events",
  cron: "20 3 * * *",
  async run({ door, municipality, signal }) {
    let taken: number;
    do {
      taken = await door.write(
        { municipality, ...WRITER },
        "Säkerhetsloggens äldsta tas bort",
        forgetOldEvents,
      );
    } while (taken > 0 && !signal.aborted);
  },
};

export const organisationJobs: readonly Job[] = [forgetSecurityEvents];
