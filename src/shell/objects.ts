import { SCENARIO } from "../budget/scenarios/kind.ts";
import { CONTROL_RECEIPT } from "../control/supervision/kind.ts";
import { ASSIGNMENT } from "../decisions/assignments/kind.ts";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "../documents/kind.ts";
import { UNIT_FORECAST } from "../followup/unit/kind.ts";
import { INDICATOR_VALUE } from "../goals/kind.ts";
import { LEDGER } from "../ledger/kind.ts";
import { LESSON } from "../lessons/kind.ts";
import { ACCOUNT } from "../organisation/accounts/kind.ts";
import { CHANGE_LOG } from "../organisation/changes/kind.ts";
import { HANDOVER } from "../organisation/handover/kind.ts";
import { ORGANISATION, PERSONAL_DATA, SECURITY_LOG } from "../organisation/kind.ts";
import { MANDATE } from "../organisation/mandates/kind.ts";
import { PEOPLE } from "../organisation/people/kind.ts";
import { PROVIDER } from "../organisation/providers/kind.ts";
import type { MandateObject } from "../organisation/rules/objects.ts";
import { SERVICE_ACCOUNT } from "../organisation/service-accounts/kind.ts";
import { SETUP } from "../organisation/setup/kind.ts";
import { PLAN_CHANGE } from "../plans/kind.ts";
import { STAFF_FIGURES } from "../staff/kind.ts";
import { REMINDER } from "../year/reminders/kind.ts";

/** What a mandate can be about beside kinds of matter. */
export const objects: readonly MandateObject[] = [
  LEDGER,
  STAFF_FIGURES,
  INDICATOR_VALUE,
  UNIT_FORECAST,
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
  HANDOVER,
  PLAN_CHANGE,
  ASSIGNMENT,
  CONTROL_RECEIPT,
  REMINDER,
];

/** What a mandate for all is about. */
export const EVERYTHING = {
  object: "*",
  names: { sv: "Alla ärenden", en: "All matters" },
  definite: { sv: "alla ärenden", en: "all matters" },
};
