import { kind } from "../../decisions/rules/kind.ts";
import { BUDGET_OCCASIONS } from "./rules/supplementary-budget.ts";

export const BUDGET = kind({
  kind: "budget",
  chapter: "budget",
  cite: "§2.2",
  names: { sv: "Budget med flerårsplan", en: "Budget with multi-year plan" },
  definite: { sv: "budgeten", en: "the budget" },
  bodies: ["council"],
  per: "year",
  lasts: "the-year",
  occasions: BUDGET_OCCASIONS,
  address: { all: "/ekonomi", own: "/ekonomi", write: "/ekonomi/indata/$kind/$body/$year" },
});

export const PLANNING_CONDITIONS = kind({
  kind: "planning-conditions",
  chapter: "budget",
  cite: "§2.4",
  names: { sv: "Planeringsförutsättningar", en: "Planning conditions" },
  definite: { sv: "planeringsförutsättningarna", en: "the planning conditions" },
  bodies: ["executive"],
  per: "year",
  lasts: "the-year",
  address: { all: "/ekonomi", write: "/ekonomi/indata/$kind/$body/$year" },
});
