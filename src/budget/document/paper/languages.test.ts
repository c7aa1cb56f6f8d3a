import { describe, expect, test } from "vitest";
import { plainText } from "../../../kernel/paper.ts";
import { sampleFacts } from "../testing/budget-facts.ts";
import { figuresOf, ownWords, shownOf, swedishAmong } from "../testing/two-languages.ts";
import { wordsIn } from "../texts.ts";
import { budgetPaper } from "./paper.ts";

const facts = sampleFacts((budget) => {
  budget.exceptional = { reasons: "En tillfällig nedgång.\n\nSå är det.", restoringPlan: "Åter 2029." };
  Object.assign(budget.input.services[0] as object, { name: "Öppen förskola" });
  Object.assign(budget.input.adjustments[0] as object, { text: "Ny båt", oneOff: true });
  Object.assign(budget.financialGoals[1] as object, { targets: { 2028: 49 } });
});
const [sv, en] = [budgetPaper(facts, wordsIn("sv")), budgetPaper(facts, wordsIn("en"))];
/** Beside what the Swedish has: that the document is in Swedish. */
const shown = shownOf(en).filter((one) => one !== en.facts.at(-1));

describe("T-1: the budget document told in English", () => {
  test("has every figure of the document, in the same place", () => {
    expect(en.language).toBe("en");
    expect(figuresOf(shown)).toEqual(figuresOf(shownOf(sv)));
    expect(en.facts.at(-1)).toMatch(/is a document in Swedish/);
  });

  test("says nothing of its own in Swedish, and the Swedish document nothing in parts", () => {
    expect(swedishAmong(ownWords(shownOf(sv))).length).toBeGreaterThan(300);
    expect(swedishAmong(ownWords(shown))).toEqual([]);
    expect(shownOf(sv).filter(Array.isArray)).toEqual([]);
  });

  test("marks what the municipality has written as Swedish, within a sentence too", () => {
    const written = shown
      .flat()
      .flatMap((part) => (typeof part === "object" && "language" in part ? [part] : []));
    expect(new Set(written.map(({ language }) => language))).toEqual(new Set(["sv"]));
    const texts = written.map(({ text }) => text);
    const { budget, bodies } = facts;
    for (const text of [
      "Ny båt",
      "Öppen förskola",
      budget.soundEconomy,
      budget.exceptional?.reasons,
      budget.financialGoals[0]?.text,
      budget.investments[0]?.name,
      ...bodies.map(({ name }) => name),
    ])
      expect(texts).toContain(text);
    expect(shown).toContainEqual([{ text: "Ny båt", language: "sv" }, " (one-off)"]);
  });

  test("writes numbers, amounts and days as English does", () => {
    const all = shown
      .map((one) => (typeof one === "object" && "number" in one ? "" : plainText(one)))
      .join("\n");
    expect(all).toContain("23 November 2026");
    expect(all).toMatch(/The allocations grow by SEK [\d,]+ thousand/);
    expect(all).toMatch(/at least 40\.0%/);
    expect(all).not.toMatch(/\d\u00a0\d/);
  });

  test("U-10: its headings are found by the names that they have in the document", () => {
    const names = (paper: typeof sv) =>
      paper.chapters.map(({ title, name, blocks }) => [
        name ?? plainText(title),
        ...blocks.flatMap((block) => (block.kind === "heading" ? [block.name ?? plainText(block.text)] : [])),
      ]);
    expect(names(en)).toEqual(names(sv));
  });
});
