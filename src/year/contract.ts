import { z } from "zod";
import { matterRoutes } from "../decisions/contract.ts";
import type { Citation } from "../kernel/citation.ts";
import { problemKind } from "../kernel/problem.ts";
import { TODOS } from "../kernel/todo.ts";
import { BodyId, DayText, Year } from "../organisation/contract.ts";
import { BODY_KINDS, ROLES } from "../organisation/rules/organisation.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { EXTRA_OCCASIONS, YEAR_WHEEL } from "./kind.ts";
import { MAX_YEAR_OFFSET, MIN_YEAR_OFFSET } from "./rules/dates.ts";
import { EXTRA_BODIES, EXTRA_MONTHS } from "./rules/extra.ts";
import { liftWheel } from "./rules/lift-wheel.ts";
import { MAX_MEETINGS, MeetingRule } from "./rules/meetings.ts";
import { ONLY, REACHES, STEP_STATES, TRACKS } from "./rules/step.ts";
import { StepDay } from "./rules/step-day.ts";

const StepId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, { message: "ska vara ett stegs beteckning, till exempel A-4" });
const KindName = z
  .string()
  .regex(/^[a-z-]{1,40}$/, { message: "ska vara ett slag av ärende, till exempel body-goals" });
const LANGUAGES = ["sv", "en"] as const;
const Line = writtenText(300);
const RoleName = z.enum(Object.keys(ROLES) as [keyof typeof ROLES]);
const Cite = z.string().trim().min(2).max(60) as unknown as z.ZodType<Citation, string>;

export const NoBody = problemKind("no-body", 404);

/** The municipality's wheel as data; see `rules/step.ts` for what each field means. */
export const YearWheel = z.object({
  steps: z
    .array(
      z.object({
        id: StepId,
        name: Line,
        short: writtenText(24),
        cite: Cite,
        track: z.enum(TRACKS),
        from: StepDay,
        due: StepDay,
        electionYearDue: StepDay.optional(),
        yearOffset: z.number().int().min(MIN_YEAR_OFFSET).max(MAX_YEAR_OFFSET),
        kind: KindName.nullable(),
        reaches: z.enum(REACHES),
        occasion: z
          .string()
          .regex(/^[a-z0-9-]{1,40}$/)
          .optional(),
        looksTo: z.number().int().min(1).max(12).optional(),
        preparedBy: z.enum(BODY_KINDS).optional(),
        bodies: z.array(z.enum(BODY_KINDS)).max(BODY_KINDS.length),
        owner: RoleName.optional(),
        only: z.enum(ONLY).optional(),
        who: Line,
        after: z.array(StepId).max(20),
      }),
    )
    .min(1)
    .max(100),
  /** When the organs meet, which days of steps can be counted from. */
  meetings: z
    .array(
      z.object({
        body: BodyId,
        days: z.array(DayText).max(MAX_MEETINGS),
        rule: MeetingRule.nullable(),
      }),
    )
    .max(60)
    .default([]),
  /** From which day it holds in a year that has begun; null: from the next turn of a year. */
  appliesFrom: DayText.nullable().default(null),
});
export type YearWheel = z.output<typeof YearWheel>;

const chapter = "year";
export const yearWheelRoutes = matterRoutes(YEAR_WHEEL, YearWheel, liftWheel);

/** The follow-ups beyond the wheel's, each with how far it looks, when it is due and who owes it (U-5). */
export const ExtraOccasions = z.object({
  occasions: z
    .array(
      z.object({
        month: z.union(EXTRA_MONTHS.map((month) => z.literal(month))),
        due: DayText,
        bodies: z.array(z.enum(EXTRA_BODIES)).max(EXTRA_BODIES.length),
        why: z.string().max(1000),
      }),
    )
    .max(EXTRA_MONTHS.length),
});
export type ExtraOccasions = z.output<typeof ExtraOccasions>;
export const extraOccasionsRoutes = matterRoutes(EXTRA_OCCASIONS, ExtraOccasions);

const BodyStep = z.object({
  body: BodyId,
  name: z.string(),
  state: z.enum(STEP_STATES),
  matter: z.string(),
  decision: z.number().int().nullable(),
  due: z.string(),
  /** Whose turn it is in the body, while something is left to do: who prepares it, or who decides on what is proposed. */
  turn: z.string().nullable(),
  href: z.string(),
});
export type BodyStep = z.output<typeof BodyStep>;

