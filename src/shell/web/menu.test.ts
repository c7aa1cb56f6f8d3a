import { expect, test } from "vitest";
import { pageExists } from "../../platform/ui/page-exists.ts";
import { chapterOf, menu } from "./menu.ts";
import { isBare } from "./of-installation.ts";
import { pages } from "./pages.ts";

const declared = menu.flatMap((chapter) => chapter.pages);
const paths = pages.map(({ path }) => path);
const filled = (address: string) => address.replace("$body", "socialnamnden").replace("$year", "2027");

test("§4: every page that needs no name of a thing is declared once by its chapter, and so stands in the menu or is found", () => {
  const plain = paths.filter((path) => !path.includes("$") && !isBare(path));
  expect(plain.length).toBeGreaterThan(20);
  const addresses = declared.map(({ address }) => address).filter((address) => !address.includes("$"));
  expect([...addresses].sort()).toEqual([...plain].sort());
});

test("§4: every address that a menu declares has a page, in the chapter that it stands in", () => {
  for (const chapter of menu) {
    expect(chapter.pages[0]?.address).toBe(chapter.path);
    for (const { address, aside } of chapter.pages) {
      expect(pageExists(paths, filled(address)), address).toBe(true);
      if (!aside) expect(chapterOf(filled(address)), address).toBe(chapter);
    }
  }
});

test("§4: no two pages of a chapter have one name, in either language", () => {
  for (const { pages: own } of menu)
    for (const language of ["sv", "en"] as const)
      expect(new Set(own.map(({ names }) => names[language])).size).toBe(own.length);
});
