import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { accountsRemarks, fileWarnings, importSummary, reach } from "../import.ts";
import { toCp437 } from "./bytes.ts";
import { sieContents } from "./content.ts";
import { SIE_LIMITS, type SieFile } from "./file.ts";
import { readSie } from "./sie.ts";

const nobody = () => undefined;

const HEAD = [
  "#FLAGGA 0",
  "#GEN 20280110",
  "#SIETYP 4",
  '#FNAMN "Provkommun"',
  "#RAR 0 20270101 20271231",
  '#KONTO 5010 "Lokalhyra"',
  '#KONTO 1930 "Bank"',
  '#KONTO 2010 "Eget kapital"',
];
const voucher = (number: string, day: string, amount = "100.00", code = '1 "200"', text = "Hyra") => [
  `#VER A ${number} ${day} "${text}"`,
  "{",
  `#TRANS 5010 {${code}} ${amount}`,
  `#TRANS 1930 {} -${amount}`,
  "}",
];
const ONE = voucher("1", "20270115");
const BALANCES = ["#IB 0 1930 150.00", "#IB 0 2010 -150.00"];

function read(lines: readonly string[], bytes: Uint8Array = toCp437(lines.join("\r\n"))): SieFile {
  const result = readSie(bytes);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.file;
}
const told = (lines: readonly string[]) =>
  read(lines).forgiven.map(({ code, params }) => [code, params.line]);
const account = (file: SieFile, number: string) =>
  sieContents(file).accounts.find(({ account }) => account === number);
const without = (start: string) => HEAD.filter((line) => !line.startsWith(start));

