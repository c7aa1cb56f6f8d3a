import { expect, test } from "vitest";
import { languageIn, ofTheBrowser } from "./language.ts";

test.each([
  ["sv", "sv"],
  ["EN-gb", "en"],
  ["en", "en"],
  ["svans", undefined],
  ["", undefined],
  [null, undefined],
])("%s is %s", (text, language) => expect(languageIn(text)).toBe(language));

test.each([
  [["en-GB", "sv"], "en"],
  [["fi", "sv-FI", "en"], "sv"],
  [["de", "en"], "en"],
  [["de"], "sv"],
  [[], "sv"],
] as const)("a browser that reads %j is met in %s", (languages, language) =>
  expect(ofTheBrowser(languages)).toBe(language),
);
