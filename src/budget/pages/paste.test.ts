import { describe, expect, test } from "vitest";
import { amountOf, idFrom, pastedLines } from "./paste.ts";

describe("what is pasted from a spreadsheet", () => {
  test("E-6: amounts are read as people and Excel write them", () => {
    expect(["142 600", "−1 500", "-1500", "12 000 tkr", "7,00", "7.0", "–3"].map(amountOf)).toEqual([
      142_600, -1500, -1500, 12_000, 7, 7, -3,
    ]);
    for (const text of ["", "Förskola", "12,5", "1e5", "12a"]) expect(amountOf(text)).toBeUndefined();
  });

  test("E-6: a head and a sum row are no lines; what can't be read is told with its row", () => {
    const { lines, unread } = pastedLines(
      "Verksamhet\tTkr\nFörskola\t142 600\nGrundskola\t\nFritidshem\t18 000\r\nSumma\t160 600\n\n",
    );
    expect(lines).toEqual([
      { name: "Förskola", amountTkr: 142_600 },
      { name: "Fritidshem", amountTkr: 18_000 },
    ]);
    expect(unread).toEqual([{ row: 3, text: "Grundskola\t" }]);
  });

  test("E-6: between name and amount there may be other columns", () => {
    expect(pastedLines("Hemvården norr\tSN\t2026\t98 000").lines).toEqual([
      { name: "Hemvården norr", amountTkr: 98_000 },
    ]);
  });

  test("E-6: each line has an id of its own", () => {
    expect(idFrom("Grundskola F–6", new Set())).toBe("grundskola-f-6");
    expect(idFrom("Förskola", new Set(["forskola", "forskola-2"]))).toBe("forskola-3");
    expect(idFrom("—", new Set())).toBe("rad");
  });
});
