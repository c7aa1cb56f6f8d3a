import { expect, test } from "vitest";
import { readValueTable, type TableFor, type ValueTable } from "./value-table.ts";

const OF: TableFor = {
  day: "2028-05-10",
  today: "2028-05-15",
  unit: "procent",
  measures: "people",
  units: [
    { id: "hyllinge-skola", name: "Hyllinge skola" },
    { id: "kvidinge-skola", name: "Kvidinge skola" },
  ],
};
const table = (text: string): string[][] => text.split("\n").map((line) => line.split("\t"));
const read = (text: string, of: Partial<TableFor> = {}) => readValueTable(table(text), { ...OF, ...of });
const codes = (found: ValueTable) =>
  "faults" in found ? found.faults.map(({ code, at }) => [code, at]) : [];

test("V-7: a row a value, with its unit, sex, people, day and note", () => {
  const found = read(
    "Läsning i åk 3\nEnhet\tKön\tVärde\tAntal\tDag\tAnteckning\nHyllinge skola\tFlickor\t84,5\t31\t2028-05-02\tTvå prov saknas\nTotalt\t\t79 %\t200\t\t",
  );
  expect(found).toEqual({
    notes: [],
    rows: [
      {
        day: "2028-05-02",
        from: null,
        to: null,
        sex: "women",
        unit: "hyllinge-skola",
        area: null,
        value: 84.5,
        people: 31,
        note: "Två prov saknas",
      },
      {
        day: "2028-05-10",
        from: null,
        to: null,
        sex: null,
        unit: null,
        area: null,
        value: 79,
        people: 200,
        note: null,
      },
    ],
  });
});

test("P-6: a row a unit, with a column for each sex and for all", () => {
  const found = read(
    "Skola\tFlickor\tAntal flickor\tPojkar\tAntal pojkar\tTotalt\tAntal\tRektor\nKvidinge skola\t88\t20\t79\t18\t84\t38\tNågon",
  );
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  expect(found.rows.map(({ sex, value, people }) => [sex, value, people])).toEqual([
    ["women", 88, 20],
    ["men", 79, 18],
    [null, 84, 38],
  ]);
  expect(found.notes.map(({ code, params }) => [code, params])).toEqual([
    ["values-column-left", { heading: "Rektor", cell: "H1" }],
  ]);
});

test("V-7: a period says which days a value speaks of, and the value is of its last day or of today", () => {
  const found = read("Period\tVärde\n2028-04\t80\n2028\t81");
  if ("faults" in found) throw new Error("faults");
  expect(found.rows.map(({ day, from, to }) => [day, from, to])).toEqual([
    ["2028-04-30", "2028-04-01", "2028-04-30"],
    ["2028-05-15", "2028-01-01", "2028-12-31"],
  ]);
});

test.each([
  ["no headings", "Hyllinge\t84", [["values-no-heading", undefined]]],
  ["no number", "Värde\nmånga", [["values-not-a-number", "A2"]]],
  ["another unit of measure", "Värde\n8 kr", [["values-not-a-number", "A2"]]],
  ["a unit that is not", "Enhet\tVärde\tAntal\nSolskolan\t8\t9", [["values-unknown-unit", "A2"]]],
  ["a sex that is not", "Kön\tVärde\tAntal\nx\t8\t9", [["values-unknown-sex", "A2"]]],
  ["a day that is not", "Dag\tVärde\ni går\t8", [["values-not-a-day", "A2"]]],
  ["a period that is not", "Period\tVärde\nT9 2028\t8", [["values-not-a-period", "A2"]]],
  ["a day that has not been", "Dag\tVärde\n2028-06-01\t8", [["values-in-future", "B2"]]],
  ["people that are none", "Värde\tAntal\n8\tmånga", [["values-not-people", "B2"]]],
  ["nobody knows of how many", "Kön\tVärde\nFlickor\t8", [["values-people-missing", "B2"]]],
  ["so few in all that it is never shown", "Värde\tAntal\n8\t4", [["values-few-in-all", "A2"]]],
  ["the same twice", "Värde\n8\n9", [["values-twice", "A3"]]],
  ["nothing", "Värde\n\n", [["values-none", undefined]]],
])("V-7: refused with its cell: %s", (_name, text, expected) => {
  expect(codes(read(text))).toEqual(expected);
});

test("V-7: no more than a thousand values at once, and no more than twenty faults told", () => {
  const rows = (count: number, value: string) =>
    ["Område\tVärde\tAntal", ...Array.from({ length: count }, (_, i) => `Område ${i}\t${value}\t9`)].join(
      "\n",
    );
  expect(codes(read(rows(1001, "8")))).toEqual([["values-too-many", undefined]]);
  expect(codes(read(rows(500, "x")))).toHaveLength(20);
  expect("rows" in read(rows(1000, "8"))).toBe(true);
});

test("V-7: what does not speak of people needs no count of them", () => {
  const found = read("Område\tVärde\nNorr\t8", { measures: "other" });
  expect("rows" in found).toBe(true);
});
