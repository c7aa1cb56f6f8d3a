import { kind } from "../../decisions/rules/kind.ts";

export const COMPANY_BUDGET = kind({
  kind: "company-budget",
  chapter: "budget",
  cite: "§2.2",
  names: { sv: "Bolagsbudget", en: "Company budget" },
  definite: { sv: "bolagsbudgeten", en: "the company budget" },
  bodies: ["company"],
  per: "year",
  lasts: "the-year",
  address: {
    all: "/ekonomi/bolag",
    own: "/ekonomi/bolag/$body",
    write: "/ekonomi/bolag/$body/$year",
  },
});
