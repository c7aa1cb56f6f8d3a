import { sumOf } from "../../../kernel/sum.ts";
import { type InternalRow, internalMonths } from "./rows.ts";
import { budgetToDate } from "./to-date.ts";

/** Budget and outcome of the months that have been booked: of the whole body, or of one of its units. Tkr. */
export interface OutcomeLine {
  readonly of: string;
  readonly yearTkr: number;
  readonly budgetTkr: number;
  readonly outcomeTkr: number;
  /** Budget − outcome: negative when more is used. */
  readonly deviationTkr: number;
}

/** What the accounts say of a body or a unit: its net cost by month, 1–12. */
export interface BookedBody {
  readonly body: string;
  readonly byMonth: readonly { readonly month: number; readonly netCostTkr: number }[];
}

/**
 * The budget of the period next to the outcome of the period (§2.5, E-6). The body first, by the months that hold for it
 * everywhere (`inForce`); then each unit that the split gives something and the accounts know, by the split's own months.
 * `within` tells which rows count in a unit, for what a unit has counts in the administration above it too.
 */
export function outcomeLines(
  rows: readonly InternalRow[],
  months: number,
  booked: { readonly whole: BookedBody; readonly parts: readonly BookedBody[] },
  within: (unit: string, part: string) => boolean,
  inForce: readonly number[] = internalMonths(rows),
): OutcomeLine[] {
  const line = ({ body, byMonth }: BookedBody, monthsTkr: readonly number[]): OutcomeLine => {
    const budgetTkr = budgetToDate({ monthsTkr }, months);
    const outcomeTkr = sumOf(byMonth.filter((one) => one.month <= months).map((one) => one.netCostTkr));
    return {
      of: body,
      yearTkr: sumOf(monthsTkr),
      budgetTkr,
      outcomeTkr,
      deviationTkr: budgetTkr - outcomeTkr,
    };
  };
  const parts = booked.parts.flatMap((part) => {
    const own = rows.filter(({ unit }) => unit !== null && within(unit, part.body));
    return own.length === 0 ? [] : [line(part, internalMonths(own))];
  });
  return [line(booked.whole, inForce), ...parts];
}
