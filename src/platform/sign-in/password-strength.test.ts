import { expect, test } from "vitest";
import { weaknessOf } from "./password-strength.ts";

const ABOUT = ["kommunchef@astorp.example", "Kommunchef", "Åstorps kommun", "1277"];

test.each([
  ["kort", "har 4 tecken och ska ha minst 12"],
  ["åååååååååå", "har 10 tecken"],
  ["password1234", "liknar ett vanligt"],
  ["123456789012", "är vanligt"],
  ["aaaaaaaaaaaaaaaa", "är samma tecken om och om igen"],
  ["Abc123!Abc123!", "om och om igen"],
  ["qwertyuiop12", ""],
  ["Sommar2026!!", ""],
  ["kommunchef2027", "namn, kommun"],
  ["Astorp2027!!", ""],
  ["Åstorps kommun", ""],
  ["kommunchef@astorp.example", ""],
])("T-2: ”%s” is too easy to guess, and the refusal says why and what to do: %s", async (password, why) => {
  const weakness = await weaknessOf(password, ABOUT);
  expect(weakness?.told).toContain(why);
  expect(weakness?.told).toContain("fyra ord som inte hör ihop");
});

test.each([
  "tolv tecken eller fler",
  "korrekt häst batteri häftstift",
  "vX9#kq2LmZ!p",
  "x9x9x9måne skiffer tolk",
])("T-2: ”%s” will do", async (password) => {
  expect(await weaknessOf(password, ABOUT)).toBeUndefined();
});

test("T-2: a long one is judged within a moment", async () => {
  const began = performance.now();
  expect(await weaknessOf("ab1 ".repeat(2_500), ABOUT)).toBeDefined();
  expect(performance.now() - began).toBeLessThan(5_000);
});