describe("what is not used refuses nothing, and is told with its line", () => {
  const LINE = HEAD.length + 1;
  test.each([
    ["a month's budget with its fields swapped", "#PBUDGET 0 5010 202701 1000.00"],
    ["a month that there is none of", "#PSALDO 0 202713 5010 {} 5"],
    ["an amount of another year", "#IB -1 1930 hundra"],
    ["another year that ends before it begins", "#RAR -2 20251231 20250101"],
    ["a balance by object without its list", "#OIB 0 1930 5"],
    ["an object without a code", '#OBJEKT 1 "" "Namn"'],
    ["a dimension that is no number", '#DIM ansvar "Ansvar"'],
    ["a list that does not end", '#PSALDO 0 202701 5010 {1 "200" 5'],
    ["a line too long", `#SRU 5010 ${"7".repeat(SIE_LIMITS.lineLength)}`],
    ["a day of making that is none", "#GEN januari"],
  ])("T-4: %s", (_what, line) => {
    const lines = [...HEAD, line, ...ONE];
    expect(told(lines)).toEqual([["sie-passed-over", LINE]]);
    expect(account(read(lines), "5010")?.vouchers).toBe("100.00");
  });

  test("T-4: an account that only a monthly balance, another year or a zero names needs no #KONTO", () => {
    const lines = [
      ...HEAD,
      ...BALANCES,
      "#PSALDO 0 202701 9010 {} 500.00",
      "#RES -1 3740 -34.11",
      "#RES 0 3741 0.00",
    ];
    expect(told([...lines, ...ONE])).toEqual([
      ["sie-account-unused", HEAD.length + 3],
      ["sie-account-unused", HEAD.length + 4],
      ["sie-account-unused", HEAD.length + 5],
    ]);
  });

  test("T-4: type 4I may leave accounts out of its chart, type 4E may not", () => {
    const lines = [...without("#KONTO"), '#KONTO 1510 "Kundfordringar"'];
    const file = read([...lines, ...ONE]);
    expect(file.type).toBe("4I");
    expect(file.forgiven.map(({ code, params }) => [code, params.account])).toEqual([
      ["sie-account-unnamed", "5010"],
      ["sie-account-unnamed", "1930"],
    ]);
    expect(account(file, "5010")).toMatchObject({ name: "", vouchers: "100.00" });
    const whole = readSie(toCp437([...lines, "#IB 0 1510 5", ...ONE].join("\n")));
    expect("faults" in whole && whole.faults.map(({ code }) => code)).toEqual([
      "sie-unknown-account",
      "sie-unknown-account",
    ]);
  });

  test("T-4: struck rows are not used: a fault in one is told, and one of another year passed over", () => {
    const struck = [
      "#VER A 9 20261230 Struken",
      "{",
      "#BTRANS 5010 {} hundra",
      "#BTRANS 1930 {} -100.00",
      "}",
    ];
    const lines = [...HEAD, ...struck, ...ONE];
    expect(told(lines)).toEqual([
      ["sie-passed-over", HEAD.length + 3],
      ["sie-voucher-outside", HEAD.length + 1],
    ]);
    expect(account(read(lines), "5010")?.vouchers).toBe("100.00");
    expect(importSummary(read(lines), nobody)).toMatchObject({
      vouchers: 1,
      rows: 2,
      firstDay: "2027-01-15",
    });
  });

  test("T-4: a voucher without a day matters only where a row is dated by it", () => {
    const empty = ['#VER A 2 "" Makulerad', "{", "}"];
    expect(told([...HEAD, ...ONE, ...empty])).toEqual([["sie-passed-over", HEAD.length + ONE.length + 1]]);
    const dated = ['#VER A 2 "" Hyra', "{", "#TRANS 5010 {} 5 20270131", "#TRANS 1930 {} -5 20270131", "}"];
    expect(reach(read([...HEAD, ...ONE, ...dated]))?.lastDay).toBe("2027-01-31");
    const undated = readSie(toCp437([...HEAD, '#VER A 2 "" Hyra', "{", "#TRANS 5010 {} 0", "}"].join("\n")));
    expect("faults" in undated && undated.faults.map(({ code }) => code)).toEqual(["sie-missing-field"]);
  });

  test("T-4: a text without its closing quote, or broken over two lines, spoils the text only", () => {
    const lines = [...HEAD, ...ONE];
    const at = lines.findIndex((line) => line.startsWith("#TRANS 5010"));
    lines[at] = '#TRANS 5010 {1 "200"} 100.00 "" "Hyra';
    lines.splice(at + 1, 0, 'januari"');
    expect(told(lines)).toEqual([
      ["sie-text-cut", at + 1],
      ["sie-text-continued", at + 2],
    ]);
    expect(account(read(lines), "5010")?.vouchers).toBe("100.00");
  });

  test("T-4: of many lines of one kind some are named and the rest counted", () => {
    const many = Array.from({ length: 50 }, () => "#PBUDGET 0 5010 202701 1000.00");
    const forgiven = read([...HEAD, ...many, ...ONE]).forgiven;
    expect(forgiven.length).toBe(SIE_LIMITS.forgivenOfAKind + 1);
    expect(forgiven.at(-1)).toMatchObject({
      code: "sie-more-of-the-kind",
      params: { count: 50 - SIE_LIMITS.forgivenOfAKind, line: LINE + SIE_LIMITS.forgivenOfAKind },
    });
  });

  test("T-4: a file that does not say its type but has vouchers is told so, and read", () => {
    const lines = [...without("#SIETYP"), ...ONE];
    expect(told(lines)).toEqual([["sie-type-missing", HEAD.length]]);
    expect(accountsRemarks(read(lines))).toEqual([]);
    expect(told([...HEAD, ...ONE].map((line) => line.replace("#SIETYP 4", "#SIETYP 3")))).toEqual([
      ["sie-type-has-vouchers", HEAD.length + 1],
    ]);
  });
});

