import { randomUUID } from "node:crypto";
import { versionsOn } from "../decisions/store.ts";
import { refuse } from "../kernel/problem.ts";
import { remark } from "../kernel/remark.ts";
import { whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, mustHaveSeen } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import { BUDGET, Budget, PLANNING_CONDITIONS } from "./contract.ts";
import {
  createScenario,
  deleteScenario,
  getScenario,
  listScenarios,
  MAX_SCENARIOS,
  NoScenario,
  NotYours,
  putScenario,
  Scenario,
  shareScenario,
  TooManyScenarios,
} from "./contract-scenarios.ts";
import { COUNCIL } from "./kinds.ts";
import { checkAllocationInput } from "./rules/check-allocation-input.ts";
import { applyChanges, changeRemarks } from "./rules/scenario.ts";
import {
  addScenario,
  changeScenario,
  countOwn,
  removeScenario,
  type StoredScenario,
  scenarioNamed,
  scenariosOf,
  scenarioToChange,
} from "./store-scenarios.ts";

export const EDIT_SCENARIO = "edit:scenario";

/** A route for those who have signed in has somebody who asks. */
const me = (ctx: Context): string => ctx.personId as string;

const etagOf = (scenario: StoredScenario): string => `v1r${scenario.revision}`;

function factsOf(ctx: Context, { content: _, ...facts }: StoredScenario) {
  return { ...facts, mine: facts.owner === ctx.personId };
}
const answer = (ctx: Context, scenario: StoredScenario) =>
  new Answer(
    { ...factsOf(ctx, scenario), content: Scenario.parse(scenario.content) },
    { etag: etagOf(scenario) },
  );

/** One's own, to be changed. What others keep to themselves is not there at all; what they share is theirs to change. */
async function own(tx: Tx, ctx: Context, params: { year: number; id: string }): Promise<StoredScenario> {
  const found = await scenarioToChange(tx, me(ctx), params, ctx.today);
  if (!found) refuse(NoScenario, { cite: "§2.2" });
  if (found.owner !== me(ctx)) refuse(NotYours, { cite: "§2.2" });
  return found;
}

const KINDS: readonly string[] = [BUDGET.kind, PLANNING_CONDITIONS.kind];

/** Refuses a scenario whose base is not there, or that changes what the base does not have, with each place. */
async function mustFit(tx: Tx, ctx: Context, year: number, { base, changes }: Scenario): Promise<void> {
  const [kind = "", , ofYear] = base.matter.split(":");
  const versions =
    KINDS.includes(kind) && Number(ofYear) === year ? await versionsOn(tx, base.matter, ctx.today) : [];
  const version = versions.find((one) => one.number === base.version);
  if (!version) {
    const params = { matter: base.matter, version: base.version, year };
    refuse(BadInput, { remarks: [remark("stops", "scenario-no-base", "§2.2", params, "base")] });
  }
  const budget = Budget.parse(version.content);
  const remarks = changeRemarks(budget, changes);
  if (remarks.length > 0) refuse(BadInput, { remarks });
  const checked = checkAllocationInput(applyChanges(budget, changes).input);
  if ("faults" in checked)
    refuse(BadInput, { remarks: checked.faults.map((fault) => ({ ...fault, at: `changes: ${fault.at}` })) });
}

export const scenarioHandlers: Handler[] = [
  handle(listScenarios, async ({ params, ctx, tx }) =>
    (await scenariosOf(tx, me(ctx), params.year, ctx.today)).map((scenario) => {
      const { name, party, base } = Scenario.parse(scenario.content);
      return { ...factsOf(ctx, scenario), name, party, base };
    }),
  ),

  handle(createScenario, async ({ params, body, ctx, tx }) => {
    (await whoAsks(tx, ctx)).must(EDIT_SCENARIO, COUNCIL);
    await mustFit(tx, ctx, params.year, body);
    if ((await countOwn(tx, me(ctx), params.year)) >= MAX_SCENARIOS)
      refuse(TooManyScenarios, { params: { max: MAX_SCENARIOS } });
    const added = await addScenario(tx, {
      municipality: ctx.municipality,
      id: randomUUID(),
      year: params.year,
      owner: me(ctx),
      madeOn: ctx.today,
      content: body,
    });
    return answer(ctx, added);
  }),

  handle(getScenario, async ({ params, ctx, tx }) => {
    const found = await scenarioNamed(tx, me(ctx), params, ctx.today);
    if (!found) refuse(NoScenario, { cite: "§2.2" });
    return answer(ctx, found);
  }),

  handle(putScenario, async ({ params, body, ctx, tx, seen }) => {
    (await whoAsks(tx, ctx)).must(EDIT_SCENARIO, COUNCIL);
    const present = await own(tx, ctx, params);
    mustHaveSeen(seen, etagOf(present));
    await mustFit(tx, ctx, params.year, body);
    const revision = present.revision + 1;
    return answer(ctx, await changeScenario(tx, present.id, { revision, content: body }));
  }),

  handle(shareScenario, async ({ params, body: { shared }, ctx, tx }) => {
    (await whoAsks(tx, ctx)).must(EDIT_SCENARIO, COUNCIL);
    const present = await own(tx, ctx, params);
    const revision = present.revision + 1;
    return answer(ctx, await changeScenario(tx, present.id, { revision, shared }));
  }),

  handle(deleteScenario, async ({ params, ctx, tx }) => {
    (await whoAsks(tx, ctx)).must(EDIT_SCENARIO, COUNCIL);
    const present = await own(tx, ctx, params);
    await removeScenario(tx, present.id);
    return { deleted: true as const };
  }),
];
