import { expect, test } from "vitest";
import { budgetInWords } from "./in-words.ts";

const names: Record<string, string> = { b: "Bildningsnämnden", s: "Socialnämnden", k: "Kommunstyrelsen" };
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const of = {
  kind: "Budget",
  year: 2028,
  opening: { b: 100_000, s: 90_000, k: 20_000 },
  nameOf: (id: string) => names[id] ?? id,
};
const now = { taxRate: 20.29, resultTkr: 8_400, frames: { b: 103_500, s: 91_000, k: 19_100 } };

test("E-1: the first decision says the biggest rise and cut from the year before, the result and the tax rate", () => {
  expect(plain(budgetInWords(now, { ...of, before: undefined }))).toBe(
    "Budget 2028: +3 500 tkr till bildningsnämnden, −900 tkr för kommunstyrelsen, resultat 8 400 tkr, skattesats 20,29",
  );
});

test("E-5: a change says what it changes of what was decided, and no more", () => {
  const before = {
    ...now,
    taxRate: 20.19,
    resultTkr: 10_400,
    frames: { ...now.frames, s: 90_100, b: 102_000 },
  };
  expect(plain(budgetInWords(now, { ...of, before }))).toBe(
    "Budget 2028 ändras: +1 500 tkr till bildningsnämnden, resultatet går från 10 400 till 8 400 tkr, skattesatsen ändras från 20,19 till 20,29",
  );
  expect(plain(budgetInWords(now, { ...of, before: now }))).toBe(
    "Budget 2028 ändras utan att någon ram ändras; resultat 8 400 tkr, skattesats 20,29",
  );
});
