import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { NOTICES_PAGE } from "../noticed/kind.ts";

export const controlMenu: ChapterMenu = {
  id: "control",
  path: "/kontroll",
  names: { sv: "Intern kontroll", en: "Internal control" },
  also: { sv: "risker åtgärder", en: "risks measures" },
  cite: "§2.3",
  pages: [
    { address: "/kontroll", names: { sv: "Risker och kontroller", en: "Risks and controls" } },
    kindInMenu(CONTROL_PLAN, "chosen"),
    kindInMenu(CONTROL_REPORT, "chosen"),
    { address: NOTICES_PAGE, names: { sv: "Uppmärksamma en risk", en: "Notice a risk" } },
    { address: "/kontroll/uppsikt", names: { sv: "Uppsikt", en: "Supervision" } },
  ],
};
