import type { Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import {
  SIE_LIMITS,
  type SieAccount,
  type SieBalance,
  type SieObject,
  type SiePeriod,
  type SieRow,
} from "./file.ts";
import { dayOfSie } from "./values.ts";

/** A voucher while its rows are being read. */
export interface DraftVoucher {
  readonly line: number;
  readonly series: string;
  readonly number: string;
  readonly day: Day;
  readonly text: string;
  readonly rows: SieRow[];
  added: number;
  struck: number;
  /** Whether a row of it could not be read. */
  broken: boolean;
}

interface DraftAccount extends Omit<SieAccount, "name" | "sru"> {
  name: string;
  kind: SieAccount["kind"];
  unit: string | null;
  readonly sru: string[];
  /** Whether #KONTO has named it; #KTYP and #SRU may come before. */
  declared: boolean;
}

/** What has been read of a file so far, and what was wrong in it. */
export class SieDraft {
  type: "1" | "2" | "3" | "4" = "1"; // the standard: a file that does not say is of type 1
  readBefore = false;
  program = "";
  generatedOn: Day | null = null;
  company = "";
  organisationNumber = "";
  taxYear: number | null = null;
  chart = "";
  readonly years = new Map<number, { readonly firstDay: Day; readonly lastDay: Day }>();
  readonly accounts = new Map<string, DraftAccount>();
  readonly dimensions = new Map<number, { readonly name: string; readonly parent: number | null }>();
  readonly objects: (SieObject & { readonly name: string })[] = [];
  readonly balances: SieBalance[] = [];
  readonly periods: SiePeriod[] = [];
  readonly vouchers: DraftVoucher[] = [];
  readonly unknownLabels = new Map<string, number>();
  /** Accounts that are used, each with its first line. */
  readonly used = new Map<string, number>();
  /** Days that have been read: a year has few, and hundreds of thousands of rows name them. */
  readonly days = new Map<string, Day>();
  rows = 0;
  records = 0;
  sumOre = 0;
  /** Whether a text has a quote where none belongs. */
  strayQuotes = false;

  readonly faults: Remark[] = [];
  /** Set by a fault after which reading on would only waste time. */
  stopped = false;

  fault(line: number, code: string, params: Remark["params"] = {}): void {
    if (this.faults.length >= SIE_LIMITS.faults) {
      this.stopped = true;
      return;
    }
    this.faults.push(remark("stops", code, "SIE 4 (filen)", { line, ...params }, `file.${line}`));
  }

  account(number: string): DraftAccount {
    const known = this.accounts.get(number);
    if (known) return known;
    const account: DraftAccount = { name: "", kind: null, unit: null, sru: [], declared: false };
    this.accounts.set(number, account);
    return account;
  }

  day(text: string): Day | undefined {
    const known = this.days.get(text);
    if (known !== undefined) return known;
    const day = dayOfSie(text);
    if (day !== undefined) this.days.set(text, day);
    return day;
  }

  use(account: string, line: number): void {
    if (!this.used.has(account)) this.used.set(account, line);
  }

  /** Counts what is kept of the file, so that no file can fill the memory. */
  counted(line: number, what: "rows" | "records"): void {
    this[what]++;
    if (this[what] <= SIE_LIMITS[what]) return;
    this.fault(line, `sie-too-many-${what}`, { max: SIE_LIMITS[what] });
    this.stopped = true;
  }

  /** Adds an amount to what the file sums to, whatever its sign. */
  summed(line: number, amountOre: number): void {
    this.sumOre += Math.abs(amountOre);
    if (this.sumOre <= SIE_LIMITS.sumOre || this.stopped) return;
    this.fault(line, "sie-sum-range", { maxKr: SIE_LIMITS.sumOre / 100 });
    this.stopped = true;
  }
}
