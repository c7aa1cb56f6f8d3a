import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { DifferenceShape, DraftNotYours } from "../contract.ts";
import { NoMatter } from "../rules/no-matter.ts";

/** That revision was not kept, or has been thrown away two years after its decision. */
export const NoSavedRevision = problemKind("no-saved-revision", 404);

const SavedRevision = z.object({
  /** The version, and the revision of it. */
  version: z.number().int(),
  revision: z.number().int(),
  savedOn: DayText,
  /** By name. */
  savedBy: z.string(),
});
export type SavedRevisionView = z.output<typeof SavedRevision>;

const chapter = "decisions";
const OfMatter = z.object({ id: z.string().max(200) });

export const listSavedRevisions = route({
  id: "listSavedRevisions",
  method: "GET",
  path: "/matters/{id}/saved",
  chapter,
  summary: "Vad var och en senast sparade varje dag av ett ärende, för dem som läser dess utkast (§2.4)",
  params: OfMatter,
  returns: z.array(SavedRevision),
  answerName: "SavedRevisions",
  problems: [NoMatter, DraftNotYours],
});

export const getSavedChanges = route({
  id: "getSavedChanges",
  method: "GET",
  path: "/matters/{id}/saved/{version}/{revision}",
  chapter,
  summary: "Vad en sparad lydelse av ett ärende ändrade mot den som sparades före den (§2.4)",
  params: OfMatter.extend({
    version: z.coerce.number().int().min(1).max(100_000),
    revision: z.coerce.number().int().min(1).max(10_000_000),
  }),
  returns: SavedRevision.extend({
    /** What it is held against; null for the first. */
    against: SavedRevision.nullable(),
    differences: z.array(DifferenceShape),
    /** There are more differences than are told. */
    more: z.boolean(),
  }),
  answerName: "SavedChanges",
  problems: [NoMatter, DraftNotYours, NoSavedRevision],
});
