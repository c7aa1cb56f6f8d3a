import { type Day, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { OwnerOfCode } from "../../organisation/rules/ledger-codes.ts";
import { BY_RESPONSIBILITY, bodyOfRow, type Carried } from "./dimensions.ts";
import { accountGroup } from "./kommun-bas.ts";
import { RESPONSIBILITY, type SieFile, type SieRow, type SieVoucher } from "./sie/file.ts";
import { kronorText } from "./sie/values.ts";

/** Unknown codes named one by one; the rest are counted. */
export const MAX_UNKNOWN_CODES = 200;

export interface ImportSummary {
  readonly year: number;
  /** Days of the first and the last row that counts: how far the accounts reach (`reach`). */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Those that have rows. */
  readonly vouchers: number;
  readonly rows: number;
  readonly sums: readonly {
    readonly body: string | null;
    readonly rows: number;
    readonly netCostOre: number;
  }[];
  readonly unknownCodes: readonly {
    readonly dimension: string;
    readonly code: string;
    readonly rows: number;
    readonly amountOre: number;
  }[];
}

/** A voucher's row with the body that its code belonged to on its day. */
export interface LedgerRow {
  readonly voucher: string;
  readonly row: SieRow;
  /** What the row carries of the dimensions that tell it; the first of them where no body has any. Null: nothing. */
  readonly carried: Carried | null;
  readonly body: string | null;
}

/**
 * Why a readable file can't stand for a municipality's year; empty when it can. The accounts are those of a calendar year
 * (LKBR 3 kap.), with their vouchers: types 1–3 hold sums only.
 */
export function accountsRemarks(file: SieFile): Remark[] {
  const year = file.years.get(0);
  const stops = (code: string, params: Remark["params"] = {}) =>
    remark("stops", code, "LKBR 3 kap.", params, "file");
  if (file.type === "1" || file.type === "2" || file.type === "3")
    return [stops("sie-type-without-vouchers", { type: file.type })];
  if (!year) return [stops("sie-no-year")];
  if (!year.firstDay.endsWith("-01-01") || year.lastDay !== `${yearOf(year.firstDay)}-12-31`)
    return [stops("sie-not-calendar-year", year)];
  if (file.rows === 0) return [stops("sie-no-vouchers")];
  if (reach(file)) return [];
  return [
    file.generatedOn ? stops("sie-all-ahead", { day: file.generatedOn }) : stops("sie-no-rows-that-count"),
  ];
}

export interface Reach {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Rows dated after the day that the file was made: booked ahead, and no sign that the accounts are kept that far. */
  readonly ahead: { readonly line: number; readonly rows: number; readonly day: Day } | undefined;
}

/**
 * How far the accounts reach: from the first to the last day with a row that moves money, and no further than the day that
 * the file was made (#GEN; `today` where it does not say). Undefined when no row lies within it.
 */
export function reach(file: SieFile, today?: Day): Reach | undefined {
  const madeOn = file.generatedOn ?? today;
  let firstDay: Day | undefined;
  let lastDay: Day | undefined;
  let ahead: { line: number; rows: number; day: Day } | undefined;
  for (const { rows } of file.vouchers)
    for (const { line, day, amountOre } of rows) {
      if (amountOre === 0) continue;
      if (madeOn !== undefined && day > madeOn) {
        ahead ??= { line, rows: 0, day };
        ahead.rows++;
        if (day > ahead.day) ahead.day = day;
        continue;
      }
      if (firstDay === undefined || day < firstDay) firstDay = day;
      if (lastDay === undefined || day > lastDay) lastDay = day;
    }
  return firstDay === undefined || lastDay === undefined ? undefined : { firstDay, lastDay, ahead };
}

/** All rows in the file's order, each with its body; each code belongs to the body that had it on the row's own day. */
export function* ledgerRows(
  file: SieFile,
  ownerOf: OwnerOfCode,
  dimensions: readonly string[] = BY_RESPONSIBILITY,
): Generator<LedgerRow> {
  for (const { voucher, row } of namedRows(file)) {
    const { carried, body } = bodyOfRow((dimension) => codeOf(row, dimension), {
      day: row.day,
      ownerOf,
      dimensions,
    });
    yield { voucher, row, carried, body };
  }
}

const codeOf = ({ objects }: SieRow, dimension: string): string | undefined =>
  objects.find((object) => String(object.dimension) === dimension)?.code;

/** All rows in the file's order, each with the code of the unit that answers for it, and what it carries beside that. */
export function* codedRows(file: SieFile): Generator<{
  readonly voucher: string;
  readonly row: SieRow;
  readonly code: string | null;
  readonly objects: Readonly<Record<string, string>> | null;
}> {
  for (const { voucher, row } of namedRows(file)) {
    const objects = new Map<string, string>();
    // The first of a dimension counts, as with the responsible unit
    for (const { dimension, code } of row.objects)
      if (dimension !== RESPONSIBILITY && !objects.has(String(dimension)))
        objects.set(String(dimension), code);
    yield {
      voucher,
      row,
      code: codeOf(row, String(RESPONSIBILITY)) ?? null,
      objects: objects.size > 0 ? Object.fromEntries(objects) : null,
    };
  }
}

function* namedRows(file: SieFile): Generator<{ readonly voucher: string; readonly row: SieRow }> {
  for (const voucher of file.vouchers) {
    const name = voucherName(voucher);
    for (const row of voucher.rows) yield { voucher: name, row };
  }
}

const voucherName = ({ series, number, line }: SieVoucher): string =>
  `${series} ${number}`.trim() || `#${line}`;

/** What the file holds, by body; the sums are those of accounts that carry income or cost. */
export function importSummary(
  file: SieFile,
  ownerOf: OwnerOfCode,
  today?: Day,
  dimensions: readonly string[] = BY_RESPONSIBILITY,
): ImportSummary {
  const sums = new Map<string | null, { rows: number; netCostOre: number }>();
  const unknown = new Map<string, Carried & { rows: number; amountOre: number }>();
  for (const { row, carried, body } of ledgerRows(file, ownerOf, dimensions)) {
    if (accountGroup(row.account) === undefined) continue;
    const sum = sums.get(body) ?? { rows: 0, netCostOre: 0 };
    sums.set(body, { rows: sum.rows + 1, netCostOre: sum.netCostOre + row.amountOre });
    if (carried === null || body !== null) continue;
    const key = `${carried.dimension} ${carried.code}`;
    const known = unknown.get(key) ?? { ...carried, rows: 0, amountOre: 0 };
    unknown.set(key, { ...known, rows: known.rows + 1, amountOre: known.amountOre + row.amountOre });
  }
  const reached = reach(file, today) ?? reach(file);
  if (!reached) throw new RangeError("a file without rows that count");
  const { firstDay, lastDay } = reached;
  return {
    year: yearOf(file.years.get(0)?.firstDay ?? firstDay),
    firstDay,
    lastDay,
    vouchers: countWithRows(file),
    rows: file.rows,
    sums: [...sums].map(([body, sum]) => ({ body, ...sum })),
    unknownCodes: [...unknown.values()].sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1)),
  };
}

