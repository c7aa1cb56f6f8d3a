import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import { COURSE_STATES } from "../decisions/course/rules/course.ts";
import { Ground } from "../decisions/rules/ground.ts";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "./kind.ts";
import { CONTROL_RESULTS } from "./rules/carried-out.ts";
import { CHECK_VERDICTS } from "./rules/measure.ts";
import { CONTROL_PERIODS } from "./rules/report.ts";
import { PURPOSES } from "./rules/risk.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Line = writtenText(500);
const Text = z.string().max(4000);
const Person = z.string().min(1).max(100);
const Step = z.number().int().min(1).max(4);

const Risk = z.object({
  id: Id,
  text: Line,
  area: Line,
  purpose: z.enum(PURPOSES),
  likelihood: Step,
  consequence: Step,
  /** Why the risk is judged as it is (K-2). */
  reason: Text.min(1),
  raisedBy: z.enum(["administration", "committee"]),
  /** Nothing is ownerless: a person's id. */
  responsible: Person,
  /** External laws that the risk is about (D-2): their ids in the register. */
  laws: z.array(Id).max(20).optional(),
  /** Governing documents that it is about (D-1): their ids in the register. */
  documents: z.array(z.string().min(1).max(200)).max(20).optional(),
  /** What the committee itself thinks, beside the administration's assessment (K-2). */
  committee: z.object({ likelihood: Step, consequence: Step, reason: Text.min(1) }).optional(),
  /** What is left of it when the measures that are named have been taken: before and after. */
  after: z.object({ likelihood: Step, consequence: Step, measures: Line }).optional(),
  /** The group-wide risk that it answers. */
  groupRisk: Id.optional(),
  /** The bodies that have it too (P-3): they see it when they assess theirs. */
  sharedWith: z.array(BodyId).max(20).optional(),
  /** The other body's risk that it was taken over from. */
  sharedFrom: z.object({ body: BodyId, risk: Id }).optional(),
  /** Likelihood × consequence; filled in by the server. */
  value: z.number().int().optional(),
});
export type Risk = z.output<typeof Risk>;

const Control = z.object({
  id: Id,
  risk: Id,
  text: Line,
  method: Line,
  scope: Line,
  responsible: Person,
  due: DayText,
  /** How many times in the year. */
  times: z.number().int().min(1).max(366),
  /** 1 is the most important; filled in by the server from the risks' values. */
  priority: z.number().int().optional(),
});
export type Control = z.output<typeof Control>;

export const ControlPlan = z.object({
  risks: z.array(Risk).max(200),
  controls: z.array(Control).max(300),
  /** What was noticed during the year: taken into a risk, or declined with the reason (K-2). */
  notices: z
    .array(
      z.object({
        notice: Id,
        /** As it was noticed; written by the server. */
        text: z.string().max(1000).default(""),
        risk: Id.nullable(),
        answer: z.string().max(2000),
      }),
    )
    .max(300)
    .optional(),
  /** The group-wide risks that are no risk here, and why; those that are stand among the risks. */
  groupAnswers: z
    .array(z.object({ risk: Id, text: z.string().max(500).default(""), answer: z.string().max(2000) }))
    .max(50)
    .optional(),
});
export type ControlPlan = z.output<typeof ControlPlan>;

const ControlResult = z.object({
  /** The control's id in the decided plan. */
  control: Id,
  doneOn: DayText.nullable(),
  sample: z.string().max(500),
  finding: Text,
  result: z.enum(CONTROL_RESULTS),
  measure: z
    .object({
      text: Line,
      responsible: Person,
      due: DayText,
      /** The measure's own id, where it was registered with the control: it lives on under that. */
      thing: z.string().max(300).optional(),
    })
    .nullable(),
});
export type ControlResult = z.output<typeof ControlResult>;

