import type { Remark } from "../../../kernel/remark.ts";
import { type SieText, sieText } from "./bytes.ts";
import { checkSie } from "./check.ts";
import { SieDraft } from "./draft.ts";
import { fieldsOf } from "./fields.ts";
import { SIE_LIMITS, type SieFile } from "./file.ts";
import { PASSED_OVER, RECORDS, SieRecord } from "./records.ts";
import { beginVoucher, VoucherReader } from "./voucher.ts";

/**
 * Reads an accounting file in the SIE format, types 1–4 (SIE-gruppen, "SIE filformat" 4B; model T-4). Amounts are whole
 * öre, debit positive. Gives the file, or what is wrong in it: each fault with its line, at most 100 of them. What comes
 * back as `file` balances voucher by voucher and names every account that it uses.
 */
export function readSie(
  bytes: Uint8Array,
): { readonly file: SieFile } | { readonly faults: readonly Remark[] } {
  const decoded = sieText(bytes);
  if ("code" in decoded) return { faults: [decoded] };
  const draft = readLines(decoded.text);
  if (!draft.stopped) checkSie(draft);
  if (draft.faults.length > 0) return { faults: draft.faults };
  return { file: fileOf(draft, decoded) };
}

function fileOf(draft: SieDraft, { encoding, damaged }: SieText): SieFile {
  const hasBalances = draft.balances.some(({ label }) => label !== "OIB" && label !== "OUB");
  return {
    type: draft.type !== "4" ? draft.type : hasBalances ? "4E" : "4I",
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
  };
}

function readLines(text: string): SieDraft {
  const draft = new SieDraft();
  const vouchers = new VoucherReader(draft);
  let number = 0;
  let from = 0;
  while (from < text.length && !draft.stopped) {
    const end = lineEnd(text, from);
    number++;
    if (end - from > SIE_LIMITS.lineLength)
      draft.fault(number, "sie-line-too-long", { max: SIE_LIMITS.lineLength });
    else readLine(text.slice(from, end).trim(), number, draft, vouchers);
    from = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  if (!draft.stopped) vouchers.end();
  return draft;
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

const END_OF_FILE = "\u001a"; // what old DOS programs end a text with

function readLine(line: string, number: number, draft: SieDraft, vouchers: VoucherReader): void {
  if (line === "" || line === END_OF_FILE) return;
  if (line === "{") vouchers.open(number);
  else if (line === "}") vouchers.close(number);
  else if (line.startsWith("#")) readRecord(line, number, draft, vouchers);
  else draft.fault(number, "sie-stray-line", { value: line.slice(0, 40) });
}

function readRecord(line: string, number: number, draft: SieDraft, vouchers: VoucherReader): void {
  const [word = "#", name = ""] = /^#([^\s{"]{0,30})/.exec(line) ?? [];
  const label = name.toUpperCase();
  const row = isRow(label);
  if (!row && label !== "VER" && !Object.hasOwn(RECORDS, label)) {
    // The standard: a reader passes over what it does not know, so that old programs can read newer files
    if (!PASSED_OVER.has(label)) draft.unknownLabels.set(label, (draft.unknownLabels.get(label) ?? 0) + 1);
    return;
  }
  const split = fieldsOf(line, word.length);
  if ("fault" in split) {
    draft.fault(number, split.fault, { label: `#${label}` });
    if (row) vouchers.broken();
    if (label === "VER") vouchers.begin(undefined, number);
    return;
  }
  if (split.strayQuote) draft.strayQuotes = true;
  const record = new SieRecord(draft, label, split.fields, number);
  if (row) {
    vouchers.row(record);
    return;
  }
  vouchers.mustBeClosed(number);
  draft.counted(number, "records");
  if (label === "VER") vouchers.begin(beginVoucher(record), number);
  else RECORDS[label]?.(record, draft);
}

const isRow = (label: string): boolean => label === "TRANS" || label === "RTRANS" || label === "BTRANS";
