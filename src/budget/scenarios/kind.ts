import { mandateObject } from "../../organisation/rules/objects.ts";

export const SCENARIO = mandateObject({
  object: "scenario",
  names: { sv: "Scenarier", en: "Scenarios" },
  definite: { sv: "scenarier", en: "scenarios" },
  address: { all: "/ekonomi/scenarier", write: "/ekonomi/scenarier" },
});
