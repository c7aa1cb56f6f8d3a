import { addDays, yearOf } from "../../kernel/day.ts";
import type { Chapter } from "../../platform/chapter.ts";
import { postsOn } from "../rules/organisation.ts";
import { beginningOf, whoAsks } from "../store.ts";
import { setupSteps } from "./facts.ts";
import { SETUP } from "./kind.ts";
import { words } from "./words.ts";

/** A month from the start, all that was brought along ought to be here: by then it is asked for, and never late. */
const DAYS_TO_MOVE_IN = 30;

/** What of the moving in is left waits for whoever keeps the system, and fills nobody else's list. */
export const setupChapter = (chapters: readonly Chapter[]): Chapter => ({
  chapter: "organisation/setup",
  async waiting(tx, ctx) {
    const { startedOn } = await beginningOf(tx);
    if (startedOn === undefined || ctx.personId === undefined) return [];
    const who = await whoAsks(tx, ctx);
    const own = who.person && postsOn(who.person, ctx.today).find(({ role }) => role === "system-manager");
    if (!own || !who.may(`edit:${SETUP.object}`, who.sole("council")).allowed) return [];
    const steps = (await setupSteps(tx, ctx, chapters)).filter(
      ({ state }) => state === "to-do" || state === "begun",
    );
    return steps.map(({ step }, i) => ({
      thing: `setup:${step}`,
      todo: "act" as const,
      name: words(ctx).step[step],
      language: ctx.language,
      cite: "§3.2",
      body: own.body,
      year: yearOf(ctx.today),
      from: startedOn,
      // One after the other, as they build on each other
      due: addDays(startedOn, DAYS_TO_MOVE_IN + i),
      late: false,
      href: `/kom-igang/${step}`,
    }));
  },
});
