import { yearOf } from "../kernel/day.ts";
import { type Who, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { MineItem } from "./contract.ts";
import { stepDates } from "./rules/dates.ts";
import { hrefOf } from "./rules/step.ts";
import { type BodyState, bodyStates } from "./rules/wheel.ts";
import { mattersOf, wheelInForce } from "./store.ts";
import { bodiesIn } from "./wheel-view.ts";

const MAX_MINE = 50;

/**
 * What is mine to do now: what I may write, and what is proposed and I may decide on, in the steps whose time has come
 * or has passed, this calendar year's and the one before. A matter stands once, in the step that is due first.
 */
export async function mineNow(tx: Tx, ctx: Context): Promise<MineItem[]> {
  const who = await whoAsks(tx, ctx);
  const thisYear = yearOf(ctx.today);
  const matters = await mattersOf(tx, { first: thisYear - 4, last: thisYear + 4 }, ctx.today, true);
  const items: MineItem[] = [];
  for (const year of [thisYear - 1, thisYear]) {
    const { steps } = await wheelInForce(tx, year, ctx.today);
    const around = { steps, bodies: bodiesIn(who.bodies, year), matters, today: ctx.today };
    for (const step of steps) {
      if (step.kind === null) continue;
      const { from } = stepDates(step, year);
      for (const row of bodyStates(step, year, around)) {
        const mine = todoOf(who, step.kind, row);
        if (!mine) continue;
        items.push({
          ...mine,
          step: step.id,
          name: step.name,
          cite: step.cite,
          matter: `${step.kind}:${row.body.id}:${row.subjectYear}`,
          kind: step.kind,
          body: row.body.id,
          bodyName: row.body.name,
          year: row.subjectYear,
          from,
          due: row.due,
          state: row.state,
          href: hrefOf(step.kind, row.body.id, row.subjectYear),
        });
      }
    }
  }
  const seen = new Set<string>();
  return items
    .sort(
      (a, b) => a.due.localeCompare(b.due) || a.step.localeCompare(b.step) || a.body.localeCompare(b.body),
    )
    .filter(({ matter }) => !seen.has(matter) && seen.add(matter))
    .slice(0, MAX_MINE);
}

/** What a person has to do with a body's matter now; undefined when it is another's turn, or nobody's. */
function todoOf(who: Who, kind: string, row: BodyState): Pick<MineItem, "todo" | "may"> | undefined {
  if (row.state !== "under-way" && row.state !== "late") return undefined;
  const todo = row.matter?.state === "proposed" ? "decide" : "write";
  const may = who.may(`${todo === "decide" ? "decide" : "edit"}:${kind}`, row.body.id);
  return may.allowed ? { todo, may } : undefined;
}
