import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { Budget, MAX_RESULT_TKR } from "../base/contract.ts";
import { LIMITS } from "../base/rules/allocation-limits.ts";

const MAX_ADDED = 500;
const MAX_PEOPLE_SHIFTS = 100;
export const MAX_SCENARIOS = 50;

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** A service or a kind of indexation, as the allocation's input names it. */
const Name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,79}$/u);
const YearText = z.string().regex(/^\d{4}$/, { message: "ska vara ett årtal" });
const Tkr = z.number().int().min(-MAX_RESULT_TKR).max(MAX_RESULT_TKR);
const byYear = <V extends z.ZodType>(value: V) => z.record(YearText, value);
const Share = z.number().min(0).max(1);

const Points = z.number().min(-LIMITS.rate).max(LIMITS.rate);
const GrowthPercent = z.number().min(-20).max(20);

/** The shape of the rules' `Changes`; what the base must have is checked against it (rules/scenario.ts). */
const ChangesShape = z.object({
  priceKr: z.record(Name, byYear(z.number().min(0).max(LIMITS.priceKr))),
  coverage: z.record(Name, Share),
  ratePoints: z.record(Name, byYear(Points)),
  share: z.record(Name, byYear(Share)),
  taxRate: byYear(z.number().min(0).max(50)),
  taxBasePercent: byYear(z.number().min(-50).max(50)),
  lines: z.object({
    equalisationTkr: byYear(Tkr).optional(),
    settlementTkr: byYear(Tkr).optional(),
    centralTkr: byYear(Tkr).optional(),
    depreciationTkr: byYear(Tkr).optional(),
    financialNetTkr: byYear(Tkr).optional(),
  }),
  given: z.record(
    z.string().regex(/^\d{1,5}$/),
    z.object({ body: BodyId, year: Year, amountTkr: Tkr.nullable() }),
  ),
  added: z
    .array(
      z.object({
        id: Id,
        body: BodyId,
        year: Year,
        amountTkr: Tkr,
        oneOff: z.boolean(),
        text: z.string().max(500),
      }),
    )
    .max(MAX_ADDED)
    .readonly(),
  people: z
    .array(
      z.object({
        id: Id,
        fromYear: Year,
        age: z
          .number()
          .int()
          .min(0)
          .max(LIMITS.ages - 1),
        extra: z.number().int().min(-100_000).max(100_000),
        ageing: z.boolean(),
      }),
    )
    .max(MAX_PEOPLE_SHIFTS)
    .readonly(),
  volumes: z.record(Name, byYear(z.number().min(0).max(LIMITS.people))).optional(),
  linePoints: z
    .record(z.string().regex(/^\d{1,5}$/), z.object({ body: BodyId, kind: Name, points: byYear(Points) }))
    .optional(),
  beyond: z
    .object({
      taxBasePercent: GrowthPercent.optional(),
      pricePercent: GrowthPercent.optional(),
      ratePercent: z.record(Name, GrowthPercent).optional(),
      investmentsTkr: z.number().int().min(0).max(MAX_RESULT_TKR).optional(),
    })
    .optional(),
});

const Base = z.object({
  matter: z.string().max(200),
  version: z.number().int().min(1).max(100_000),
  revision: z.number().int().min(1).max(1_000_000_000).optional(),
});

export const Scenario = z.object({
  name: z.string().trim().min(1).max(120),
  /** The party group that puts it, by its own name; empty: the person. */
  party: z.string().trim().max(120),
  comment: z.string().max(4000),
  /**
   * The version that is changed: a budget or planning conditions of the year. A draft is changed as it was at its revision;
   * without one it is as it stands, and the server writes which that is.
   */
  base: Base,
  changes: ChangesShape,
});
export type Scenario = z.output<typeof Scenario>;

export const NoScenario = problemKind("no-scenario", 404);
export const NotYours = problemKind("scenario-not-yours", 403);
export const TooManyScenarios = problemKind("too-many-scenarios", 422);

const Facts = z.object({
  id: z.string(),
  year: Year,
  owner: z.string(),
  mine: z.boolean(),
  shared: z.boolean(),
  revision: z.number().int(),
  editedAt: z.string(),
});
export const ScenarioView = Facts.extend({ content: Scenario });
export type ScenarioView = z.output<typeof ScenarioView>;
const ScenarioLine = Facts.extend(Scenario.pick({ name: true, party: true, base: true }).shape);
export type ScenarioLine = z.output<typeof ScenarioLine>;

const chapter = "budget";
const OfYear = z.object({ year: Year });
const One = z.object({ year: Year, id: Id });

export const listScenarios = route({
  id: "listScenarios",
  method: "GET",
  path: "/budget/scenarios/{year}",
  chapter,
  summary: "Scenarier för ett budgetår: ens egna och de som andra har delat (§2.2)",
  params: OfYear,
  returns: z.array(ScenarioLine),
});

export const createScenario = route({
  id: "createScenario",
  method: "POST",
  path: "/budget/scenarios/{year}",
  chapter,
  summary: "Gör ett scenario, som bara den som gjort det ser (§2.2)",
  params: OfYear,
  body: Scenario,
  returns: ScenarioView,
  problems: [TooManyScenarios],
});

export const getScenario = route({
  id: "getScenario",
  method: "GET",
  path: "/budget/scenarios/{year}/{id}",
  chapter,
  summary: "Ett scenario: eget eller delat (§2.2)",
  params: One,
  returns: ScenarioView,
  editable: true,
  problems: [NoScenario],
});

export const putScenario = route({
  id: "putScenario",
  method: "PUT",
  path: "/budget/scenarios/{year}/{id}",
  chapter,
  summary: "Ändra ett eget scenario (§2.2)",
  params: One,
  body: Scenario,
  returns: ScenarioView,
  editable: true,
  problems: [NoScenario, NotYours],
});

export const getScenarioBase = route({
  id: "getScenarioBase",
  method: "GET",
  path: "/budget/scenarios/{year}/{id}/base",
  chapter,
  summary: "Det som ett scenario utgår från, som det var när scenariot gjordes (§2.2)",
  params: One,
  returns: z.object({
    content: Budget,
    /** The version has been saved anew since: the scenario is computed from what it was. */
    changed: z.boolean(),
  }),
  problems: [NoScenario],
});

export const shareScenario = route({
  id: "shareScenario",
  method: "POST",
  path: "/budget/scenarios/{year}/{id}/sharing",
  chapter,
  summary: "Dela ett eget scenario med alla som loggar in, eller dölj det igen (§2.2)",
  params: One,
  body: z.object({ shared: z.boolean() }),
  returns: ScenarioView,
  problems: [NoScenario, NotYours],
});

export const deleteScenario = route({
  id: "deleteScenario",
  method: "DELETE",
  path: "/budget/scenarios/{year}/{id}",
  chapter,
  summary: "Ta bort ett eget scenario (§2.2)",
  params: One,
  returns: z.object({ deleted: z.literal(true) }),
  problems: [NoScenario, NotYours],
});
