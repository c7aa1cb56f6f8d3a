import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedAges, typedNumber, typedRate, typedShare } from "./typed-number.ts";

const TKR = { min: -1_000_000_000, max: 1_000_000_000, decimals: 0, unit: "tkr" };
const PRICE = { min: 0, max: 1_000_000_000, decimals: 2, unit: "kr" };
const code = (typed: object) => ("fault" in typed ? (typed.fault as { code: string }).code : typed);

describe("E-3: what is typed in a cell", () => {
  test.each([
    ["12500", 12500],
    ["12 500", 12500],
    ["12\u00a0500", 12500],
    ["12\u202f500 tkr", 12500],
    ["−1 200", -1200],
    ["–1200", -1200],
    ["1200,0", 1200],
    ["-0", 0],
  ])("%j is %d", (text, value) => expect(typedNumber(text, TKR)).toEqual({ value }));

  test.each([
    ["", "empty"],
    ["ca 300", "not-a-number"],
    ["12,50", "not-whole"],
    ["1,200", "two-ways"],
    ["1.000", "two-ways"],
    ["12 500 kr", "other-unit"],
    ["12 mkr", "other-unit"],
    ["12 5000", "groups"],
    ["1 20 0", "groups"],
    ["1234 567", "groups"],
    ["1.200.000", "not-a-number"],
    ["=A1*2", "formula"],
    ["2000000000", "range"],
    ["1e9", "not-a-number"],
    ["0x10", "not-a-number"],
  ])("%j is not taken as whole thousands: %s", (text, why) => expect(code(typedNumber(text, TKR))).toBe(why));

  test("a negative price is told apart from a number that is too large", () => {
    expect(code(typedNumber("−5", PRICE))).toBe("negative");
    expect(typedNumber("154 300,50", PRICE)).toEqual({ value: 154300.5 });
    expect(code(typedNumber("154,3055", PRICE))).toBe("decimals");
  });

  test("what may be a price in kronor or in thousands of them is asked about", () => {
    for (const text of ["154.300", "154,300", "154,305"])
      expect(code(typedNumber(text, PRICE))).toBe("two-ways");
    expect(code(typedNumber("154 tkr", PRICE))).toBe("other-unit");
    for (const text of ["154,30", "154.30", "154,30 kr"])
      expect(typedNumber(text, PRICE)).toEqual({ value: 154.3 });
    expect(typedNumber("0,300", PRICE)).toEqual({ value: 0.3 });
  });

  test("rates are per cent, shares are shares or per cent", () => {
    const limits = { min: -50, max: 50, decimals: 4 };
    expect(typedRate("3,4", limits)).toEqual({ value: 0.034 });
    expect(typedRate("0,4 %", limits)).toEqual({ value: 0.004 });
    expect(code(typedRate("340", limits))).toBe("range");
    for (const text of ["0,95", "95 %", "95", "95,00%"]) expect(typedShare(text)).toEqual({ value: 0.95 });
    expect(typedShare("0,5 %")).toEqual({ value: 0.005 });
    expect(typedShare("1")).toEqual({ value: 1 });
    expect(code(typedShare("140"))).toBe("range");
  });

  test("ages are one or two, in order", () => {
    expect(typedAges("1–5")).toEqual({ value: [1, 5] });
    expect(typedAges("6 - 15 år")).toEqual({ value: [6, 15] });
    expect(typedAges("80")).toEqual({ value: [80, 80] });
    expect(code(typedAges("5–1"))).toBe("ages-order");
    for (const text of ["", "1–5–9", "fem", "1–140"]) expect(code(typedAges(text))).toBe("ages");
  });

  test("every whole number comes back from how it is written with thin spaces", () => {
    fc.assert(
      fc.property(fc.integer({ min: TKR.min, max: TKR.max }), (value) => {
        const written = new Intl.NumberFormat("sv-SE").format(value);
        expect(typedNumber(written, TKR)).toEqual({ value });
      }),
    );
  });

  test("every rate of four decimals comes back exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (n) => {
        const text = String(n / 10_000).replace(".", ",");
        const typed = typedRate(text, { min: -50, max: 50, decimals: 4 });
        expect(typed).toEqual({ value: Number(`${n}e-6`) });
      }),
    );
  });
});
