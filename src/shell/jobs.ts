import { HEAD, headJobs } from "../decisions/heads/jobs.ts";
import { decisionJobs } from "../decisions/jobs.ts";
import { savedJobs } from "../decisions/saved/jobs.ts";
import { storedChain } from "../decisions/store/chain.ts";
import { accountLetters } from "../organisation/accounts/letters.ts";
import { handoverJobs } from "../organisation/handover/jobs.ts";
import { organisationJobs } from "../organisation/jobs.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { Config } from "../platform/config.ts";
import { housekeeping } from "../platform/jobs/housekeeping.ts";
import type { AnyJob } from "../platform/jobs/job.ts";
import { letterJob } from "../platform/letters/job.ts";
import type { Documents } from "../platform/rendering/documents.ts";
import { reminderJobs } from "../year/reminders/jobs.ts";
import { decidedDocuments } from "./chapters.ts";
import { VERSION } from "./version.ts";

/** All that the house does without anybody waiting for it, from all chapters; `more` is for what a test adds. */
export function houseJobs(
  documents: Documents,
  config: Config,
  chapters: readonly Chapter[],
  more: readonly AnyJob[] = [],
): readonly AnyJob[] {
  const reminders = reminderJobs({ config, chapters });
  const jobs = [
    ...housekeeping,
    ...organisationJobs,
    ...handoverJobs({ release: VERSION, chain: storedChain }),
    ...decisionJobs(decidedDocuments, documents),
    ...headJobs(config),
    ...savedJobs(),
    ...reminders.jobs,
    letterJob(config, [...accountLetters, HEAD, reminders.letter]),
    ...more,
  ];
  if (new Set(jobs.map(({ name }) => name)).size !== jobs.length) throw new Error("two jobs have one name");
  return jobs;
}
