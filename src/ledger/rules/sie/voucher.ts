import type { DraftVoucher, SieDraft } from "./draft.ts";
import type { SieRecord } from "./records.ts";

/** Reads a voucher's own line: #VER series number day text. Undefined when the line has a fault. */
export function beginVoucher(record: SieRecord): DraftVoucher | undefined {
  const day = record.day(2, "voucher-day");
  if (day === undefined) return undefined;
  return {
    line: record.line,
    series: record.text(0).slice(0, 40),
    number: record.text(1).slice(0, 40),
    day,
    text: record.text(3).slice(0, 500),
    rows: [],
    added: 0,
    struck: 0,
    broken: false,
  };
}

/** Where the reader stands: between vouchers, after #VER and before its brace, or among its rows. */
export class VoucherReader {
  private readonly draft: SieDraft;
  private state: "outside" | "begun" | "open" = "outside";
  /** The line of the voucher that is being read. */
  private line = 0;
  /** Undefined while the rows of a voucher whose own line is at fault are passed over. */
  private voucher: DraftVoucher | undefined;
  constructor(draft: SieDraft) {
    this.draft = draft;
  }

  begin(voucher: DraftVoucher | undefined, line: number): void {
    this.voucher = voucher;
    this.line = line;
    this.state = "begun";
  }

  open(line: number): void {
    if (this.state === "begun") this.state = "open";
    else this.draft.fault(line, "sie-stray-brace", { value: "{" });
  }

  close(line: number): void {
    if (this.state !== "open") {
      this.draft.fault(line, "sie-stray-brace", { value: "}" });
      return;
    }
    if (this.voucher) this.draft.vouchers.push(this.voucher);
    this.state = "outside";
  }

  /** A row could not be read: that the voucher does not balance without it is no fault of its own. */
  broken(): void {
    if (this.voucher) this.voucher.broken = true;
  }

  /** A new record begins: the voucher before it must have ended. */
  mustBeClosed(line: number): void {
    if (this.state === "begun") this.draft.fault(this.line, "sie-voucher-without-rows");
    if (this.state === "open") this.draft.fault(line, "sie-voucher-not-closed", { voucherLine: this.line });
    this.state = "outside";
  }

  /** The file ends: inside a voucher it has lost its end. */
  end(): void {
    if (this.state !== "outside") this.draft.fault(this.line, "sie-truncated");
  }

  /** #TRANS account {objects} amount day text; #RTRANS and #BTRANS are read as strictly, but only counted. */
  row(record: SieRecord): void {
    const { draft, line, label } = record;
    if (this.state !== "open") {
      record.fault("sie-row-outside");
      return;
    }
    draft.counted(line, "rows");
    const account = record.account(0);
    const objects = record.objects(1);
    const amountOre = objects && record.amount(2);
    const given = record.text(3);
    const own = given === "" ? undefined : record.day(3, "row-day");
    const voucher = this.voucher;
    if (!voucher || account === undefined || objects === undefined || amountOre === undefined) {
      this.broken();
      return;
    }
    draft.use(account, line);
    // An added row stands once more as #TRANS, for readers that do not know #RTRANS: counted here it would count twice
    if (label === "RTRANS") voucher.added++;
    else if (label === "BTRANS") voucher.struck++;
    else
      voucher.rows.push({
        line,
        account,
        objects,
        amountOre,
        day: own ?? voucher.day,
        text: record.text(4).slice(0, 500) || voucher.text,
      });
  }
}
