import { mandateObject } from "../rules/objects.ts";

/** Who may what is itself something that somebody may change (model R-3). */
export const MANDATE = mandateObject({
  object: "mandate",
  names: { sv: "Befogenheter", en: "Mandates" },
  definite: { sv: "befogenheterna", en: "the mandates" },
  address: { all: "/beslut/mandat", write: "/beslut/mandat/ny" },
});
