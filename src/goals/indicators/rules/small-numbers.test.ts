import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST_SHOWN, hiddenParts, isFew, type Part } from "./small-numbers.ts";
import { shownParts, spreadsOf } from "./spread.ts";

const part = (over: Partial<Part>): Part => ({
  sex: null,
  unit: null,
  area: null,
  value: 80,
  people: 30,
  ...over,
});

test("P-6: what fewer than five people stand behind is hidden; nobody at all is nobody", () => {
  expect(isFew({ value: 100, people: 4 }, "people")).toBe(true);
  expect(isFew({ value: 100, people: 5 }, "people")).toBe(false);
  expect(isFew({ value: 3, people: null }, "number-of-people")).toBe(true);
  expect(isFew({ value: 0, people: null }, "number-of-people")).toBe(false);
  expect(isFew({ value: 3, people: 2 }, "other")).toBe(false);
});

test("P-6: where one alone would be missing the smallest of the others goes with it, so that none can be counted out", () => {
  const [a, b, c] = [
    part({ unit: "a", people: 3 }),
    part({ unit: "b", people: 12 }),
    part({ unit: "c", people: 40 }),
  ] as const;
  expect([...hiddenParts([a, b, c], "people")]).toEqual([a, b]);
  const sexes = [
    part({ unit: "a", sex: "women", people: 3 }),
    part({ unit: "a", sex: "men", people: 20 }),
    part({ unit: "b", sex: "women", people: 20 }),
    part({ unit: "b", sex: "men", people: 25 }),
  ];
  // The other sex of the unit, and then the same sexes elsewhere
  expect(hiddenParts(sexes, "people").size).toBe(4);
});

const parts = fc.uniqueArray(
  fc.record({
    sex: fc.constantFrom(null, "women" as const, "men" as const),
    unit: fc.constantFrom(null, "a", "b", "c"),
    area: fc.constantFrom(null, "norr", "söder"),
    value: fc.integer({ min: 0, max: 100 }),
    people: fc.integer({ min: 0, max: 12 }),
  }),
  {
    selector: ({ sex, unit, area }) => JSON.stringify([sex, unit, area]),
    maxLength: 24,
  },
);

test("P-6: no row has one alone hidden, and nothing that few stand behind is ever shown", () => {
  fc.assert(
    fc.property(parts, (all) => {
      const hidden = hiddenParts(all, "people");
      for (const one of all)
        if (one.people > 0 && one.people < FEWEST_SHOWN) expect(hidden.has(one)).toBe(true);
      for (const side of ["sex", "unit", "area"] as const) {
        const rest = (["sex", "unit", "area"] as const).filter((other) => other !== side);
        const rows = Map.groupBy(
          all.filter((one) => one[side] !== null),
          (one) => JSON.stringify(rest.map((other) => one[other])),
        );
        for (const row of rows.values())
          if (row.length > 1) expect(row.filter((one) => hidden.has(one)).length).not.toBe(1);
      }
      const shown = shownParts(
        all.map((one) => ({ ...one, day: "2028-06-15" as const, year: 2028 })),
        "people",
      );
      for (const one of shown) if (one.hidden) expect([one.value, one.people]).toEqual([null, null]);
      expect(shown.filter((one) => one.hidden)).toHaveLength(hidden.size);
    }),
  );
});

test("P-6: the spread is told between the highest and the lowest that are shown, by each thing, of the latest day", () => {
  const day = "2028-06-15" as const;
  const dated = (one: Part, on: "2027-06-15" | "2028-06-15" = day) => ({ ...one, day: on, year: 2028 });
  const shown = shownParts(
    [
      dated(part({ unit: "a", value: 69.1 })),
      dated(part({ unit: "b", value: 91.3 })),
      dated(part({ unit: "c", value: 100, people: 2 })),
      dated(part({ unit: "d", value: 50, people: 6 })),
      dated(part({ unit: "a", value: 10 }), "2027-06-15"),
      dated(part({ sex: "women", value: 88 })),
      dated(part({ sex: "men", value: 80 })),
    ],
    "people",
  );
  const [sex, unit] = spreadsOf(shown);
  expect([sex?.by, sex?.difference]).toEqual(["sex", 8]);
  expect([unit?.by, unit?.difference, unit?.day]).toEqual(["unit", 22.2, day]);
  expect(unit?.parts.map(({ unit: id, value }) => [id, value])).toEqual([
    ["a", 69.1],
    ["b", 91.3],
    ["c", null],
    ["d", null],
  ]);
});
