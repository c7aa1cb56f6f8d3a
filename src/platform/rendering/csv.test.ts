import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvCell, csvOf } from "./csv.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** Reads RFC 4180 back, sign by sign. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const row = rows.at(-1) as string[];
    const sign = csv[i] as string;
    if (quoted && sign === '"' && csv[i + 1] === '"') {
      row[row.length - 1] += '"';
      i++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") row.push("");
    else if (!quoted && csv.startsWith("\r\n", i)) {
      rows.push([""]);
      i++;
    } else row[row.length - 1] += sign;
  }
  return rows.slice(0, -1);
}

test("T-1: a text that a spreadsheet would run as a formula is told apart; a negative number is not", () => {
  const csv = text(
    csvOf(
      ["a", "b"],
      [
        ['=HYPERLINK("http://x")', -3.25],
        ["+46", { exact: "-0.10" }],
        ["-1", null],
        ["@SUM", 0],
        ["\t=1", -0],
        ["Löner", 1e-7],
      ],
    ),
  );
  expect(csv).toBe(
    [
      "a,b",
      '"\'=HYPERLINK(""http://x"")",-3.25',
      "'+46,-0.10",
      "'-1,",
      "'@SUM,0",
      "'\t=1,0",
      "Löner,0.0000001",
      "",
    ].join("\r\n"),
  );
});

test("T-1: any text comes back as it was, or with an apostrophe before it", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r\n", "å,ä\nö", "=1+1", "\r"));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
      const back = parsed(text(csvOf(["a", "b"], rows as CsvCell[][]))).slice(1);
      const told = (one: string) => (/^[=+\-@\t\r]/.test(one) ? `'${one}` : one);
      expect(back).toEqual(rows.map((row) => row.map(told)));
      for (const one of back.flat()) expect(one).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