describe("what is counted twice", () => {
  test("T-4: the same voucher twice is told with both lines, and both are counted", () => {
    const lines = [...HEAD, ...ONE, ...ONE, ...voucher("1", "20270116", "40.00")];
    const first = HEAD.length + 1;
    expect(
      read(lines).forgiven.map(({ code, params }) => [code, params.line, params.firstLine ?? params.kr]),
    ).toEqual([
      ["sie-voucher-twice", first + 5, first],
      ["sie-voucher-number-twice", first + 10, first],
      ["sie-vouchers-twice", first + 5, "140,00"],
    ]);
    expect(account(read(lines), "5010")?.vouchers).toBe("240.00");
  });

  test("T-4: another series, no number and no rows are no doubles", () => {
    const other = [...voucher("1", "20270115").map((line) => line.replace("#VER A", "#VER B"))];
    const empty = ["#VER A 1 20270115 Makulerad", "{", "}"];
    const unnumbered = ['#VER "" "" 20270115', "{", "#TRANS 5010 {} 5", "#TRANS 1930 {} -5", "}"];
    expect(told([...HEAD, ...ONE, ...other, ...empty, ...unnumbered, ...unnumbered])).toEqual([]);
  });

  test("T-4: two files joined are told; of two years or two organisations they are refused", () => {
    const joined = (head: readonly string[]) => [
      ...HEAD,
      ...ONE,
      ...head,
      ...voucher("2", "20270116", "40.00"),
    ];
    expect(told(joined(HEAD))).toEqual([["sie-second-head", HEAD.length + 5 + 3]]);
    const otherYear = HEAD.map((line) => line.replace("20270101 20271231", "20260101 20261231"));
    const refused = readSie(toCp437(joined(otherYear).join("\n")));
    expect("faults" in refused && refused.faults.map(({ code, at }) => [code, at])).toEqual([
      ["sie-year-twice", `file.${HEAD.length + 10}`],
    ]);
    expect(told(joined(HEAD.map((line) => line.replace("Provkommun", "Bolaget"))))).toContainEqual([
      "sie-two-companies",
      HEAD.length + 9,
    ]);
  });

  test("T-4: a balance in two parts is their sum, the same one twice is one; both are told", () => {
    const parts = ["#IB 0 1930 100.00", "#IB 0 1930 50.00", "#IB 0 2010 -150.00", "#IB 0 2010 -150.00"];
    const file = read([...HEAD, ...parts, ...ONE]);
    expect(file.forgiven.map(({ code, params }) => [code, params.line, params.account])).toEqual([
      ["sie-balance-added", HEAD.length + 2, "1930"],
      ["sie-balance-again", HEAD.length + 4, "2010"],
    ]);
    expect([account(file, "1930")?.ib, account(file, "2010")?.ib]).toEqual(["150.00", "-150.00"]);
    expect(fileWarnings(file).map(({ code }) => code)).not.toContain("ledger-opening-differs");
  });
});

describe("how far the accounts reach", () => {
  test("T-4: an empty voucher, and one of zeros, move no day", () => {
    const empty = ["#VER A 2 20271231 Makulerad", "{", "}"];
    const zeros = voucher("3", "20271130", "0.00");
    expect(reach(read([...HEAD, ...ONE, ...empty, ...zeros]))).toEqual({
      firstDay: "2027-01-15",
      lastDay: "2027-01-15",
      ahead: undefined,
    });
  });

  test("T-4: what is booked ahead of the day that the file was made is told, and reached no further than", () => {
    const head = HEAD.map((line) => line.replace("#GEN 20280110", "#GEN 20270502"));
    const lines = [...head, ...voucher("1", "20270428"), ...voucher("2", "20271231")];
    const file = read(lines);
    const summary = importSummary(file, nobody);
    expect(summary.lastDay).toBe("2027-04-28");
    expect(fileWarnings(file)[0]).toMatchObject({
      code: "ledger-booked-ahead",
      params: { line: HEAD.length + 8, rows: 2, day: "2027-12-31", lastDay: "2027-04-28" },
    });
    // A file that does not say when it was made is held against the day that it is read in
    const silent = read(lines.filter((line) => !line.startsWith("#GEN")));
    expect(importSummary(silent, nobody, "2027-05-06").lastDay).toBe("2027-04-28");
    expect(importSummary(silent, nobody).lastDay).toBe("2027-12-31");
    const only = read([...head, ...voucher("2", "20271231")]);
    expect(accountsRemarks(only).map(({ code }) => code)).toEqual(["sie-all-ahead"]);
  });

  test("T-4: a row's own day is what counts, not its voucher's", () => {
    const own = [
      "#VER A 2 20271231 Rättad",
      "{",
      "#TRANS 5010 {} 5 20270131",
      "#TRANS 1930 {} -5 20270131",
      "}",
    ];
    expect(reach(read([...HEAD, ...ONE, ...own]))?.lastDay).toBe("2027-01-31");
  });
});