/** What the year's figures come from now, and would come from no longer. */
export interface Replaced {
  readonly filename: string;
  readonly importedOn: Day;
  readonly lastDay: Day;
  readonly vouchers: number;
  readonly rows: number;
  /** The day that the file says it was made; null where it does not. */
  readonly madeOn: Day | null;
}

/** That a file would put less in the place of more: it reaches less far, was made earlier, or holds fewer vouchers or rows. */
export function replacesRemarks(
  summary: Pick<ImportSummary, "lastDay" | "vouchers" | "rows"> & { readonly madeOn: Day | null },
  before: Replaced | undefined,
): Remark[] {
  if (!before) return [];
  const { filename, importedOn, lastDay, vouchers, rows } = before;
  const told = {
    filename,
    importedOn,
    lastDay,
    vouchers,
    rows,
    newLastDay: summary.lastDay,
    newVouchers: summary.vouchers,
    newRows: summary.rows,
  };
  const say = (code: string) => [remark("deviation", code, "SIE 4 (filen)", told, "file")];
  if (summary.lastDay < lastDay) return say("ledger-replaces-longer");
  const { madeOn } = summary;
  if (madeOn !== null && before.madeOn !== null && madeOn < before.madeOn)
    return [
      remark(
        "deviation",
        "ledger-replaces-newer",
        "SIE 4 (filen)",
        { ...told, madeOn: before.madeOn, newMadeOn: madeOn },
        "file",
      ),
    ];
  return summary.vouchers < vouchers || summary.rows < rows ? say("ledger-replaces-fuller") : [];
}

/** What a person should know before trusting the file; none of it stops the import. */
export function importWarnings(file: SieFile, summary: ImportSummary): Remark[] {
  const found: Remark[] = [];
  const { unknownCodes } = summary;
  if (unknownCodes.length > 0)
    found.push(
      remark(
        "deviation",
        "ledger-unknown-codes",
        "SIE 4 (filen)",
        {
          count: unknownCodes.length,
          codes: unknownCodes
            .slice(0, 5)
            .map(({ code }) => code)
            .join(", "),
          rows: unknownCodes.reduce((sum, { rows }) => sum + rows, 0),
          kr: kronorText(unknownCodes.reduce((sum, { amountOre }) => sum + amountOre, 0)),
        },
        "file",
      ),
    );
  return [...found, ...fileWarnings(file, summary.lastDay)];
}

