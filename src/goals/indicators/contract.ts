import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../../organisation/contract.ts";
import { NotAWorkbook, RemarkShape, route, WorkbookTooLarge } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { BODY_GOALS, INDICATOR_VALUE } from "../kind.ts";
import { Computation } from "./computed/rules/computation.ts";
import { INDICATOR_DIRECTIONS, JUDGEMENTS } from "./rules/indicator.ts";
import { FREQUENCIES, INDICATOR_DEFAULTS, MEASURES, SOURCE_KINDS } from "./rules/measuring.ts";
import { SIDES } from "./rules/spread.ts";
import { MAX_PEOPLE, TABLE_LIMITS } from "./rules/value-table.ts";

const chapter = "goals";
const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Line = writtenText(500);
const Reason = writtenText(1000);
const Note = writtenText(500);
/** No measure of a municipality lies beyond a million million of its unit. */
const Measured = z.number().min(-1e12).max(1e12);

/** The value has been written from a later day. */
export const ValueLater = problemKind("value-later", 409);
/** The source of a value says something else than when the page was read. */
export const ComputedChanged = problemKind("computed-changed", 409);
/** What a table of values has wrong, each fault with its cell. */
export const ValueFaults = problemKind("value-faults", 422);
/** A table has been taken back already. */
export const ImportUndone = problemKind("import-undone", 409);

/** What has a default is what an indicator had before it could be said (`INDICATOR_DEFAULTS`). */
export const Indicator = z.object({
  id: Id,
  name: Line,
  unit: z.string().min(1).max(40),
  /** What is counted, and how. */
  definition: z.string().max(2000).default(INDICATOR_DEFAULTS.definition),
  /** In words; `sourceKind` says of which kind. */
  source: Line,
  sourceKind: z.enum(SOURCE_KINDS).default(INDICATOR_DEFAULTS.sourceKind),
  /** How it is computed of the source, where that is the accounts or the staff figures and nobody is to type it. */
  computed: Computation.optional(),
  /** The measure in Kolada that it is, or is like: "N15419". */
  koladaId: z
    .string()
    .regex(/^[NU]\d{5}$/)
    .optional(),
  /** A person's id; empty: the goal's responsible reports it. */
  reporter: z.string().max(100).default(INDICATOR_DEFAULTS.reporter),
  /** What a value speaks of: where it is people, small numbers are not shown. */
  speaksOf: z.enum(MEASURES).default(INDICATOR_DEFAULTS.speaksOf),
  frequency: z.enum(FREQUENCIES).default(INDICATOR_DEFAULTS.frequency),
  /** How many days after a period's end its value is due. */
  dueDays: z.number().int().min(0).max(180).default(INDICATOR_DEFAULTS.dueDays),
  baseline: Measured,
  baselineYear: Year,
  target: Measured,
  /** Only for "within": the range is from `target` to this, both ends in it. */
  targetTo: Measured.optional(),
  direction: z.enum(INDICATOR_DIRECTIONS),
  /** Values expected on the way from baseline to target; without them the way is straight. */
  path: z
    .array(z.object({ day: DayText, value: Measured }))
    .max(20)
    .default([...INDICATOR_DEFAULTS.path]),
});
export type Indicator = z.output<typeof Indicator>;

const MeasuredValue = z.object({
  day: z.string(),
  /** The year that the value speaks of: one of last year may be counted in January. */
  year: Year,
  value: z.number(),
  source: z.string(),
  /** The days that it speaks of, where it says so. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string().nullable(),
});
export const IndicatorView = Indicator.extend({
  /** Who reports it now: whom the goals name, or whom it has been handed over to. */
  responsible: z.string(),
  responsibleName: z.string(),
  /** All that has been measured, oldest first. */
  values: z.array(MeasuredValue),
  /** The value that the status rests on: the latest of the goal's own time; null where nothing in it is measured. */
  judging: MeasuredValue.nullable(),
  status: z.enum(JUDGEMENTS),
  /** The same value against what was expected of its day; null where nothing is measured. */
  onTheWay: z
    .object({
      onPath: z.boolean(),
      value: z.number(),
      day: z.string(),
      expected: z.number(),
      expectedTo: z.number().nullable(),
    })
    .nullable(),
});
export type IndicatorView = z.output<typeof IndicatorView>;

