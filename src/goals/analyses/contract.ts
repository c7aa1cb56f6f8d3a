import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, DayText, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "./kind.ts";
import { FACT_PARTS } from "./rules/figure.ts";
import { liftEnvironment, liftSituation } from "./rules/lift.ts";
import { SIGNAL_FATES } from "./rules/signals.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** A draft is stored as far as it has come; the rules say what is missing before it can be decided. */
const Line = z.string().max(500);
const Text = z.string().max(4000);

/** The most rows that a part of an analysis can have. */
export const ANALYSIS_LIMITS = {
  facts: 100,
  picked: 50,
  needs: 100,
  lessons: 100,
  trends: 30,
  signals: 500,
} as const;

/** A figure that is fetched: the same one each time by its source, as it was when the analysis was last saved. */
export const Figure = z.object({
  /** "indicator:bildningsnamnden/lasning/andel"; `own` is written by hand, with where it comes from. */
  source: z.string().min(1).max(200),
  name: Line.default(""),
  unit: z.string().max(40).default(""),
  /** Null: there is no value, or the source is not there any more. */
  value: z.number().min(-1e12).max(1e12).nullable().default(null),
  /** The day that the value speaks of, where it has one. */
  on: DayText.nullable().default(null),
  /** Where it comes from, in words. */
  from: Line.default(""),
});
export type Figure = z.output<typeof Figure>;

const Fact = z.object({
  /** Kept as long as the fact is the same, from year to year: goals rest on it. */
  id: Id,
  part: z.enum(FACT_PARTS),
  text: Line,
  figure: Figure.nullable().default(null),
});
export type Fact = z.output<typeof Fact>;

/** A document or a law of the register, by its name when the analysis was saved, and what it asks for. */
const Picked = z.object({ id: z.string().min(1).max(200), name: Line.default(""), text: Text });

export const SituationAnalysis = z.object({
  /** P-1: what the situation means for residents leads. */
  effectForResidents: Text.default(""),
  needs: Text,
  results: Text,
  conditions: Text,
  staff: Text,
  ambitions: Text,
  lawAndTrends: Text,
  facts: z.array(Fact).max(ANALYSIS_LIMITS.facts).default([]),
  /** What governing documents want, picked in the register. */
  documents: z.array(Picked).max(ANALYSIS_LIMITS.picked).default([]),
  /** What external laws ask for, picked in the register. */
  laws: z.array(Picked).max(ANALYSIS_LIMITS.picked).default([]),
  /** What the trends of the year's external analysis mean here. */
  trends: z.array(Picked).max(ANALYSIS_LIMITS.picked).default([]),
  economicNeeds: z
    .array(
      z.object({
        id: Id,
        text: Line,
        amountTkr: z.number().int().min(-1e9).max(1e9),
        /** Only for the one year. */
        oneOff: z.boolean().default(false),
      }),
    )
    .max(ANALYSIS_LIMITS.needs),
  /** N-3: lessons of earlier years, and what is done with each. */
  lessons: z.array(z.object({ lesson: Id, text: Text, use: Text })).max(ANALYSIS_LIMITS.lessons),
});
export type SituationAnalysis = z.output<typeof SituationAnalysis>;

export const EnvironmentAnalysis = z.object({
  /** Results and development by strategic goal. */
  byStrategicGoal: z.array(z.object({ goal: Id, text: Text })).max(12),
  trends: z
    .array(
      z.object({
        /** Kept as long as the trend is the same, from year to year. */
        id: Id,
        name: Line,
        text: Text,
        /** What the trend leads to for each strategic goal that it touches. */
        consequences: z
          .array(z.object({ goal: Id, text: Text }))
          .max(12)
          .default([]),
        /** What it is known from: a statistic, a report, an address. */
        sources: z.array(Line).max(20).default([]),
      }),
    )
    .max(ANALYSIS_LIMITS.trends),
  /** Signals that were gathered in: taken into a trend, or answered. */
  signals: z
    .array(
      z.object({
        signal: Id,
        /** As it was noted; written by the server. */
        text: Text.default(""),
        /** The trend that it is taken into; null where it is only answered. */
        trend: Id.nullable(),
        answer: Text,
      }),
    )
    .max(ANALYSIS_LIMITS.signals)
    .default([]),
});
export type EnvironmentAnalysis = z.output<typeof EnvironmentAnalysis>;

export const situationAnalysisRoutes = matterRoutes(SITUATION_ANALYSIS, SituationAnalysis, liftSituation);
export const environmentAnalysisRoutes = matterRoutes(
  ENVIRONMENT_ANALYSIS,
  EnvironmentAnalysis,
  liftEnvironment,
);

const chapter = "goals";

export const UnknownAim = problemKind("signal-unknown-aim", 422);

const SignalView = z.object({
  id: z.string(),
  text: z.string(),
  seenAt: z.string(),
  /** The strategic goal, and the trend of an earlier analysis, that it has to do with. */
  goal: z.string().nullable(),
  trend: z.string().nullable(),
  trendName: z.string().nullable(),
  notedByName: z.string(),
  notedOn: z.string(),
  mine: z.boolean(),
  fate: z.enum(SIGNAL_FATES),
  /** The external analysis that it was gathered into; the decision is null while that is a draft. */
  gathered: z
    .object({
      matter: z.string(),
      decision: z.number().int().nullable(),
      trend: z.string().nullable(),
      answer: z.string(),
    })
    .nullable(),
});
export type SignalView = z.output<typeof SignalView>;

export const listSignals = route({
  id: "listSignals",
  method: "GET",
  path: "/goals/signals",
  chapter,
  summary: "Signaler från omvärlden och vad det blev av dem, nyast först (§2.4)",
  returns: z.object({
    signals: z.array(SignalView),
    /** The trends that a signal can have to do with: those of the newest decided analysis. */
    trends: z.array(z.object({ id: z.string(), name: z.string() })),
    goals: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const noteSignal = route({
  id: "noteSignal",
  method: "POST",
  path: "/goals/signals",
  chapter,
  allow: "anyone",
  summary: "Lämna en signal om något som händer i omvärlden (§2.4)",
  body: z.object({
    text: writtenText(2000),
    seenAt: writtenText(500),
    goal: Id.nullable().default(null),
    trend: Id.nullable().default(null),
  }),
  returns: z.object({ id: z.string() }),
  problems: [UnknownAim],
});

export const getAnalysisChoices = route({
  id: "getAnalysisChoices",
  method: "GET",
  path: "/goals/analysis-choices/{body}/{year}",
  chapter,
  summary: "Siffror och trender som en nulägesanalys kan hämta, som de är i dag (§2.4)",
  params: z.object({ body: BodyId, year: Year }),
  returns: z.object({
    figures: z.array(Figure.required()),
    /** Those of the year's external analysis as far as it has come; else of the newest decided. */
    trends: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});
