import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../matter/kind.ts";
import { DEMOGRAPHY_TRUE_UP } from "../way/kind.ts";

export const budgetMenu: ChapterMenu = {
  id: "economy",
  path: "/ekonomi",
  names: { sv: "Ekonomi", en: "Finance" },
  also: { sv: "budget pengar", en: "budget economy money" },
  cite: "§2.2",
  pages: [
    {
      address: "/ekonomi",
      names: { sv: "Ramar", en: "Allocations" },
      also: { sv: "budgetramar nämndernas", en: "frames" },
    },
    {
      address: "/ekonomi/stallning",
      names: { sv: "Ekonomisk ställning", en: "Financial position" },
      also: {
        sv: "resultat kassaflöde balansräkning balanskrav investeringar soliditet skuld",
        en: "result cash flow balance sheet requirement investments debt",
      },
    },
    { address: "/ekonomi/budgetdokument", names: { sv: "Budgetdokument", en: "Budget document" } },
    {
      address: "/ekonomi/scenarier",
      names: { sv: "Scenarier", en: "Scenarios" },
      also: { sv: "känslighet skattesats pröva", en: "sensitivity tax rate" },
    },
    {
      address: "/ekonomi/steg",
      names: { sv: "Steg och jämförelse", en: "Stages and comparison" },
      also: { sv: "budgetprocess versioner tilläggsbudget", en: "process versions supplementary" },
    },
    {
      address: "/ekonomi/befolkning",
      names: { sv: "Befolkning", en: "Population" },
      also: { sv: "befolkningsprognos demografi invånare", en: "forecast demography residents" },
    },
    {
      address: "/ekonomi/internbudget",
      names: { sv: "Internbudgetar", en: "Internal budgets" },
      also: { sv: "detaljbudget enheter konton", en: "units accounts" },
    },
    {
      address: "/ekonomi/bolag",
      names: { sv: "Bolag och koncern", en: "Companies and group" },
      also: {
        sv: "bolagsbudget ägardirektiv avkastning utdelning lån koncernmål",
        en: "company budget owner directive dividend loans",
      },
    },
    kindInMenu(PLANNING_CONDITIONS, "executive", { also: { sv: "indata", en: "inputs" }, to: "signed-in" }),
    {
      ...kindInMenu(BUDGET, "council", { to: "signed-in" }),
      names: { sv: "Budgetens indata", en: "Inputs of the budget" },
    },
    kindInMenu(DEMOGRAPHY_TRUE_UP, "executive", { also: { sv: "avstämning", en: "true-up" }, aside: true }),
  ],
};
