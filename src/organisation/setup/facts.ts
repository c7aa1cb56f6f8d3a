import type { Day } from "../../kernel/day.ts";
import type { Chapter, SetupFacts } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { StepShape } from "./contract.ts";
import { SETUP_STEPS, stateOf } from "./rules/steps.ts";
import { marksOf } from "./store.ts";

/** Every step with how far it has come, as the chapters say it and as somebody has said. */
export async function setupSteps(tx: Tx, ctx: Context, chapters: readonly Chapter[]): Promise<StepShape[]> {
  const facts: SetupFacts[] = [];
  for (const chapter of chapters) facts.push(...((await chapter.setup?.(tx, ctx)) ?? []));
  const marks = await marksOf(tx);
  return SETUP_STEPS.map((step) => {
    const found = facts.find((one) => one.step === step) ?? { count: 0, enough: false };
    const mark = marks.get(step);
    return {
      step,
      state: stateOf(found, mark),
      mark: found.enough ? null : (mark ?? null),
      count: found.count,
    };
  });
}

/** The bodies that something rests on, whichever chapter's it is. */
export async function bodiesInUse(
  tx: Tx,
  today: Day,
  chapters: readonly Chapter[],
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const chapter of chapters)
    for (const id of (await chapter.bodiesInUse?.(tx, today)) ?? []) used.add(id);
  return used;
}
