import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { COMPANY_BUDGET } from "../kind.ts";

/** How a company's budget is read and written (E-1, KL 11:6). */
export const companyBudgetPages: readonly KindPages[] = [
  kindPages(COMPANY_BUDGET, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await import("./company-budget-view.tsx")).CompanyBudgetView })),
    write: lazy(async () => ({
      default: (await import("./company-budget-editor-page.tsx")).CompanyBudgetEditorPage,
    })),
  }),
];
