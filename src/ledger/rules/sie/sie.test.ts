import { describe, expect, test } from "vitest";
import { toCp437 } from "./bytes.ts";
import { SIE_LIMITS, type SieFile } from "./file.ts";
import { readSie } from "./sie.ts";

const HEAD = `#FLAGGA 0
#PROGRAM "Ekonomi" 7.1
#FORMAT PC8
#GEN 20270503 "KH"
#SIETYP 4
#FNAMN "Åstorps kommun"
#ORGNR 000000-0000
#TAXAR 2028
#KPTYP KOMMUN-BAS
#RAR 0 20270101 20271231
#RAR -1 20260101 20261231
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 5010 "Löner"
#KTYP 5010 K
#SRU 5010 7513
#ENHET 5010 timmar
#DIM 1 "Ansvar"
#UNDERDIM 21 "Enhet" 1
#DIM 6 "Projekt"
#OBJEKT 1 "311" "Björnekullaskolan"
#IB 0 1930 1000.00
#UB 0 1930 -250.50
#OIB 0 1930 {1 "311"} 10
#RES 0 5010 1250.5
#PSALDO 0 202701 5010 {} 1250.50
#PBUDGET 0 202701 5010 {1 "311"} 1200
`;
const VOUCHER = `#VER "L" 12 20270127 "Löner januari" 20270128 "KH"
{
#TRANS 5010 {1 "311" 6 "P1"} 1250.50 20270126 "Sven \\"Svenne\\" Ek" 10 "KH"
#TRANS 1930 {} -1250.50
}
`;
const lineOf = (text: string, start: string) => text.split("\n").findIndex((l) => l.startsWith(start)) + 1;

function read(text: string, bytes: Uint8Array = toCp437(text)): SieFile {
  const result = readSie(bytes);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.file;
}
function faults(text: string, bytes: Uint8Array = toCp437(text)) {
  const result = readSie(bytes);
  return "faults" in result ? result.faults.map(({ code, at, params }) => ({ code, at, params })) : [];
}
const codes = (text: string) => faults(text).map(({ code }) => code);

