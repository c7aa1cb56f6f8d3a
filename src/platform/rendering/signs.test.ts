import { expect, test } from "vitest";
import { signsNotShown, withoutSigns } from "./signs.ts";

const FAULT =
  'Error: the text `\\"漢\\"` could not be displayed with font …, the text `"\\u{7}"` could not be displayed with';

test("T-1: reads from the fault which signs no font has, and shows a square instead", () => {
  const signs = signsNotShown(FAULT);
  expect([...signs]).toEqual(["漢", "\u0007"]);
  expect(JSON.parse(withoutSigns(JSON.stringify({ a: ["漢 och \u0007", 7], b: "kvar" }), signs))).toEqual({
    a: ["□ och □", 7],
    b: "kvar",
  });
  expect(signsNotShown("unknown variable: x").size).toBe(0);
});
