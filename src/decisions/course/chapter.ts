import { yearOf } from "../../kernel/day.ts";
import type { Chapter } from "../../platform/chapter.ts";
import { ownerless } from "./facts.ts";

const MAX_TO_APPOINT = 20;

/** §3.2: nothing is ownerless. What somebody who has left had is the nearest manager's to find somebody for. */
export const courseChapter: Chapter = {
  chapter: "decisions",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const mine = (await ownerless(tx, ctx)).filter(
      ({ href, ask }) => href !== null && ask.some(({ id }) => id === ctx.personId),
    );
    return mine.slice(0, MAX_TO_APPOINT).map((one) => ({
      thing: one.thing,
      todo: "appoint" as const,
      name: one.name,
      language: "sv" as const,
      cite: "§3.2",
      body: one.body,
      year: one.year ?? yearOf(ctx.today),
      from: null,
      due: ctx.today,
      late: false,
      href: one.href as string,
    }));
  },
};
