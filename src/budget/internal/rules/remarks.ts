import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import { accountGroup } from "../../../ledger/rules/kommun-bas.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";
import { hasWeight, isBuiltIn, type PeriodKey } from "./period-keys.ts";
import type { InternalLine } from "./rows.ts";
import { type Job, monthsInYear, type WageTerms } from "./wage-budget.ts";

const CITE = "§2.2";

/** The parts of an internal budget that have rules of their own beside the sum (E-6). */
export interface InternalContent {
  readonly lines: readonly InternalLine[];
  readonly periodKeys?: readonly (PeriodKey & { readonly name: string })[] | undefined;
  readonly jobs?: readonly Job[] | undefined;
  readonly wages?: WageTerms | undefined;
  readonly units?: readonly { readonly id: string }[] | undefined;
}

/** All that is to be put right before the split can be decided, with its place, beside what its sum asks for. */
export const internalContentRemarks = (
  content: InternalContent,
  known: {
    readonly year: number;
    readonly body: string;
    readonly bodies: readonly Body[];
    /** The accounts of the newest accounts that were read in; none where none were. */
    readonly accounts?: ReadonlySet<string> | undefined;
  },
): Remark[] => [
  ...accountRemarks(content, known.accounts),
  ...periodRemarks(content),
  ...jobRemarks(content, known.year),
  ...unitRemarks(content.jobs ?? [], known.body, known.bodies),
];

/** An account carries income or cost (Kommun-Bas); one that is new to the accounting system is told, and allowed. */
function accountRemarks(
  { lines, jobs = [], wages }: InternalContent,
  accounts: ReadonlySet<string> | undefined,
): Remark[] {
  const placed = [
    ...lines.map(({ account }, i) => ({ account, at: `lines.${i}.account` })),
    ...jobs.map(({ account }, i) => ({ account, at: `jobs.${i}.account` })),
    { account: wages?.chargeAccount, at: "wages.chargeAccount" },
  ];
  return placed.flatMap(({ account, at }) => {
    if (account === undefined) return [];
    if (accountGroup(account) === undefined)
      return [remark("stops", "account-without-result", CITE, { account }, at)];
    if (accounts === undefined || accounts.has(account)) return [];
    return [remark("deviation", "account-not-in-ledger", CITE, { account }, at)];
  });
}

function periodRemarks({ lines, periodKeys = [] }: InternalContent): Remark[] {
  const own = new Set(periodKeys.map((key) => key.id));
  return [
    ...periodKeys.flatMap(({ id, name, weights }, i) => {
      const found: Remark[] = [];
      if (isBlank(name))
        found.push(
          remark("stops", "period-key-without-name", CITE, { number: i + 1 }, `periodKeys.${i}.name`),
        );
      if (!hasWeight(weights))
        found.push(
          remark("stops", "period-key-without-weight", CITE, { name: name || id }, `periodKeys.${i}.weights`),
        );
      if (isBuiltIn(id))
        found.push(
          remark("stops", "period-key-is-built-in", CITE, { name: name || id }, `periodKeys.${i}.id`),
        );
      return found;
    }),
    ...lines.flatMap((line, i) => {
      const about = { number: i + 1, name: line.name };
      if (line.monthsTkr) {
        const sumTkr = line.monthsTkr.reduce((sum, tkr) => sum + tkr, 0);
        const { amountTkr } = line;
        if (sumTkr === amountTkr) return [];
        const params = { ...about, amountTkr, sumTkr, differenceTkr: amountTkr - sumTkr };
        return [remark("stops", "months-differ", CITE, params, `lines.${i}.monthsTkr`)];
      }
      const { periodKey: key } = line;
      return key === undefined || isBuiltIn(key) || own.has(key)
        ? []
        : [remark("stops", "unknown-period-key", CITE, { ...about, key }, `lines.${i}.periodKey`)];
    }),
  ];
}

function jobRemarks({ jobs = [], wages }: InternalContent, year: number): Remark[] {
  const found = jobs.flatMap((job, i) => {
    const { title, posts, from, to } = job;
    const about = { number: i + 1, title, year };
    const stops = (code: string, field: string, params = {}) =>
      remark("stops", code, CITE, { ...about, ...params }, `jobs.${i}.${field}`);
    return [
      ...(isBlank(title) ? [stops("job-without-title", "title")] : []),
      ...(posts < 0 ? [stops("posts-negative", "posts", { posts })] : []),
      ...(from !== undefined && to !== undefined && from > to
        ? [stops("job-ends-before", "to", { from, to })]
        : monthsInYear(job, year)
          ? []
          : [stops("job-outside-year", "from")]),
    ];
  });
  if (jobs.length > 0 && !wages?.chargePercent)
    found.push(remark("needs-reason", "no-social-charge", CITE, {}, "wages.chargePercent"));
  return found;
}

/** A job is of the body itself or of those who work for it, as a line is. */
const unitRemarks = (jobs: readonly Job[], body: string, bodies: readonly Body[]): Remark[] =>
  jobs.flatMap(({ unit }, i) =>
    unit === null || upFrom(bodies, unit).some((above) => above.id === body)
      ? []
      : [remark("stops", "line-elsewhere", CITE, { unit }, `jobs.${i}.unit`)],
  );

/**
 * What can't be stored: two things of the same name. Drafts of several people are brought together by these names, so that
 * one of the two would be lost.
 */
export function idTwiceFaults({ lines, jobs = [], periodKeys = [], units = [] }: InternalContent): Remark[] {
  const lists = { lines, jobs, periodKeys, units };
  return Object.entries(lists).flatMap(([list, things]) => {
    const seen = new Set<string>();
    return things.flatMap(({ id }, i) => {
      if (seen.has(id)) return [remark("stops", "id-twice", CITE, { id }, `${list}.${i}.id`)];
      seen.add(id);
      return [];
    });
  });
}
