import { Exact, roundTogether } from "../../../kernel/money.ts";
import { MONTHS_OF_YEAR } from "./period-keys.ts";

/** A post with its holder or holders: how many, at what wage, for how long. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  /** Where the wage is booked; none yet while it is being written. */
  readonly account?: string | undefined;
  /** In full-time posts: 0.75 is three quarters of one. */
  readonly posts: number;
  /** A month's wage for a full-time post, kronor, before the year's review. */
  readonly wageKr: number;
  /** First and last month, "2027-08"; absent: from before the year, and on after it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The review of this job in per cent, where it is not the one of all. */
  readonly reviewPercent?: number | undefined;
}

/** What holds for all jobs of a wage budget. */
export interface WageTerms {
  /** The employer's social charge on wages (PO-pålägg), per cent. */
  readonly chargePercent: number;
  /** Where the charge is booked; absent: with the wage. */
  readonly chargeAccount?: string | undefined;
  /** The yearly wage review: the month that it holds from, and its per cent. */
  readonly reviewMonth?: number | undefined;
  readonly reviewPercent?: number | undefined;
}

/** Without terms: the wage alone. */
export const NO_TERMS: WageTerms = { chargePercent: 0 };

/** The first and the last month of a job in a year, 1–12; undefined where it has none in it. */
export function monthsInYear(
  { from, to }: Pick<Job, "from" | "to">,
  year: number,
): { readonly first: number; readonly last: number } | undefined {
  const first = Math.max(1, from === undefined ? 1 : monthsSince(from, year));
  const last = Math.min(MONTHS_OF_YEAR, to === undefined ? MONTHS_OF_YEAR : monthsSince(to, year));
  return first <= last ? { first, last } : undefined;
}

/** "2027-03" is 3 in 2027, 15 in 2026 and −9 in 2028. */
function monthsSince(month: string, year: number): number {
  const [ofYear, ofMonth] = month.split("-").map(Number) as [number, number];
  return (ofYear - year) * MONTHS_OF_YEAR + ofMonth;
}

/** Months in a row with the same wage. */
export interface WagePeriod {
  readonly months: number;
  /** Kronor a month for a full-time post; exact. */
  readonly wageKr: Exact;
}

/** What a job costs in a year, and how that comes: posts × (months × wage + …) × factor. */
export interface JobCost {
  readonly periods: readonly WagePeriod[];
  /** 1 + the social charge; 1.4035 for 40.35 per cent. */
  readonly factor: Exact;
  /** Kronor in the year with the charge; exact. */
  readonly costKr: Exact;
}

/** What a job costs in a year, exactly (E-6). It costs nothing where it has no month in the year. */
export function jobCost(job: Job, terms: WageTerms, year: number): JobCost {
  const wages = wageByMonth(job, terms, year);
  const periods: WagePeriod[] = [];
  for (const wageKr of wages) {
    if (wageKr === undefined) continue;
    const last = periods.at(-1);
    if (last?.wageKr.equals(wageKr)) periods[periods.length - 1] = { wageKr, months: last.months + 1 };
    else periods.push({ wageKr, months: 1 });
  }
  const factor = new Exact(terms.chargePercent).div(100).plus(1);
  const costKr = periods
    .reduce((sum, { months, wageKr }) => sum.plus(wageKr.times(months)), new Exact(0))
    .times(job.posts)
    .times(factor);
  return { periods, factor, costKr };
}

/** The wage of a full-time post in each month, reviewed from the review's month on; undefined for months without it. */
function wageByMonth(job: Job, terms: WageTerms, year: number): readonly (Exact | undefined)[] {
  const within = monthsInYear(job, year);
  const before = new Exact(job.wageKr);
  const percent = job.reviewPercent ?? terms.reviewPercent ?? 0;
  const after = before.times(new Exact(percent).div(100).plus(1));
  return Array.from({ length: MONTHS_OF_YEAR }, (_, i) => {
    const month = i + 1;
    if (!within || month < within.first || month > within.last) return undefined;
    return month >= (terms.reviewMonth ?? MONTHS_OF_YEAR + 1) ? after : before;
  });
}

/** What the jobs of one unit cost on one account: whole tkr, the year and its months. */
export interface WageLine {
  readonly unit: string | null;
  /** Null: the jobs have no account yet. */
  readonly account: string | null;
  readonly amountTkr: number;
  readonly monthsTkr: readonly number[];
}

/**
 * The wage budget as lines by unit and account (E-6), in the jobs' order. Brought together: all lines sum to the exact
 * sum rounded, each within one tkr of its own; a line's months sum to the line.
 */
export function wageLines(jobs: readonly Job[], terms: WageTerms | undefined, year: number): WageLine[] {
  const { chargePercent, chargeAccount } = terms ?? NO_TERMS;
  const charge = new Exact(chargePercent).div(100);
  const rows = new Map<string, ExactRow>();
  const add = (unit: string | null, account: string | null, months: readonly Exact[]) => {
    const name = `${unit ?? ""} ${account ?? ""}`;
    const row = rows.get(name) ?? { unit, account, monthsTkr: months.map(() => new Exact(0)) };
    rows.set(name, { ...row, monthsTkr: row.monthsTkr.map((tkr, i) => tkr.plus(months[i] as Exact)) });
  };
  for (const job of jobs) {
    const wagesTkr = wageByMonth(job, terms ?? NO_TERMS, year).map((wageKr) =>
      (wageKr ?? new Exact(0)).times(job.posts).div(KR_PER_TKR),
    );
    const account = job.account ?? null;
    if (chargeAccount === undefined || account === null)
      add(
        job.unit,
        account,
        wagesTkr.map((tkr) => tkr.times(charge.plus(1))),
      );
    else {
      add(job.unit, account, wagesTkr);
      add(
        job.unit,
        chargeAccount,
        wagesTkr.map((tkr) => tkr.times(charge)),
      );
    }
  }
  const exact = [...rows.values()];
  const years = exact.map(({ monthsTkr }) => monthsTkr.reduce((sum, tkr) => sum.plus(tkr), new Exact(0)));
  return roundTogether(years).map((amountTkr, i) => {
    const { unit, account, monthsTkr } = exact[i] as ExactRow;
    return { unit, account, amountTkr, monthsTkr: roundTogether(monthsTkr, amountTkr) };
  });
}

const KR_PER_TKR = 1000;

interface ExactRow {
  readonly unit: string | null;
  readonly account: string | null;
  readonly monthsTkr: readonly Exact[];
}
