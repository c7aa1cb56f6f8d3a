import type { BookedBody } from "../../../budget/internal/rules/outcome.ts";
import type { InternalRow } from "../../../budget/internal/rules/rows.ts";
import { internalMonths } from "../../../budget/internal/rules/rows.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";
import { LINE_OF, type UnitFacts } from "./forecast.ts";

const NO_ACCOUNT = "all";

interface Given {
  /** The committee's internal budget in force. */
  readonly rows: readonly InternalRow[];
  readonly bodies: readonly Body[];
  /** What the accounts have of each unit, those within it included. */
  readonly booked: readonly BookedBody[];
  readonly months: number;
}

/** The nearest of some units that a body is or is within. */
const nearest = (bodies: readonly Body[], units: ReadonlySet<string>, from: string | null) =>
  from === null ? undefined : upFrom(bodies, from).find(({ id }) => units.has(id))?.id;

/**
 * The units that forecast, of those who have a manager: each that has something budgeted, by itself or within. What a unit has within
 * it that forecasts by itself is not its own, so that nothing is counted twice.
 */
export function ownRows(
  { rows, bodies }: Pick<Given, "rows" | "bodies">,
  managed: readonly string[],
): ReadonlyMap<string, readonly InternalRow[]> {
  const units = new Set(managed);
  const of = new Map<string, InternalRow[]>();
  for (const row of rows) {
    const unit = nearest(bodies, units, row.unit);
    if (unit !== undefined) of.set(unit, [...(of.get(unit) ?? []), row]);
  }
  return of;
}

/** What a unit forecasts against: its own budget and outcome, without those within it that forecast by themselves. */
export function unitFacts(
  given: Given,
  unit: string,
  own: ReadonlyMap<string, readonly InternalRow[]>,
): UnitFacts {
  const { bodies, booked, months } = given;
  const rows = own.get(unit) ?? [];
  const units = new Set(own.keys());
  // The units right under it that forecast by themselves: theirs is theirs
  const within = [...units].filter((id) => {
    const above = bodies.find((body) => body.id === id)?.parent ?? null;
    return id !== unit && nearest(bodies, units, above) === unit;
  });
  const netTkr = (id: string, group: string) =>
    booked.find(({ body }) => body === id)?.byAccountGroup.find((one) => one.group === group)?.netCostTkr ??
    0;
  const outcomeTkr = (group: string) => netTkr(unit, group) - sumOf(within.map((id) => netTkr(id, group)));
  const groups = LINE_OF.filter((of) => of !== NO_ACCOUNT);
  if (rows.some(({ account }) => account === null))
    return {
      months,
      lines: [
        {
          of: NO_ACCOUNT,
          budgetMonthsTkr: internalMonths(rows),
          outcomeTkr: sumOf(groups.map(outcomeTkr)),
        },
      ],
    };
  return {
    months,
    lines: groups.flatMap((of) => {
      const mine = rows.filter(({ account }) => account?.startsWith(of));
      const used = outcomeTkr(of);
      return mine.length === 0 && used === 0
        ? []
        : [{ of, budgetMonthsTkr: internalMonths(mine), outcomeTkr: used }];
    }),
  };
}
