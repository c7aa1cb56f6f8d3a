import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NotAWorkbook, route, WorkbookTooLarge } from "../../platform/http/contract.ts";
import { BodyId, DayText, MayShape } from "../contract.ts";
import { BODY_KINDS } from "../rules/organisation.ts";
import { SETUP } from "./kind.ts";
import { MAX_BODIES } from "./rules/bodies.ts";
import { MARKS, SETUP_STEPS, STEP_STATES } from "./rules/steps.ts";

/** What a table of bodies or people has wrong, each fault with its cell. */
export const TableFaults = problemKind("setup-table-faults", 422);
/** What of the organisation can't be put so: each fault with its row. */
export const BodiesFaults = problemKind("setup-bodies-faults", 422);

const chapter = "organisation";
const allow = { action: `edit:${SETUP.object}`, of: "council" } as const;

const StepShape = z.object({
  step: z.enum(SETUP_STEPS),
  state: z.enum(STEP_STATES),
  /** What somebody has said of it; null where nobody has, or where what there is says it. */
  mark: z.enum(MARKS).nullable(),
  /** How many there are of what the step brings: bodies, people, mandates, goals, allocations, years, codes. */
  count: z.number().int(),
});
export type StepShape = z.output<typeof StepShape>;

export const getSetup = route({
  id: "getSetup",
  method: "GET",
  path: "/setup",
  chapter,
  summary: "Hur långt kommunens uppstart har kommit, steg för steg (§3.2, §2.4)",
  returns: z.object({
    /** The day from which the municipality is followed; null for one that has been here since before that was kept. */
    startedOn: DayText.nullable(),
    /** The first year that is planned here. */
    firstYear: z.number().int(),
    steps: z.array(StepShape),
    may: MayShape,
  }),
  answerName: "SetupView",
});

export const markStep = route({
  id: "markSetupStep",
  method: "PUT",
  path: "/setup/steps/{step}",
  chapter,
  allow,
  summary: "Säg att ett steg i uppstarten är genomgånget, eller får vänta (§3.2)",
  params: z.object({ step: z.enum(SETUP_STEPS) }),
  body: z.object({ mark: z.enum(MARKS).nullable() }),
  returns: z.object({ step: z.enum(SETUP_STEPS), mark: z.enum(MARKS).nullable() }),
  answerName: "SetupMark",
});

const BodyRowShape = z.object({
  key: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, { message: "ska vara organets id, eller ett eget namn för ett nytt" }),
  name: z.string().max(200),
  kind: z.enum(BODY_KINDS),
  parent: z.string().max(60).nullable(),
});
/** The bodies in their order, and which of them something rests on. */
export const SetupBodies = z.object({
  rows: z.array(BodyRowShape.extend({ inUse: z.boolean() })),
  may: MayShape,
});
const Rows = z.array(BodyRowShape).max(MAX_BODIES);
/** The organisation as rows, in the order that they are shown in. */
export const BodiesTable = z.object({ rows: Rows });

export const getBodyRows = route({
  id: "getSetupBodies",
  method: "GET",
  path: "/setup/bodies",
  chapter,
  summary: "Organisationen i den ordning den läggs upp, och vilka organ som något vilar på (§3)",
  returns: SetupBodies,
  editable: true,
});

export const putBodyRows = route({
  id: "putSetupBodies",
  method: "PUT",
  path: "/setup/bodies",
  chapter,
  allow,
  summary: "Ordna organisationen innan något är beslutat: lägg till, byt namn, flytta och ta bort (§3)",
  body: BodiesTable,
  returns: SetupBodies,
  editable: true,
  problems: [BodiesFaults],
});

const upload = { maxBytes: 5_000_000 };
const fileProblems = [TableFaults, NotAWorkbook, WorkbookTooLarge];

export const readBodiesTable = route({
  id: "readBodiesTable",
  method: "POST",
  path: "/setup/bodies/table",
  chapter,
  allow,
  summary: "Läs en tabell med organ (Excel eller CSV) utan att spara något (§3)",
  upload,
  onAnyDay: true,
  returns: BodiesTable,
  problems: fileProblems,
});

export const countPeople = route({
  id: "countSetupPeople",
  method: "GET",
  path: "/setup/people",
  chapter,
  summary: "Hur många som har uppdrag, och i vilka organ (§3.2)",
  returns: z.object({
    people: z.number().int(),
    bodies: z.array(z.object({ body: BodyId, people: z.number().int() })),
  }),
  answerName: "PeopleByBody",
});
