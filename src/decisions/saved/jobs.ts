import { type Clock, machineClock, swedishDay } from "../../platform/clock.ts";
import type { Job } from "../../platform/jobs/job.ts";
import { forgetRevisions } from "./store.ts";

/** Takes away, each night, what was saved on the way to versions that were decided more than two years ago (T-7). */
export const savedJobs = (clock: Clock = machineClock): readonly Job[] => [
  {
    name: "forget-saved-revisions",
    cron: "50 2 * * *",
    async run({ door, municipality }) {
      const writer = { municipality, personId: "installation", requestId: "forget-saved-revisions" };
      await door.write(writer, "Sparade lydelser tas bort två år efter beslutet", (tx) =>
        forgetRevisions(tx, swedishDay(clock.now())),
      );
    },
  },
];
