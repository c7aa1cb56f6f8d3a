import { describe, expect, test } from "vitest";
import { amountOf, idFrom } from "./paste.ts";

describe("what is pasted from a spreadsheet", () => {
  test("E-6: amounts are read as people and Excel write them", () => {
    expect(["142 600", "−1 500", "-1500", "12 000 tkr", "7,00", "7.0", "–3"].map(amountOf)).toEqual([
      142_600, -1500, -1500, 12_000, 7, 7, -3,
    ]);
    for (const text of ["", "Förskola", "12,5", "1e5", "12a"]) expect(amountOf(text)).toBeUndefined();
  });

  test("E-6: each line has an id of its own", () => {
    expect(idFrom("Grundskola F–6", new Set())).toBe("grundskola-f-6");
    expect(idFrom("Förskola", new Set(["forskola", "forskola-2"]))).toBe("forskola-3");
    expect(idFrom("—", new Set())).toBe("rad");
  });
});
