import { mandateObject } from "../../organisation/rules/objects.ts";

/** What a first-line manager believes of the own unit's year: written and sent by whoever has its budget (model R-2, U-8). */
export const UNIT_FORECAST = mandateObject({
  object: "unit-forecast",
  names: { sv: "Enhetens prognos", en: "The unit’s forecast" },
  definite: { sv: "enhetens prognos", en: "the unit’s forecast" },
  address: { all: "/uppfoljning", write: "/uppfoljning/enhetsprognos/$body/$year" },
});
