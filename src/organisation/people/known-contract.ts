import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { DayText } from "../contract.ts";
import { NoSuchPerson, PersonId } from "./contract.ts";
import { PEOPLE } from "./kind.ts";
import { MAX_RETENTION_GROUND, MAX_RETENTION_MONTHS, OWN_RETENTIONS } from "./rules/retention.ts";

/** What is known of a person is for that person, and for who keeps people in order. */
export const NotYoursToKnow = problemKind("not-yours-to-know", 403);

const chapter = "organisation";
const keeps = { action: `edit:${PEOPLE.object}`, of: "council" } as const;
const OfPerson = z.object({ person: PersonId });

export const KNOWN_SORTS = [
  "name",
  "contact",
  "account",
  "protection",
  "post",
  "holding",
  "session",
  "change",
  "security-event",
] as const;

export const getKnown = route({
  id: "getKnownOfPerson",
  method: "GET",
  path: "/people/{person}/known",
  chapter,
  summary:
    "Allt som Tillit vet om en person: för personen själv och den som håller ordning på personer (dataskyddsförordningen)",
  params: OfPerson,
  returns: z.object({
    person: z.string(),
    name: z.string(),
    on: DayText,
    lines: z.array(
      z.object({
        sort: z.enum(KNOWN_SORTS),
        what: z.string(),
        from: DayText.nullable(),
        to: DayText.nullable(),
        count: z.number().int(),
      }),
    ),
    /** From which day the name may be erased; null while there are posts, or where the archive keeps it. */
    erasableFrom: DayText.nullable(),
  }),
  answerName: "KnownOfPerson",
  kept: false,
  problems: [NoSuchPerson, NotYoursToKnow],
});

export const getKnownCsv = route({
  id: "getKnownCsv",
  method: "GET",
  path: "/people/{person}/known.csv",
  chapter,
  summary: "Allt som Tillit vet om en person, som CSV (dataskyddsförordningen)",
  params: OfPerson,
  returns: z.unknown(),
  produces: "text/csv",
  problems: [NoSuchPerson, NotYoursToKnow],
});

const Retentions = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      months: z.number().int().nullable(),
      ground: z.string(),
      own: z.boolean(),
    }),
  ),
  /** Those who have left and whose names may be erased, now or on a later day. */
  people: z
    .array(z.object({ id: z.string(), name: z.string(), until: DayText, from: DayText, now: z.boolean() }))
    .max(500),
});

export const getRetentions = route({
  id: "getRetentions",
  method: "GET",
  path: "/retention",
  chapter,
  allow: keeps,
  summary:
    "Hur länge uppgifter om personer sparas, varför, och vilka som får tas bort (dataskyddsförordningen)",
  returns: Retentions,
  answerName: "Retentions",
});

export const setRetention = route({
  id: "setRetention",
  method: "POST",
  path: "/retention/{kind}",
  chapter,
  allow: keeps,
  summary: "Bestäm hur länge namn och adresser sparas efter det sista uppdraget, och på vilken grund",
  params: z.object({ kind: z.enum(OWN_RETENTIONS) }),
  body: z.object({
    months: z.number().int().min(0).max(MAX_RETENTION_MONTHS),
    ground: writtenText(MAX_RETENTION_GROUND),
  }),
  returns: Retentions,
  answerName: "Retentions",
});
