import { kind } from "../../decisions/rules/kind.ts";
import { COMMITTEES } from "../../organisation/rules/organisation.ts";

export const INTERNAL_BUDGET = kind({
  kind: "internal-budget",
  chapter: "budget",
  cite: "§2.2",
  names: { sv: "Internbudget", en: "Internal budget" },
  definite: { sv: "internbudgeten", en: "the internal budget" },
  bodies: COMMITTEES,
  per: "year",
  lasts: "the-year",
  address: {
    all: "/ekonomi",
    own: "/ekonomi/internbudget/$body",
    write: "/ekonomi/internbudget/$body/$year",
  },
});
