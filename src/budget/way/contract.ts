import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { VERSION_STATES } from "../../kernel/version.ts";
import { BodyId, DayText, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { Adjustment } from "../base/rules/allocation-input.ts";
import { OCCASIONS } from "../base/rules/true-up-kind.ts";
import { DEMOGRAPHY_TRUE_UP } from "./kind.ts";
import { STAGE_STATES, STAGES, TURNS } from "./rules/stages.ts";

const chapter = "budget";

export const NoVersion = problemKind("no-version", 404);

const Whole = z.number().int();
const Service = z.string().min(1).max(80);
const MAX_USERS = 20_000_000;

const Count = z.object({
  service: Service,
  /** What was counted: the people in the service's ages, or those who use it. */
  measure: z.enum(["people", "users"]),
  actual: z.number().min(0).max(MAX_USERS),
});

const TrueUpLine = z.object({
  service: Service,
  body: BodyId,
  /** Absent where the budget counts by a measured volume. */
  ages: z.tuple([Whole, Whole]).readonly().optional(),
  coverage: z.number(),
  priceKr: z.number(),
  forecastUsers: z.number(),
  expectedUsers: z.number(),
  actualUsers: z.number(),
  exactTkr: z.string().max(60),
  amountTkr: Whole,
  /** How much of it stays in the allocation after the year. */
  lastingTkr: Whole.optional(),
});

/** A true-up of the year's demography: what was counted against the budget's forecast (model §2.2, E-4). */
export const DemographyTrueUp = z.object({
  occasion: z.enum(OCCASIONS),
  countedOn: DayText,
  /** Where the counts come from: the population register, the school's own register … */
  source: z.string().max(500),
  /** The adjustment is given from this month on: 1 is the whole year. */
  fromMonth: z.number().int().min(1).max(12),
  counts: z.array(Count).max(500),
  comment: z.string().max(4000),
  /** Filled in when it is saved: the budget in force that it was counted against, and the adjustments. */
  budget: z.object({ matter: z.string(), version: Whole, decision: Whole }).nullable().optional(),
  earlier: z
    .object({
      decision: Whole,
      counts: z.array(Count),
      /** The month from which it is given; those that were saved before it was asked for have none. */
      fromMonth: z.number().int().min(1).max(12).optional(),
    })
    .nullable()
    .optional(),
  lines: z.array(TrueUpLine).optional(),
});
export type DemographyTrueUp = z.output<typeof DemographyTrueUp>;

export const trueUpRoutes = matterRoutes(DEMOGRAPHY_TRUE_UP, DemographyTrueUp);

/** A version, or what a person last saved of it on a day, with who and when and by which decision. */
export const VersionFacts = z.object({
  /** Names it in `getComparison`: "budget:kommunfullmaktige:2027@1", or "…@1.3" for its third saving. */
  ref: z.string(),
  matter: z.string(),
  kind: z.string(),
  year: Year,
  version: Whole,
  /** Null: the version as it stands. */
  revision: Whole.nullable(),
  state: z.enum(VERSION_STATES),
  editedBy: z.string(),
  writtenOn: DayText,
  decision: z
    .object({ number: Whole, organ: z.string(), decidedOn: z.string(), paragraph: z.string() })
    .nullable(),
});
export type VersionFacts = z.output<typeof VersionFacts>;

export const getStages = route({
  id: "getStages",
  method: "GET",
  path: "/budget/stages/{year}",
  chapter,
  summary: "Ett budgetårs steg från ledningsgruppens förslag till höstens avstämning (§2.4)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.object({
    year: Year,
    stages: z.array(
      z.object({
        id: z.enum(STAGES),
        state: z.enum(STAGE_STATES),
        /** By the year wheel in force; null where it has no such step. */
        from: z.string().nullable(),
        due: z.string().nullable(),
        turn: z.enum(TURNS),
        versions: z.array(VersionFacts),
      }),
    ),
    /** The stage that is next, and so whose turn it is; null when all are taken. */
    next: z.enum(STAGES).nullable(),
    internal: z.array(
      z.object({
        body: z.string(),
        name: z.string(),
        allocatedTkr: Whole,
        /** What the decided internal budget splits; null while none is decided. */
        decidedTkr: Whole.nullable(),
        adapted: z.boolean(),
      }),
    ),
    /** All that can be compared, newest first: this year's and the year before's. */
    versions: z.array(VersionFacts),
  }),
});

/** A true-up's adjustment, as large as it was counted: whether a budget takes it is said when it is put there. */
const OfferedAdjustment = Adjustment.pick({
  body: true,
  year: true,
  amountTkr: true,
  oneOff: true,
  text: true,
  decision: true,
  trueUp: true,
}).extend({ amountTkr: Whole });

export const getTrueUps = route({
  id: "getTrueUps",
  method: "GET",
  path: "/budget/true-ups/{year}",
  chapter,
  summary: "Årets beslutade avstämningar av demografin och de justeringar de ger budgeten (§2.2)",
  access: "public",
  params: z.object({ year: Year }),
  returns: z.object({
    /** The services that the budget in force pays for, with its forecast of the year. */
    services: z.array(
      z.object({
        id: z.string(),
        body: z.string(),
        ages: z.tuple([Whole, Whole]).readonly().optional(),
        coverage: z.number(),
        people: Whole,
        priceKr: z.number(),
      }),
    ),
    trueUps: z.array(
      z.object({
        version: Whole,
        occasion: z.enum(OCCASIONS),
        decision: Whole,
        decidedOn: z.string(),
        countedOn: z.string(),
        source: z.string(),
        totalTkr: Whole,
        /**
         * How far its adjustments have come: in the budget in force, else in the version that the reader may see beside it; null
         * where no version has them, or where there is nothing to adjust.
         */
        takenInto: z.enum(["decided", "proposed", "draft"]).nullable(),
        /** Whether it gives any adjustment. */
        adjusts: z.boolean(),
      }),
    ),
    /** The occasions that the year wheel has, with the last day that each looks at. */
    occasions: z.array(
      z.object({
        occasion: z.enum(OCCASIONS),
        from: z.string(),
        due: z.string(),
        until: z.string().nullable(),
      }),
    ),
    /** Adjustments that wait to be taken into the next version of the budget. */
    offered: z.array(OfferedAdjustment),
  }),
});
