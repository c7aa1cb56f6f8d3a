import { z } from "zod";
import { DraftNotYours } from "../../../decisions/contract.ts";
import { problemKind } from "../../../kernel/problem.ts";
import { Year } from "../../../organisation/contract.ts";
import { route } from "../../../platform/http/contract.ts";
import { STEPS } from "../../base/rules/allocation.ts";
import { DIRECTIONS, GOAL_UNITS } from "../../base/rules/financial-goals.ts";
import { NoVersion, VersionFacts } from "../contract.ts";
import { CAUSES } from "../rules/compare.ts";

export const NothingInCommon = problemKind("nothing-in-common", 422);

const Whole = z.number().int();
/** The steps of the comparison, by their number from 1, in which the difference came about. */
const In = z.array(Whole);
const Change = { fromTkr: Whole, toTkr: Whole, differenceTkr: Whole };
const ChangeShape = z.object(Change);
const Value = z.union([z.string(), z.number()]).nullable();
const GoalSide = z
  .object({
    text: z.string(),
    target: z.number(),
    direction: z.enum(DIRECTIONS),
    unit: z.enum(GOAL_UNITS),
    outcomes: z.array(z.object({ year: Year, outcome: z.number().nullable(), met: z.boolean() })).readonly(),
  })
  .nullable();

const ValueShape = z.object({
  what: z.string(),
  year: Year,
  from: z.number().nullable(),
  to: z.number().nullable(),
  difference: z.number().nullable(),
  in: In,
});

export const Comparison = z.object({
  from: VersionFacts,
  to: VersionFacts,
  bodyNames: z.record(z.string(), z.string()),
  years: z.array(
    z.object({
      year: Year,
      total: ChangeShape,
      bodies: z
        .array(
          z.object({
            body: z.string(),
            ...Change,
            opening: ChangeShape,
            steps: z.array(z.object({ step: z.enum(STEPS), ...Change })).readonly(),
            lines: z
              .array(
                z.object({
                  key: z.string(),
                  step: z.enum(STEPS),
                  name: z.string(),
                  ...Change,
                  causes: z.array(z.object({ what: z.enum(CAUSES), from: Value, to: Value })).readonly(),
                  decision: Whole.nullable(),
                  by: z.string().nullable(),
                  in: In,
                }),
              )
              .readonly(),
          }),
        )
        .readonly(),
      population: z.array(z.object({ age: Whole, from: Whole, to: Whole })).readonly(),
    }),
  ),
  /** What the result is counted from. */
  results: z.array(ValueShape),
  /** The lines of the statements: income, cash flow, balance sheet and balance requirement. */
  lines: z.array(ValueShape),
  goals: z.array(z.object({ id: z.string(), from: GoalSide, to: GoalSide, in: In })),
  investments: z.array(
    z.object({
      body: z.string(),
      name: z.string(),
      what: z.enum(["spent", "grant", "before", "carried", "forecast", "in-use", "components"]),
      year: Year.nullable(),
      from: Value,
      to: Value,
      in: In,
    }),
  ),
  texts: z.array(
    z.object({ what: z.string(), from: z.string().nullable(), to: z.string().nullable(), in: In }),
  ),
  /** What was saved or decided between the two, oldest first: who, when, by which decision, and why as they put it. */
  steps: z.array(VersionFacts.extend({ note: z.string().nullable() })),
  /** Whether the steps are undone instead: the comparison goes from a later version to an earlier one. */
  backwards: z.boolean(),
});
export type Comparison = z.output<typeof Comparison>;

const Ref = z
  .string()
  .regex(/^(budget|planning-conditions):[a-z0-9-]{1,60}:\d{4}@[1-9]\d{0,5}(\.[1-9]\d{0,5})?$/, {
    message: "ska vara en version av en budget, till exempel budget:kommunfullmaktige:2027@1",
  });

export const getComparison = route({
  id: "getComparison",
  method: "GET",
  path: "/budget/compare",
  chapter: "budget",
  summary: "Två versioner sida vid sida: nämnd, steg, rad och indata som förklarar skillnaden (§2.2)",
  access: "public",
  query: z.object({ from: Ref, to: Ref }),
  returns: Comparison,
  problems: [NoVersion, NothingInCommon, DraftNotYours],
});
