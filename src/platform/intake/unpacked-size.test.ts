import excel from "exceljs";
import { expect, test } from "vitest";
import { unpackedSize } from "./unpacked-size.ts";

const book = new excel.Workbook();
book.addWorksheet("A").addRow(["x".repeat(50_000)]);
const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);

test("T-4: an archive's size is counted by unpacking it, as far as the limit", async () => {
  const size = await unpackedSize(bytes, 1_000_000);
  expect(size).toBeGreaterThan(50_000);
  expect(bytes.length).toBeLessThan(20_000);
  expect(await unpackedSize(bytes, size as number)).toBe(size);
  expect(await unpackedSize(bytes, (size as number) - 1)).toBe("too-large");
  expect(await unpackedSize(bytes, 100)).toBe("too-large");
});

test.each([
  ["nothing", new Uint8Array()],
  ["a few bytes", bytes.slice(0, 30)],
  ["half of it", bytes.slice(0, bytes.length / 2)],
  ["its end alone", bytes.slice(-60)],
  ["without its first part", bytes.slice(200)],
])("T-4: %s is no whole archive", async (_what, part) => {
  expect(await unpackedSize(part, 1_000_000)).toBe("broken");
});