describe("what a file says", () => {
  test("T-4: a file of type 4E is read whole: head, chart, objects, balances, vouchers, in whole öre", () => {
    const file = read(HEAD + VOUCHER);
    expect(file).toMatchObject({
      type: "4E",
      encoding: "cp437",
      program: "Ekonomi 7.1",
      company: "Åstorps kommun",
      organisationNumber: "000000-0000",
      generatedOn: "2027-05-03",
      taxYear: 2028,
      chart: "KOMMUN-BAS",
      readBefore: false,
      damagedText: false,
      rows: 2,
    });
    expect(file.years.get(0)).toEqual({ firstDay: "2027-01-01", lastDay: "2027-12-31" });
    expect(file.years.get(-1)?.firstDay).toBe("2026-01-01");
    expect(file.accounts.get("5010")).toMatchObject({
      name: "Löner",
      kind: "K",
      unit: "timmar",
      sru: ["7513"],
    });
    expect(file.dimensions.get(21)).toEqual({ name: "Enhet", parent: 1 });
    expect(file.objects).toEqual([{ dimension: 1, code: "311", name: "Björnekullaskolan" }]);
    expect(file.balances.map(({ label, amountOre }) => [label, amountOre])).toEqual([
      ["IB", 100_000],
      ["UB", -25_050],
      ["OIB", 1_000],
      ["RES", 125_050],
    ]);
    expect(file.periods).toMatchObject([
      { label: "PSALDO", year: 2027, month: 1, amountOre: 125_050, objects: [] },
      { label: "PBUDGET", amountOre: 120_000, objects: [{ dimension: 1, code: "311" }] },
    ]);
    expect([...file.vouchers]).toMatchObject([
      { series: "L", number: "12", day: "2027-01-27", text: "Löner januari", added: 0, struck: 0 },
    ]);
    expect(file.vouchers.at(0)?.rows).toEqual([
      {
        line: lineOf(HEAD + VOUCHER, "#TRANS 5010"),
        account: "5010",
        objects: [
          { dimension: 1, code: "311" },
          { dimension: 6, code: "P1" },
        ],
        amountOre: 125_050,
        day: "2027-01-26",
        text: 'Sven "Svenne" Ek',
      },
      {
        line: lineOf(HEAD + VOUCHER, "#TRANS 1930"),
        account: "1930",
        objects: [],
        amountOre: -125_050,
        day: "2027-01-27",
        text: "Löner januari",
      },
    ]);
  });

  test.each([
    ["1", "#SIETYP 1\n#KONTO 1930 Bank\n#UB 0 1930 5\n"],
    ["2", "#SIETYP 2\n#KONTO 1930 Bank\n#PSALDO 0 202701 1930 {} 5\n"],
    ["3", "#SIETYP 3\n#KONTO 1930 Bank\n#OUB 0 1930 {1 2} 5\n"],
    ["4I", "#SIETYP 4\n#RAR 0  \n#VER A 1 20270101\n{\n#TRANS 1930 {} 5\n#TRANS 2510 {} -5\n}\n"],
    ["1", "#PROGRAM a 1\n"],
  ])("T-4: a file of type %s is told by what it says and has", (type, text) => {
    expect(read(text).type).toBe(type);
  });

  test("T-4: rows added and struck are counted, and counted in no sum", () => {
    const file = read(`#SIETYP 4
#VER A 1 20270105 Rättad
{
#BTRANS 6410 {} 90.00 20270105 "" 0 "KH"
#RTRANS 6410 {} 100.00 20270105 "" 0 "KH"
#TRANS 6410 {} 100.00
#TRANS 2510 {} -100.00
}`);
    expect(file.vouchers.at(0)).toMatchObject({ added: 1, struck: 1 });
    expect(file.vouchers.at(0)?.rows.map(({ amountOre }) => amountOre)).toEqual([10_000, -10_000]);
    expect(file.rows).toBe(2);
  });

  test("T-4: labels that the standard does not have are passed over and counted; its own are not counted", () => {
    const file = read(`${HEAD}#ADRESS "a" "b"\n#EGEN 1 {\n#EGEN 2 "öppen\n#KSUMMA\n${VOUCHER}`);
    expect([...file.unknownLabels]).toEqual([["EGEN", 2]]);
  });

  test("T-4: tabs, indents, empty lines, spaces in lists and every sort of line end are read alike", () => {
    const ways = [
      HEAD + VOUCHER,
      (HEAD + VOUCHER).replaceAll("\n", "\r\n"),
      (HEAD + VOUCHER).replaceAll("\n", "\r"),
      (HEAD + VOUCHER).replaceAll("\n", "\n\n   ").replaceAll(" {", "\t{ "),
      `${HEAD}${VOUCHER}\u001a`,
    ];
    const seen = ways.map((text) => {
      const file = read(text);
      return JSON.stringify([
        file.balances.map(({ line: _line, ...balance }) => balance),
        [...file.vouchers].map((v) => [v.series, v.text, v.rows.map(({ line: _line, ...row }) => row)]),
      ]);
    });
    expect(new Set(seen).size).toBe(1);
  });

  test("T-4: a backslash before anything but a quote is itself, also last in a field", () => {
    const file = read('#SIETYP 1\n#FNAMN "C:\\BOK\\"\n#PROGRAM "a\\"b" "c\\d"\n');
    expect(file.company).toBe("C:\\BOK\\");
    expect(file.program).toBe('a"b c\\d');
  });
});

describe("damaged texts", () => {
  test("T-4: quotes in the place of lost letters spoil the text only, and are told", () => {
    const file = read(
      `${HEAD.replace('"Löner"', '"F"rskott till leverant"re"')}${VOUCHER.replace('"Löner januari"', 'L"ner')}`,
    );
    expect(file.accounts.get("5010")?.name).toBe('F"rskott till leverant"re');
    expect(file.vouchers.at(0)).toMatchObject({ day: "2027-01-27", text: 'L"ner' });
    expect(file.rows).toBe(2);
    expect(file.damagedText).toBe(true);
  });

  test("T-4: a voucher's text that has lost its closing quote takes nothing but the text with it", () => {
    const file = read(HEAD + VOUCHER.replace('januari"', "januari"));
    expect(file.vouchers.at(0)).toMatchObject({ series: "L", number: "12", day: "2027-01-27" });
    expect(file.damagedText).toBe(true);
  });
});