/** A judgement of the profession's, with its grounds, by whom and when. */
export const GoalJudgement = z.object({
  number: z.number().int(),
  judgement: z.enum(JUDGEMENTS),
  grounds: z.string(),
  /** By name. */
  by: z.string(),
  day: z.string(),
  /** The year of the goals that it judges. */
  year: Year,
});
export type GoalJudgement = z.output<typeof GoalJudgement>;

const place = z.object({ body: BodyId, goal: Id, indicator: Id });
const placeOnDay = place.extend({ day: DayText });
const allow = {
  action: `edit:${INDICATOR_VALUE.object}`,
  of: "body",
  among: BODY_GOALS.bodies,
  besides: "holder",
} as const;

export const getValue = route({
  id: "getValue",
  method: "GET",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  summary: "En dags mätvärde, och om jag får registrera, rätta eller ta tillbaka det (§2.1)",
  params: placeOnDay,
  /** Needed where two years' goals were measured on the day. */
  query: z.object({ year: Year.optional() }),
  returns: z.object({
    year: Year,
    /** Null: nothing is measured on the day, or it was taken back. */
    value: z.number().nullable(),
    source: z.string().nullable(),
    may: MayShape,
  }),
  editable: true,
});

export const registerValue = route({
  id: "registerValue",
  method: "PUT",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  allow,
  summary: "Registrera ett mätvärde för en indikator (§2.1)",
  params: placeOnDay,
  /** `year`: that of the goal, which the value speaks of. `reason`: why a value of the day is corrected; without it it is not. */
  body: z.object({
    value: Measured,
    source: Line,
    year: Year,
    reason: Reason.optional(),
    /** The days that the value speaks of, where that is a period. */
    period: z.object({ from: DayText, to: DayText }).optional(),
    note: Note.optional(),
    /**
     * What the value was proposed from, as `getComputedValue` told it: its state, and the number that whoever reports divides by. Where
     * `value` is another than what is computed, `note` says why.
     */
    computed: z.object({ of: z.string().min(1).max(200), number: Measured.positive().optional() }).optional(),
  }),
  returns: z.object({ status: z.enum(JUDGEMENTS) }),
  editable: true,
  problems: [ValueLater, ComputedChanged],
});

export const removeValue = route({
  id: "removeValue",
  method: "DELETE",
  path: "/goals/values/{body}/{goal}/{indicator}/{day}",
  chapter,
  allow,
  summary: "Ta tillbaka ett registrerat mätvärde; det gamla finns kvar i historiken (§2.1)",
  params: placeOnDay,
  /** `reason`: taking back is a correction. `year`: that the value speaks of; needed where two years' goals were measured on the day. */
  query: z.object({ reason: Reason, year: Year.optional() }),
  returns: z.object({ removed: z.literal(true) }),
  editable: true,
  problems: [ValueLater],
});

