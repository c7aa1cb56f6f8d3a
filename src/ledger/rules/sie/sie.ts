import type { Remark } from "../../../kernel/remark.ts";
import { type SieText, sieText, withoutControls } from "./bytes.ts";
import { checkSie } from "./check.ts";
import { checkChecksum } from "./checksum.ts";
import { SieDraft } from "./draft.ts";
import { fieldsOf, type SieLineFault } from "./fields.ts";
import { SIE_LIMITS, type SieEncoding, type SieFile, type SieType } from "./file.ts";
import { NEEDED, PASSED_OVER, RECORDS, SieRecord, USED } from "./records.ts";
import { beginVoucher, VoucherReader } from "./voucher.ts";

/**
 * Reads an accounting file in the SIE format, types 1–4 (SIE-gruppen, "SIE filformat" 4B; model T-4). Amounts are whole
 * öre, debit positive. Gives the file with what was forgiven in it, or what is wrong: each fault with its line, at most 100
 * of them, and only in what is used. What comes back as `file` balances voucher by voucher, with all its rows in its year.
 */
export function readSie(
  bytes: Uint8Array,
): { readonly file: SieFile } | { readonly faults: readonly Remark[]; readonly forgiven: readonly Remark[] } {
  const decoded = sieText(bytes);
  if ("code" in decoded) return { faults: [decoded], forgiven: [] };
  const draft = new SieDraft();
  if (decoded.encoding !== "cp437" && UNUSUAL[decoded.encoding])
    draft.forgive(1, "sie-encoding", { encoding: UNUSUAL[decoded.encoding] as string });
  readLines(draft, decoded.text);
  if (!draft.stopped) {
    checkSie(draft);
    checkChecksum(draft, decoded, bytes);
  }
  if (draft.faults.length > 0) return { faults: draft.faults, forgiven: draft.forgiven() };
  return { file: fileOf(draft, decoded) };
}

/** Encodings that hardly any program writes: told, since a person has probably saved the file anew. */
const UNUSUAL: Partial<Record<SieEncoding, string>> = {
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  macintosh: "Mac Roman",
};

function fileOf(draft: SieDraft, { encoding, damaged }: SieText): SieFile {
  return {
    type: typeOf(draft),
    encoding,
    damagedText: damaged || draft.strayQuotes,
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
    rows: draft.vouchers.reduce((sum, voucher) => sum + voucher.rows.length, 0),
    unknownLabels: draft.unknownLabels,
    forgiven: draft.forgiven(),
  };
}

function readLines(draft: SieDraft, text: string): void {
  const vouchers = new VoucherReader(draft);
  let number = 0;
  let from = 0;
  while (from < text.length && !draft.stopped) {
    const end = lineEnd(text, from);
    number++;
    const next = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
    readLine(text.slice(from, end), { number, from, next }, draft, vouchers);
    from = next;
  }
  if (!draft.stopped) vouchers.end();
}

/** Where a line stands: its number, and where it and the next one begin in the text. */
interface Place {
  readonly number: number;
  readonly from: number;
  readonly next: number;
}

const CR = 0x0d;
const LF = 0x0a;

/** Lines end as in Windows, as in Unix, or as in old Mac files. */
function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return at;
  }
  return text.length;
}

function readLine(written: string, place: Place, draft: SieDraft, vouchers: VoucherReader): void {
  const { number } = place;
  const { line: clean, control } = withoutControls(written);
  const line = clean.trim();
  if (control !== undefined && line !== "") draft.forgive(number, "sie-control-character", { code: control });
  if (line.includes("\ufffd")) draft.forgive(number, "sie-damaged-text");
  const continued = draft.openText === number - 1;
  if (line === "") {
    if (continued) draft.openText = number;
  } else if (line.startsWith("#")) readRecord(line, place, draft, vouchers);
  else if (line === "{") vouchers.open(number);
  else if (line === "}") vouchers.close(number);
  else if (continued) {
    // The rest of a text that was broken over two lines
    draft.openText = number;
    draft.forgive(number, "sie-text-continued", { value: line.slice(0, 40) });
  } else draft.fault(number, "sie-stray-line", { value: line.slice(0, 40) });
}

function readRecord(line: string, place: Place, draft: SieDraft, vouchers: VoucherReader): void {
  const { number } = place;
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
  if (split.strayQuote) draft.strayQuote(number);
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
  else if (label === "KSUMMA") checksumLine(record, place);
  else RECORDS[label]?.(record, draft);
}

/** Whether what is used of a line stands before what is wrong in it: then a text has been cut off, and nothing else. */
function readable({ label, fields }: SieRecord, fault: SieLineFault): boolean {
  const whole = fields.length - 1;
  return fault === "sie-unclosed-quote" && whole >= (NEEDED[label] ?? 1);
}

/** #KSUMMA alone: what follows is summed; #KSUMMA with a number: what was summed (SIE 4B, chapter 7). */
function checksumLine(record: SieRecord, { from, next }: Place): void {
  const { draft, line } = record;
  const stated = record.text(0).trim();
  if (stated === "") draft.checksum ??= { line, from: next };
  else if (draft.checksum && draft.checksum.stated === undefined)
    draft.checksum = { ...draft.checksum, to: from, stated, endLine: line };
}

const isRow = (label: string): boolean => label === "TRANS" || label === "RTRANS" || label === "BTRANS";

function typeOf(draft: SieDraft): SieType {
  const vouchers = draft.vouchers.some(({ rows }) => rows.length > 0);
  if (!vouchers && draft.type !== "4") return draft.type ?? "1"; // the standard: a file that does not say is of type 1
  return draft.hasBalances ? "4E" : "4I";
}
