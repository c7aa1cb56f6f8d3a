import { expect, test } from "vitest";
import { cellMonth, cellNumber, cellText, TKR_UNIT } from "./cell-number.ts";

const tkr = (text: string) => cellNumber(text, { min: -1_000_000, max: 1_000_000 }, TKR_UNIT);

test.each([
  ["142 600", 142_600],
  ["142\u00a0600", 142_600],
  ["1\u202f200", 1200],
  ["−1 500", -1500],
  ["–3", -3],
  ["-1500", -1500],
  ["1500-", -1500],
  ["(1 200)", -1200],
  ["+5", 5],
  ["12 000 tkr", 12_000],
  ["7,00", 7],
  ["7.0", 7],
  ["-0", 0],
])("E-6: the amount %s is %i", (text, amount) => {
  expect(tkr(text)).toBe(amount);
});

test.each([
  ["tolv", "not-a-number"],
  ["", "not-a-number"],
  ["12a", "not-a-number"],
  ["1e5", "not-a-number"],
  ["NaN", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["#REF!", "not-a-number"],
  ["(−5)", "not-a-number"],
  ["-5-", "not-a-number"],
  ["(5", "not-a-number"],
  ["12 kr", "other-unit"],
  ["12 500 kr", "other-unit"],
  ["12 5000", "groups"],
  ["1 20 0", "groups"],
  ["(1234 567)", "groups"],
  ["1.234.567", "not-a-number"],
  ["12,5", "not-whole"],
  // An English thousand, or a decimal? Nobody knows: it is asked about
  ["1.234", "two-ways"],
  ["-1,000", "two-ways"],
  ["(1.234)", "two-ways"],
  ["=A1*2", "formula"],
  ["  =SUM(A1:A9)", "formula"],
  ["2000000", "out-of-range"],
  ["9".repeat(400), "out-of-range"],
])("E-6: %s is refused as %s, never stored as a number", (text, code) => {
  expect(tkr(text)).toMatchObject({ code });
});

test("E-6: a share may have decimals, as many as are said", () => {
  const posts = (text: string) => cellNumber(text, { min: -10_000, max: 10_000, decimals: 4 });
  expect([posts("2,5"), posts("0.7525"), posts("1,50000"), posts("1,125")]).toEqual([
    2.5, 0.7525, 1.5, 1.125,
  ]);
  expect(posts("1.125")).toMatchObject({ code: "two-ways" });
  expect(posts("0,12345")).toEqual({ code: "too-many-decimals", params: { decimals: 4 } });
});

test("E-6: a name is a text of one line; a formula is none", () => {
  expect([cellText("  Förskola\n norr ", 20), cellText("", 20)]).toEqual(["Förskola norr", ""]);
  expect(cellText("=1+1", 20)).toMatchObject({ code: "formula" });
  expect(cellText("123456", 5)).toEqual({ code: "too-long", params: { max: 5 } });
});

test("E-6: a month is written as people write it", () => {
  const names = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"];
  const month = (text: string) => cellMonth(text, 2027, names);
  expect(["8", "aug", "Augusti", "2027-08", "202708", "2027-08-01"].map(month)).toEqual(
    Array.from({ length: 6 }, () => ({ month: "2027-08" })),
  );
  expect(month("2028-01")).toEqual({ month: "2028-01" });
  expect(month(" ")).toEqual({ month: undefined });
  expect(["13", "0", "au", "2027-13", "1999-01", "nästa år"].map((text) => month(text))).toEqual(
    Array.from({ length: 6 }, () => ({ code: "not-a-month", params: { year: 2027 } })),
  );
  expect(month("=TODAY()")).toMatchObject({ code: "formula" });
});
