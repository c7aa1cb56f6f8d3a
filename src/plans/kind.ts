import { kind } from "../decisions/rules/kind.ts";

export const OPERATIONS_PLAN = kind({
  kind: "operations-plan",
  chapter: "plans",
  cite: "§2.1",
  names: { sv: "Verksamhetsplan", en: "Operations plan" },
  definite: { sv: "verksamhetsplanen", en: "the operations plan" },
  bodies: ["administration"],
  per: "year",
  lasts: "the-year",
  mayBeSecret: true,
  printed: true,
  address: { all: "/mal" },
});
