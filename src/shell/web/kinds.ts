import { LESSON } from "../../analysis/kind.ts";
import { budgetChapterPages } from "../../budget/pages/kind.ts";
import { SCENARIO } from "../../budget/scenarios/kind.ts";
import { controlPages } from "../../control/pages/kind.ts";
import type { KindPages } from "../../decisions/pages/matter-pages.tsx";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "../../documents/kind.ts";
import { followupPages } from "../../followup/pages/kind.ts";
import { INDICATOR_VALUE } from "../../goals/kind.ts";
import { goalPages } from "../../goals/pages/kind.ts";
import { LEDGER } from "../../ledger/kind.ts";
import { ACCOUNT } from "../../organisation/accounts/kind.ts";
import { CHANGE_LOG } from "../../organisation/changes/kind.ts";
import { ORGANISATION, PERSONAL_DATA, SECURITY_LOG } from "../../organisation/kind.ts";
import { MANDATE } from "../../organisation/mandates/kind.ts";
import { PEOPLE } from "../../organisation/people/kind.ts";
import { PROVIDER } from "../../organisation/providers/kind.ts";
import type { MandateObject } from "../../organisation/rules/objects.ts";
import { SERVICE_ACCOUNT } from "../../organisation/service-accounts/kind.ts";
import { SETUP } from "../../organisation/setup/kind.ts";
import { planPages } from "../../plans/pages/kind.ts";
import { yearPages } from "../../year/pages/kind.ts";

/** The web's part of every kind of matter, from all chapters: what lies below them gets it from here. */
export const kindPages: readonly KindPages[] = [
  ...goalPages,
  ...yearPages,
  ...budgetChapterPages,
  ...controlPages,
  ...planPages,
  ...followupPages,
];

/** What a mandate can be about beside kinds of matter. */
export const objects: readonly MandateObject[] = [
  LEDGER,
  INDICATOR_VALUE,
  GOVERNING_DOCUMENT,
  EXTERNAL_LAW,
  LESSON,
  SCENARIO,
  SECURITY_LOG,
  ORGANISATION,
  SETUP,
  ACCOUNT,
  PERSONAL_DATA,
  CHANGE_LOG,
  MANDATE,
  PEOPLE,
  PROVIDER,
  SERVICE_ACCOUNT,
];

/** A mandate for everything of its verb ("edit:*"). */
const EVERYTHING = {
  object: "*",
  names: { sv: "Alla ärenden", en: "All matters" },
  definite: { sv: "alla ärenden", en: "all matters" },
};

/** Everything that a mandate can be about, with its words. */
export const objectNames = [
  EVERYTHING,
  ...kindPages.map(({ kind: { kind, names, definite } }) => ({ object: kind, names, definite })),
  ...objects,
];
