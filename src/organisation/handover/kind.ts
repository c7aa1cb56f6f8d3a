import { mandateObject } from "../rules/objects.ts";

/** The municipality's own data as one file that only it can open: who chooses its key and fetches it. */
export const HANDOVER = mandateObject({
  object: "handover",
  names: { sv: "Utlämning", en: "Handover" },
  definite: { sv: "utlämningen", en: "the handover" },
  address: { all: "/beslut/utlamning", write: "/beslut/utlamning" },
});
