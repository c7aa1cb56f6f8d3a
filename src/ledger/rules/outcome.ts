import { type Body, carriesOut, upFrom } from "../../organisation/rules/organisation.ts";
import { ACCOUNT_GROUPS, type AccountGroup, accountGroup } from "./kommun-bas.ts";

/** A sum of rows: one body's own (null: no body's), on accounts with the same beginning, in one month (1–12). */
export interface OutcomeCell {
  readonly body: string | null;
  /** The account, or its first two figures: no row of the statements asks for more. */
  readonly account: string;
  readonly month: number;
  /** As booked: debit is positive. */
  readonly amountOre: number;
}

/** Net cost in öre, positive when it costs; its groups sum to it, and so do its months. */
export interface BodyOutcome {
  readonly netCostOre: number;
  readonly byAccountGroupOre: Readonly<Record<AccountGroup, number>>;
  /** January first; twelve of them. */
  readonly byMonthOre: readonly number[];
}

export interface Outcomes {
  /** Every body that has rows of its own or under it, by id. What a unit has counts in its administration and committee too. */
  readonly bodies: ReadonlyMap<string, BodyOutcome>;
  /** What no body has: tax, grants, and what carries no code or an unknown one. */
  readonly central: BodyOutcome;
  /** All of it: minus the year's result. */
  readonly total: BodyOutcome;
}

/**
 * In which bodies a body's rows count (§2.5): its own, and up through administrations and units to the body that they
 * serve. It ends there: a committee's costs are not the council's, though the council stands above it.
 */
export function countedIn(bodies: readonly Body[], id: string): string[] {
  const path: string[] = [];
  for (const body of upFrom(bodies, id)) {
    path.push(body.id);
    if (!carriesOut(body) && !body.continuedBy) break;
  }
  return path;
}

/** Net cost by body, account group and month, from the rows' sums. */
export function outcomes(cells: readonly OutcomeCell[], bodies: readonly Body[]): Outcomes {
  const found = new Map<string, Sum>();
  const central = new Sum();
  const total = new Sum();
  const paths = new Map(bodies.map((body) => [body.id, countedIn(bodies, body.id)]));
  for (const cell of cells) {
    const group = accountGroup(cell.account);
    if (group === undefined) continue;
    total.add(group, cell);
    const path = cell.body === null ? [] : (paths.get(cell.body) ?? []);
    if (path.length === 0) central.add(group, cell);
    for (const id of path) {
      const sum = found.get(id) ?? new Sum();
      found.set(id, sum);
      sum.add(group, cell);
    }
  }
  return { bodies: found, central, total };
}

class Sum implements BodyOutcome {
  netCostOre = 0;
  readonly byAccountGroupOre = Object.fromEntries(ACCOUNT_GROUPS.map((group) => [group, 0])) as Record<
    AccountGroup,
    number
  >;
  readonly byMonthOre: number[] = Array.from({ length: 12 }, () => 0);

  add(group: AccountGroup, { month, amountOre }: OutcomeCell): void {
    this.netCostOre += amountOre;
    this.byAccountGroupOre[group] += amountOre;
    this.byMonthOre[month - 1] = (this.byMonthOre[month - 1] as number) + amountOre;
  }
}
