import type { SieDraft } from "./draft.ts";
import { RESPONSIBILITY } from "./file.ts";
import { kronorText } from "./values.ts";

type Voucher = NonNullable<ReturnType<SieDraft["vouchers"]["at"]>>;

/** What can be judged only when all has been read: that vouchers balance, that days and accounts are the year's own. */
export function checkSie(draft: SieDraft): void {
  for (const voucher of draft.vouchers) {
    const differenceOre = voucher.rows.reduce((sum, row) => sum + row.amountOre, 0);
    if (differenceOre !== 0 && !voucher.broken)
      draft.fault(voucher.line, "sie-unbalanced", {
        voucher: nameOf(voucher),
        differenceKr: kronorText(differenceOre),
      });
    checkDays(draft, voucher);
    if (draft.stopped) return;
  }
  checkAccounts(draft);
  checkType(draft);
  tellDoubled(draft);
  tellUnderDimensions(draft);
}

const nameOf = ({ series, number }: Voucher): string => `${series} ${number}`.trim() || "–";

/** Rows are of the year. A voucher without rows, or whose rows have days of their own, may be of another: nothing hangs on it. */
function checkDays(draft: SieDraft, voucher: Voucher): void {
  const year = draft.years.get(0);
  if (!year) return;
  const outside = (day: string) => day < year.firstDay || day > year.lastDay;
  const told = { voucher: nameOf(voucher), ...year };
  const row = voucher.rows.find(({ day }) => outside(day));
  if (row) draft.fault(row.line, "sie-day-outside", { ...told, day: row.day });
  else if (outside(voucher.day))
    draft.forgive(voucher.line, "sie-voucher-outside", { ...told, day: voucher.day });
}

/**
 * A file that has a chart of accounts names every account that it uses. A transfer from a subsystem may leave accounts
 * out, and what stands beside the year's own rows and balances needs none: both are told.
 */
function checkAccounts(draft: SieDraft): void {
  if (![...draft.accounts.values()].some((account) => account.declared)) return;
  const missing = (account: string) => !draft.accounts.get(account)?.declared;
  for (const [account, line] of draft.used) {
    if (!missing(account)) continue;
    if (draft.hasBalances) draft.fault(line, "sie-unknown-account", { account });
    else draft.forgive(line, "sie-account-unnamed", { account });
  }
  for (const [account, line] of draft.mentioned)
    if (missing(account) && !draft.used.has(account)) draft.forgive(line, "sie-account-unused", { account });
}

/** The standard takes a file that does not say for type 1, which has no vouchers: what has them is of type 4, whatever it says. */
function checkType(draft: SieDraft): void {
  if (draft.type === "4") return;
  for (const { line, rows } of draft.vouchers) {
    if (rows.length === 0) continue;
    if (draft.type === null) draft.forgive(line, "sie-type-missing");
    else draft.forgive(line, "sie-type-has-vouchers", { type: draft.type });
    return;
  }
}

/** A series and a number are a voucher's name: two of one name are perhaps one that was exported twice. Both are counted. */
function tellDoubled(draft: SieDraft): void {
  const first = new Map<string, number>();
  let doubled = 0;
  let firstLine = 0;
  let debitOre = 0;
  let index = -1;
  for (const voucher of draft.vouchers) {
    index++;
    if (voucher.number === "" || voucher.rows.length === 0) continue;
    const key = `${voucher.series}\n${voucher.number}`;
    const before = draft.vouchers.at(first.get(key) ?? -1);
    if (!before) {
      first.set(key, index);
      continue;
    }
    if (doubled++ === 0) firstLine = voucher.line;
    debitOre += voucher.rows.reduce((sum, { amountOre }) => sum + Math.max(amountOre, 0), 0);
    draft.forgive(
      voucher.line,
      sameRows(before, voucher) ? "sie-voucher-twice" : "sie-voucher-number-twice",
      {
        voucher: nameOf(voucher),
        firstLine: before.line,
      },
    );
  }
  if (doubled > 1)
    draft.forgive(firstLine, "sie-vouchers-twice", { count: doubled, kr: kronorText(debitOre) });
}

function sameRows(a: Voucher, b: Voucher): boolean {
  const rows = ({ rows }: Voucher) =>
    JSON.stringify(rows.map(({ account, objects, amountOre, day }) => [account, objects, amountOre, day]));
  return a.rows.length === b.rows.length && rows(a) === rows(b);
}

/** Rows that carry no code of the responsible unit, but one of a dimension under it: no body gets them, and that is told. */
function tellUnderDimensions(draft: SieDraft): void {
  const found = new Map<number, { line: number; count: number; sumOre: number }>();
  for (const { rows } of draft.vouchers)
    for (const { line, objects, amountOre } of rows) {
      if (objects.some(({ dimension }) => dimension === RESPONSIBILITY)) continue;
      const under = objects.find(({ dimension }) => isUnderResponsibility(draft, dimension))?.dimension;
      if (under === undefined) continue;
      const known = found.get(under) ?? { line, count: 0, sumOre: 0 };
      found.set(under, { line: known.line, count: known.count + 1, sumOre: known.sumOre + amountOre });
    }
  for (const [dimension, { line, count, sumOre }] of found)
    draft.forgive(line, "sie-under-dimension", {
      dimension,
      name: draft.dimensions.get(dimension)?.name ?? "",
      count,
      kr: kronorText(sumOre),
    });
}

/** The standard's own dimension 2 (kostnadsbärare) lies under 1 unless the file says otherwise. */
function isUnderResponsibility(draft: SieDraft, dimension: number): boolean {
  let at: number | null = dimension;
  for (let steps = 0; at !== null && steps < 20; steps++) {
    const known: { readonly parent: number | null } | undefined = draft.dimensions.get(at);
    at = known ? known.parent : at === 2 ? RESPONSIBILITY : null;
    if (at === RESPONSIBILITY) return true;
  }
  return false;
}

/** Holds the file against its own sum. */
export function checkChecksum(draft: SieDraft): void {
  const { checksum } = draft;
  if (!checksum) return;
  const { line, sum, stated, endLine } = checksum;
  if (stated === undefined || endLine === undefined) draft.forgive(line, "sie-checksum-open");
  else if (!sum.is(stated)) draft.forgive(endLine, "sie-checksum-differs", { stated: stated.slice(0, 40) });
}
