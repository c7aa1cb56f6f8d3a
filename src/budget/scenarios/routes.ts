import { randomUUID } from "node:crypto";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, mustHaveSeen } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { checkAllocationInput } from "../allocation/rules/check-input.ts";
import { applyChanges, changeRemarks } from "../live/rules/changes.ts";
import {
  createScenario,
  deleteScenario,
  getScenario,
  getScenarioBase,
  listScenarios,
  MAX_SCENARIOS,
  NoScenario,
  NotYours,
  putScenario,
  type Scenario,
  shareScenario,
  TooManyScenarios,
} from "./contract.ts";
import { baseOf, contentOf, Head } from "./facts.ts";
import {
  addScenario,
  changeScenario,
  countOwn,
  keepBase,
  removeScenario,
  type StoredScenario,
  scenarioNamed,
  scenariosOf,
  scenarioToChange,
} from "./store.ts";

/** A route for those who have signed in has somebody who asks. */
const me = (ctx: Context): string => ctx.personId as string;

/** Scenarios are of the council's budget: whoever may make them may so in the council of the day. */
async function mustEdit(tx: Tx, ctx: Context): Promise<void> {
  const who = await whoAsks(tx, ctx);
  who.mustBy(createScenario);
}

const etagOf = (scenario: StoredScenario): string => `v1r${scenario.revision}`;

function factsOf(ctx: Context, { content: _, ...facts }: StoredScenario) {
  return { ...facts, mine: facts.owner === ctx.personId };
}
const answer = async (tx: Tx, ctx: Context, scenario: StoredScenario) =>
  new Answer(
    { ...factsOf(ctx, scenario), content: await contentOf(tx, ctx, scenario) },
    { etag: etagOf(scenario) },
  );

/** One's own, to be changed. What others keep to themselves is not there at all; what they share is theirs to change. */
async function own(tx: Tx, ctx: Context, params: { year: number; id: string }): Promise<StoredScenario> {
  const found = await scenarioToChange(tx, me(ctx), params, ctx.today);
  if (!found) refuse(NoScenario, { cite: "§2.2" });
  if (found.owner !== me(ctx)) refuse(NotYours, { cite: "§2.2" });
  return found;
}

/**
 * `before`: the scenario as it is stored. Refuses a scenario whose base is not there, or that changes what the base does not have, with each place. Gives it with the
 * revision of its base, which is kept: what others write in the draft afterwards does not change the scenario (E-9).
 */
async function fitting(
  tx: Tx,
  ctx: Context,
  year: number,
  scenario: Scenario,
  before?: Scenario,
): Promise<Scenario> {
  const { base, changes } = scenario;
  const found = await baseOf(tx, ctx, year, base);
  if (!found) {
    const params = { matter: base.matter, version: base.version, year };
    refuse(BadInput, { remarks: [remark("stops", "scenario-no-base", "§2.2", params, "base")] });
  }
  const { version, content: budget } = found;
  const remarks = changeRemarks(budget, changes, before?.changes);
  if (remarks.length > 0) refuse(BadInput, { remarks });
  const checked = checkAllocationInput(applyChanges(budget, changes).input);
  if ("faults" in checked)
    refuse(BadInput, { remarks: checked.faults.map((fault) => ({ ...fault, at: `changes: ${fault.at}` })) });
  const revision = base.revision ?? version.revision;
  // A decided version never changes, but a draft's number may come to be decided with another content
  if (!found.changed && version.decision === null)
    await keepBase(tx, { matter: base.matter, number: base.version, revision });
  return { ...scenario, base: { ...base, revision } };
}

export const scenarioHandlers: Handler[] = [
  handle(listScenarios, async ({ params, ctx, tx }) =>
    (await scenariosOf(tx, me(ctx), params.year, ctx.today)).map((scenario) => {
      const { name, party, base } = Head.parse(scenario.content);
      return { ...factsOf(ctx, scenario), name, party, base };
    }),
  ),

  handle(createScenario, async ({ params, body, ctx, tx }) => {
    await mustEdit(tx, ctx);
    const content = await fitting(tx, ctx, params.year, body);
    if ((await countOwn(tx, me(ctx), params.year)) >= MAX_SCENARIOS)
      refuse(TooManyScenarios, { params: { max: MAX_SCENARIOS } });
    const added = await addScenario(tx, {
      municipality: ctx.municipality,
      id: randomUUID(),
      year: params.year,
      owner: me(ctx),
      madeOn: ctx.today,
      content,
    });
    return answer(tx, ctx, added);
  }),

  handle(getScenario, async ({ params, ctx, tx }) => {
    const found = await scenarioNamed(tx, me(ctx), params, ctx.today);
    if (!found) refuse(NoScenario, { cite: "§2.2" });
    return answer(tx, ctx, found);
  }),

  handle(getScenarioBase, async ({ params, ctx, tx }) => {
    const found = await scenarioNamed(tx, me(ctx), params, ctx.today);
    const base = found && (await baseOf(tx, ctx, params.year, Head.parse(found.content).base));
    if (!base) refuse(NoScenario, { cite: "§2.2" });
    return { content: base.content, changed: base.changed };
  }),

  handle(putScenario, async ({ params, body, ctx, tx, seen }) => {
    await mustEdit(tx, ctx);
    const present = await own(tx, ctx, params);
    mustHaveSeen(seen, etagOf(present));
    const content = await fitting(tx, ctx, params.year, body, await contentOf(tx, ctx, present));
    const revision = present.revision + 1;
    return answer(tx, ctx, await changeScenario(tx, present.id, { on: ctx.present, revision, content }));
  }),

  handle(shareScenario, async ({ params, body: { shared }, ctx, tx }) => {
    await mustEdit(tx, ctx);
    const present = await own(tx, ctx, params);
    const revision = present.revision + 1;
    return answer(tx, ctx, await changeScenario(tx, present.id, { on: ctx.present, revision, shared }));
  }),

  handle(deleteScenario, async ({ params, ctx, tx }) => {
    await mustEdit(tx, ctx);
    const present = await own(tx, ctx, params);
    await removeScenario(tx, present.id);
    return { deleted: true as const };
  }),
];
