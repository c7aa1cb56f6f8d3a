import { budgetMatterPages } from "../../budget/pages/matter-pages.ts";
import { controlMatterPages } from "../../control/pages/matter-pages.ts";
import type { MatterPages } from "../../decisions/pages/matter-pages.tsx";
import { followupMatterPages } from "../../followup/pages/matter-pages.ts";
import { goalMatterPages } from "../../goals/pages/matter-pages.ts";

/** How every kind of matter is shown, from all chapters: decisions lie below them and get it from here. */
export const matterPages: readonly MatterPages[] = [
  ...goalMatterPages,
  ...budgetMatterPages,
  ...controlMatterPages,
  ...followupMatterPages,
];
