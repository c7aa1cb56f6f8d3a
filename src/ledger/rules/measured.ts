import type { LedgerSide } from "../../goals/indicators/computed/rules/computation.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { accountGroup } from "./kommun-bas.ts";
import { countedIn } from "./outcome.ts";

/** A sum of rows of one body (null: no body's) on one account. As booked: debit is positive. */
export interface AccountSum {
  readonly body: string | null;
  readonly account: string;
  readonly amountOre: number;
}

const SIDES: Readonly<Record<LedgerSide, { readonly groups: readonly string[]; readonly sign: 1 | -1 }>> = {
  "net-cost": { groups: ["3", "4", "5", "6", "7", "8", "9"], sign: 1 },
  cost: { groups: ["4", "5", "6", "7"], sign: 1 },
  income: { groups: ["3"], sign: -1 },
};

/**
 * What the accounts say of a body by account (§2.5, V-7), the largest first: what a unit has counts in its administration and committee
 * too, as everywhere (`countedIn`); `whose` null: all of the municipality. Undefined where the body has nothing booked at all.
 */
export function measuredByAccount(
  sums: readonly AccountSum[],
  bodies: readonly Body[],
  {
    whose,
    side,
    accounts,
  }: { readonly whose: string | null; readonly side: LedgerSide; readonly accounts: readonly string[] },
): { readonly account: string; readonly amountOre: number }[] | undefined {
  const within = new Set(
    whose === null
      ? []
      : bodies.filter(({ id }) => countedIn(bodies, id).includes(whose)).map(({ id }) => id),
  );
  const own = sums.filter(({ body }) => whose === null || (body !== null && within.has(body)));
  if (own.length === 0) return undefined;
  const { groups, sign } = SIDES[side];
  const found = new Map<string, number>();
  for (const { account, amountOre } of own) {
    const group = accountGroup(account);
    if (group === undefined || !groups.includes(group)) continue;
    if (accounts.length > 0 && !accounts.some((beginning) => account.startsWith(beginning))) continue;
    found.set(account, (found.get(account) ?? 0) + sign * amountOre);
  }
  return [...found]
    .map(([account, amountOre]) => ({ account, amountOre: amountOre + 0 }))
    .sort((a, b) => Math.abs(b.amountOre) - Math.abs(a.amountOre) || a.account.localeCompare(b.account));
}
