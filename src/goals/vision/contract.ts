import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { Indicator } from "../indicators/contract.ts";
import { JUDGEMENTS } from "../indicators/rules/indicator.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";

export const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
export const Text = z.string().max(4000);
/** What a draft may lack: the rules say that it is missing before it can be decided. */
const Unwritten = z.string().max(500);
/** Null until a person has judged. */
const Judgement = z.enum(JUDGEMENTS).nullable();

const VisionPart = z.object({ id: Id, text: Unwritten });
/** The vision that is followed up, as it was decided: the server takes it in. */
const VisionBefore = z.object({
  year: Year,
  decision: z.number().int(),
  name: z.string(),
  text: z.string(),
  validTo: DayText,
});

/** V-1: what has come true of the vision in force, part by part, and why it is kept or changed. */
const VisionReview = z.object({
  before: VisionBefore.nullable().default(null),
  rows: z
    .array(
      z.object({
        /** A part of the vision that is followed up; `whole` for one that has no parts. */
        part: Id,
        text: z.string().max(500).default(""),
        judgement: Judgement,
        grounds: Text,
      }),
    )
    .max(12),
  why: Text,
});

export const Vision = z.object({
  name: Unwritten,
  text: Text,
  validTo: DayText,
  /** What of it the strategic goals are derived from. */
  parts: z.array(VisionPart).max(12).default([]),
  /** How it is followed up each mandate period. */
  followUp: Text.default(""),
  review: VisionReview.nullable().default(null),
});
export type Vision = z.output<typeof Vision>;

const StrategicGoal = z.object({
  id: Id,
  name: Unwritten,
  text: Text,
  agenda2030: z.array(z.number().int().min(1).max(17)).max(17),
  /** Targets of Agenda 2030: "4.1", "12.a". */
  targets: z
    .array(z.string().regex(/^\d{1,2}\.(\d{1,2}|[a-d])$/))
    .max(169)
    .default([]),
  /** The part of the vision that it is derived from; "" where none is chosen. */
  visionPart: z.union([Id, z.literal("")]).default(""),
  /** What that part says: the server takes it in. */
  visionPartText: z.string().max(500).default(""),
  /** How it follows from the vision and from the political priorities. */
  derivation: Text.default(""),
  /** P-1: for whom something becomes better. */
  forWhom: Text.default(""),
  indicators: z.array(Indicator).max(10).default([]),
});
export type StrategicGoal = z.output<typeof StrategicGoal>;

/** How the body goals under a strategic goal went in a year: as they were judged, or as they are measured. */
const Outcome = z.object({
  year: Year,
  goals: z.number().int().min(0),
  met: z.number().int().min(0),
  partly: z.number().int().min(0),
  notMet: z.number().int().min(0),
});
export type Outcome = z.output<typeof Outcome>;

/** V-2: what came of the strategic goals in force, and why each is kept, reworded or ended. */
const Evaluation = z.object({
  /** Those that are evaluated: the server takes them in. */
  before: z.object({ year: Year, decision: z.number().int() }).nullable().default(null),
  rows: z
    .array(
      z.object({
        goal: Id,
        /** As it was decided. */
        name: z.string().max(500).default(""),
        text: Text.default(""),
        outcomes: z.array(Outcome).max(20).default([]),
        judgement: Judgement,
        grounds: Text,
        /** Why it is reworded or ended. */
        why: Text,
      }),
    )
    .max(12),
});
export type Evaluation = z.output<typeof Evaluation>;

export const StrategicGoals = z.object({
  goals: z.array(StrategicGoal).min(1).max(12),
  evaluation: Evaluation.nullable().default(null),
});
export type StrategicGoals = z.output<typeof StrategicGoals>;

/** What was decided before goals had parts, targets and evaluation is read with those empty. */
export const visionRoutes = matterRoutes(VISION, Vision, (content) => Vision.parse(content));
export const strategicGoalsRoutes = matterRoutes(STRATEGIC_GOALS, StrategicGoals, (content) =>
  StrategicGoals.parse(content),
);
