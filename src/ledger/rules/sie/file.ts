import type { Day } from "../../../kernel/day.ts";
import type { Remark } from "../../../kernel/remark.ts";
import type { TextEncoding } from "../../../kernel/text-of-bytes.ts";

/** Limits that a municipality's year stays far below; a file beyond them is refused with the limit named. */
export const SIE_LIMITS = {
  bytes: 50_000_000,
  /** Rows of vouchers, #TRANS and the like. */
  rows: 2_000_000,
  /** Accounts, dimensions, objects, balances: everything beside the vouchers. */
  records: 1_000_000,
  /** In one line, so that no line can fill the memory. */
  lineLength: 20_000,
  /** In the code of an object (ansvar, projekt). */
  codeLength: 100,
  /** 100 000 000 000 kronor in one amount. */
  amountOre: 10_000_000_000_000,
  /** The file's amounts together, whatever their sign: whole öre stay exact far above it. */
  sumOre: 4_000_000_000_000_000,
  /** Faults named; more help nobody. */
  faults: 100,
  /** Lines named of each kind that was forgiven; the rest are counted. */
  forgivenOfAKind: 20,
} as const;

/** The dimension that the standard reserves for the unit that answers for the money (ansvar, resultatenhet). */
export const RESPONSIBILITY = 1;

/** 1: closing balances · 2: monthly balances · 3: with objects · 4E: all vouchers · 4I: vouchers from a subsystem. */
export type SieType = "1" | "2" | "3" | "4E" | "4I";
export type SieEncoding = TextEncoding;

export interface SieObject {
  readonly dimension: number;
  readonly code: string;
}

export interface SieRow {
  readonly line: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  /** Debit is positive, credit negative. */
  readonly amountOre: number;
  /** The row's own day, or its voucher's. */
  readonly day: Day;
  /** The row's own text, or its voucher's. */
  readonly text: string;
}

export interface SieVoucher {
  readonly line: number;
  readonly series: string;
  readonly number: string;
  readonly day: Day;
  readonly text: string;
  /** #TRANS only: #RTRANS and #BTRANS tell what was added and struck, and are counted in no sum. */
  readonly rows: readonly SieRow[];
  readonly added: number;
  readonly struck: number;
}

/** In the order that they came; each is put together when it is asked for. */
export interface SieVouchers extends Iterable<SieVoucher> {
  readonly length: number;
  at(index: number): SieVoucher | undefined;
}

export interface SieAccount {
  readonly name: string;
  /** T asset, S debt, K cost, I income; null where the file does not say. */
  readonly kind: "T" | "S" | "K" | "I" | null;
  readonly unit: string | null;
  readonly sru: readonly string[];
}

/** #IB, #UB, #RES, or with an object #OIB, #OUB. Year 0 is the file's, −1 the one before. */
export interface SieBalance {
  readonly line: number;
  readonly label: "IB" | "UB" | "RES" | "OIB" | "OUB";
  readonly yearIndex: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amountOre: number;
}

/** #PSALDO or #PBUDGET: an account's change or budget in a month. */
export interface SiePeriod {
  readonly label: "PSALDO" | "PBUDGET";
  readonly yearIndex: number;
  readonly year: number;
  readonly month: number;
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amountOre: number;
}

export interface SieFile {
  readonly type: SieType;
  readonly encoding: SieEncoding;
  /** Whether texts have characters that were lost before the file came to us, or quotes in their place. */
  readonly damagedText: boolean;
  /** #FLAGGA 1: some program has read it before. */
  readonly readBefore: boolean;
  readonly program: string;
  readonly generatedOn: Day | null;
  readonly company: string;
  readonly organisationNumber: string;
  readonly taxYear: number | null;
  readonly chart: string;
  /** Accounting years by index: 0 the file's own, −1 the one before. */
  readonly years: ReadonlyMap<number, { readonly firstDay: Day; readonly lastDay: Day }>;
  readonly accounts: ReadonlyMap<string, SieAccount>;
  readonly dimensions: ReadonlyMap<number, { readonly name: string; readonly parent: number | null }>;
  readonly objects: readonly (SieObject & { readonly name: string })[];
  readonly balances: readonly SieBalance[];
  readonly periods: readonly SiePeriod[];
  readonly vouchers: SieVouchers;
  readonly rows: number;
  /** Labels that the standard lets a reader pass over, and how many of each there were. */
  readonly unknownLabels: ReadonlyMap<string, number>;
  /** What was wrong in the file and yet read, or not used and passed over: each with its line, kind by kind. */
  readonly forgiven: readonly Remark[];
}