describe("codes", () => {
  test("T-4: a code filled up with spaces is the same code, and an empty one is none", () => {
    const padded = read([...HEAD, ...voucher("1", "20270115", "100.00", '1 "200  "')]);
    expect(sieContents(padded).objects).toEqual([
      { dimension: 1, code: "200", name: "", vouchers: "100.00" },
    ]);
    expect(padded.forgiven.map(({ code, params }) => [code, params.line, params.code])).toEqual([
      ["sie-padded-code", HEAD.length + 3, "200"],
    ]);
    expect(importSummary(padded, (code) => (code === "200" ? "school" : undefined)).sums[0]).toMatchObject({
      body: "school",
    });
    const empty = read([...HEAD, ...voucher("1", "20270115", "100.00", '1 ""')]);
    expect(sieContents(empty).objects).toEqual([]);
    expect(importSummary(empty, nobody).unknownCodes).toEqual([]);
  });

  test("T-4: rows with only an object under ansvar are counted and told with their money", () => {
    const dims = ['#DIM 1 "Ansvar"', '#UNDERDIM 21 "Enhet" 1', '#UNDERDIM 22 "Grupp" 21', '#DIM 6 "Projekt"'];
    const rows = [
      ...voucher("1", "20270115", "100.00", '21 "2001"'),
      ...voucher("2", "20270115", "10.00", '22 "A"'),
      ...voucher("3", "20270115", "1.00", '1 "200" 21 "2001"'),
      ...voucher("4", "20270115", "2.00", '6 "P1"'),
      ...voucher("5", "20270115", "3.00", '2 "K"'),
    ];
    expect(read([...HEAD, ...dims, ...rows]).forgiven).toMatchObject([
      { code: "sie-under-dimension", params: { dimension: 21, name: "Enhet", count: 1, kr: "100,00" } },
      { code: "sie-under-dimension", params: { dimension: 22, count: 1, kr: "10,00" } },
      { code: "sie-under-dimension", params: { dimension: 2, count: 1, kr: "3,00" } },
    ]);
  });
});

describe("characters", () => {
  const text = [...HEAD, ...voucher("1", "20270115", "100.00", "", "Mån för Ängen é")].join("\r\n");
  test.each([
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["utf-16be", Buffer.from(text, "utf16le").swap16()],
    ["macintosh", iconv.encode(text, "macroman")],
    ["windows-1252", iconv.encode(text, "win1252")],
    ["cp437", iconv.encode(text, "cp437")],
    ["utf-8", Buffer.from(text)],
  ] as const)("T-4: %s is read right, and told where hardly any program writes it", (encoding, bytes) => {
    const file = read([], new Uint8Array(bytes));
    expect(file.encoding).toBe(encoding);
    expect(sieContents(file).texts).toEqual(["Mån för Ängen é"]);
    expect(file.forgiven.map(({ code }) => code)).toEqual(
      encoding.startsWith("utf-16") || encoding === "macintosh" ? ["sie-encoding"] : [],
    );
  });

  test("T-4: PC8's letters of other tongues are no sign of a Mac", () => {
    const file = read([...HEAD, ...voucher("1", "20270115", "5", "", "Müller")]);
    expect([file.encoding, sieContents(file).texts]).toEqual(["cp437", ["Müller"]]);
  });

  test("T-4: § and ¶ are written in PC8 as 0x15 and 0x14", () => {
    expect(toCp437("§¶")).toEqual(Uint8Array.of(0x15, 0x14));
    const file = read([...HEAD, ...voucher("1", "20270115", "100.00", "", "KS § 45 hyra")]);
    expect([sieContents(file).texts, file.forgiven]).toEqual([["KS § 45 hyra"], []]);
  });

  test("T-4: other control characters are spaces, told by line; what fills up a file's end is nothing", () => {
    const lines = [...HEAD, ...voucher("1", "20270115", "100.00", "", "Hyra\u000bjanuari\u0000")];
    const file = read([], toCp437(`${lines.join("\r\n")}\r\n\u001a\u0000\u0000`));
    expect(sieContents(file).texts).toEqual(["Hyra januari "]);
    expect(file.forgiven.map(({ code, params }) => [code, params.line, params.code])).toEqual([
      ["sie-control-character", HEAD.length + 1, "0B"],
    ]);
  });
});

