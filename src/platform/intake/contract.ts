import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../http/contract.ts";

/** Says which key the sender has given a file, to ask by how far it has come. */
export const PROGRESS_HEADER = "tillit-progress";
export const ProgressKey = z.string().regex(/^[\w-]{8,64}$/);

/** What is done with a file that has been sent, in this order; a queue is waited in before it is read. */
const FILE_STAGES = ["receiving", "waiting", "reading", "storing"] as const;

export const FileProgress = z.object({
  stage: z.enum(FILE_STAGES),
  /** How much of the stage is done, 0–1; null where it can't be known. */
  share: z.number().min(0).max(1).nullable(),
});
export type FileProgress = z.output<typeof FileProgress>;

export const NoFileUnderWay = problemKind("no-file-under-way", 404);

/** How far a file that is being sent has come: of one's own alone, on the server that has it. */
export const getFileProgress = route({
  id: "getFileProgress",
  method: "GET",
  path: "/files/{key}/progress",
  chapter: "platform",
  summary: "Hur långt en fil som skickas har kommit",
  params: z.object({ key: ProgressKey }),
  returns: FileProgress,
  // It stands in the server's memory, and is another at each moment
  kept: false,
  problems: [NoFileUnderWay],
});
