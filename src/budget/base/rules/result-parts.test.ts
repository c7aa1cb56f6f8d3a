import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResultInput } from "./result.ts";
import {
  movedParts,
  PART_LINES,
  partRemarks,
  partsForLines,
  type ResultPart,
  withParts,
} from "./result-parts.ts";

const YEARS = [2029, 2030, 2031];
const LINES: ResultInput[] = YEARS.map((year) => ({
  year,
  taxBaseTkr: 3_900_000,
  taxRate: 20.39,
  settlementTkr: -1200,
  equalisationTkr: 300_000,
  centralTkr: -50_000,
  depreciationTkr: -40_000,
  financialNetTkr: -3000,
}));
const PARTS: ResultPart[] = [
  { id: "pensioner", line: "centralTkr", name: "Pensioner", amountsTkr: { 2029: -41_000, 2030: -43_000 } },
  {
    id: "reserv",
    line: "centralTkr",
    name: "KS reserv",
    amountsTkr: { 2029: -5000, 2030: -5000, 2031: -5000 },
  },
];

test("E-7: a line with parts is their sum in each year, a year that a part does not name gives nothing, and other lines stand", () => {
  expect(withParts(LINES, PARTS).map((line) => line.centralTkr)).toEqual([-46_000, -48_000, -5000]);
  expect(withParts(LINES, PARTS).map((line) => line.equalisationTkr)).toEqual([300_000, 300_000, 300_000]);
  expect(withParts(LINES, [])).toEqual(LINES);
});

test("E-9: what a scenario changed a line by becomes a part of its own", () => {
  const changed = withParts(LINES, PARTS).map((line, i) =>
    i === 1 ? { ...line, centralTkr: -40_000 } : line,
  );
  expect(partsForLines(PARTS, changed, "Ändrat i scenario")).toEqual([
    ...PARTS,
    { id: "centraltkr-changed", line: "centralTkr", name: "Ändrat i scenario", amountsTkr: { 2030: 8000 } },
  ]);
});

test("E-8: whatever the lines were made to be, their parts sum to them, again and again", () => {
  const tkr = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const part = fc.record({
    id: fc.constantFrom("a", "b", "centraltkr-changed"),
    line: fc.constantFrom(...PART_LINES),
    name: fc.constant("Del"),
    amountsTkr: fc.dictionary(fc.constantFrom(...YEARS.map(String)), tkr),
  });
  const parts = fc.uniqueArray(part, { selector: ({ id }) => id, maxLength: 3 });
  fc.assert(
    fc.property(parts, fc.array(tkr, { minLength: 3, maxLength: 3 }), (given, central) => {
      const lines = withParts(LINES, given);
      const has = given.some(({ line }) => line === "centralTkr");
      const moved = lines.map((line, i) => ({
        ...line,
        centralTkr: has ? (central[i] as number) : line.centralTkr,
      }));
      const told = partsForLines(given, moved, "Ändrat");
      expect(withParts(moved, told)).toEqual(moved);
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      expect(partsForLines(told, moved, "Ändrat")).toEqual(told);
    }),
  );
});

test("E-7: a year later a part goes on as it changed last; what is of one year, or new, does not change", () => {
  expect(movedParts(PARTS, 2031).map((part) => part.amountsTkr[2032])).toEqual([undefined, -5000]);
  const part = (amountsTkr: Record<string, number>, line: ResultPart["line"] = "centralTkr"): ResultPart => ({
    id: "x",
    line,
    name: "X",
    amountsTkr,
  });
  const moved = (own: ResultPart) => movedParts([own], 2031)[0]?.amountsTkr[2032];
  expect(moved(part({ 2030: -100, 2031: -130 }))).toBe(-160);
  expect(moved(part({ 2030: -100 }))).toBeUndefined();
  expect(moved(part({ 2031: -100 }))).toBe(-100);
  expect(moved(part({ 2030: 10, 2031: 20 }, "settlementTkr"))).toBeUndefined();
});

test("E-7: a part without a name stops a decision, and is told by its number", () => {
  expect(partRemarks([...PARTS, { id: "x", line: "centralTkr", name: " ", amountsTkr: {} }])).toMatchObject([
    { level: "stops", code: "part-without-name", params: { number: 3 }, at: "resultParts.2.name" },
  ]);
});
