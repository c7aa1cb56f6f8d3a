import { z } from "zod";
import { DraftNotYours } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { Budget } from "../base/contract.ts";
import { Id } from "../base/rules/fields.ts";
import { Changes } from "../live/rules/changes-content.ts";
import { SCENARIO } from "./kind.ts";

export const MAX_SCENARIOS = 50;

const Base = z.object({
  matter: z.string().max(200),
  version: z.number().int().min(1).max(100_000),
  revision: z.number().int().min(1).max(1_000_000_000).optional(),
});

export const Scenario = z.object({
  name: writtenText(120),
  /** The party group that puts it, by its own name; empty: the person. */
  party: z.string().trim().max(120),
  comment: z.string().max(4000),
  /**
   * The version that is changed: a budget or planning conditions of the year. A draft is changed as it was at its revision;
   * without one it is as it stands, and the server writes which that is.
   */
  base: Base,
  changes: Changes,
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
  writtenOn: DayText,
});
export const ScenarioView = Facts.extend({ content: Scenario });
export type ScenarioView = z.output<typeof ScenarioView>;
const ScenarioLine = Facts.extend(Scenario.pick({ name: true, party: true, base: true }).shape);
export type ScenarioLine = z.output<typeof ScenarioLine>;

const chapter = "budget";
const OfYear = z.object({ year: Year });
const One = z.object({ year: Year, id: Id });

export const EDIT_SCENARIO = `edit:${SCENARIO.object}`;

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
  allow: { action: EDIT_SCENARIO, of: "council" },
  summary: "Gör ett scenario, som bara den som gjort det ser (§2.2)",
  params: OfYear,
  body: Scenario,
  returns: ScenarioView,
  problems: [TooManyScenarios, DraftNotYours],
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
  problems: [NoScenario, DraftNotYours],
});

export const putScenario = route({
  id: "putScenario",
  method: "PUT",
  path: "/budget/scenarios/{year}/{id}",
  chapter,
  allow: { action: EDIT_SCENARIO, of: "council", besides: "own" },
  summary: "Ändra ett eget scenario (§2.2)",
  params: One,
  body: Scenario,
  returns: ScenarioView,
  editable: true,
  problems: [NoScenario, NotYours, DraftNotYours],
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
  problems: [NoScenario, DraftNotYours],
});

export const shareScenario = route({
  id: "shareScenario",
  method: "POST",
  path: "/budget/scenarios/{year}/{id}/sharing",
  chapter,
  allow: { action: EDIT_SCENARIO, of: "council", besides: "own" },
  summary: "Dela ett eget scenario med alla som loggar in, eller dölj det igen (§2.2)",
  params: One,
  body: z.object({ shared: z.boolean() }),
  returns: ScenarioView,
  problems: [NoScenario, NotYours, DraftNotYours],
});

export const deleteScenario = route({
  id: "deleteScenario",
  method: "DELETE",
  path: "/budget/scenarios/{year}/{id}",
  chapter,
  allow: { action: EDIT_SCENARIO, of: "council", besides: "own" },
  summary: "Ta bort ett eget scenario (§2.2)",
  params: One,
  returns: z.object({ deleted: z.literal(true) }),
  problems: [NoScenario, NotYours],
});
