import type { MatterWork } from "../../decisions/matter-kinds.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Budget } from "../base/contract.ts";
import { councilOfBudget } from "../base/council.ts";
import type { BalanceLeft } from "../base/rules/position.ts";
import { balanceLeft } from "../position/rules/balance-requirement.ts";
import { type BalanceKnown, balanceLeftBefore } from "../position/store.ts";
import { budgetRoutes } from "./contract.ts";
import { BUDGET } from "./kind.ts";

/**
 * The reserve and the deficits that a year begins with, as known on a day: what the latest decided report left, carried on through
 * the years since by their budgets in force (KL 11:12–14). Undefined where no report has told: then the budget's own writing counts.
 */
export async function carriedBalance(tx: Tx, year: number, asOf: Day): Promise<BalanceKnown | undefined> {
  const known = await balanceLeftBefore(tx, year, asOf);
  if (!known) return undefined;
  let { left } = known;
  for (let passed = known.from.year + 1; passed < year; passed++) {
    const body = await councilOfBudget(tx, passed, asOf);
    const version = await inForce(tx, { kind: BUDGET.kind, body, year: passed }, asOf);
    if (version) left = leftByBudget(left, budgetRoutes.read(version));
  }
  return { ...known, left };
}

/** What a year's budget leaves of what was carried into it, by its own result and what it moves to and from the reserve. */
function leftByBudget(before: BalanceLeft, { results, restoringPlans = [] }: Budget): BalanceLeft {
  const [first] = results ?? [];
  if (!first) return before;
  const { resultTkr, lines } = first;
  const { balanceResult = resultTkr, toReserve = 0, fromReserve = 0 } = lines ?? {};
  const own = new Set(restoringPlans.map(({ deficitYear }) => deficitYear));
  return balanceLeft(
    {
      deficits: before.deficits,
      plans: [...restoringPlans, ...before.plans.filter(({ deficitYear }) => !own.has(deficitYear))],
    },
    { year: first.year, lines: { balanceResult, reserve: before.reserveTkr + toReserve - fromReserve } },
  );
}

/**
 * A budget with the reserve and the deficits that decided reports have left: nobody types them then. How a deficit is restored comes
 * along where the budget has no plan of its own for it.
 */
export async function withCarriedBalance(
  tx: Tx,
  ctx: Context,
  year: number,
  content: Budget,
): Promise<Budget> {
  if (!content.position) return content;
  const { carriedFrom: _before, ...position } = content.position;
  const carried = await carriedBalance(tx, year, ctx.today);
  if (!carried) return { ...content, position };
  const { reserveTkr, deficits, plans } = carried.left;
  const { restoringPlans = [] } = content;
  const own = new Set(restoringPlans.map(({ deficitYear }) => deficitYear));
  const come = plans.filter(({ deficitYear }) => !own.has(deficitYear));
  const all = [...restoringPlans, ...come].slice(0, MAX_PLANS);
  return {
    ...content,
    position: {
      ...position,
      reserveTkr,
      earlierDeficits: deficits.slice(0, MAX_PLANS).map((deficit) => ({ ...deficit })),
      carriedFrom: { ...carried.from },
    },
    ...(all.length > 0 || content.restoringPlans ? { restoringPlans: all as Budget["restoringPlans"] } : {}),
  };
}
const MAX_PLANS = 20;

/** A report that was decided after the draft was saved, and a deficit that a budget without an opening balance has no place for. */
export async function carriedRemarks({
  tx,
  ctx,
  matter,
  content: { position },
}: Pick<MatterWork<Budget>, "tx" | "ctx" | "matter" | "content">): Promise<Remark[]> {
  const carried = await carriedBalance(tx, matter.year, ctx.today);
  if (!carried) return [];
  const { year } = carried.from;
  const leftTkr = carried.left.deficits.reduce((sum, { amountTkr }) => sum + amountTkr, 0);
  if (!position)
    return leftTkr > 0
      ? [remark("stops", "carried-without-position", "KL 11:12", { year, leftTkr }, "position")]
      : [];
  const { reserveTkr, deficits } = carried.left;
  const same =
    reserveTkr === position.reserveTkr && canonicalJson(deficits) === canonicalJson(position.earlierDeficits);
  return same
    ? []
    : [remark("stops", "carried-since", "KL 11:12", { year, reserveTkr, leftTkr }, "position.reserveTkr")];
}
