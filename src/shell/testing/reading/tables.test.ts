import { describe, expect, test } from "vitest";
import { numberIn, Tables } from "./tables.ts";

const read = () =>
  new Tables([
    {
      title: "Ramar 2027, tkr",
      columns: ["Nämnd", "Ram 2026", "Ram 2027"],
      rows: [
        ["Bygg och miljönämnden", "18\u00a0150", "−18 594"],
        ["Summa", "1,5", "–"],
      ],
    },
  ]);

describe("E-8: a document's tables as they are read to be held against each other", () => {
  test.each([
    ["18 594", 18594],
    ["18\u00a0594", 18594],
    ["−24 295", -24295],
    ["2,1 % (mål 2 %)", 2.1],
    ["–", undefined],
    ["", undefined],
    ["minst 1 %", undefined],
  ])("%j is %s", (text, number) => expect(numberIn(text)).toBe(number));

  test("a figure is found by table, row and column, though a line was broken at its hyphen", () => {
    expect(read().at("Ramar 2027, tkr", "Bygg- och miljönämnden", "Ram 2027")).toBe(-18594);
    expect(read().at("Ramar 2027, tkr", "Summa", "Ram 2027")).toBeUndefined();
    expect(read().at("Ramar 2028, tkr", "Summa", "Ram 2026")).toBeUndefined();
  });

  test("a figure that nobody has read is told, and no other", () => {
    const tables = read();
    tables.at("Ramar 2027, tkr", "Bygg- och miljönämnden", "Ram 2026");
    expect(tables.unread(() => false)).toEqual([
      "Ramar 2027, tkr · Bygg och miljönämnden · Ram 2027: −18 594",
      "Ramar 2027, tkr · Summa · Ram 2026: 1,5",
    ]);
    expect(tables.unread((title) => title === "Ramar 2027, tkr")).toEqual([]);
  });
});
