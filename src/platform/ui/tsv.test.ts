import { expect, test } from "vitest";
import { toTsv } from "./tsv.ts";

test("T-4: a table copied to a spreadsheet keeps its numbers as numbers and its texts whole", () => {
  expect(
    toTsv(
      [
        ["Nämnd", "Ram, tkr"],
        ["Socialnämnden", -412345],
        ['Säger "hej"\tdå', 1.5],
        ["Tom", null],
      ],
      "sv",
    ),
  ).toBe('Nämnd\tRam, tkr\r\nSocialnämnden\t-412345\r\n"Säger ""hej""\tdå"\t1,5\r\nTom\t');
  expect(toTsv([[1.5]], "en")).toBe("1.5");
});
