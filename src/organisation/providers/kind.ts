import { mandateObject } from "../rules/objects.ts";

/** The municipality's own identity providers: who sets up how one signs in, and what posts it gives. */
export const PROVIDER = mandateObject({
  object: "provider",
  names: { sv: "Identitetstjänster", en: "Identity providers" },
  definite: { sv: "identitetstjänsterna", en: "the identity providers" },
  address: { all: "/beslut/inloggning", write: "/beslut/inloggning" },
});
