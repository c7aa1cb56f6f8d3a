import { expect, test } from "vitest";
import { changeText, dayText, monthText, numberText } from "./format.ts";

test("T-1: numbers have a thin space between thousands and a real minus sign", () => {
  expect(numberText(1_234_567, "sv")).toBe("1\u00a0234\u00a0567");
  expect(numberText(-1234, "sv")).toBe("\u22121\u00a0234");
  expect(numberText(-1234, "en")).toBe("\u22121\u00a0234");
  expect(numberText(20.29, "sv", 2)).toBe("20,29");
  expect(numberText(-0, "sv")).toBe("0");
});

test("T-1: a change always carries its sign", () => {
  expect(changeText(1200, "sv")).toBe("+1\u00a0200");
  expect(changeText(-300, "sv")).toBe("\u2212300");
  expect(changeText(0, "sv")).toBe("0");
});

test("T-1: days and months are written out, whatever zone the reader sits in", () => {
  expect(dayText("2027-04-26", "sv")).toBe("26 april 2027");
  expect(dayText("2027-04-26", "sv", "short")).toBe("26 apr.");
  expect(dayText("no day", "sv")).toBe("no day");
  expect(monthText(11, "sv")).toBe("november");
  expect(monthText(1, "en", "short")).toBe("Jan");
});