const StepView = z.object({
  id: StepId,
  name: z.string(),
  short: z.string(),
  /** Of `name`, `short` and `who`: the reader's where the words are the model's own, else the one that they were written in. */
  language: z.enum(LANGUAGES),
  cite: z.string(),
  track: z.enum(TRACKS),
  who: z.string(),
  /** The role that answers for it, where one does. */
  owner: RoleName.nullable(),
  kind: KindName.nullable(),
  occasion: z.string().nullable(),
  reaches: z.enum(REACHES),
  /** Whether the body that is asked for takes the step, itself or through those who serve it; true when none is asked for. */
  own: z.boolean(),
  /** The year that the step is about: the budget year, or the year that is followed up. */
  subjectYear: z.number().int(),
  from: z.string(),
  due: z.string(),
  after: z.array(z.string()),
  /** Null when the step has dates only. */
  state: z.enum(STEP_STATES).nullable(),
  /** Of the body that is asked for when it takes the step, otherwise of all. */
  counts: z.object({
    bodies: z.number().int(),
    /** Those that have taken the step. */
    taken: z.number().int(),
    underWay: z.number().int(),
    late: z.number().int(),
    waiting: z.number().int(),
    toCome: z.number().int(),
  }),
  /** Whose turn it is, in words; empty when it is nobody's now. */
  turn: z.array(z.string()),
  /** The page of the step: the body's matter when one body is asked for or takes the step, otherwise the chapter. */
  href: z.string().nullable(),
  bodies: z.array(BodyStep),
});
export type StepView = z.output<typeof StepView>;

export const WheelView = z.object({
  /** The calendar year. */
  year: Year,
  electionYear: z.boolean(),
  today: z.string(),
  body: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The decided wheel that the year follows; null: the model's own. */
  wheel: z.object({ matter: z.string(), version: z.number().int(), decision: z.number().int() }).nullable(),
  /** In the order of their last days. */
  steps: z.array(StepView),
  /** When the organs meet in the year, for those that the wheel says it of. */
  meetings: z.array(z.object({ body: BodyId, name: z.string(), days: z.array(z.string()) })),
});
export type WheelView = z.output<typeof WheelView>;

const calendarYear = z.object({ year: Year });
const ofBody = z.object({ body: BodyId.optional() });

export const getWheel = route({
  id: "getWheel",
  method: "GET",
  path: "/year/wheel/{year}",
  chapter,
  summary: "Årshjulet för ett kalenderår: steg, datum, läge och vems tur det är (§2.4)",
  access: "public",
  params: calendarYear,
  query: ofBody,
  returns: WheelView,
  problems: [NoBody],
});

export const getModelWheel = route({
  id: "getModelWheel",
  method: "GET",
  path: "/year/model-wheel",
  chapter,
  summary: "Modellens eget årshjul, att utgå från när kommunen beslutar sitt (§2.4)",
  access: "public",
  returns: YearWheel,
});

export const getWrittenWheel = route({
  id: "getWrittenWheel",
  method: "GET",
  path: "/year/wheel/{year}/written",
  chapter,
  summary: "Årshjulet som ett kalenderår följer, så som det är skrivet: att utgå från när det ändras (§2.4)",
  access: "public",
  params: calendarYear,
  returns: YearWheel,
});

const MineItem = z.object({
  /** The id of what it is about: a matter, an indicator, a document. */
  thing: z.string(),
  /** What to do with it: prepare it, decide on what is proposed, register a value, look it over. */
  todo: z.enum(TODOS),
  name: z.string(),
  /** Of `name`. */
  language: z.enum(LANGUAGES),
  cite: z.string(),
  /** The step of the wheel, and the kind of matter, where it is about one. */
  step: z.string().nullable(),
  kind: KindName.nullable(),
  body: z.string(),
  bodyName: z.string(),
  year: z.number().int(),
  from: z.string().nullable(),
  due: z.string(),
  state: z.enum(["under-way", "late"]),
  href: z.string(),
});
export type MineItem = z.output<typeof MineItem>;

export const getMine = route({
  id: "getMine",
  method: "GET",
  path: "/year/mine",
  chapter,
  summary: "Mitt att göra nu: vad som väntar, i vilket steg, till när (§2.4)",
  returns: z.array(MineItem).max(50),
});

export const getCalendar = route({
  id: "getCalendar",
  method: "GET",
  path: "/year/calendar.ics",
  chapter,
  summary: "Årets steg som kalender att prenumerera på (§2.4)",
  access: "public",
  query: z.object({ body: BodyId.optional(), year: Year.optional() }),
  returns: z.unknown(),
  produces: "text/calendar",
  problems: [NoBody],
});
