import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { swedish } from "../budget/document/texts.ts";
import { reportTexts } from "../followup/paper/texts.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { DOCUMENTS, type House, readHouse } from "./testing/house.ts";
import { MEANINGS } from "./testing/meanings.ts";

const { say, sayInBook } = swedish;

let a: Astorp;
let house: House;
beforeAll(async () => {
  a = await astorp("spring");
  house = await readHouse(a);
}, 240_000);
afterAll(() => a.stop());

/** What stands in the documents' tables that is no meaning of its own: inputs, what is counted from them, what people wrote. */
const IN_DOCUMENTS = new Set([
  say("sources"),
  say("index-table"),
  say("people-table"),
  say("restoring-table"),
  // Sums of the lines of one name, held by at-a-glance.test.ts
  say("glance-rises"),
  say("glance-cuts"),
  ...[2027, 2028, 2029, 2030].flatMap((year) => [
    say("demography-table", { year }),
    say("indexation-table", { year }),
    say("one-off-table", { year }),
  ]),
]);
const OTHER_TITLES = [/: övriga justeringar, tkr$/, /: internbudget \d{4}, tkr$/, /^Indikatorer: /];
const SHEETS = new Set([
  sayInBook("result"),
  sayInBook("position"),
  sayInBook("goals"),
  sayInBook("companies"),
  ...[2027, 2028, 2029, 2030].map((year) => sayInBook("frames", { year })),
]);
/** Tables of a report that tell of goals and staff, not of money. */
const IN_REPORTS = new Set([
  reportTexts.indicators,
  reportTexts["staff-figures"],
  reportTexts["strategic-goals"],
  reportTexts.contributing,
  reportTexts.goals,
]);

describe("E-8, U-10: a figure with one meaning is the same wherever it stands", () => {
  test.each(MEANINGS.map((meaning) => [meaning.name, meaning] as const))("%s", (_, { places }) => {
    const byFigure = new Map<string, Map<string, number | undefined>>();
    for (const [place, read] of Object.entries(places)) {
      const readings = read(house);
      expect(readings.length, `${place} holds nothing`).toBeGreaterThan(0);
      for (const { of, value } of readings) {
        const places = byFigure.get(of) ?? new Map<string, number | undefined>();
        expect(places.get(place) ?? value, `${of} twice in ${place}`).toBe(value);
        byFigure.set(of, places.set(place, value));
      }
    }
    const differing = [...byFigure].flatMap(([of, at]) => {
      const values = new Set(at.values());
      return values.size === 1 && !values.has(undefined) ? [] : [{ of, ...Object.fromEntries(at) }];
    });
    expect(differing).toEqual([]);
    // A figure that is read in one place alone is held against nothing
    expect([...byFigure].filter(([, at]) => at.size < 2).map(([of]) => of)).toEqual([]);
  });

  test.each(DOCUMENTS)("every figure of the budget document as %s has been read", (form) => {
    const otherwise = (title: string, row: string) =>
      IN_DOCUMENTS.has(title) ||
      OTHER_TITLES.some((other) => other.test(title)) ||
      (title === say("tax-table") && (row === say("tax-base-growth") || row.startsWith("– ")));
    for (const { ref, documents } of house.budgets)
      expect(documents[form].unread(otherwise), `${form} ${ref}`).toEqual([]);
  });

  test("every figure of the workbook's results, position, goals and allocations has been read", () => {
    const otherwise = (title: string, row: string) =>
      !SHEETS.has(title) || row === sayInBook("change") || row === "";
    for (const { ref, workbook } of house.budgets)
      expect(
        workbook.unread(otherwise).filter((cell) => !cell.includes(`· ${sayInBook("change")}:`)),
        ref,
      ).toEqual([]);
  });

  test("every amount of the reports' tables as PDF has been read", () => {
    for (const { ref, pdf } of house.reports)
      expect(
        pdf.unread((title) => IN_REPORTS.has(title)),
        ref,
      ).toEqual([]);
  });
});
