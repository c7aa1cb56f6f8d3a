import { ownValue } from "../../../kernel/own-value.ts";
import type { Remark } from "../../../kernel/remark.ts";
import { type SieText, sieText, withoutControls } from "./bytes.ts";
import { checkChecksum, checkSie } from "./check.ts";
import { FileSum } from "./checksum.ts";
import { SieDraft } from "./draft.ts";
import { fieldsOf, type SieLineFault } from "./fields.ts";
import { SIE_LIMITS, type SieEncoding, type SieFile, type SieType } from "./file.ts";
import { NEEDED, PASSED_OVER, RECORDS, SieRecord, USED } from "./records.ts";
import { beginVoucher, VoucherReader } from "./voucher.ts";

/**
 * Reads an accounting file in the SIE format, types 1–4 (SIE-gruppen, "SIE filformat" 4B; model T-4). Amounts are whole
 * öre, debit positive. Gives the file with what was forgiven in it, or what is wrong: each fault with its line, at most 100
 * of them, and only in what is used. What comes back as `file` balances voucher by voucher, with all its rows in its year.
 * `tell`: about how much of it has been read, 0–1.
 */
export function readSie(
  bytes: Uint8Array,
  tell: (share: number) => void = () => {},
): { readonly file: SieFile } | { readonly faults: readonly Remark[]; readonly forgiven: readonly Remark[] } {
  const decoded = sieText(bytes);
  if ("code" in decoded) return { faults: [decoded], forgiven: [] };
  const draft = new SieDraft();
  if (decoded.encoding !== "cp437" && UNUSUAL[decoded.encoding])
    draft.forgive(1, "sie-encoding", { encoding: UNUSUAL[decoded.encoding] as string });
  readLines(draft, decoded, (letters) => tell(Math.min(1, letters / bytes.length)));
  if (!draft.stopped) {
    checkSie(draft);
    checkChecksum(draft);
  }
  if (draft.faults.length > 0) return { faults: draft.faults, forgiven: draft.forgiven() };
  return { file: fileOf(draft, decoded.encoding) };
}

/** Encodings that hardly any program writes: told, since a person has probably saved the file anew. */
const UNUSUAL: Partial<Record<SieEncoding, string>> = {
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  macintosh: "Mac Roman",
};

function fileOf(draft: SieDraft, encoding: SieEncoding): SieFile {
  return {
    type: typeOf(draft),
    encoding,
    damagedText: draft.damagedText,
    readBefore: draft.readBefore,
    program: draft.program,
    generatedOn: draft.generatedOn,
    company: draft.company,
    organisationNumber: draft.organisationNumber,
    taxYear: draft.taxYear,
    chart: draft.chart,
    years: draft.years,
    accounts: draft.accounts,
    dimensions: draft.dimensions,
    objects: draft.objects,
    balances: draft.balances,
    periods: draft.periods,
    vouchers: draft.vouchers,
    rows: draft.vouchers.rows,
    unknownLabels: draft.unknownLabels,
    forgiven: draft.forgiven(),
  };
}

function readLines(draft: SieDraft, { lines }: SieText, tell: (letters: number) => void): void {
  const vouchers = new VoucherReader(draft);
  let number = 0;
  let letters = 0;
  for (const { text, bytes } of lines()) {
    number++;
    letters += text.length + 1;
    if (number % TOLD_EACH === 0) tell(letters);
    const { checksum } = draft;
    readLine(text, number, draft, vouchers);
    // The line that begins the sum is no part of it, nor the one that ends it
    if (checksum?.stated === undefined && checksum === draft.checksum) checksum?.sum.add(text, bytes);
    if (draft.stopped) return;
  }
  vouchers.end();
}

/** Lines; some times a second. */
const TOLD_EACH = 20_000;

function readLine(written: string, number: number, draft: SieDraft, vouchers: VoucherReader): void {
  const { line: clean, control } = withoutControls(written);
  const line = clean.trim();
  if (control !== undefined && line !== "") draft.forgive(number, "sie-control-character", { code: control });
  if (line.includes("\ufffd")) draft.damaged(number);
  const continued = draft.openText === number - 1;
  if (line === "") {
    if (continued) draft.openText = number;
  } else if (line.startsWith("#")) readRecord(line, number, draft, vouchers);
  else if (line === "{") vouchers.open(number);
  else if (line === "}") vouchers.close(number);
  else if (continued) {
    // The rest of a text that was broken over two lines
    draft.openText = number;
    draft.forgive(number, "sie-text-continued", { value: line.slice(0, 40) });
  } else draft.fault(number, "sie-stray-line", { value: line.slice(0, 40) });
}

function readRecord(line: string, number: number, draft: SieDraft, vouchers: VoucherReader): void {
  const [word = "#", name = ""] = /^#([^\s{"]{0,30})/.exec(line) ?? [];
  const label = name.toUpperCase();
  const row = isRow(label);
  const known = row || label === "VER" || label === "KSUMMA" || Object.hasOwn(RECORDS, label);
  if (!known) {
    // The standard: a reader passes over what it does not know, so that old programs can read newer files
    if (!PASSED_OVER.has(label)) draft.unknownLabels.set(label, (draft.unknownLabels.get(label) ?? 0) + 1);
    return;
  }
  if (line.length > SIE_LIMITS.lineLength) {
    const told = { label: `#${label}`, max: SIE_LIMITS.lineLength };
    if (USED.has(label)) draft.fault(number, "sie-line-too-long", told);
    else draft.forgive(number, "sie-passed-over", { ...told, fault: "sie-line-too-long" });
    return;
  }
  const split = fieldsOf(line, word.length);
  if (split.strayQuote) draft.damaged(number);
  const record = new SieRecord(draft, label, split.fields, number);
  if (split.fault && !readable(record, split.fault)) {
    record.fault(split.fault);
    if (label === "TRANS") vouchers.broken();
    if (label === "VER") vouchers.begin(undefined, number);
    return;
  }
  if (split.fault) {
    draft.openText = number;
    draft.forgive(number, "sie-text-cut", { label: `#${label}` });
  }
  if (row) {
    vouchers.row(record);
    return;
  }
  vouchers.mustBeClosed(number);
  draft.counted(number, "records");
  if (label === "VER") vouchers.begin(beginVoucher(record), number);
  else if (label === "KSUMMA") checksumLine(record);
  else ownValue(RECORDS, label)?.(record, draft);
}

/** Whether what is used of a line stands before what is wrong in it: then a text has been cut off, and nothing else. */
function readable({ label, fields }: SieRecord, fault: SieLineFault): boolean {
  const whole = fields.length - 1;
  return fault === "sie-unclosed-quote" && whole >= (ownValue(NEEDED, label) ?? 1);
}

/** #KSUMMA alone: what follows is summed; #KSUMMA with a number: what was summed (SIE 4B, chapter 7). */
function checksumLine(record: SieRecord): void {
  const { draft, line } = record;
  const stated = record.text(0).trim();
  if (stated === "") draft.checksum ??= { line, sum: new FileSum() };
  else if (draft.checksum && draft.checksum.stated === undefined)
    draft.checksum = { ...draft.checksum, stated, endLine: line };
}

const isRow = (label: string): boolean => label === "TRANS" || label === "RTRANS" || label === "BTRANS";

function typeOf(draft: SieDraft): SieType {
  if (draft.vouchers.rows === 0 && draft.type !== "4") return draft.type ?? "1"; // the standard: a file that does not say is of type 1
  return draft.hasBalances ? "4E" : "4I";
}