/** The same without what only a municipality's organisation can tell: what the file itself says of itself, and what was forgiven. */
export function fileWarnings(file: SieFile, lastDay?: Day): Remark[] {
  const found: Remark[] = [];
  const warn = (level: "info" | "deviation", code: string, params: Remark["params"] = {}) =>
    found.push(
      remark(
        level,
        code,
        "SIE 4 (filen)",
        params,
        params.line === undefined ? "file" : `file.${params.line}`,
      ),
    );
  const booked = reach(file, lastDay);
  if (booked?.ahead)
    warn("deviation", "ledger-booked-ahead", {
      line: booked.ahead.line,
      rows: booked.ahead.rows,
      day: booked.ahead.day,
      lastDay: booked.lastDay,
    });
  if (file.type === "4I") warn("deviation", "ledger-no-balances");
  const outside = [...new Set(rowAccounts(file))].filter((account) => !/^[1-9]/.test(account));
  if (outside.length > 0)
    warn("deviation", "ledger-accounts-outside", { count: outside.length, account: outside[0] as string });
  for (const [code, at] of Object.entries(differences(file)))
    if (at) warn("deviation", code, { ...at, differenceKr: kronorText(at.differenceOre) });
  const opening = accountBalances(file).reduce((sum, { openingOre }) => sum + openingOre, 0);
  if (opening !== 0) warn("info", "ledger-opening-differs", { differenceKr: kronorText(opening) });
  if (file.readBefore) warn("info", "ledger-read-before");
  if (file.unknownLabels.size > 0)
    warn("info", "ledger-unknown-labels", {
      labels: [...file.unknownLabels]
        .map(([label, count]) => `#${label} (${count})`)
        .join(", ")
        .slice(0, 300),
    });
  return [...found, ...file.forgiven];
}

function countWithRows({ vouchers }: SieFile): number {
  let count = 0;
  for (const { rows } of vouchers) if (rows.length > 0) count++;
  return count;
}

function* rowAccounts(file: SieFile): Generator<string> {
  for (const voucher of file.vouchers) for (const row of voucher.rows) yield row.account;
}

/** Sums of the vouchers' rows by account, until a day where one is given. */
function rowSums(file: SieFile, until?: Day): Map<string, number> {
  const sums = new Map<string, number>();
  for (const voucher of file.vouchers)
    for (const { account, amountOre, day } of voucher.rows)
      if (until === undefined || day <= until) sums.set(account, (sums.get(account) ?? 0) + amountOre);
  return sums;
}

const balancesOf = (file: SieFile, label: "IB" | "UB" | "RES", yearIndex: number): Map<string, number> =>
  new Map(
    file.balances
      .filter((balance) => balance.label === label && balance.yearIndex === yearIndex)
      .map((balance) => [balance.account, balance.amountOre]),
  );

interface Difference extends Record<string, string | number> {
  readonly line: number;
  readonly count: number;
  readonly account: string;
  readonly differenceOre: number;
}

/** Where the file's own sums are not what its vouchers sum to: vouchers are missing, or were booked after the sums were made. */
function differences(
  file: SieFile,
): Record<"ledger-balances-differ" | "ledger-results-differ", Difference | undefined> {
  const moved = rowSums(file);
  const opening = balancesOf(file, "IB", 0);
  const first = (label: "UB" | "RES", booked: (account: string) => number) => {
    const differing = file.balances
      .filter((balance) => balance.label === label && balance.yearIndex === 0)
      .map(({ line, account, amountOre }) => ({ line, account, differenceOre: amountOre - booked(account) }))
      .filter(({ differenceOre }) => differenceOre !== 0);
    return differing[0] ? { count: differing.length, ...differing[0] } : undefined;
  };
  return {
    "ledger-balances-differ": first(
      "UB",
      (account) => (opening.get(account) ?? 0) + (moved.get(account) ?? 0),
    ),
    "ledger-results-differ": first("RES", (account) => moved.get(account) ?? 0),
  };
}

export interface AccountBalance {
  readonly year: number;
  readonly account: string;
  readonly openingOre: number;
  readonly closingOre: number;
}

/**
 * What each account of the balance sheet (classes 1 and 2) held when the year began and at the last day that the accounts reach:
 * as the file says, and for an account without a closing balance its opening one with the vouchers' rows added. What is booked
 * ahead is left out of both: a closing balance that counts it is brought back to the day that the accounts reach.
 */
export function accountBalances(file: SieFile, today?: Day): AccountBalance[] {
  const year = file.years.get(0);
  if (!year) return [];
  const all = rowSums(file);
  const moved = rowSums(file, (reach(file, today) ?? reach(file))?.lastDay);
  const opening = balancesOf(file, "IB", 0);
  const closing = balancesOf(file, "UB", 0);
  const accounts = new Set([...opening.keys(), ...closing.keys(), ...moved.keys()]);
  return [...accounts]
    .filter((account) => account.startsWith("1") || account.startsWith("2"))
    .sort()
    .map((account) => {
      const openingOre = opening.get(account) ?? 0;
      const counted = openingOre + (moved.get(account) ?? 0);
      const stated = closing.get(account);
      return {
        year: yearOf(year.firstDay),
        account,
        openingOre,
        closingOre:
          stated === undefined || stated === openingOre + (all.get(account) ?? 0) ? counted : stated,
      };
    });
}

export interface NamedObject {
  readonly dimension: string;
  readonly code: string;
  readonly name: string;
}

/** What the file calls the codes of its dimensions; one that it names twice by the first. */
export function namedObjects({ objects }: SieFile): NamedObject[] {
  const named = new Map<string, NamedObject>();
  for (const { dimension, code, name } of objects) {
    const key = `${dimension} ${code}`;
    if (name !== "" && !named.has(key)) named.set(key, { dimension: String(dimension), code, name });
  }
  return [...named.values()];
}
