import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import type { MenuPage } from "../../platform/ui/chapter-menu.ts";
import { EXTRA_OCCASIONS, WHEEL_PAGE, YEAR_WHEEL } from "../kind.ts";

/** The wheel's own pages, in the menu of the front door that shows it. */
export const wheelInMenu: readonly MenuPage[] = [
  {
    address: WHEEL_PAGE,
    names: { sv: "Stegen och dagarna", en: "Steps and days" },
    also: { sv: "årshjul sammanträden datum vem när", en: "year wheel meetings dates who when" },
  },
  kindInMenu(YEAR_WHEEL, "executive", { aside: true }),
  kindInMenu(EXTRA_OCCASIONS, "executive", { aside: true }),
];
