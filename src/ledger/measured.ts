import type { ComputedSources } from "../goals/indicators/computed/sources.ts";
import { monthOf, yearOf } from "../kernel/day.ts";
import { sumOf } from "../kernel/sum.ts";
import { allBodies } from "../organisation/store.ts";
import { measuredByAccount } from "./rules/measured.ts";
import { accountNames, importInForce, sumsByAccount } from "./store/accounts.ts";

/** What an indicator is computed of in the accounts: the same rows, of the same bodies, as the outcome (§2.5, V-7). */
export const measuredAccounts: ComputedSources["ledger"] = async (tx, { period, asOf, ...of }) => {
  const source = await importInForce(tx, yearOf(period.to), asOf);
  if (!source) return { lacks: "no-accounts" };
  // The last voucher of a month is rarely booked on its last day
  if (yearOf(source.lastDay) === yearOf(period.to) && monthOf(source.lastDay) < monthOf(period.to))
    return { lacks: "accounts-end", day: source.lastDay };
  const measured = measuredByAccount(await sumsByAccount(tx, source, period), await allBodies(tx), of);
  if (!measured) return { lacks: "no-rows" };
  const names = await accountNames(tx, source.importId);
  return {
    amountOre: sumOf(measured.map((one) => one.amountOre)),
    accounts: measured.map((one) => ({ ...one, name: names.get(one.account) ?? "" })),
    importId: source.importId,
    filename: source.filename,
    importedOn: source.importedOn,
    reaches: source.lastDay,
  };
};
