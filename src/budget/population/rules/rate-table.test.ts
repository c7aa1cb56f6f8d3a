import { describe, expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { defaultAssumptions } from "./default-assumptions.ts";
import { AGES } from "./population.ts";
import { fertilityRates, RATE_COLUMNS, readRates } from "./rate-table.ts";

const given = defaultAssumptions(undefined);
const rates = { ...given, fertilityCurve: fertilityRates(given) };
const lines = Array.from({ length: AGES }, (_, age) =>
  [
    age === 100 ? "100+" : String(age),
    ...RATE_COLUMNS.map(({ of }) => String(rates[of][age]).replace(".", ",")),
  ].join("\t"),
);
const faults = (text: string) => {
  const read = readRates(text);
  return "faults" in read ? read.faults.map(({ code, at }) => `${at}: ${code}`) : [];
};

describe("E-3: rates by age are taken from a spreadsheet, all or none", () => {
  test("what is copied out can be pasted back", () => {
    const read = readRates(["Ålder\tFödda", ...lines].join("\n"));
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    expect(read.table.mortalityMen).toEqual(given.mortalityMen);
    expect(read.table.inCurve).toEqual(given.inCurve);
    expect(read.table.childrenPerWoman).toBe(1.6);
    expect(sumOf(read.table.fertilityCurve)).toBeCloseTo(1.6, 5);
  });
  test("the smallest rates are taken as a spreadsheet writes them, and a sum below is left out", () => {
    const all = [...lines, "Summa\t1,6\t0\t0\t0\t0"];
    all[5] = "5\t0\t1,2E-05\t0\t0\t0";
    const read = readRates(all.join("\r\n"));
    expect("table" in read && read.table.mortalityWomen[5]).toBe(0.000012);
  });
  test.each([
    ["a text", (all: string[]) => all.splice(3, 1, "3\tnej\t0\t0\t0\t0"), ["B4: cell-not-a-rate"]],
    ["a rate above 1", (all: string[]) => all.splice(3, 1, "3\t0\t0\t1,5\t0\t0"), ["D4: cell-not-a-rate"]],
    ["a negative one", (all: string[]) => all.splice(3, 1, "3\t0\t0\t-0,5\t0\t0"), ["D4: cell-not-a-rate"]],
    ["a column missing", (all: string[]) => all.splice(3, 1, "3\t0\t0\t0\t0"), ["F4: cell-not-a-rate"]],
    ["an age missing", (all: string[]) => all.splice(3, 1), ["A1: rates-missing-ages"]],
    ["an age twice", (all: string[]) => all.splice(3, 0, lines[2] as string), ["A4: rates-age-twice"]],
    [
      "an age that is none",
      (all: string[]) => all.splice(3, 1, "3x\t0\t0\t0\t0\t0"),
      ["A4: cell-not-an-age", "A1: rates-missing-ages"],
    ],
    ["a formula", (all: string[]) => all.splice(3, 1, "3\t=B3\t0\t0\t0\t0"), ["B4: cell-not-a-rate"]],
    [
      "what is not a number",
      (all: string[]) => all.splice(3, 1, "3\tNaN\t0\t0\t0\t0"),
      ["B4: cell-not-a-rate"],
    ],
    ["no end", (all: string[]) => all.splice(3, 1, "3\t1e400\t0\t0\t0\t0"), ["B4: cell-not-a-rate"]],
    [
      "another separator",
      (all: string[]) => all.splice(0, all.length, ...lines.map((l) => l.replaceAll("\t", "|"))),
      undefined,
    ],
    ["ten megabytes", (all: string[]) => all.push("x".repeat(10_000_000)), ["A301: rates-too-large"]],
    ["nothing", (all: string[]) => all.splice(0), ["A1: rates-missing-ages"]],
  ] as [string, (all: string[]) => unknown, string[] | undefined][])(
    "%s is refused, and its cell is named",
    (_what, change, expected) => {
      const all = [...lines];
      change(all);
      const found = faults(all.join("\n"));
      if (expected) expect(found).toEqual(expected);
      else expect(found[0]).toBe("A1: cell-not-an-age");
    },
  );
});
