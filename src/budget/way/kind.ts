import { kind } from "../../decisions/rules/kind.ts";
import { OCCASIONS, TRUE_UP_KIND } from "../base/rules/true-up-kind.ts";

export const DEMOGRAPHY_TRUE_UP = kind({
  kind: TRUE_UP_KIND,
  chapter: "budget",
  cite: "§2.2",
  names: { sv: "Avstämning av demografin", en: "Demography true-up" },
  definite: { sv: "avstämningen av demografin", en: "the demography true-up" },
  bodies: ["executive"],
  per: "year",
  lasts: "the-year",
  occasions: OCCASIONS,
  address: { all: "/ekonomi/steg", write: "/ekonomi/avstamning/$body/$year" },
});
