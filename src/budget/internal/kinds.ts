import { type MatterWork, matterKind } from "../../decisions/matter-kinds.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { accountsInForce } from "../../ledger/store/accounts.ts";
import { allBodies } from "../../organisation/store.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { MAX_RESULT_TKR } from "../base/contract.ts";
import { allocationInForce } from "../matter/kinds.ts";
import { framesInForce } from "../matter/store.ts";
import { InternalBudget, internalBudgetRoutes } from "./contract.ts";
import { INTERNAL_BUDGET } from "./kind.ts";
import {
  allocationChangedRemarks,
  internalBudgetRemarks,
  lineUnitRemarks,
  namelessRemarks,
} from "./rules/internal-budget.ts";
import { idTwiceFaults, internalContentRemarks } from "./rules/remarks.ts";
import { internalSumTkr } from "./rules/rows.ts";
import { unitRemarks } from "./rules/unit-part.ts";
import { wageLines } from "./rules/wage-budget.ts";
import { allocationsDecidedOn, keepAllocation } from "./store.ts";

/** What the jobs cost is computed when the split is saved, by the same function as in the browser (E-6). */
async function computed({ tx, ctx, matter, content }: MatterWork<InternalBudget>): Promise<InternalBudget> {
  const faults = idTwiceFaults(content);
  if (faults.length > 0) refuse(BadInput, { remarks: faults.slice(0, MAX_FAULTS) });
  const { wageLines: _typed, ...written } = content;
  const { jobs = [], wages } = content;
  const lines = wageLines(jobs, wages, matter.year);
  if (!InternalBudget.shape.wageLines.safeParse(lines).success)
    refuse(BadInput, {
      remarks: [remark("stops", "sum-range", INTERNAL_BUDGET.cite, { max: MAX_RESULT_TKR }, "jobs")],
    });
  return {
    ...written,
    ...(lines.length > 0
      ? { wageLines: lines.map((line) => ({ ...line, monthsTkr: [...line.monthsTkr] })) }
      : {}),
    allocation: (await allocationInForce(tx, matter.body, matter.year, ctx.today)) ?? null,
  };
}

async function remarks({ tx, ctx, matter, content }: MatterWork<InternalBudget>): Promise<Remark[]> {
  const bodies = await allBodies(tx);
  const { body, year } = matter;
  const accounts = await accountsInForce(tx, ctx.today);
  return [
    ...internalBudgetRemarks(content.allocation?.amountTkr, [internalSumTkr(content)]),
    ...allocationChangedRemarks(
      content.allocation?.amountTkr,
      (await allocationInForce(tx, body, year, ctx.today))?.amountTkr,
    ),
    ...lineUnitRemarks(content.lines, body, bodies),
    ...namelessRemarks(content.lines.map((line) => line.name)),
    ...unitRemarks(content, { year, body, bodies }),
    ...internalContentRemarks(content, {
      year,
      body,
      bodies,
      accounts: accounts && new Set(accounts.map(({ account }) => account)),
    }),
  ];
}

const MAX_FAULTS = 50;

export const internalBudgetKind = matterKind(internalBudgetRoutes, {
  computed: ["allocation"],
  complete: computed,
  remarks,
  saved: ({ tx, ctx, content }, { matter, number }) =>
    keepAllocation(tx, ctx.municipality, { matter: matter.id, number }, content.allocation?.amountTkr),
  // The council has changed the allocation since (E-5)
  outdated: async (tx, day) => {
    const frames = await framesInForce(tx, day);
    return new Set(
      (await allocationsDecidedOn(tx, day)).flatMap(({ matter, body, year, allocatedTkr }) =>
        (ownValue(frames.get(year)?.frames, body) ?? allocatedTkr) === allocatedTkr ? [] : [matter],
      ),
    );
  },
});
