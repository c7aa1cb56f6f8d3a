import { expect, test } from "vitest";
import { MODEL_IN_ENGLISH } from "./model-english.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WheelStep } from "./step.ts";
import { stepWords } from "./step-words.ts";

const SHORT = 24;
const budget = MODEL_WHEEL.find((step) => step.id === "A-8") as WheelStep;

test("A-13, T-1: every step of the model's wheel has its words in English, short enough for the picture", () => {
  expect(Object.keys(MODEL_IN_ENGLISH).sort()).toEqual(MODEL_WHEEL.map((step) => step.id).sort());
  for (const step of MODEL_WHEEL) {
    const { language, ...english } = stepWords(step, "en");
    expect(language).toBe("en");
    expect(english.short.length, step.id).toBeLessThanOrEqual(SHORT);
    expect(english.name, step.id).not.toBe(step.name);
    expect(english.who, step.id).not.toBe(step.who);
    expect(JSON.stringify(english), step.id).not.toMatch(/[åäö]/i);
  }
});

test("A-13: who reads Swedish gets the words as they are written", () => {
  for (const step of MODEL_WHEEL) {
    const { name, short, who } = step;
    expect(stepWords(step, "sv")).toEqual({ name, short, who, language: "sv" });
  }
});

test("A-13, T-1: what a municipality has written stays as it wrote it, and is said to be Swedish", () => {
  const own = { ...budget, who: "Kommunfullmäktige i Åstorp" };
  expect(stepWords(own, "en")).toEqual({
    name: budget.name,
    short: budget.short,
    who: "Kommunfullmäktige i Åstorp",
    language: "sv",
  });
  expect(stepWords({ ...budget, id: "egen" }, "en").language).toBe("sv");
});

test("A-13: other dates and other bodies than the model's do not change its words", () => {
  const moved = { ...budget, due: { month: 11, day: 20 }, bodies: [] };
  expect(stepWords(moved, "en").name).toBe(MODEL_IN_ENGLISH["A-8"]?.name);
});
