import type { Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import type { FileSum } from "./checksum.ts";
import {
  SIE_LIMITS,
  type SieAccount,
  type SieBalance,
  type SieObject,
  type SiePeriod,
  type SieRow,
} from "./file.ts";
import { dayOfSie } from "./values.ts";
import { VoucherList } from "./voucher-list.ts";

/** A voucher while its rows are being read. */
export interface DraftVoucher {
  readonly line: number;
  readonly series: string;
  readonly number: string;
  /** Null where its line has none that can be read: `writtenDay` is what stands there. */
  readonly day: Day | null;
  readonly writtenDay: string;
  readonly text: string;
  readonly rows: SieRow[];
  /** Whether a row would have its day from a voucher that has none. */
  undated: boolean;
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
  /** Null until the file says. */
  type: "1" | "2" | "3" | "4" | null = null;
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
  /** Where each balance stands in `balances`, by label, year and account (with its objects). */
  readonly balanceAt = new Map<string, number>();
  readonly periods: SiePeriod[] = [];
  readonly vouchers = new VoucherList();
  readonly unknownLabels = new Map<string, number>();
  /** Accounts that rows and the year's own balances use, each with its first line. */
  readonly used = new Map<string, number>();
  /** Accounts that stand only where nothing is used (other years, monthly balances), or with nothing: likewise. */
  readonly mentioned = new Map<string, number>();
  /** #KSUMMA: what has been summed since it began, and what the file says at its end. */
  checksum:
    | { readonly line: number; readonly sum: FileSum; readonly stated?: string; readonly endLine?: number }
    | undefined;
  /** Days that have been read: a year has few, and hundreds of thousands of rows name them. */
  readonly days = new Map<string, Day>();
  rows = 0;
  records = 0;
  sumOre = 0;
  /** Whether a text has lost characters, or has a quote where none belongs. */
  damagedText = false;
  /** The line of the last text that lost its end: what follows may be the rest of it. */
  openText = -1;

  readonly faults: Remark[] = [];
  private joined = false;
  private readonly kinds = new Map<string, { readonly shown: Remark[]; more: number; nextLine: number }>();
  /** Set by a fault after which reading on would only waste time. */
  stopped = false;

  fault(line: number, code: string, params: Remark["params"] = {}): void {
    if (this.faults.length >= SIE_LIMITS.faults) {
      this.stopped = true;
      return;
    }
    this.faults.push(remark("stops", code, "SIE 4 (filen)", { line, ...params }, `file.${line}`));
  }

  /** What was wrong, yet can be read past: it is told to the person, and stops nothing. */
  forgive(line: number, code: string, params: Remark["params"] = {}): void {
    // What was passed over is of as many kinds as there are faults and labels
    const kind = `${code} ${params.fault ?? ""} ${params.label ?? ""}`;
    const known = this.kinds.get(kind);
    const told = known ?? { shown: [], more: 0, nextLine: 0 };
    if (!known) this.kinds.set(kind, told);
    if (told.shown.length < SIE_LIMITS.forgivenOfAKind)
      told.shown.push(remark("deviation", code, "SIE 4 (filen)", { line, ...params }, `file.${line}`));
    else if (told.more++ === 0) told.nextLine = line;
  }

  /** All that was forgiven, kind by kind in the order that they were met. */
  forgiven(): Remark[] {
    return [...this.kinds.values()].flatMap(({ shown, more, nextLine }) =>
      more === 0
        ? shown
        : [
            ...shown,
            remark(
              "deviation",
              "sie-more-of-the-kind",
              "SIE 4 (filen)",
              { line: nextLine, count: more },
              `file.${nextLine}`,
            ),
          ],
    );
  }

  /** The head of a file stands once more: two files have been put after each other. Told once. */
  again(line: number, label: string): void {
    if (!this.joined) this.forgive(line, "sie-second-head", { label });
    this.joined = true;
  }

  damaged(line: number): void {
    this.damagedText = true;
    this.forgive(line, "sie-damaged-text");
  }

  get hasBalances(): boolean {
    return this.balances.some(({ label }) => label !== "OIB" && label !== "OUB");
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

  mention(account: string, line: number): void {
    if (!this.mentioned.has(account)) this.mentioned.set(account, line);
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
