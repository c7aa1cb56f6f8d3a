import fc from "fast-check";
import { expect, test } from "vitest";
import type { Adjustment, AllocationInput } from "./allocation-input.ts";
import { liftBudget, withRowIds } from "./row-ids.ts";

const adjustment = (text: string, amountTkr: number, more: Partial<Adjustment> = {}): Adjustment => ({
  body: "skola",
  year: 2027,
  amountTkr,
  text,
  ...more,
});
const inputOf = (adjustments: readonly Adjustment[]): AllocationInput => ({
  years: [2027],
  bodies: ["skola"],
  base: { skola: 1 },
  oneOffs: [],
  population: {},
  services: [],
  indexation: [{ body: "skola", kind: "wages", baseTkr: 100, rate: { 2027: 0.03 } }],
  adjustments,
});
const idsOf = (input: AllocationInput) => withRowIds(input).adjustments.map(({ id }) => id);

test("E-9: a row's id follows from what it says, not from where it stands", () => {
  const [a, b, c] = [adjustment("Bussar", -500), adjustment("Måltider", 300), adjustment("", 300)];
  const before = idsOf(inputOf([a, b, c]));
  expect(new Set(before).size).toBe(3);
  expect(idsOf(inputOf([b, c]))).toEqual(before.slice(1));
  expect(idsOf(inputOf([adjustment("Ny", 1), a, b, c])).slice(1)).toEqual(before);
  // A sign tells rows apart, as does the year
  expect(idsOf(inputOf([adjustment("Bussar", 500)]))).not.toEqual(before.slice(0, 1));
});

test("E-9: an id that is there is kept, and one that two rows have is one row's alone", () => {
  const own = adjustment("Bussar", -500, { id: "bussar" });
  const other = adjustment("Måltider", 300, { id: "bussar" });
  const [first, second] = idsOf(inputOf([own, other]));
  expect(first).toBe("bussar");
  expect(second).toMatch(/^rad-[a-z0-9]{11}$/);
  const whole = withRowIds(inputOf([own]));
  expect(withRowIds(whole)).toBe(whole);
});

test("E-9: every row has an id of its own, and having them changes none", () => {
  const row = fc.record({
    body: fc.constantFrom("skola", "vard"),
    year: fc.constantFrom(2027, 2028),
    amountTkr: fc.integer({ min: -2, max: 2 }),
    id: fc.constantFrom(undefined, "a", "b"),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const once = withRowIds(inputOf(rows as Adjustment[]));
      const ids = once.adjustments.map(({ id }) => id);
      expect(new Set(ids).size).toBe(rows.length);
      expect(ids).not.toContain(undefined);
      expect(withRowIds(once)).toBe(once);
    }),
  );
});

test("E-9: content that holds no input is left as it is, for its own check to tell of", () => {
  for (const content of [null, 7, {}, { input: null }, { input: { adjustments: [null], indexation: [] } }])
    expect(liftBudget(content)).toBe(content);
});
