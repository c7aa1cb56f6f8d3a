import { mandateObject } from "../rules/objects.ts";

/** Programs of the municipality's own that use the API: who sets them up and ends them. */
export const SERVICE_ACCOUNT = mandateObject({
  object: "service-account",
  names: { sv: "Tjänstekonton", en: "Service accounts" },
  definite: { sv: "tjänstekontona", en: "the service accounts" },
  address: { all: "/beslut/tjanstekonton", write: "/beslut/tjanstekonton" },
});
