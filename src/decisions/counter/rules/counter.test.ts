import { describe, expect, test } from "vitest";
import { Sentence } from "../../rules/sentence.ts";
import { adoptedFaults, counterText, fallen } from "./counter.ts";

const laid = {
  matterId: "budget:kommunfullmaktige:2028",
  number: 1,
  version: 1,
  organId: "kommunfullmaktige",
  party: "Partigrupp A",
  sentence: "Två fritidsgårdar till",
  text: "",
  scenario: null,
  content: null,
  laidBy: "kf-sekreterare",
  laidOn: "2027-11-20",
};
const standing = [
  { number: 1, party: "A", sha256: "a" },
  { number: 3, party: "B", sha256: "b" },
];

describe("R-5: a counter-proposal's hash holds all that it says", () => {
  test.each(Object.keys(laid))("%s", (field) => {
    const other = typeof laid[field as keyof typeof laid] === "number" ? 9 : "annat";
    expect(counterText({ ...laid, [field]: other })).not.toBe(counterText(laid));
  });
  test("and nothing else", () => {
    expect(counterText({ ...laid, withdrawnOn: "2027-11-21" } as never)).toBe(counterText(laid));
  });
});

describe("§3.2: how counter-proposals fall", () => {
  test("the adopted one is adopted and the others are voted down", () => {
    expect(fallen(standing, 3).map(({ party, outcome }) => [party, outcome])).toEqual([
      ["A", "voted-down"],
      ["B", "adopted"],
    ]);
    expect(fallen(standing, undefined).map(({ outcome }) => outcome)).toEqual(["voted-down", "voted-down"]);
    expect(fallen([], undefined)).toEqual([]);
  });
  test("adopted is only one that stands, and that the meeting has written in", () => {
    const codes = (adopted: number | undefined, changed: boolean) =>
      adoptedFaults(standing, adopted, changed).map(({ code }) => code);
    expect(codes(undefined, false)).toEqual([]);
    expect(codes(2, true)).toEqual(["counter-not-there"]);
    expect(codes(1, false)).toEqual(["counter-not-written"]);
    expect(codes(1, true)).toEqual([]);
  });
});

describe("§3.2: one sentence", () => {
  test("has no line breaks, and 10–200 characters", () => {
    expect(Sentence.parse("  Fler speciallärare:\n  +1 500 tkr\ttill bildningsnämnden ")).toBe(
      "Fler speciallärare: +1 500 tkr till bildningsnämnden",
    );
    expect(Sentence.safeParse("x".repeat(200)).success).toBe(true);
    expect(Sentence.safeParse("x".repeat(201)).success).toBe(false);
    expect(Sentence.safeParse("123456789 ").success).toBe(false);
    expect(Sentence.safeParse("\u200b".repeat(12)).success).toBe(false);
  });
});
