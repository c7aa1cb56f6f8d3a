import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvCell, csvOf, csvSchema } from "./csv.ts";
import { readCsv } from "./testing/read-csv.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const column = (name: string, type: "integer" | "decimal" | "string") =>
  ({ name, about: name, type, required: false }) as const;
const schema = csvSchema("lines.csv", { title: "Rader", about: "Rader" }, [
  column("post", "string"),
  column("tkr", "integer"),
  column("sats", "decimal"),
]);

test("T-1: a Swedish Excel opens the file in columns, with its letters and its decimals", () => {
  const bytes = csvOf(["nämnd", "andel"], [["Bildningsnämnden", 0.5]]);
  // The mark tells Excel that it is UTF-8; without it ä is read as Ã¤
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text(bytes)).toBe("\ufeffnämnd;andel\r\nBildningsnämnden;0,5\r\n");
});

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
        ["'=1", 1_000_000],
        ["Löner, m.m.", 1e-7],
        ["a;b", 0],
      ],
    ),
  );
  expect(csv).toBe(
    [
      "\ufeffa;b",
      '"\'=HYPERLINK(""http://x"")";-3,25',
      "'+46;-0,10",
      "'-1;",
      "'@SUM;0",
      "'\t=1;0",
      "''=1;1000000",
      "Löner, m.m.;0,0000001",
      '"a;b";0',
      "",
    ].join("\r\n"),
  );
});

test("T-1: the description says how the file is written, and no more", () => {
  expect(schema.dialect).toMatchObject({
    encoding: "utf-8",
    delimiter: ";",
    lineTerminators: "\r\n",
    header: true,
  });
  expect(schema.tableSchema.columns.map(({ datatype }) => datatype)).toEqual([
    "string",
    "integer",
    { base: "decimal", format: { decimalChar: "," } },
  ]);
});

test("T-1: a program that reads by the description alone gets back exactly what was written", () => {
  const cell = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('"', ";", ",", "\r\n", "å;ä\nö", "=1+1", "\r", "'", "'=1", "''-", "\ufeff"),
  );
  const decimal = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 99_999 }))
    .map(([whole, part]) => ({ exact: `${whole}.${String(part).padStart(5, "0")}` }));
  const row = fc.tuple(
    fc.option(cell),
    fc.integer(),
    fc.oneof(decimal, fc.option(fc.integer({ min: -9e9, max: 9e9 }).map((n) => n / 1e4))),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const back = readCsv(csvOf(["post", "tkr", "sats"], rows as CsvCell[][]), schema);
      expect(back.map(([post]) => post)).toEqual(rows.map(([post]) => post));
      expect(back.map(([, tkr]) => Number(tkr))).toEqual(rows.map(([, tkr]) => tkr + 0));
      expect(back.map(([, , rate]) => rate && Number(rate))).toEqual(
        rows.map(([, , rate]) =>
          rate === null ? null : typeof rate === "object" ? Number(rate.exact) : rate + 0,
        ),
      );
    }),
  );
});
