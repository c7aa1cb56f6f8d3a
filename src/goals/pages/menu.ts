import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import { THREAD_PAGE } from "../../decisions/thread/kind.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { ANALYSES_PAGE, ENVIRONMENT_ANALYSIS, SIGNALS_PAGE, SITUATION_ANALYSIS } from "../analyses/kind.ts";
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
    {
      address: THREAD_PAGE,
      names: { sv: "Den röda tråden", en: "The red thread" },
      also: { sv: "vad hänger ihop träd bild åtaganden utan mål", en: "what hangs together tree picture" },
      aside: true,
    },
    {
      address: ANALYSES_PAGE,
      names: { sv: "Omvärld och nuläge", en: "Outside world and situation" },
      also: {
        sv: "omvärldsanalys nulägesanalys bokslutsdagen trender",
        en: "external situation analysis trends",
      },
    },
    {
      address: SIGNALS_PAGE,
      names: { sv: "Lämna en signal", en: "Note a signal" },
      also: { sv: "omvärld trend bevakning", en: "outside world trend" },
      to: "signed-in",
    },
    kindInMenu(VISION, "council"),
    kindInMenu(STRATEGIC_GOALS, "council"),
    kindInMenu(BODY_GOALS, "chosen"),
    kindInMenu(SITUATION_ANALYSIS, "chosen", { aside: true }),
    kindInMenu(ENVIRONMENT_ANALYSIS, "executive", { aside: true }),
  ],
};
