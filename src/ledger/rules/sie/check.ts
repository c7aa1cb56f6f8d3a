import type { SieDraft } from "./draft.ts";
import { kronorText } from "./values.ts";

/** What can be judged only when all has been read: that vouchers balance, that days and accounts are the year's own. */
export function checkSie(draft: SieDraft): void {
  const year = draft.years.get(0);
  for (const voucher of draft.vouchers) {
    const name = `${voucher.series} ${voucher.number}`.trim() || "–";
    const differenceOre = voucher.rows.reduce((sum, row) => sum + row.amountOre, 0);
    if (differenceOre !== 0 && !voucher.broken)
      draft.fault(voucher.line, "sie-unbalanced", { voucher: name, differenceKr: kronorText(differenceOre) });
    if (!year) continue;
    const outside = [voucher, ...voucher.rows].find(
      (dated) => dated.day < year.firstDay || dated.day > year.lastDay,
    );
    if (outside) draft.fault(outside.line, "sie-day-outside", { voucher: name, day: outside.day, ...year });
    if (draft.stopped) return;
  }
  // A transfer from a subsystem may leave the chart of accounts out; a file that has one names every account that it uses
  const chart = [...draft.accounts.values()].some((account) => account.declared);
  if (chart)
    for (const [account, line] of draft.used)
      if (!draft.accounts.get(account)?.declared) draft.fault(line, "sie-unknown-account", { account });
}
