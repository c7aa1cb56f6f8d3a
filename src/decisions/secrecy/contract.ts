import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NOT_UNSEEN } from "../../kernel/written.ts";
import { DayText } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { GROUNDS } from "./rules/grounds.ts";

/** It stands under secrecy already: one marking at a time. */
export const AlreadySecret = problemKind("already-secret", 409);
/** No marking of it stands. */
export const NotSecret = problemKind("not-secret", 409);
/** Matters of that kind are what others' and the public economy rest on: they are public whole. */
export const NeverSecret = problemKind("never-secret", 422);

/** A matter's secrecy while it stands; the note only for those who read the matter. */
export const Secrecy = z.object({
  /** The provision of OSL (2009:400): "26:1". */
  ground: z.enum(GROUNDS),
  note: z.string(),
  on: DayText,
});
export type Secrecy = z.output<typeof Secrecy>;

const OfMatter = z.object({ id: z.string().max(200) });
const chapter = "decisions";

const Written = z
  .string()
  .trim()
  .refine(...NOT_UNSEEN)
  .max(1000);

export const markSecret = route({
  id: "markSecret",
  method: "POST",
  path: "/matters/{id}/secrecy",
  chapter,
  allow: { action: "write:*", of: "body", besides: "asked" },
  summary: "Sekretessmarkera ett ärende, med grund i lag (§3.2)",
  params: OfMatter,
  body: z.object({ ground: z.enum(GROUNDS), note: Written.default("") }),
  returns: Secrecy,
  problems: [NoMatter, AlreadySecret, NeverSecret],
});

export const endSecrecy = route({
  id: "endSecrecy",
  method: "POST",
  path: "/matters/{id}/secrecy/end",
  chapter,
  allow: { action: "write:*", of: "body", besides: "asked" },
  summary:
    "Häv ett ärendes sekretessmarkering, med skäl; ett beslutat ärendes hävs av den som registrerar (§3.2)",
  params: OfMatter,
  body: z.object({ reason: Written.min(1) }),
  returns: z.object({ id: z.string() }),
  problems: [NoMatter, NotSecret],
});
