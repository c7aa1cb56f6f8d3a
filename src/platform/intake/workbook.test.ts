import { expect, test } from "vitest";
import { handmadeWorkbook } from "./testing/zip.ts";
import { workbookCells } from "./workbook.ts";

const LIMITS = { unpackedBytes: 1_000_000, rows: 1000, columns: 20 };
const ROWS = [
  ["Ålder", "2025"],
  ["0", 12],
  ["1", 13.5],
];
const WHOLE = "A1:XFD1048576";

test.each([
  ["nothing beside its cells", {}],
  [
    "a name for the whole sheet",
    {
      names: `<definedNames><definedName name="Allt">Data!$A$1:$XFD$1048576</definedName></definedNames>`,
    },
  ],
  ["a merged column", { after: `<mergeCells count="1"><mergeCell ref="E1:E1048576"/></mergeCells>` }],
  ["a filter on all rows", { after: `<autoFilter ref="${WHOLE}"/>` }],
  [
    "a validation of every cell",
    {
      after: `<dataValidations count="1"><dataValidation type="whole" sqref="${WHOLE}"><formula1>1</formula1></dataValidation></dataValidations>`,
    },
  ],
])("T-4: of a workbook with %s the cells alone are read", async (_what, given) => {
  const before = process.memoryUsage().rss;
  expect(await workbookCells(handmadeWorkbook(ROWS, given), LIMITS)).toEqual({
    sheets: [{ name: "Data", rows: ROWS.map((row) => row.map(String)), hidden: false }],
    hidden: [],
  });
  // Whichever it spans, a span is a text: a million rows of it made memory run out
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test("T-4: a cell far out or far down tells that there is more, and makes none of those before it", async () => {
  const far = handmadeWorkbook(ROWS, {});
  const text = (cells: Awaited<ReturnType<typeof workbookCells>>) =>
    typeof cells === "string" ? cells : cells.sheets[0]?.rows.map((row) => row.length);
  expect(text(await workbookCells(far, { ...LIMITS, rows: 1 }))).toEqual([2, 2]);
  expect(text(await workbookCells(far, { ...LIMITS, columns: 0 }))).toEqual([1, 1, 1]);
  expect(text(await workbookCells(far, { ...LIMITS, unpackedBytes: 500 }))).toBe("too-large");
  expect(text(await workbookCells(far.slice(0, 700), LIMITS))).toBe("broken");
});
