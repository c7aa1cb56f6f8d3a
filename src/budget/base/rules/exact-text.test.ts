import { expect, test } from "vitest";
import { exactText, percentText } from "./exact-text.ts";

test("E-8: an exact amount is shown with all its decimals and a real minus", () => {
  expect(exactText("-3398.720", "sv")).toBe("−3\u00a0398,72");
  expect(exactText("1234567.0000001", "sv")).toBe("1\u00a0234\u00a0567,0000001");
  expect(exactText("-1234567.50", "en")).toBe("−1,234,567.5");
  expect(["0", "-0", "0.00", "-0.0", "7"].map((text) => exactText(text, "sv"))).toEqual([
    "0",
    "0",
    "0",
    "0",
    "7",
  ]);
});

test("E-2: a rate is shown as it was written, without binary noise", () => {
  expect([0.07, 0.0345, 0.86, 1, -0.005].map((rate) => percentText(rate, "sv"))).toEqual([
    "7\u00a0%",
    "3,45\u00a0%",
    "86\u00a0%",
    "100\u00a0%",
    "−0,5\u00a0%",
  ]);
});
