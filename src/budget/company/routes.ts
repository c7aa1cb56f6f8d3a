import { type Handler, handle } from "../../platform/http/handle.ts";
import { budgetRoutes } from "../matter/contract.ts";
import { shownBudget } from "../matter/facts.ts";
import { getCompanies } from "./contract.ts";
import { companiesOf } from "./facts.ts";

export const companyHandlers: Handler[] = [
  handle(getCompanies, async ({ params: { year }, ctx, tx }) => {
    const version = await shownBudget(tx, ctx, year);
    return companiesOf(tx, year, ctx.today, version && budgetRoutes.read(version));
  }),
];
