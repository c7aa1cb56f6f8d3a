import type { Kinds } from "../decisions/matter-kinds.ts";
import type { Chapter } from "../platform/chapter.ts";
import { stepsWaiting } from "./facts/mine.ts";

/** §2.4: the steps of the wheel wait for those whose turn it is. */
export const yearChapter = (kinds: Kinds): Chapter => ({
  chapter: "year",
  waiting: (tx, ctx) => stepsWaiting(tx, ctx, kinds),
});
