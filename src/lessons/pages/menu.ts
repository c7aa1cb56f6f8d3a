import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";

export const lessonsMenu: ChapterMenu = {
  id: "lessons",
  path: "/analys",
  names: { sv: "Analys", en: "Analysis" },
  also: { sv: "lärdomar iakttagelse förbättring", en: "lessons" },
  cite: "§2.6",
  pages: [{ address: "/analys", names: { sv: "Lärdomar", en: "Lessons" } }],
};
