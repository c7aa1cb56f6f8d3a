import { expect, test } from "vitest";
import { paragraphsIn, plainText, together } from "./paper.ts";

test("T-1: paragraphs are parted alike whether words are in one language or two", () => {
  const written = { text: "Fler läser.\n \nRad ett\nrad två", language: "sv" } as const;
  const text = together(["Effect: ", [written], " Met."]);
  expect(paragraphsIn(text)).toEqual([
    ["Effect: ", { text: "Fler läser.", language: "sv" }],
    [{ text: "Rad ett\nrad två", language: "sv" }, " Met."],
  ]);
  expect(paragraphsIn(text).map(plainText)).toEqual(paragraphsIn(plainText(text)));
  expect(paragraphsIn([{ text: "", language: "sv" }])).toEqual([]);
});

test("texts of one language are one text", () => {
  expect(together(["Met", " in 2027"])).toBe("Met in 2027");
});
