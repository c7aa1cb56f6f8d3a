import fc from "fast-check";
import { expect, test } from "vitest";
import { toTsv } from "../tsv.ts";
import { areaSum, copiedBlock, MAX_PASTE_CELLS, plainNumber, readBlock } from "./block.ts";
import { line, table } from "./testing/lines.ts";

test("E-6: a block is read as a spreadsheet writes it: tabs, lines, quotes round line breaks", () => {
  expect(readBlock("a\tb\r\n1\t2\r\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(readBlock('"två\nrader"\t"ett ""ord"""\nslut\t')).toEqual([
    ["två\nrader", 'ett "ord"'],
    ["slut", ""],
  ]);
  expect(readBlock('5" rör\t"oavslutat')).toEqual([['5" rör', '"oavslutat']]);
  expect(readBlock("a\n\nb")).toEqual([["a"], [""], ["b"]]);
  expect(readBlock("\t\n")).toEqual([["", ""]]);
});

test("E-6: too much to paste is refused before it is read", () => {
  expect(readBlock("x".repeat(1_000_001))).toBe("too-long");
  expect(readBlock("\t".repeat(MAX_PASTE_CELLS))).toBe("too-many-cells");
  expect(readBlock("\t".repeat(MAX_PASTE_CELLS - 1))).toHaveLength(1);
  expect(readBlock("")).toBe("nothing");
  const began = performance.now();
  readBlock('"a\t""b\n'.repeat(100_000).slice(0, 1_000_000));
  expect(performance.now() - began).toBeLessThan(2000);
});

test("E-6: whatever texts are copied from the sheet are the same when pasted back", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', "\t", "\n", "a\r\nb", "=1+1", "'=x", "-", "@", ""));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(cell, { minLength: 1, maxLength: 12 }),
      (width, cells) => {
        const names = cells.slice(0, Math.ceil(cells.length / width));
        const rows = names.map((name, i) => line(String(i), i - 2, name.replaceAll(/^'(?=[=+\-@])/g, "")));
        const block = copiedBlock(table(rows), { top: 0, left: 0, bottom: rows.length - 1, right: 2 }, "sv");
        const text = toTsv(block, "sv");
        expect(readBlock(`${text}\r\n`)).toEqual(rows.map(({ name, amount }) => [name, "", String(amount)]));
      },
    ),
  );
});

test("E-6: numbers are copied as Excel reads them, and a text that looks like a formula can't run", () => {
  const rows = [line("a", -1234.5, "=HYPERLINK(1)", "u2")];
  const area = { top: 0, left: 0, bottom: 3, right: 3 };
  expect(copiedBlock(table(rows), area, "sv")).toEqual([["'=HYPERLINK(1)", "Åsbo", "-1234,5", "-2469"]]);
  expect(copiedBlock(table(rows), area, "en")[0]?.[2]).toBe("-1234.5");
  expect(plainNumber("−1 234,5")).toBe("-1234.5");
  expect(plainNumber("tolv")).toBeUndefined();
});

test("E-6: what is marked is summed, the texts left out", () => {
  const marked = { top: 0, left: 0, bottom: 5, right: 3 };
  expect(areaSum(table([line("a", 1200), line("b", -300), line("c")]), marked)).toEqual({
    sum: 900 * 3,
    numbers: 5,
  });
});
