import { type InWordsOf, type MatterWork, matterKind } from "../../decisions/matter-kinds.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { MAX_RESULT_TKR } from "../base/contract.ts";
import { type CompanyBudget, companyBudgetRoutes } from "./contract.ts";
import { COMPANY_BUDGET } from "./kind.ts";
import { companyYears, openingOf } from "./rules/company-lines.ts";
import { companyInWords } from "./rules/in-words.ts";
import { companyRemarks, openingMovedRemarks, twiceFaults } from "./rules/remarks.ts";

const MAX_FAULTS = 50;

/** All lines follow from what the board has written, by the same function as in the browser; nobody types a sum (E-1). */
async function computed({ matter, content }: MatterWork<CompanyBudget>): Promise<CompanyBudget> {
  const faults = twiceFaults(content);
  if (faults.length > 0) refuse(BadInput, { remarks: faults.slice(0, MAX_FAULTS) });
  const years = companyYears(content, matter.year);
  if (years.some(({ lines }) => Object.values(lines).some((tkr) => Math.abs(tkr) > MAX_RESULT_TKR)))
    refuse(BadInput, {
      remarks: [remark("stops", "sum-range", COMPANY_BUDGET.cite, { max: MAX_RESULT_TKR }, "lines")],
    });
  return { ...content, years: years.map(({ year, lines }) => ({ year, lines: { ...lines } })) };
}

async function remarks({ tx, ctx, matter, content }: MatterWork<CompanyBudget>): Promise<Remark[]> {
  const last = await inForce(tx, { ...matter, year: matter.year - 1 }, ctx.today);
  const ended = last && companyYears(companyBudgetRoutes.read(last), matter.year - 1)[0];
  return [...companyRemarks(content, matter.year), ...openingMovedRemarks(openingOf(content), ended?.lines)];
}

export const companyBudgetKind = matterKind(companyBudgetRoutes, {
  computed: ["years"],
  complete: computed,
  remarks,
  inWords: (content, { body, year, nameOf }: InWordsOf<CompanyBudget>) =>
    companyInWords(companyYears(content, year)[0]?.lines ?? {}, nameOf(body), year),
});