export const ValueVersion = z.object({
  day: z.string(),
  version: z.number().int(),
  /** Null: it was taken back. */
  value: z.number().nullable(),
  source: z.string(),
  by: z.string(),
  /** When it was written; null for values from before that was kept. */
  on: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ValueVersion = z.output<typeof ValueVersion>;

export const listValueVersions = route({
  id: "listValueVersions",
  method: "GET",
  path: "/goals/values/{body}/{goal}/{indicator}",
  chapter,
  summary: "En indikators mätvärden med alla rättelser: vem, när och varför (§2.1)",
  params: place,
  returns: z.array(ValueVersion),
});

const Sides = {
  sex: z.enum(["women", "men"]).nullable(),
  /** A body's id. */
  unit: z.string().nullable(),
  area: z.string().nullable(),
};
/** A value of some of those whom the indicator speaks of. Hidden where few stand behind it: then it has no numbers. */
const PartView = z.object({
  day: z.string(),
  year: Year,
  ...Sides,
  value: z.number().nullable(),
  people: z.number().int().nullable(),
  hidden: z.boolean(),
});
export type PartView = z.output<typeof PartView>;

export const SpreadView = z.object({
  by: z.enum(SIDES),
  day: z.string(),
  year: Year,
  /** The lowest first; those that are not shown last. */
  parts: z.array(PartView.extend({ name: z.string() })),
  difference: z.number().nullable(),
});
export type SpreadView = z.output<typeof SpreadView>;

export const getSpread = route({
  id: "getSpread",
  method: "GET",
  path: "/goals/spread/{year}/{body}/{goal}/{indicator}",
  chapter,
  summary: "En indikators värden efter kön, enhet och område, och hur mycket de skiljer (§1.1)",
  access: "public",
  params: place.extend({ year: Year }),
  returns: z.object({
    /** Each at its latest day. */
    spreads: z.array(SpreadView),
    /** All of the latest day, also what is told apart in two ways at once. */
    parts: z.array(PartView.extend({ unitName: z.string().nullable() })),
  }),
});

const RowShape = z.object({
  day: DayText,
  from: DayText.nullable(),
  to: DayText.nullable(),
  sex: Sides.sex,
  unit: BodyId.nullable(),
  area: writtenText(80).nullable(),
  value: Measured,
  people: z.number().int().min(0).max(MAX_PEOPLE).nullable(),
  note: Note.nullable(),
});

/** What becomes of a row when it is stored. */
const ROW_STATES = ["new", "corrects", "same"] as const;

export const readValuesFile = route({
  id: "readValuesFile",
  method: "POST",
  path: "/goals/values-file",
  chapter,
  allow,
  summary: "Läs och granska en tabell med mätvärden (Excel eller CSV) utan att spara något (§2.1)",
  /** `day`: that of rows that say none themselves. */
  query: place.extend({ year: Year, day: DayText }),
  upload: { maxBytes: TABLE_LIMITS.bytes },
  onAnyDay: true,
  returns: z.object({
    filename: z.string(),
    rows: z.array(
      RowShape.extend({
        unitName: z.string().nullable(),
        /** What there is now. */
        before: z.number().nullable(),
        state: z.enum(ROW_STATES),
      }),
    ),
    /** What was left aside, for a person to see before the rows are stored. */
    notes: z.array(RemarkShape),
  }),
  problems: [ValueFaults, NotAWorkbook, WorkbookTooLarge],
});

const ImportView = z.object({
  number: z.number().int(),
  name: z.string(),
  rows: z.number().int(),
  by: z.string(),
  on: z.string(),
  undoneOn: z.string().nullable(),
});
export type ImportView = z.output<typeof ImportView>;

export const importValues = route({
  id: "importValues",
  method: "POST",
  path: "/goals/value-imports/{body}/{goal}/{indicator}",
  chapter,
  allow,
  summary: "Spara en granskad tabell med mätvärden, efter kön, enhet och område (§2.1)",
  params: place,
  body: z.object({
    year: Year,
    /** The file's name, or what was pasted. */
    name: writtenText(200),
    source: Line,
    rows: z.array(RowShape).min(1).max(TABLE_LIMITS.values),
    /** Needed where a row corrects what there is. */
    reason: Reason.optional(),
  }),
  returns: z.object({
    number: z.number().int(),
    /** How many rows were stored: what was the same already was not. */
    stored: z.number().int(),
  }),
  problems: [ValueFaults, ValueLater],
});

export const listValueImports = route({
  id: "listValueImports",
  method: "GET",
  path: "/goals/value-imports/{body}/{goal}/{indicator}",
  chapter,
  summary: "De tabeller med mätvärden som har lästs in för en indikator (§2.1)",
  params: place,
  returns: z.array(ImportView),
});

export const undoValueImport = route({
  id: "undoValueImport",
  method: "POST",
  path: "/goals/value-imports/{body}/{goal}/{indicator}/{number}/undo",
  chapter,
  allow,
  summary: "Ta tillbaka en inläst tabell med mätvärden; det som gällde förut gäller igen (§2.1)",
  params: place.extend({ number: z.coerce.number().int().min(1).max(10_000) }),
  returns: z.object({
    /** How many values are as they were before. */
    restored: z.number().int(),
    /** How many somebody has corrected since, which stay. */
    left: z.number().int(),
  }),
  problems: [ImportUndone, ValueLater],
});

const goalPlace = z.object({ body: BodyId, goal: Id, year: Year });

export const askJudging = route({
  id: "askJudging",
  method: "GET",
  path: "/goals/judgements/{body}/{goal}/{year}",
  chapter,
  summary: "Om jag får bedöma ett mål (§2.1)",
  params: goalPlace,
  returns: z.object({ may: MayShape }),
});

export const judgeGoal = route({
  id: "judgeGoal",
  method: "POST",
  path: "/goals/judgements/{body}/{goal}/{year}",
  chapter,
  allow,
  summary: "Bedöm ett mål professionellt, med skäl; tidigare bedömningar finns kvar (§2.1)",
  params: goalPlace,
  body: z.object({ judgement: z.enum(JUDGEMENTS), grounds: writtenText(4000, 10) }),
  returns: GoalJudgement,
});