export const ControlReport = z.object({
  /** First the half-year's report, then the annual one as the matter's next version (K-5). */
  period: z.enum(CONTROL_PERIODS),
  results: z.array(ControlResult).max(300),
  judgement: Text,
  /** The plan that is reported on, as in force when the draft was saved; filled in by the server. */
  plan: z
    .object({ matter: z.string(), version: z.number().int(), decision: z.number().int() })
    .nullable()
    .optional(),
  /** The controls carried out, as registered when the draft was saved; filled in by the server (K-4). */
  carriedOut: z
    .array(
      z.object({
        control: Id,
        time: z.number().int(),
        doneOn: DayText,
        result: z.enum(CONTROL_RESULTS),
      }),
    )
    .max(2000)
    .optional(),
  /** The plan's controls as they were taken in; sent back they stay, left out or with `takeIn` the plan in force is taken in. */
  ground: Ground.optional(),
});
export type ControlReport = z.output<typeof ControlReport>;

const chapter = "control";

export const controlPlanRoutes = matterRoutes(CONTROL_PLAN, ControlPlan);
export const controlReportRoutes = matterRoutes(CONTROL_REPORT, ControlReport);

/** How internal control stands in one committee or company. */
const BodyControl = z.object({
  body: BodyId,
  name: z.string(),
  kind: z.string(),
  plan: z.object({
    matter: z.string(),
    /** Who has not signed in sees only what is decided: the rest is "none". */
    state: z.enum(["none", "draft", "proposed", "decided"]),
    decision: z.number().int().nullable(),
    decidedOn: z.string().nullable(),
  }),
  /** Null where the plan is a draft that the reader does not read, or secret by law. */
  risks: z.number().int().nullable(),
  highestRisk: z.object({ id: z.string(), text: z.string(), value: z.number().int() }).nullable(),
  /** Where last year's plan had those of the risks that were in it too. */
  before: z.array(z.object({ id: z.string(), likelihood: Step, consequence: Step })),
  controls: z.object({
    planned: z.number().int(),
    done: z.number().int(),
    deviations: z.number().int(),
    /** Controls that a report says were not done. */
    notDone: z.number().int(),
    /** Controls whose day has passed and that no report speaks of. */
    overdue: z.number().int(),
  }),
  /** Measures after deviations; those that are still open, and of these the ones whose day has passed. */
  measures: z.object({ count: z.number().int(), open: z.number().int(), due: z.number().int() }),
  /** The decided reports, oldest first. */
  reports: z.array(
    z.object({ period: z.enum(CONTROL_PERIODS), decision: z.number().int(), decidedOn: z.string() }),
  ),
});
export type BodyControl = z.output<typeof BodyControl>;

export const ControlOverview = z.object({ year: Year, bodies: z.array(BodyControl) });
export type ControlOverview = z.output<typeof ControlOverview>;

export const getControlOverview = route({
  id: "getControlOverview",
  method: "GET",
  path: "/control/overview/{year}",
  chapter,
  summary: "Kommunstyrelsens överblick över intern kontroll i varje nämnd och bolag (§2.3)",
  access: "public",
  params: z.object({ year: Year }),
  returns: ControlOverview,
});

/** No control of that id is in the plan that the body has decided for the year. */
export const NoControl = problemKind("no-control", 404);
export const NotCarriedOut = problemKind("not-carried-out", 404);
export const CarriedOutFull = problemKind("carried-out-full", 409);

const CarriedOutView = z.object({
  time: z.number().int(),
  result: z.enum(CONTROL_RESULTS),
  doneOn: DayText,
  sample: z.string(),
  finding: z.string(),
  measure: z
    .object({ thing: z.string(), text: z.string(), responsible: z.string(), due: DayText })
    .nullable(),
  by: z.string(),
});

/** A control of the decided plan, with what has been done of it and who has it now. */
const ControlInHand = z.object({
  control: Id,
  thing: z.string(),
  text: z.string(),
  method: z.string(),
  scope: z.string(),
  due: DayText,
  times: z.number().int(),
  responsible: z.string(),
  responsibleName: z.string(),
  /** Whom the decided plan names, where the control has been handed over since. */
  decidedResponsibleName: z.string().nullable(),
  /** The day of the next time; null when all times are spoken for. */
  nextDue: z.string().nullable(),
  carriedOut: z.array(CarriedOutView),
  may: MayShape,
});
export type ControlInHand = z.output<typeof ControlInHand>;

