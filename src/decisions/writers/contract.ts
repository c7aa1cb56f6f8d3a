import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, MayShape } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";

/** That id is no matter's: its kind, its body or its year is not there. */
export const NoSuchMatter = problemKind("no-such-matter", 404);
export const TooManyWriters = problemKind("too-many-writers", 409);
/** Nobody of that number is asked, or it has ended already. */
export const NotAsked = problemKind("not-asked", 404);

const OfMatter = z.object({ id: z.string().max(200) });

/** Somebody who has been asked to write a matter beside those who write it by their mandate (§3.2). */
export const CoWriter = z.object({
  entry: z.number().int(),
  person: z.string(),
  name: z.string(),
  from: DayText,
  to: DayText,
  reason: z.string(),
  /** Who asked, by name, and on what day. */
  by: z.string(),
  on: DayText,
  /** The day from which it was taken back; null where it runs out by itself. */
  endedOn: DayText.nullable(),
  /** Whether that person may write it on the day that is read. */
  now: z.boolean(),
});
export type CoWriter = z.output<typeof CoWriter>;

const Writers = z.object({
  writers: z.array(CoWriter),
  may: z.object({
    /** Writing and proposing the matter: by mandate, or as asked. */
    write: MayShape,
    /** Asking others, and taking it back: by mandate alone. */
    ask: MayShape,
  }),
});

const chapter = "decisions";

export const listWriters = route({
  id: "listWriters",
  method: "GET",
  path: "/matters/{id}/writers",
  chapter,
  summary: "Vilka som har ombetts att skriva i ett ärende, och om jag själv får skriva i det (§3.2)",
  params: OfMatter,
  returns: Writers,
  answerName: "MatterWriters",
  problems: [NoSuchMatter],
});

export const askWriter = route({
  id: "askWriter",
  method: "POST",
  path: "/matters/{id}/writers",
  chapter,
  allow: { action: "write:*", of: "body" },
  summary: "Be någon skriva i organets ärende, från en dag till en annan (§3.2)",
  params: OfMatter,
  body: z.object({
    person: z.string().min(1).max(100),
    from: DayText,
    to: DayText,
    reason: writtenText(1000),
  }),
  returns: Writers,
  answerName: "MatterWriters",
  problems: [NoSuchMatter, TooManyWriters],
});

export const endWriter = route({
  id: "endWriter",
  method: "POST",
  path: "/matters/{id}/writers/{entry}/end",
  chapter,
  allow: { action: "write:*", of: "body" },
  summary: "Ta tillbaka att någon ombetts skriva i organets ärende; det som skrivits står kvar (§3.2)",
  params: OfMatter.extend({ entry: z.coerce.number().int().min(1).max(1_000_000_000) }),
  returns: Writers,
  answerName: "MatterWriters",
  problems: [NoSuchMatter, NotAsked],
});
