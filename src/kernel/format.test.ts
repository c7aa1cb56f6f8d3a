import { expect, test } from "vitest";
import { changeText, dayText, groupedInText, monthText, numberText, tkrText, unbroken } from "./format.ts";

test("T-1: numbers have their thousands apart as the language has them, and a real minus sign", () => {
  expect(numberText(1_234_567, "sv")).toBe("1\u00a0234\u00a0567");
  expect(numberText(-1234, "sv")).toBe("\u22121\u00a0234");
  expect(numberText(-1234.5, "en", 1)).toBe("\u22121,234.5");
  expect(numberText(20.29, "sv", 2)).toBe("20,29");
  expect(numberText(-0, "sv")).toBe("0");
});

test("T-1: a change always carries its sign", () => {
  expect(changeText(1200, "sv")).toBe("+1\u00a0200");
  expect(changeText(-300, "sv")).toBe("\u2212300");
  expect(changeText(0, "sv")).toBe("0");
});

test("T-1: thousands of kronor are named as those who read the language name them", () => {
  expect(tkrText(1200, "sv")).toBe("1\u00a0200 tkr");
  expect(tkrText(1200, "sv", true)).toBe("+1\u00a0200 tkr");
  expect(tkrText(1200, "en")).toBe("SEK 1,200 thousand");
  expect(tkrText(-1200, "en", true)).toBe("SEK \u22121,200 thousand");
});

test("T-1: days and months are written out, whatever zone the reader sits in", () => {
  expect(dayText("2027-04-26", "sv")).toBe("26 april 2027");
  expect(dayText("2028-11-30", "en")).toBe("30 November 2028");
  expect(dayText("2027-04-26", "sv", "short")).toBe("26 apr.");
  expect(dayText("no day", "sv")).toBe("no day");
  expect(monthText(11, "sv")).toBe("november");
  expect(monthText(1, "en", "short")).toBe("Jan");
});

test.each([
  ["underskottet är 1440 tkr", "underskottet är 1\u00a0440 tkr"],
  ["-12008 tkr saknas", "\u221212\u00a0008 tkr saknas"],
  ["1234567,50 kr till 2000 personer", "1\u00a0234\u00a0567,50 kr till 2\u00a0000 personer"],
  ["999 tkr", "999 tkr"],
  ["1\u00a0440 tkr", "1\u00a0440 tkr"],
  ["Budgeten 2030 är klar, 2031 tkr återstår", "Budgeten 2030 är klar, 2\u00a0031 tkr återstår"],
  ["konto 5010 kraftvärme", "konto 5010 kraftvärme"],
  ["2027-2030 tkr", "2027-2030 tkr"],
  ["KS 2028/1440 kr", "KS 2028/1440 kr"],
])("T-1: amounts in running text are read in threes: %s", (text, read) =>
  expect(groupedInText(text, "sv")).toBe(read),
);

test.each([
  ["12345 rows in 2030", "12,345 rows in 2030"],
  ["in 2028 SEK 30402 thousand higher", "in 2028 SEK 30,402 thousand higher"],
  ["the deficit is SEK 1440 thousand", "the deficit is SEK 1,440 thousand"],
  ["a price of SEK -12345.50 in 2028", "a price of SEK \u221212,345.50 in 2028"],
  ["net SEK 1250500.", "net SEK 1,250,500."],
])("T-1: and in English: %s", (text, read) => expect(groupedInText(text, "en")).toBe(read));

test.each([
  ["Säker skolväg: 1 400 tkr, § 71", "Säker skolväg: 1\u00a0400\u00a0tkr, §\u00a071"],
  ["Årskurs 3 når 88 procent 2028", "Årskurs 3 når 88\u00a0procent 2028"],
  ["minst 20,29 procent", "minst 20,29\u00a0procent"],
])("T-1: an amount and a paragraph stay on one line: %s", (text, read) => expect(unbroken(text)).toBe(read));
