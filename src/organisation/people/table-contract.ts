import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { NotAWorkbook, WorkbookTooLarge } from "../../platform/intake/refused-table.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { DayText, NobodyTakesOver } from "../contract.ts";
import { PEOPLE } from "./kind.ts";
import { MAX_GIVEN_BY, RoleName } from "./rules/posts.ts";

/** Rows that can't be: nothing of the table is stored. */
export const PeopleTableFaults = problemKind("people-table-faults", 422);
/** It is no longer the table that was looked through. */
export const OtherTable = problemKind("other-table", 409);
export const NoSuchChange = problemKind("no-such-people-change", 404);
/** Its first day has come: what holds is changed by ending posts. */
export const ChangeHolds = problemKind("people-change-holds", 409);

const chapter = "organisation";
const keeps = { action: `edit:${PEOPLE.object}`, of: "council" } as const;
const MAX_BYTES = 12_000_000;
const SHOWN = 500;

const Options = {
  /** The elected posts of a new mandate period, or people and posts as they are to be. */
  sort: z.enum(["period", "table"]),
  /** Of a period: the first days of the council, of committees, and of companies' boards; a row may say its own. */
  council: DayText.optional(),
  committees: DayText.optional(),
  boards: DayText.optional(),
  /** The decision that elected them, or behind the change. */
  decision: z.string().max(MAX_GIVEN_BY).optional(),
};

const Planned = z.object({
  name: z.string(),
  /** Nobody of that name is there: the person is added. */
  isNew: z.boolean(),
  bodyName: z.string(),
  role: RoleName,
  title: z.string(),
  party: z.string().nullable(),
  place: z.number().int().nullable(),
  from: DayText,
  to: DayText.nullable(),
});

export const PeoplePlan = z.object({
  filename: z.string(),
  /** Of the file: it is sent with what is to be stored, so that nothing else is. */
  sha256: z.string(),
  rows: z.number().int(),
  counts: z.object({
    people: z.number().int(),
    posts: z.number().int(),
    ends: z.number().int(),
    corrections: z.number().int(),
    unchanged: z.number().int(),
    faults: z.number().int(),
  }),
  /** By body: how many begin and how many end, and the first day. */
  bodies: z.array(
    z.object({ name: z.string(), posts: z.number().int(), ends: z.number().int(), from: DayText.nullable() }),
  ),
  posts: z.array(Planned).max(SHOWN),
  ends: z
    .array(z.object({ name: z.string(), bodyName: z.string(), title: z.string(), on: DayText }))
    .max(SHOWN),
  corrections: z
    .array(z.object({ name: z.string(), bodyName: z.string(), before: z.string(), after: z.string() }))
    .max(SHOWN),
  /** What can't be, with the cell: nothing is stored while there is any. */
  faults: z
    .array(
      z.object({
        code: z.string(),
        at: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .max(SHOWN),
});
export type PeoplePlan = z.output<typeof PeoplePlan>;
export const PLAN_SHOWN = SHOWN;

export const previewTable = route({
  id: "previewPeopleTable",
  method: "POST",
  path: "/people-table/preview",
  chapter,
  allow: keeps,
  summary: "Läs en tabell med personer och uppdrag och se vad den skulle ändra, utan att spara något (§3.2)",
  query: z.object(Options),
  upload: { maxBytes: MAX_BYTES },
  onAnyDay: true,
  returns: PeoplePlan,
  problems: [PeopleTableFaults, NotAWorkbook, WorkbookTooLarge],
});

/** A change of many posts, which can be read and, before its day, taken back. */
const PeopleChange = z.object({
  id: z.string(),
  sort: z.enum(["period", "table"]),
  name: z.string(),
  decision: z.string().nullable(),
  firstDay: DayText,
  by: z.string(),
  on: DayText,
  posts: z.number().int(),
  ended: z.number().int(),
  people: z.number().int(),
  takenBack: z.object({ by: z.string(), on: DayText }).nullable(),
  /** Whether it can be taken back still. */
  canBeTakenBack: z.boolean(),
});

export const applyTable = route({
  id: "applyPeopleTable",
  method: "POST",
  path: "/people-table",
  chapter,
  allow: keeps,
  summary: "Spara en granskad tabell med personer och uppdrag som en ändring (§3.2)",
  query: z.object({ ...Options, name: writtenText(200), sha256: z.string().max(64) }),
  upload: { maxBytes: MAX_BYTES },
  returns: PeopleChange,
  answerName: "PeopleChange",
  problems: [PeopleTableFaults, OtherTable, NotAWorkbook, WorkbookTooLarge, NobodyTakesOver],
});

export const listPeopleChanges = route({
  id: "listPeopleChanges",
  method: "GET",
  path: "/people-changes",
  chapter,
  allow: keeps,
  summary: "Ändringar av många uppdrag: mandatperioder och inlästa tabeller (§3.2)",
  returns: z.array(PeopleChange).max(200),
  answerName: "PeopleChanges",
});

export const takeBackPeopleChange = route({
  id: "takeBackPeopleChange",
  method: "POST",
  path: "/people-changes/{change}/take-back",
  chapter,
  allow: keeps,
  summary: "Ta tillbaka en ändring av många uppdrag innan dess första dag (§3.2)",
  params: z.object({ change: z.string().max(60) }),
  returns: PeopleChange,
  answerName: "PeopleChange",
  problems: [NoSuchChange, ChangeHolds, NobodyTakesOver],
});

const file = {
  method: "GET",
  chapter,
  allow: keeps,
  returns: z.unknown(),
} as const;

export const peopleWorkbook = route({
  ...file,
  id: "getPeopleWorkbook",
  path: "/people-table.xlsx",
  summary:
    "Personer och uppdrag som gäller eller ska börja, som Excelfil som kan läsas in igen; utan skyddade identiteter (§3.2)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const peopleCsv = route({
  ...file,
  id: "getPeopleCsv",
  path: "/people-table.csv",
  summary:
    "Personer och uppdrag som gäller eller ska börja, som CSV som kan läsas in igen; utan skyddade identiteter (§3.2)",
  produces: "text/csv",
});
