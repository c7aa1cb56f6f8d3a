import { budgetChapterPages } from "../../budget/pages/kind.ts";
import { controlPages } from "../../control/pages/kind.ts";
import type { KindPages } from "../../decisions/pages/matter-pages.tsx";
import { followupPages } from "../../followup/pages/kind.ts";
import { goalPages } from "../../goals/pages/kind.ts";
import { planPages } from "../../plans/pages/kind.ts";
import { yearPages } from "../../year/pages/kind.ts";
import { EVERYTHING, objects } from "../objects.ts";

/** The web's part of every kind of matter, from all chapters: what lies below them gets it from here. */
export const kindPages: readonly KindPages[] = [
  ...goalPages,
  ...yearPages,
  ...budgetChapterPages,
  ...controlPages,
  ...planPages,
  ...followupPages,
];

/** Everything that a mandate can be about, with its words. */
export const objectNames = [
  EVERYTHING,
  ...kindPages.map(({ kind: { kind, names, definite } }) => ({ object: kind, names, definite })),
  ...objects,
];
