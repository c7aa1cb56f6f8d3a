import { matterId } from "../../../decisions/rules/kind.ts";
import { headsOf, versionOfHead } from "../../../decisions/store/versions.ts";
import { type Day, dayOf, yearOf } from "../../../kernel/day.ts";
import { postsOn } from "../../../organisation/rules/organisation.ts";
import { whoAsks } from "../../../organisation/store.ts";
import type { Waiting } from "../../../platform/chapter.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { Context } from "../../../platform/http/handle.ts";
import { stepsAbout } from "../../../year/facts/steps-about.ts";
import { internalBudgetRoutes } from "../contract.ts";
import { INTERNAL_BUDGET } from "../kind.ts";
import en from "../messages/en.json" with { type: "json" };
import sv from "../messages/sv.json" with { type: "json" };
import { committeeOf } from "../rules/unit-part.ts";

const WORDS = { sv, en };
const ACTION = `edit:${INTERNAL_BUDGET.kind}`;

/** The parts of internal budgets that wait for a unit's manager: what the unit has been given and has not said that it is done with. */
export async function partsWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  if (ctx.personId === undefined) return [];
  const who = await whoAsks(tx, ctx);
  const { person, bodies } = who;
  const units = (person ? postsOn(person, ctx.today) : [])
    .filter(({ role }) => role === "unit-manager")
    .flatMap(({ body }) => bodies.find(({ id, kind }) => id === body && kind === "unit") ?? []);
  const lines: Waiting[] = [];
  for (const unit of units) {
    const committee = committeeOf(bodies, unit.id);
    if (!committee || !who.may(ACTION, unit.id).allowed) continue;
    for (const year of [yearOf(ctx.today), yearOf(ctx.today) + 1]) {
      const matter = matterId(INTERNAL_BUDGET.kind, committee.id, year);
      const [newest] = await headsOf(tx, matter);
      if (newest?.state !== "draft") continue;
      const given = internalBudgetRoutes.read(await versionOfHead(tx, newest)).units ?? [];
      const own = given.find(({ id }) => id === unit.id);
      if (!own || own.done) continue;
      const due = await dueOn(tx, year, ctx.today);
      lines.push({
        thing: `${matter}/unit/${unit.id}`,
        todo: "write",
        name: WORDS[ctx.language].part.waiting.replace("{{year}}", String(year)),
        language: ctx.language,
        cite: "§2.2",
        body: unit.id,
        year,
        from: null,
        due,
        late: due < ctx.today,
        href: `/ekonomi/internbudget/${unit.id}/${year}/enhet`,
      });
    }
  }
  return lines;
}

/** When the administration lays the internal budget forward, by the wheel; without such a step the day before the year begins. */
async function dueOn(tx: Tx, year: number, today: Day): Promise<Day> {
  const steps = await stepsAbout(
    tx,
    year,
    today,
    (step) => step.kind === INTERNAL_BUDGET.kind && step.reaches === "proposed",
  );
  return (
    steps
      .map(({ due }) => due)
      .sort()
      .at(-1) ?? dayOf(year - 1, 12, 31)
  );
}
