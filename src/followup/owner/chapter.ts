import type { Chapter } from "../../platform/chapter.ts";
import { ownerReportsWaiting } from "./waiting.ts";

/** §3.2: the part-owned companies' reports that wait for whoever writes or registers them (R-8). */
export const ownerReportChapter: Chapter = { chapter: "followup", waiting: ownerReportsWaiting };
