import { expect, test } from "vitest";
import type { Adjustment, AllocationInput } from "../../base/rules/allocation-input.ts";
import { withRowIds } from "../../base/rules/row-ids.ts";
import { applyChanges, type Changes, goneRows, NO_CHANGES } from "../../live/rules/changes.ts";
import { Changes as ChangesShape } from "../../live/rules/changes-content.ts";
import { liftChanges } from "./earlier.ts";

const row = (text: string, amountTkr: number): Adjustment => ({ body: "skola", year: 2027, amountTkr, text });
const inputOf = (adjustments: readonly Adjustment[]): AllocationInput =>
  withRowIds({
    years: [2027],
    bodies: ["skola"],
    base: { skola: 1 },
    oneOffs: [],
    population: {},
    services: [],
    indexation: ["Ny skola", "Gammal skola"].map((name) => ({
      body: "skola",
      kind: "rents",
      name,
      baseTkr: 100,
      rate: { 2027: 0.03 },
    })),
    adjustments,
  });
const [BUSES, MEALS, BOOKS] = [row("Bussar", 10), row("Måltider", 20), row("Böcker", 30)];
const base = inputOf([BUSES, MEALS, BOOKS]);
/** As the first scenarios were stored: the meals are struck, the older school's rent grows by a point more. */
const stored = {
  ...NO_CHANGES,
  given: { 1: { body: "skola", year: 2027, amountTkr: null } },
  linePoints: { 1: { body: "skola", kind: "rents", points: { 2027: 0.01 } } },
};
const lifted = ChangesShape.parse(liftChanges(stored, base));
const textsOf = (input: AllocationInput, changes: Changes) =>
  applyChanges({ input, resultInput: [] }, changes).input.adjustments.map(({ text }) => text);

test("E-9: a scenario that names rows by their place is read in the base that it was made of", () => {
  expect(lifted.given).toEqual([
    { id: base.adjustments[1]?.id, body: "skola", year: 2027, amountTkr: null, text: "Måltider" },
  ]);
  expect(textsOf(base, lifted)).toEqual(["Bussar", "Böcker"]);
  const { indexation } = applyChanges({ input: base, resultInput: [] }, lifted).input;
  expect(indexation.map(({ rate }) => rate[2027])).toEqual([0.03, 0.04]);
  expect(liftChanges(lifted, base)).toBe(lifted);
});

test("E-9: in a newer base the same row is struck, with rows put before it or taken away", () => {
  expect(textsOf(inputOf([row("Nytt", 5), BUSES, MEALS, BOOKS]), lifted)).toEqual([
    "Nytt",
    "Bussar",
    "Böcker",
  ]);
  expect(textsOf(inputOf([MEALS, BOOKS]), lifted)).toEqual(["Böcker"]);
});

test("E-9: a row that the newer base does not have strikes no other, and is told", () => {
  const newer = inputOf([BUSES, BOOKS]);
  expect(textsOf(newer, lifted)).toEqual(["Bussar", "Böcker"]);
  expect(goneRows({ input: newer }, lifted)).toEqual({ given: lifted.given, linePoints: [] });
});

test("E-9: a place that holds another row, or none, is a row that is gone", () => {
  const strange = { ...stored, given: { 1: { body: "vard", year: 2027, amountTkr: 5 }, 9: stored.given[1] } };
  const { given } = ChangesShape.parse(liftChanges(strange, base));
  expect(given.map(({ id }) => id)).toEqual(["rad-1", "rad-9"]);
  expect(goneRows({ input: base }, { given, linePoints: [] }).given).toEqual(given);
  expect(ChangesShape.parse(liftChanges(stored, undefined)).given).toHaveLength(1);
});
