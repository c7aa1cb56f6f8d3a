import type { Chapter } from "../../platform/chapter.ts";
import { forecastsWaiting, plansWaiting } from "./waiting.ts";

/** §2.5: what a unit's manager is to send and to write, because the year goes so (R-2, U-8). */
export const unitForecastChapter: Chapter = {
  chapter: "followup",
  waiting: async (tx, ctx) => [...(await forecastsWaiting(tx, ctx)), ...(await plansWaiting(tx, ctx))],
};
