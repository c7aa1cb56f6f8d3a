import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { BODY_GOALS } from "../kind.ts";
import { STRATEGIC_GOALS, VISION } from "../vision/kind.ts";

export const goalsMenu: ChapterMenu = {
  id: "goals",
  path: "/mal",
  names: { sv: "Mål och plan", en: "Goals and plan" },
  also: {
    sv: "vision inriktningsmål nämndsmål verksamhetsplan indikatorer",
    en: "vision strategic indicators",
  },
  cite: "§2.1",
  pages: [
    { address: "/mal", names: { sv: "Alla mål", en: "All goals" } },
    kindInMenu(VISION, "council"),
    kindInMenu(STRATEGIC_GOALS, "council"),
    kindInMenu(BODY_GOALS, "chosen"),
  ],
};