describe("encodings", () => {
  const text = '#SIETYP 1\n#FNAMN "Räksmörgås Åäö ÅÄÖ é"\n';
  const utf8 = new TextEncoder().encode(text);
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ["cp437", toCp437(text)],
    ["utf-8", utf8],
    ["utf-8", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ["windows-1252", latin],
  ] as const)("T-4: %s is told by its bytes, whatever #FORMAT says", (encoding, bytes) => {
    const file = read("", bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.company).toBe("Räksmörgås Åäö ÅÄÖ é");
    expect(file.damagedText).toBe(false);
  });

  test("T-4: one byte gone astray does not make UTF-8 into another encoding, and is told", () => {
    const file = read("", Uint8Array.from([...utf8, ...toCp437("#PROSA å\n")]));
    expect(file).toMatchObject({ encoding: "utf-8", company: "Räksmörgås Åäö ÅÄÖ é", damagedText: true });
  });

  test("T-4: ASCII alone is read as the standard's PC8", () => {
    expect(read("#SIETYP 1\n#FNAMN abc\n").encoding).toBe("cp437");
  });
});

describe("what is refused", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ["sie-empty", new Uint8Array()],
    ["sie-empty", bytes(" \r\n\n\t")],
    ["sie-html", bytes("\n<!DOCTYPE HTML>\n<html><body>404</body></html>")],
    ["sie-xml", bytes('<?xml version="1.0"?><Sie/>')],
    ["sie-binary", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8])],
    ["sie-binary", Uint8Array.from([1, 0x23, 2, 3])],
    ["sie-not-sie", bytes("konto;belopp\n1930;5\n")],
  ])("T-4: %s: a file that is none is told as what it is", (code, given) => {
    expect(faults("", given)).toMatchObject([{ code, at: "file" }]);
  });

  test("T-4: a file beyond the limit is refused with the limit named", () => {
    const [fault] = faults("", new Uint8Array(SIE_LIMITS.bytes + 1));
    expect(fault).toMatchObject({ code: "sie-too-large", params: { maxMb: 50, mb: 51 } });
  });

  test("T-4: a file that ends inside a voucher is told with the voucher's line", () => {
    const whole = HEAD + VOUCHER;
    const line = lineOf(whole, "#VER");
    for (const cut of [whole.indexOf("#TRANS 1930"), whole.lastIndexOf("}"), whole.indexOf("{\n#TRANS")])
      expect(faults(whole.slice(0, cut))).toMatchObject([
        { code: "sie-truncated", at: `file.${line}`, params: { line } },
      ]);
  });

  test("T-4: an unbalanced voucher is told with its name, line and difference", () => {
    const text = HEAD + VOUCHER.replace("-1250.50", "-1250.49");
    expect(faults(text)).toEqual([
      {
        code: "sie-unbalanced",
        at: `file.${lineOf(text, "#VER")}`,
        params: { line: lineOf(text, "#VER"), voucher: "L 12", differenceKr: "0,01" },
      },
    ]);
  });

  test.each([
    ["sie-amount", "1250,50"],
    ["sie-amount", "abc"],
    ["sie-amount", "1e3"],
    ["sie-amount", "."],
    ["sie-amount", '"1 250.50"'],
    ["sie-amount-decimals", "1250.505"],
    ["sie-amount-range", "99999999999999.00"],
    ["sie-missing-field", '""'],
  ])(
    "T-4: %s: an amount written %s is told with its line, and not once more as an unbalanced voucher",
    (code, amount) => {
      const text = HEAD + VOUCHER.replace("-1250.50", amount);
      expect(faults(text)).toMatchObject([{ code, at: `file.${lineOf(text, "#TRANS 1930")}` }]);
    },
  );

  test("T-4: zeros beyond two decimals change nothing, and a plus sign is a sign", () => {
    const text = HEAD + VOUCHER.replace("} 1250.50", "} +1250.5000").replace("-1250.50", "-1250.5");
    expect(
      read(text)
        .vouchers.at(0)
        ?.rows.map((row) => row.amountOre),
    ).toEqual([125_050, -125_050]);
  });

  test("T-4: a day outside the accounting year, of voucher or row, is told with the year", () => {
    const voucher = faults(HEAD + VOUCHER.replace("20270127", "20280127"));
    expect(voucher).toMatchObject([
      {
        code: "sie-day-outside",
        params: { day: "2028-01-27", firstDay: "2027-01-01", lastDay: "2027-12-31" },
      },
    ]);
    expect(codes(HEAD + VOUCHER.replace("20270126", "20261231"))).toEqual(["sie-day-outside"]);
  });

  test.each(["20270230", "2027-01-27", "januari"])("T-4: %s is no day", (day) => {
    expect(codes(HEAD + VOUCHER.replace("20270127", day))).toEqual(["sie-day"]);
    expect(codes(HEAD + VOUCHER.replace("20270126", day))).toEqual(["sie-day"]);
  });

  test("T-4: an account that the chart does not have is told once, at its first line", () => {
    const text =
      HEAD + VOUCHER.replace("#TRANS 5010", "#TRANS FEL") + VOUCHER.replace("#TRANS 5010", "#TRANS FEL");
    expect(faults(text)).toMatchObject([
      { code: "sie-unknown-account", at: `file.${lineOf(text, "#TRANS FEL")}`, params: { account: "FEL" } },
    ]);
    expect(codes(`${HEAD}#UB 0 1999 5\n`)).toEqual(["sie-unknown-account"]);
  });

  test.each([
    ["sie-unclosed-quote", VOUCHER.replace("} 1250.50", '} "1250.50').replace(/"Sven.*/, ""), false],
    ["sie-unclosed-list", VOUCHER.replace('"P1"}', '"P1"'), false],
    ["sie-nested-list", VOUCHER.replace("{1 ", "{{1 "), false],
    ["sie-object-list", VOUCHER.replace('6 "P1"', "6"), false],
    ["sie-object-list", VOUCHER.replace("6 ", "projekt "), false],
    ["sie-code-long", VOUCHER.replace('"311"', `"${"3".repeat(101)}"`), false],
    ["sie-no-object-list", VOUCHER.replace("{} -1250.50", "-1250.50"), false],
    ["sie-account-number", VOUCHER.replace("#TRANS 1930", '#TRANS "19 30"'), false],
    ["sie-missing-field", VOUCHER.replace("#TRANS 1930 {} -1250.50", "#TRANS"), true],
    ["sie-voucher-not-closed", VOUCHER.replace("}\n", "") + VOUCHER, true],
    ["sie-voucher-without-rows", `#VER A 1 20270101\n${VOUCHER}`, false],
    ["sie-row-outside", `#TRANS 1930 {} 5\n${VOUCHER}`, false],
    ["sie-stray-brace", `${VOUCHER}}\n`, false],
    ["sie-stray-brace", `{\n${VOUCHER}`, false],
    ["sie-stray-line", `hej\n${VOUCHER}`, false],
    ["sie-type", `#SIETYP 5\n${VOUCHER}`, false],
    ["sie-year-twice", `#RAR 0 20260101 20261231\n${VOUCHER}`, false],
    ["sie-two-organisations", `#ORGNR 111111-1111\n${VOUCHER}`, false],
    ["sie-number", `#IB noll 1930 5\n${VOUCHER}`, false],
    ["sie-line-too-long", `#IB 0 1930 5 ${"x".repeat(SIE_LIMITS.lineLength)}\n${VOUCHER}`, false],
    ["sie-sum-range", `${"#IB 0 1930 99999999999\n".repeat(401)}${VOUCHER}`, false],
  ])("T-4: %s is told", (code, after, more) => {
    const found = codes(HEAD + after);
    expect(found[0]).toBe(code);
    if (!more) expect(found).toEqual([code]);
  });

  test("T-4: the year's last day before its first is told", () => {
    const text = HEAD.replace("20270101 20271231", "20271231 20270101") + VOUCHER;
    expect(codes(text)).toEqual(["sie-year-order"]);
  });

  test("T-4: at most a hundred faults are told, the first ones", () => {
    const many = faults(HEAD + Array.from({ length: 300 }, () => VOUCHER.replace("-1250.50", "x")).join(""));
    expect(many.length).toBe(100);
    expect(many[0]?.at).toBe(`file.${HEAD.split("\n").length + 3}`);
  });
});
