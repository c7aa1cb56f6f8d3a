import { z } from "zod";
import { machineClock } from "../platform/clock.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { AnyJob, Job } from "../platform/jobs/job.ts";
import { postJob } from "../platform/jobs/post.ts";
import type { Document } from "../platform/rendering/document.ts";
import type { Documents } from "../platform/rendering/documents.ts";
import { sealPortion } from "./store/seals.ts";
import { type Version, versionNumbered } from "./store/versions.ts";

/** What leaves the house as documents when a matter of some kinds has been decided; a chapter tells of its own. */
export interface DecidedDocuments {
  readonly kinds: readonly string[];
  of(tx: Tx, ctx: Pick<Context, "municipality" | "today">, version: Version): Promise<readonly Document[]>;
}

const OfVersion = z.object({ matter: z.string(), version: z.number().int().min(1) });
const MAKE_DOCUMENTS = { name: "make-documents", data: OfVersion } as const;

/** Posts that a version's documents are to be made before anybody asks for them, in the transaction of its decision. */
export async function postDocuments(
  tx: Tx,
  { matter, number }: Version,
  all: readonly DecidedDocuments[],
): Promise<void> {
  if (!all.some(({ kinds }) => kinds.includes(matter.kind))) return;
  await postJob(tx, MAKE_DOCUMENTS, { matter: matter.id, version: number }, `${matter.id}@${number}`);
}

/** Seals each hour what has been logged since the last decision or seal: a portion a transaction, until nothing waits. */
export const sealingJob: Job = {
  name: "seal-change-log",
  cron: "7 * * * *",
  async run({ door, municipality, signal }) {
    const writer = { municipality, personId: "installation", requestId: "seal-change-log" };
    const seal = () =>
      door.write(writer, "Ändringsloggen förseglas", (tx) =>
        sealPortion(tx, municipality, machineClock.now().toISOString()),
      );
    while (!signal.aborted && (await seal()));
  },
};

/** The chapter's jobs: what has been decided is made as documents beforehand, so that the first reader finds them (T-5). */
export const decisionJobs = (all: readonly DecidedDocuments[], documents: Documents): readonly AnyJob[] => [
  {
    ...MAKE_DOCUMENTS,
    run: ({ municipality, signal, data }) =>
      documents.makeBefore(municipality, signal, async (tx) => {
        const version = await versionNumbered(tx, data.matter, data.version);
        if (!version?.decision) return [];
        const ctx = { municipality, today: version.decision.decidedOn };
        const own = all.filter(({ kinds }) => kinds.includes(version.matter.kind));
        return (await Promise.all(own.map((one) => one.of(tx, ctx, version)))).flat();
      }),
  } satisfies Job<z.output<typeof OfVersion>>,
  sealingJob,
];
