import fc from "fast-check";
import { expect, test } from "vitest";
import { testBody as body } from "../../../organisation/testing/test-body.ts";
import { committeeOf, partFaults, partOf, unitRemarks, withPart } from "./unit-part.ts";

const BODIES = [
  body("kf", "council", null),
  body("bn", "committee", "kf"),
  body("bf", "administration", "bn"),
  body("skola", "unit", "bf"),
  body("a", "unit", "skola"),
  body("b", "unit", "skola"),
  body("bolag", "company", "kf"),
];
const UNITS = ["a", "b", "skola", "bf", null];
const line = fc.record({
  id: fc.stringMatching(/^[a-z]{4}$/),
  name: fc.string({ maxLength: 3 }),
  unit: fc.constantFrom(...UNITS),
  amountTkr: fc.integer({ min: -100, max: 100 }),
});
const lines = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 12 });
const TKR = { amountTkr: 10 };

test("R-2: a unit's part is its own and that of the units within it; the committee is found by whom it works for", () => {
  const split = { lines: UNITS.map((unit, i) => ({ id: `l${i}`, name: "x", unit, ...TKR })) };
  expect(partOf(split, "skola", BODIES).lines.map(({ unit }) => unit)).toEqual(["a", "b", "skola"]);
  expect(partOf(split, "a", BODIES).lines.map(({ unit }) => unit)).toEqual(["a"]);
  expect([committeeOf(BODIES, "a")?.id, committeeOf(BODIES, "bolag")?.id]).toEqual(["bn", undefined]);
});

test("R-2: whatever a unit writes, nothing of anybody else's changes, and its part is what it wrote", () => {
  fc.assert(
    fc.property(lines, lines, fc.boolean(), (all, written, done) => {
      const split = { lines: all };
      const others = all.filter(({ unit }) => unit !== "a");
      const mine = written
        .filter(({ id }) => !others.some((one) => one.id === id))
        .map((one) => ({ ...one, unit: "a" }));
      expect(partFaults<(typeof all)[number], never>(split, "a", { lines: mine, jobs: [] }, BODIES)).toEqual(
        [],
      );
      const after = withPart<(typeof all)[number], never, typeof split>(
        split,
        "a",
        { lines: mine, jobs: [], done },
        BODIES,
      );
      expect(after.lines.filter(({ unit }) => unit !== "a")).toEqual(others);
      const part = partOf(after, "a", BODIES);
      expect(new Set(part.lines)).toEqual(new Set(mine));
      expect(part.done).toBe(done);
      // Written back as it is, nothing changes
      expect(withPart(after, "a", part, BODIES)).toEqual(after);
    }),
  );
});

test("R-2: a line of another unit, or one that has another's name, is refused with its place", () => {
  const split = { lines: [{ id: "theirs", name: "x", unit: "b", ...TKR }] };
  const faults = partFaults(
    split,
    "a",
    {
      lines: [
        { id: "theirs", name: "x", unit: "a", ...TKR },
        { id: "mine", name: "x", unit: "b", ...TKR },
      ],
      jobs: [],
    },
    BODIES,
  );
  expect(faults.map(({ code, at }) => [code, at])).toEqual([
    ["id-twice", "lines.0.id"],
    ["part-elsewhere", "lines.1.unit"],
  ]);
});

test("E-6: a part that comes to more than its unit was given is a deviation; what is given to a unit of somebody else's stops", () => {
  const split = {
    lines: [{ id: "l", name: "x", unit: "a", amountTkr: 120 }],
    units: [
      { id: "a", frameTkr: 100 },
      { id: "b", frameTkr: 0 },
      { id: "bolag", frameTkr: 1 },
    ],
  };
  expect(unitRemarks(split, { year: 2028, body: "bn", bodies: BODIES })).toMatchObject([
    { level: "deviation", code: "unit-over-frame", params: { unit: "a", overTkr: 20 } },
    { level: "stops", code: "line-elsewhere", at: "units.2.id" },
  ]);
});
