import { mandateObject } from "../organisation/rules/objects.ts";

export const LEDGER = mandateObject({
  object: "ledger",
  names: { sv: "Bokföring", en: "Accounts" },
  definite: { sv: "bokföringen", en: "the ledger" },
  address: { all: "/uppfoljning", write: "/uppfoljning" },
});
