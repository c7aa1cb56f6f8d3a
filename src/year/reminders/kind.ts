import { REMINDERS_PAGE } from "../../organisation/accounts/kind.ts";
import { mandateObject } from "../../organisation/rules/objects.ts";

/** Says in the address of the page which of the letters a link in one of them ends. */
export const END_PARAM = "avsluta";

/** Letters of what waits: who says how they are for those who have not chosen. */
export const REMINDER = mandateObject({
  object: "reminder",
  names: { sv: "Påminnelser", en: "Reminders" },
  definite: { sv: "påminnelserna", en: "the reminders" },
  address: { all: REMINDERS_PAGE, write: REMINDERS_PAGE },
});
