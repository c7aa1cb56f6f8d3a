import type { SieFile } from "./file.ts";

/** What a file holds, as data (docs/sie.md). Amounts are kronor as decimal texts with two decimals ("1234.50"), debit positive. */
export interface SieContents {
  readonly company: string;
  readonly years: readonly { readonly index: number; readonly from: string; readonly to: string }[];
  /** Of the file's own year; null where the file states none. `vouchers` is the sum of the vouchers' rows. */
  readonly accounts: readonly {
    readonly account: string;
    readonly name: string;
    readonly ib: string | null;
    readonly ub: string | null;
    readonly res: string | null;
    readonly vouchers: string;
  }[];
  readonly objects: readonly {
    readonly dimension: number;
    readonly code: string;
    readonly name: string;
    readonly vouchers: string;
  }[];
  /** Of vouchers and rows, each once, in the file's order. */
  readonly texts: readonly string[];
}

export function sieContents(file: SieFile): SieContents {
  const stated = {
    IB: new Map<string, number>(),
    UB: new Map<string, number>(),
    RES: new Map<string, number>(),
  };
  for (const { label, yearIndex, account, amountOre } of file.balances)
    if (yearIndex === 0 && label !== "OIB" && label !== "OUB") stated[label].set(account, amountOre);
  const byAccount = new Map<string, number>();
  const objects = new Map<string, { dimension: number; code: string; name: string; ore: number }>();
  const object = (dimension: number, code: string, name: string) => {
    const key = `${dimension} ${code}`;
    const known = objects.get(key) ?? { dimension, code, name, ore: 0 };
    objects.set(key, known);
    return known;
  };
  for (const { dimension, code, name } of file.objects) object(dimension, code, name);
  const texts = new Set<string>();
  for (const voucher of file.vouchers) {
    texts.add(voucher.text);
    for (const { account, objects: carried, amountOre, text } of voucher.rows) {
      texts.add(text);
      byAccount.set(account, (byAccount.get(account) ?? 0) + amountOre);
      // An object that a row names twice has the row's amount once
      for (const of of new Set(carried.map(({ dimension, code }) => object(dimension, code, ""))))
        of.ore += amountOre;
    }
  }
  texts.delete("");
  const numbers = new Set([
    ...file.accounts.keys(),
    ...Object.values(stated).flatMap((balances) => [...balances.keys()]),
    ...byAccount.keys(),
  ]);
  const kronor = (ore: number | undefined) => (ore === undefined ? null : decimalKronor(ore));
  return {
    company: file.company,
    years: [...file.years].map(([index, { firstDay, lastDay }]) => ({ index, from: firstDay, to: lastDay })),
    accounts: [...numbers].map((account) => ({
      account,
      name: file.accounts.get(account)?.name ?? "",
      ib: kronor(stated.IB.get(account)),
      ub: kronor(stated.UB.get(account)),
      res: kronor(stated.RES.get(account)),
      vouchers: decimalKronor(byAccount.get(account) ?? 0),
    })),
    objects: [...objects.values()].map(({ ore, ...object }) => ({ ...object, vouchers: decimalKronor(ore) })),
    texts: [...texts],
  };
}

/** Whole öre as kronor with two decimals and a point: −106350 is "-1063.50". */
export function decimalKronor(ore: number): string {
  const part = Math.abs(ore % 100);
  const whole = (Math.abs(ore) - part) / 100;
  return `${ore < 0 ? "-" : ""}${whole}.${String(part).padStart(2, "0")}`;
}
