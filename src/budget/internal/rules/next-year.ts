import { roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { PeriodKey } from "./period-keys.ts";
import type { InternalLine } from "./rows.ts";
import { type Job, jobCost, monthsInYear, NO_TERMS, type WageTerms } from "./wage-budget.ts";

interface Carried<
  Line extends InternalLine,
  Own extends PeriodKey,
  One extends Job,
  Terms extends WageTerms,
> {
  readonly lines: readonly Line[];
  readonly periodKeys?: readonly Own[] | undefined;
  readonly jobs?: readonly One[] | undefined;
  readonly wages?: Terms | undefined;
}

/**
 * What the split of a new year begins from: last year's lines, keys and terms as they were, and the jobs that go on (E-6).
 * A job keeps its last month; its wage is what it had become by the review, in whole kronor, and the new year's review is
 * the one to come.
 */
export function nextYearBegin<
  Line extends InternalLine,
  Own extends PeriodKey,
  One extends Job,
  Terms extends WageTerms,
>(last: Carried<Line, Own, One, Terms>, year: number) {
  const { lines, periodKeys = [], jobs = [], wages } = last;
  return {
    lines: [...lines],
    ...(periodKeys.length > 0 ? { periodKeys: [...periodKeys] } : {}),
    ...(jobs.length > 0
      ? {
          jobs: jobs
            .filter((job) => monthsInYear(job, year) !== undefined)
            .map((job) => carriedJob(job, wages ?? NO_TERMS, year)),
        }
      : {}),
    ...(wages ? { wages } : {}),
  };
}

function carriedJob<One extends Job>(job: One, terms: WageTerms, year: number): One {
  const { from, reviewPercent: _last, ...rest } = job;
  const now = jobCost(job, terms, year - 1).periods.at(-1)?.wageKr;
  return {
    ...rest,
    ...(from !== undefined && from > `${year}-01` ? { from } : {}),
    wageKr: now === undefined ? job.wageKr : roundHalfAwayFromZero(now),
  } as One;
}
