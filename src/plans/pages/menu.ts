import type { MenuPage } from "../../platform/ui/chapter-menu.ts";

/** The chapter's pages, as they stand with the goals' in the menu (§2.1). */
export const plansInMenu: readonly MenuPage[] = [
  {
    address: "/mal/planer",
    names: { sv: "Verksamhetsplaner", en: "Operations plans" },
    also: { sv: "åtagande aktivitet enhetsplan", en: "actions unit plan" },
  },
];
