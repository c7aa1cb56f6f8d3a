import { kind } from "../../decisions/rules/kind.ts";

/** A forecast belongs to the first budget year that it is for; the executive leads the preparation of the budget (KL 11:8). */
export const POPULATION_FORECAST = kind({
  kind: "population-forecast",
  chapter: "budget",
  cite: "§2.2",
  names: { sv: "Befolkningsprognos", en: "Population forecast" },
  definite: { sv: "befolkningsprognosen", en: "the population forecast" },
  bodies: ["executive"],
  per: "year",
  lasts: "the-year",
  address: { all: "/ekonomi/befolkning", write: "/ekonomi/befolkning/$body/$year" },
});