describe("the file's own checksum", () => {
  const head = HEAD.slice(1);
  /** CRC-32 of the labels and fields between, worked out apart from the reader. */
  const CHECKSUM = 154857306;
  const lines = (sum: string) => ["#FLAGGA 0", "#KSUMMA", ...head, ...ONE, sum];
  test("T-4: right it says nothing, wrong or never ended it is told", () => {
    const right = `#KSUMMA ${CHECKSUM}`;
    expect(told(lines(right))).toEqual([]);
    expect(told(lines(right).map((line) => line.replace("100.00", "900.00")))).toEqual([
      ["sie-checksum-differs", head.length + ONE.length + 3],
    ]);
    expect(told(lines(""))).toEqual([["sie-checksum-open", 2]]);
    // Saved anew in another encoding, it keeps the sum that it came with
    expect(read([], new TextEncoder().encode(lines(right).join("\n"))).forgiven).toEqual([]);
  });
});

/** Inputs kept beside the repository and not in it; the kinds are written anew above. */
const FOLDER = join(import.meta.dirname, "../../../../../shared/data/faults");

describe("smallest inputs kept outside", () => {
  test.for([
    ["01-section-sign-pc8.se", "100.00", []],
    ["05-lineless-voucher-other-year.se", "100.00", ["sie-voucher-outside"]],
    ["06-vertical-tab-in-text.se", "100.00", ["sie-control-character"]],
    ["09-voucher-twice.se", "200.00", ["sie-voucher-twice"]],
    ["10-empty-voucher-moves-last-day.se", "100.00", []],
    ["10b-advance-booked-voucher.se", "120012000.00", ["ledger-booked-ahead"]],
    ["11-unused-account-without-konto.se", "100.00", ["sie-account-unused", "sie-account-unused"]],
    ["12-partial-chart-4i.si", "100.00", ["sie-account-unnamed", "sie-account-unnamed"]],
    ["13-pbudget-swapped.se", "100.00", ["sie-passed-over"]],
    ["14-ksumma-wrong.se", "900.00", ["sie-checksum-differs"]],
    ["15-ksumma-not-closed.se", "100.00", ["sie-checksum-open"]],
    ["16-utf16.se", "100.00", ["sie-encoding"]],
    ["17-code-padded.se", "100.00", ["sie-padded-code"]],
    ["18-empty-code.se", "100.00", ["sie-empty-code"]],
    ["19-no-sietyp-with-vouchers.se", "100.00", ["sie-type-missing"]],
    ["20-two-files-joined.se", "140.00", ["sie-second-head", "sie-voucher-number-twice"]],
    ["21-underdim-of-responsibility.se", "100.00", ["sie-under-dimension"]],
    ["26-duplicate-ib.se", "100.00", ["sie-balance-added"]],
  ] as const)("T-4: %s", ([name, kronor, codes], { skip }) => {
    if (!existsSync(FOLDER)) skip(`${FOLDER} is not on this machine`);
    const file = read([], new Uint8Array(readFileSync(join(FOLDER, name))));
    expect(accountsRemarks(file)).toEqual([]);
    expect(account(file, "5010")?.vouchers).toBe(kronor);
    // None of them has closing balances, which most are told for
    const more = fileWarnings(file).filter(({ code }) => code !== "ledger-no-balances");
    expect(more.map(({ code }) => code)).toEqual(codes);
    const lastDay: Record<string, string> = { "10b": "2028-04-28", "20-": "2027-01-16" };
    expect(reach(file)?.lastDay).toBe(lastDay[name.slice(0, 3)] ?? "2027-01-15");
    if (name.startsWith("01")) expect(sieContents(file).texts).toContain("KS § 45 hyra");
    if (name.startsWith("06")) expect(sieContents(file).texts).toContain("Hyra januari");
    if (name.startsWith("26")) expect(account(file, "1930")?.ib).toBe("150.00");
  });
});