/** A measure after a deviation, of this year or an earlier one, with how it goes. */
const MeasureInHand = z.object({
  thing: z.string(),
  year: Year,
  control: z.string(),
  text: z.string(),
  responsibleName: z.string(),
  decidedResponsibleName: z.string().nullable(),
  due: z.string(),
  /** The day that was decided or registered, where it has been moved since. */
  movedFrom: z.string().nullable(),
  state: z.enum(COURSE_STATES),
  /** What was done, or why it was cancelled. */
  stateReason: z.string().nullable(),
  late: z.boolean(),
  /** It is said to be done, and waits for another than the one who did it to look at it. */
  awaitsCheck: z.boolean(),
  /** What was said of it last as done. */
  check: z
    .object({ verdict: z.enum(CHECK_VERDICTS), text: z.string(), by: z.string(), on: z.string() })
    .nullable(),
  mayCheck: MayShape,
});
export type MeasureInHand = z.output<typeof MeasureInHand>;

export const ControlsInHand = z.object({
  body: BodyId,
  bodyName: z.string(),
  year: Year,
  controls: z.array(ControlInHand),
  /** The risks of the decided plan, and who has each now. */
  risks: z.array(
    z.object({
      risk: Id,
      thing: z.string(),
      responsibleName: z.string(),
      decidedResponsibleName: z.string().nullable(),
    }),
  ),
  /** Those of the year, and those of earlier years that are still open. */
  measures: z.array(MeasureInHand),
});
export type ControlsInHand = z.output<typeof ControlsInHand>;

/** No measure of that id follows from a control that the one who asks looks after. */
export const NoMeasure = problemKind("no-measure", 404);

const inHandKey = z.object({ body: BodyId, year: Year });

export const getControlsInHand = route({
  id: "getControlsInHand",
  method: "GET",
  path: "/control/carried-out/{body}/{year}",
  chapter,
  summary: "Årets kontroller med det som är utfört, och de åtgärder som pågår efter avvikelser (§2.3)",
  params: inHandKey,
  returns: ControlsInHand,
});

export const CarriedOutInput = z.object({
  result: z.enum(CONTROL_RESULTS),
  doneOn: DayText,
  sample: z.string().max(500),
  finding: Text,
  measure: z.object({ text: Line, responsible: Person, due: DayText }).nullable(),
});
export type CarriedOutInput = z.output<typeof CarriedOutInput>;

export const registerCarriedOut = route({
  id: "registerCarriedOut",
  method: "POST",
  path: "/control/carried-out/{body}/{year}/{control}",
  chapter,
  allow: { action: `edit:${CONTROL_PLAN.kind}`, of: "body", among: CONTROL_PLAN.bodies, besides: "holder" },
  summary: "Registrera att en kontroll är utförd, vad den visade och åtgärden efter en avvikelse (§2.3)",
  params: inHandKey.extend({ control: Id }),
  body: CarriedOutInput,
  returns: ControlsInHand,
  problems: [NoControl, CarriedOutFull],
});

export const takeBackCarriedOut = route({
  id: "takeBackCarriedOut",
  method: "POST",
  path: "/control/carried-out/{body}/{year}/{control}/{time}/take-back",
  chapter,
  allow: { action: `edit:${CONTROL_PLAN.kind}`, of: "body", among: CONTROL_PLAN.bodies, besides: "holder" },
  summary: "Ta tillbaka en registrerad kontroll som blev fel; den finns kvar med skälet (§2.3)",
  params: inHandKey.extend({ control: Id, time: z.coerce.number().int().min(1).max(400) }),
  body: z.object({ reason: Line }),
  returns: ControlsInHand,
  problems: [NoControl, NotCarriedOut],
});

export const checkMeasure = route({
  id: "checkMeasure",
  method: "POST",
  path: "/control/measures/check",
  chapter,
  allow: {
    action: `edit:${CONTROL_REPORT.kind}`,
    of: "body",
    among: CONTROL_REPORT.bodies,
    besides: "holder",
  },
  summary: "Säg om en åtgärd som är klar räcker; det gör en annan än den som gjorde den (§2.3)",
  body: z.object({
    thing: z.string().min(3).max(300),
    verdict: z.enum(CHECK_VERDICTS),
    /** What was seen, or what is left to do. */
    text: writtenText(2000),
  }),
  returns: ControlsInHand,
  problems: [NoMeasure],
});
