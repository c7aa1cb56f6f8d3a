import type { BalanceLeft, RestoringPlan, YearLines } from "../../budget/base/rules/position.ts";
import type { Lines } from "../../budget/base/rules/result-lines.ts";
import { reserveRemarks, restoringRemarks } from "../../budget/position/rules/balance-remarks.ts";
import {
  type BesideResult,
  balanceLeft,
  openingLines,
  requirementLines,
  restoring,
  YEARS_TO_RESTORE,
} from "../../budget/position/rules/balance-requirement.ts";
import { type Remark, type RemarkLevel, remark } from "../../kernel/remark.ts";
import { sumOf } from "../../kernel/sum.ts";

/** What a report says beside the year's result in the balance requirement (LKBR 11:10). Amounts in tkr. */
export interface BalanceInput {
  readonly realisationGainsTkr: number;
  readonly gainsByExceptionTkr: number;
  readonly unrealisedTkr: number;
  /** From the reserve (+) or to it (−). */
  readonly reserveTkr: number;
  /** Only where neither a decided report nor the budget tells what the year began with. */
  readonly earlierDeficitTkr: number;
  readonly openingReserveTkr?: number | undefined;
  readonly plans?: readonly RestoringPlan[] | undefined;
}
export const NOTHING_BESIDE = {
  realisationGainsTkr: 0,
  gainsByExceptionTkr: 0,
  unrealisedTkr: 0,
  reserveTkr: 0,
  earlierDeficitTkr: 0,
  restoring: "",
} as const satisfies BalanceInput & { restoring: string };

/** The rows of the inquiry, in the law's order. */
export const BALANCE_ROWS = [
  "result",
  "realisation-gains",
  "gains-by-exception",
  "unrealised",
  "adjusted-result",
  "reserve",
  "balance-result",
  "earlier-deficit",
  "to-restore",
  "reserve-left",
] as const;
export type BalanceRow = (typeof BALANCE_ROWS)[number];

const besideOf = ({
  realisationGainsTkr,
  gainsByExceptionTkr,
  unrealisedTkr,
  reserveTkr,
}: BalanceInput): BesideResult => ({
  realisationGains: realisationGainsTkr,
  gainsByException: gainsByExceptionTkr,
  unrealised: unrealisedTkr,
  toReserve: Math.max(0, -reserveTkr),
  fromReserve: Math.max(0, reserveTkr),
});

/** What a report says that a year began with, where nothing else does. */
export const givenOpening = (year: number, beside: BalanceInput): BalanceLeft => ({
  reserveTkr: beside.openingReserveTkr ?? 0,
  deficits:
    beside.earlierDeficitTkr > 0
      ? [{ year: year - 1, amountTkr: beside.earlierDeficitTkr, restoreBy: year - 1 + YEARS_TO_RESTORE }]
      : [],
  plans: [],
});

/** One plan a deficit: the first list that has one for it counts before those after it. */
export function plansTogether(...lists: readonly (readonly RestoringPlan[])[]): RestoringPlan[] {
  const all = lists.flat();
  return all.filter(({ deficitYear }, i) => all.findIndex((plan) => plan.deficitYear === deficitYear) === i);
}

export interface YearBalance {
  readonly year: YearLines;
  readonly rows: Record<BalanceRow, number>;
  /** What the year leaves, and the next begins with. */
  readonly left: BalanceLeft;
}

/** Balanskravsutredning (LKBR 11:10, U-9) by the same rule as the budget's: from the year's result, and what it began with. */
export function balanceRequirement(
  year: number,
  resultTkr: number,
  beside: BalanceInput,
  opening: BalanceLeft,
): YearBalance {
  const lines = requirementLines(resultTkr, besideOf(beside), opening);
  const of = (line: keyof Lines) => (lines[line] ?? 0) + 0;
  const ended = { year, lines };
  const left = balanceLeft(opening, ended);
  return {
    year: ended,
    left,
    rows: {
      result: of("result"),
      "realisation-gains": 0 - of("realisationGains"),
      "gains-by-exception": of("gainsByException"),
      unrealised: of("unrealised"),
      "adjusted-result": of("adjustedResult"),
      reserve: of("fromReserve") - of("toReserve"),
      "balance-result": of("balanceResult"),
      "earlier-deficit": 0 - (openingLines(opening).toRestore ?? 0),
      "to-restore": sumOf(left.deficits.map(({ amountTkr }) => amountTkr)),
      "reserve-left": of("reserve"),
    },
  };
}

const AT = "group.balanceRequirement";

/**
 * What is said of a report's inquiry: a reserve that has not what is taken, or may not have what is put there (KL 11:14), and
 * deficits that no plan restores in time (KL 11:12–13). `later`: the years after it whose balance result is planned.
 */
export function balanceRequirementRemarks({
  year,
  resultTkr,
  beside,
  opening,
  later,
  weight,
}: {
  readonly year: number;
  readonly resultTkr: number;
  readonly beside: BalanceInput;
  readonly opening: BalanceLeft;
  readonly later: readonly YearLines[];
  readonly weight: RemarkLevel;
}): Remark[] {
  const { year: ended } = balanceRequirement(year, resultTkr, beside, opening);
  const deficits = restoring([ended], opening.deficits).flatMap(({ left: [after], ...deficit }) =>
    after && after.tkr > 0
      ? [{ year: deficit.year, amountTkr: after.tkr, restoreBy: deficit.restoreBy }]
      : [],
  );
  const { realisationGainsTkr, gainsByExceptionTkr } = beside;
  return [
    ...(gainsByExceptionTkr > realisationGainsTkr
      ? [
          remark(
            "stops",
            "exception-above-gain",
            "LKBR 11:10",
            { year, gainsTkr: realisationGainsTkr },
            `${AT}.gainsByExceptionTkr`,
          ),
        ]
      : []),
    ...reserveRemarks(openingLines(opening), [ended], () => `${AT}.reserveTkr`),
    ...restoringRemarks({
      deficits,
      // A plan whose deficit is restored by now has done its work
      plans: opening.plans.filter(({ deficitYear }) => deficits.some((own) => own.year === deficitYear)),
      from: year + 1,
      years: later,
      weight: () => weight,
      at: `${AT}.plans`,
    }),
  ];
}
