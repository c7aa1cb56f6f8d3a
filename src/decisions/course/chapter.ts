import { yearOf } from "../../kernel/day.ts";
import type { Held } from "../../organisation/holdings.ts";
import type { Chapter } from "../../platform/chapter.ts";
import { ownerless, takenOverBy } from "./facts.ts";
import { takenWords } from "./words.ts";

const MAX_TO_APPOINT = 20;

/** §3.2: nothing is ownerless. What has come to somebody since a post ended is told until it is
 * ticked off; what somebody who has left has all the same is the nearest manager's to find somebody for. */
export const courseChapter: Chapter = {
  chapter: "decisions",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const taken = (await takenOverBy(tx, ctx)).map((one) => ({
      thing: `taken-over:${one.post}`,
      todo: "take-over" as const,
      name: takenWords(ctx)(one),
      language: ctx.language,
      cite: "§3.2",
      body: (one.things[0] as Held).body,
      year: yearOf(ctx.today),
      from: null,
      due: ctx.today,
      late: false,
      href: "/beslut/overtaget",
    }));
    const mine = (await ownerless(tx, ctx)).filter(
      ({ href, ask }) => href !== null && ask.some(({ id }) => id === ctx.personId),
    );
    const toAppoint = mine.slice(0, MAX_TO_APPOINT).map((one) => ({
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
    return [...taken, ...toAppoint];
  },
};
