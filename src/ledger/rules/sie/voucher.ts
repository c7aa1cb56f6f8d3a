import type { Day } from "../../../kernel/day.ts";
import type { DraftVoucher, SieDraft } from "./draft.ts";
import type { SieRecord } from "./records.ts";

/** Reads a voucher's own line: #VER series number day text. */
export function beginVoucher(record: SieRecord): DraftVoucher {
  const written = record.text(2).trim();
  return {
    line: record.line,
    series: record.text(0).trim().slice(0, 40),
    number: record.text(1).trim().slice(0, 40),
    day: record.draft.day(written) ?? null,
    writtenDay: written,
    text: record.text(3).slice(0, 500),
    rows: [],
    undated: false,
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
    if (this.voucher) this.ended(this.voucher);
    this.state = "outside";
  }

  /** A voucher without a day is no fault where no row is dated by it: it is empty, or its rows have days of their own. */
  private ended(voucher: DraftVoucher): void {
    const { line, writtenDay, rows, undated, broken } = voucher;
    const day = voucher.day ?? rows[0]?.day;
    if (voucher.day === null) {
      const told = { label: "#VER", value: writtenDay.slice(0, 40), field: "voucher-day" };
      const fault = writtenDay === "" ? "sie-missing-field" : "sie-day";
      if (undated || broken) this.draft.fault(line, fault, told);
      else this.draft.forgive(line, "sie-passed-over", { ...told, fault });
    }
    // Without a day and without rows it has nothing to tell
    if (day !== undefined) this.draft.vouchers.push({ ...voucher, day, broken: broken || undated });
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

  /** #TRANS account {objects} amount day text; #RTRANS and #BTRANS are only counted. */
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
      if (!record.unused) this.broken();
      return;
    }
    record.use(account, amountOre);
    // An added row stands once more as #TRANS, for readers that do not know #RTRANS: counted here it would count twice
    if (label === "RTRANS") voucher.added++;
    else if (label === "BTRANS") voucher.struck++;
    else if (own === undefined && voucher.day === null) voucher.undated = true;
    else
      voucher.rows.push({
        line,
        account,
        objects,
        amountOre,
        day: own ?? (voucher.day as Day),
        text: record.text(4).slice(0, 500) || voucher.text,
      });
  }
}
