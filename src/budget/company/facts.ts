import { decisionNumbered } from "../../decisions/store/chain.ts";
import { allInForce, type Version } from "../../decisions/store/versions.ts";
import { dayOf, within } from "../../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../../kernel/moment.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Budget } from "../base/contract.ts";
import { type Companies, companyBudgetRoutes } from "./contract.ts";
import { COMPANY_BUDGET } from "./kind.ts";
import { companyYears, PLAN_YEARS, yearsFrom } from "./rules/company-lines.ts";
import { judgedDemands } from "./rules/demands.ts";
import { groupYears, isOwnCompany, judgedGroupGoals, ownersShare } from "./rules/group.ts";

type Company = Companies["companies"][number];

/**
 * The companies' economy in the years of a council's budget, as decided by then, with the group and what it shall reach (KL 11:6).
 * A company that has not decided for the year is told by the plan of its last budget that reaches it.
 */
export async function companiesOf(
  tx: Tx,
  year: number,
  asOf: AsOf,
  budget: Pick<Budget, "statements" | "groupGoals"> | undefined,
): Promise<Companies> {
  const years = yearsFrom(year);
  const bodies = await allBodies(tx, asOf);
  const decided = await allInForce(tx, { kind: COMPANY_BUDGET.kind }, asOf);
  const day = dayOfMoment(asOf);
  const companies: Company[] = [];
  for (const body of bodies) {
    if (body.kind !== "company" || !isOwnCompany(bodies, body.id)) continue;
    const there =
      within(day, body.validFrom, body.validTo) || within(dayOf(year, 1, 1), body.validFrom, body.validTo);
    if (!there) continue;
    const version = newestFor(decided, body.id, year);
    companies.push({
      body: body.id,
      name: body.name,
      sharePercent: ownersShare(bodies, body.id),
      ...(version ? await told(tx, version, years) : { from: null, years: [], demands: [] }),
    });
  }
  const group = groupYears(
    (budget?.statements?.years ?? []).map(({ year: of, lines }) => ({ year: of, lines })),
    companies,
  );
  return {
    year,
    years,
    companies,
    group: group.map((one) => ({ ...one, lines: { ...one.lines }, missing: [...one.missing] })),
    goals: judgedGroupGoals(budget?.groupGoals ?? [], group),
  };
}

/** The latest decided budget that says something of the year. */
const newestFor = (decided: readonly Version[], body: string, year: number): Version | undefined =>
  decided
    .filter(({ matter }) => matter.body === body && matter.year <= year && matter.year + PLAN_YEARS > year)
    .at(-1);

async function told(
  tx: Tx,
  version: Version,
  years: readonly number[],
): Promise<Pick<Company, "from" | "years" | "demands">> {
  const budget = companyBudgetRoutes.read(version);
  const all = companyYears(budget, version.matter.year).filter(({ year }) => years.includes(year));
  const decision = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
  return {
    from:
      version.decision && decision
        ? {
            matter: version.matter.id,
            version: version.number,
            year: version.matter.year,
            decision: version.decision.number,
            decidedOn: version.decision.decidedOn,
            paragraph: decision.paragraph,
          }
        : null,
    years: all.map(({ year, lines }) => ({ year, lines: { ...lines } })),
    demands: judgedDemands(budget.demands, all).map(({ id, text, outcomes }) => ({
      id,
      text,
      outcomes: [...outcomes],
    })),
  };
}
