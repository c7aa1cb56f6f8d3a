import { kindInMenu } from "../../decisions/pages/kind-menu.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { ACTION_PLAN, ANNUAL_REPORT, EXTRA_FOLLOW_UP, FOLLOW_UP, INTERIM_REPORT } from "../kind.ts";
import { OWNER_REPORT } from "../owner/kind.ts";

export const followupMenu: ChapterMenu = {
  id: "follow-up",
  path: "/uppfoljning",
  names: { sv: "Uppföljning", en: "Follow-up" },
  also: { sv: "prognos utfall bokföring", en: "forecast outcome accounts" },
  cite: "§2.5",
  pages: [
    { address: "/uppfoljning", names: { sv: "Årets rapporter", en: "The year’s reports" } },
    kindInMenu(FOLLOW_UP, "chosen"),
    kindInMenu(EXTRA_FOLLOW_UP, "chosen", { aside: true }),
    kindInMenu(INTERIM_REPORT, "chosen-or-group"),
    kindInMenu(ANNUAL_REPORT, "chosen-or-group"),
    kindInMenu(ACTION_PLAN, "chosen"),
    kindInMenu(OWNER_REPORT, "chosen"),
    {
      address: "/uppfoljning/personal",
      names: { sv: "Personal", en: "Staff" },
      also: {
        sv: "sjukfrånvaro årsarbetare anställda lönesystem",
        en: "sick leave full-time equivalents payroll",
      },
    },
    {
      address: "/uppfoljning/koder",
      names: { sv: "Koder i redovisningen", en: "Codes in the accounts" },
      also: { sv: "ansvar ansvarskod enheter kodplan", en: "units" },
    },
  ],
};
