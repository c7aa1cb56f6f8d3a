import {
  type CompanyGiven,
  companyYears,
  GIVEN_LINES,
  OPENING_LINES,
  PLAN_YEARS,
  yearsFrom,
} from "./company-lines.ts";
import type { Demand } from "./demands.ts";

interface Carried extends CompanyGiven {
  readonly investments: readonly {
    readonly id: string;
    readonly name: string;
    readonly amountsTkr: Readonly<Record<string, number>>;
  }[];
  readonly directive: string;
  readonly demands: readonly Demand[];
}

/**
 * What a new year's budget begins from (E-1): the balance sheet is the one that last year's budget ends with, the years that both have
 * are as they were planned, the new last year is as the one before it without new loans, and projects that go on go on.
 */
export function nextYearBegin<C extends Carried>(last: C, year: number) {
  const years = yearsFrom(year);
  const before = companyYears(last, year - 1);
  const ends = before[0]?.lines ?? {};
  const known = (of: number) => Math.min(of, year - 1 + PLAN_YEARS - 1);
  return {
    ...last,
    years: undefined,
    comment: "",
    opening: Object.fromEntries(OPENING_LINES.map((line) => [line, ends[line] ?? 0])),
    lines: Object.fromEntries(
      GIVEN_LINES.map((line) => [
        line,
        Object.fromEntries(
          years.map((of) => [
            of,
            line === "newLoans" && known(of) !== of ? 0 : (last.lines[line]?.[known(of)] ?? 0),
          ]),
        ),
      ]),
    ),
    investments: last.investments.flatMap((project) => {
      const amountsTkr = Object.fromEntries(
        years.flatMap((of) => (project.amountsTkr[of] === undefined ? [] : [[of, project.amountsTkr[of]]])),
      );
      return Object.keys(amountsTkr).length === 0 ? [] : [{ ...project, amountsTkr }];
    }),
    demands: last.demands.map(({ values = {}, ...demand }) => ({
      ...demand,
      values: Object.fromEntries(Object.entries(values).filter(([of]) => years.includes(Number(of)))),
    })),
  };
}
