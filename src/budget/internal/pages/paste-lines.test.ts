import { describe, expect, test } from "vitest";
import sv from "../messages/sv.json" with { type: "json" };
import type { CellTools } from "./columns.ts";
import { pastedLines } from "./paste-lines.ts";

const keys: Readonly<Record<string, string>> = sv["period-key"];
const tools: CellTools = {
  t: (key) => keys[key.replace("period-key.", "")] ?? key,
  language: "sv",
  year: 2027,
  units: [{ id: "skolan", name: "Björnekullaskolan" }],
  accountNames: new Map(),
  ownKeys: [{ id: "bad", name: "Badet", weights: Array.from({ length: 12 }, () => 1) }],
};
const pasted = (text: string) => {
  let n = 0;
  return pastedLines(text, tools, () => `r${++n}`);
};
const faults = (text: string) => {
  const found = pasted(text);
  return "faults" in found
    ? found.faults.map(({ cell, text: said, fault }) => `${cell} ”${said}” ${fault.code}`)
    : found;
};

describe("E-6: lines pasted from a spreadsheet", () => {
  test("two columns without or with a head; sums and empty rows are no lines", () => {
    const lines = [
      { id: "r1", name: "Förskola", unit: null, amountTkr: 142_600 },
      { id: "r2", name: "Avgifter", unit: null, amountTkr: -1200 },
    ];
    expect(pasted("Förskola\t142 600\r\nAvgifter\t(1 200)\r\n")).toEqual({ lines, sums: [] });
    expect(
      pasted("Verksamhet\tTkr\nFörskola\t142\u00a0600\n\nAvgifter\t−1 200,00\nSumma\t141 400\n\t\n"),
    ).toEqual({ lines, sums: [{ cell: "A5", text: "Summa" }] });
    expect(pasted("Förskola\tSN\t2026\t98 000")).toMatchObject({ lines: [{ amountTkr: 98_000 }] });
  });

  test("sums are no lines, whatever they are called, and each is told", () => {
    const text = [
      "Verksamhet\tTkr",
      "Förskola\t100",
      "Fritidshem\t50",
      "Delsumma\t150",
      "S:a barnomsorg\t150",
      "Grundskola\t200",
      "Totalsumma\t350",
    ].join("\n");
    const found = pasted(text);
    if (!("lines" in found)) throw new Error(JSON.stringify(found));
    expect(found.lines.map(({ name, amountTkr }) => [name, amountTkr])).toEqual([
      ["Förskola", 100],
      ["Fritidshem", 50],
      ["Grundskola", 200],
    ]);
    expect(found.sums.map(({ cell, text: said }) => `${cell} ${said}`)).toEqual([
      "A4 Delsumma",
      "A5 S:a barnomsorg",
      "A7 Totalsumma",
    ]);
    for (const sum of [
      "Summa summarum",
      "SUMMA",
      "Total",
      "Totalt",
      "Slutsumma",
      "Σ",
      "Varav lön",
      "Mellansumma",
    ])
      expect(pasted(`Förskola\t100\nHem\t50\n${sum}\t150`), sum).toMatchObject({ lines: { length: 2 } });
    for (const line of ["Totalförsvar", "Sommarskola", "Summerhill", "Samlad skoldag"])
      expect(pasted(`Förskola\t100\n${line}\t150`), line).toMatchObject({ lines: { length: 2 } });
  });

  test("an amount without a name that sums the lines above it is no line", () => {
    const found = pasted("Verksamhet\tTkr\nA\t100\nB\t50\n\t150\nC\t30\nD\t20\n\t50\n\t200\n\t7");
    if (!("lines" in found)) throw new Error(JSON.stringify(found));
    expect(found.lines.map(({ amountTkr }) => amountTkr)).toEqual([100, 50, 30, 20, 7]);
    expect(found.sums.map(({ cell }) => cell)).toEqual(["B4", "B7", "B8"]);
  });

  test("what may be of another size is refused, and its cell is named", () => {
    expect(faults("Verksamhet\tTkr\nA\t12 500 kr\nB\t12 5000\nC\t1.234")).toEqual([
      "B2 ”12 500 kr” other-unit",
      "B3 ”12 5000” groups",
      "B4 ”1.234” two-ways",
    ]);
  });

  test("headings tell the columns, in any order; what they do not name is left out", () => {
    const text = [
      "Ansvar\tKonto\tEnhet\tVerksamhet\tTkr\tPeriodnyckel",
      "310\t5010 Löner\tbjörnekullaskolan\tLärare\t61 400\tLäsår",
      "310\t3130\tskolan\tAvgifter\t-400\tbadet",
      "310\t\t\tÖvrigt\t100\t",
    ].join("\n");
    expect(pasted(text)).toEqual({
      sums: [],
      lines: [
        {
          id: "r1",
          name: "Lärare",
          unit: "skolan",
          amountTkr: 61_400,
          account: "5010",
          periodKey: "school-year",
        },
        { id: "r2", name: "Avgifter", unit: "skolan", amountTkr: -400, account: "3130", periodKey: "bad" },
        { id: "r3", name: "Övrigt", unit: null, amountTkr: 100 },
      ],
    });
  });

  test("months give the line amounts of its own, and the year their sum where it is not said", () => {
    const head = "Verksamhet\tJan\tFeb\tmars\tApr\tMaj\tJun\tJul\tAug\tSep\tOkt\tNov\tDecember";
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(pasted(`${head}\nBad\t${months.join("\t")}`)).toMatchObject({
      lines: [{ amountTkr: 78, monthsTkr: months }],
    });
    expect(pasted(`${head}\tTkr\nBad\t${months.join("\t")}\t80`)).toMatchObject({
      lines: [{ amountTkr: 80, monthsTkr: months }],
    });
  });

  test("each cell that can't be read is named as in the spreadsheet, and there is no line at all", () => {
    const text =
      "Verksamhet\tEnhet\tTkr\tKonto\nFörskola\tskolan\t100\t5010\n=A1\tbiblioteket\ttolv\t50\nX\t\t12,5\t";
    expect(faults(text)).toEqual([
      "A3 ”=A1” formula",
      "B3 ”biblioteket” not-a-unit",
      "C3 ”tolv” not-a-number",
      "D3 ”50” not-an-account",
      "C4 ”12,5” not-whole",
    ]);
    expect(faults("Förskola\t=SUMMA(B2:B9)")).toEqual(["B1 ”=SUMMA(B2:B9)” formula"]);
    expect(faults("Verksamhet\tTkr\tPeriodnyckel\nA\t1\tmåndagar")).toEqual(["C2 ”måndagar” not-a-key"]);
  });

  test("what is too large or holds nothing is told, and there is no line", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => `Rad ${i}\t1`).join("\n");
    expect(pasted(rows(2000))).toMatchObject({ lines: { length: 2000 } });
    expect(pasted(rows(2001))).toEqual({ trouble: "too-many-lines" });
    expect(pasted("A\t1".padEnd(1_000_001, "x"))).toEqual({ trouble: "too-long" });
    expect(pasted("\t".repeat(40_000))).toEqual({ trouble: "too-many-cells" });
    expect(pasted("")).toEqual({ trouble: "nothing" });
    expect(pasted("Verksamhet\tTkr\n")).toEqual({ trouble: "nothing" });
    expect(pasted("Verksamhet\tEnhet\nA\tskolan")).toEqual({ trouble: "no-amounts" });
    const many = pasted(Array.from({ length: 30 }, () => "A\ttolv").join("\n"));
    expect(many).toMatchObject({ faults: { length: 20 }, more: true });
  });
});
