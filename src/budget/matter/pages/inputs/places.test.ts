import { expect, test } from "vitest";
import { sampleFacts } from "../../../document/testing/budget-facts.ts";
import { sheetPlace } from "./places.ts";

const { budget } = sampleFacts((own) => {
  const [first, ...others] = own.input.services;
  const meals = { ...first, id: "maltider", measured: { 2026: 1, 2027: 2, 2028: 3, 2029: 4 } };
  own.input = { ...own.input, services: [meals, ...others] as typeof own.input.services };
  own.resultParts = [{ id: "pensioner", line: "centralTkr", name: "", amountsTkr: {} }];
  own.adjustmentProposals = [
    { id: "lyft.2027", state: "considered", body: "socialnamnden", year: 2027, amountTkr: 5 },
    { id: "lyft.2028", state: "considered", body: "socialnamnden", year: 2028, amountTkr: 6 },
  ];
});

test.each([
  ["input.services.0.measured.2026", "input.services-measured", 0, 2],
  ["input.services.0.priceKr.2027", "input.services-measured", 0, 6],
  // Services by ages are a sheet of their own: the second of the content is the first there
  ["input.services.1.priceKr.2028", "input.services", 0, 5],
  ["input.services.2.coverage", "input.services", 1, 3],
  ["input.indexation.4.rate.2028", "input.indexation", 4, 6],
  ["input.indexation.4.share.2027", "input.indexation", 4, 5],
  ["input.base.kommunstyrelsen", "input.base", 3, 1],
  ["input.oneOffs.1.amountTkr", "input.oneOffs", 1, 2],
  ["resultInput.2.taxRate", "resultInput", 1, 3],
  ["resultParts.0.name", "resultParts", 0, 0],
])("E-3: %s is a cell of %s", (at, list, row, column) => {
  expect(sheetPlace(at, budget)).toEqual({ list, row, column });
});

test("A-7: a proposal's place is that of its row, after what is taken in", () => {
  const row = budget.input.adjustments.length;
  expect(sheetPlace("adjustmentProposals.1.amountTkr", budget)).toEqual({
    list: "input.adjustments",
    row,
    column: 4,
  });
});

test("E-3: what no sheet has is no cell", () => {
  for (const at of ["soundEconomy", "sources.0.from", "input.population.2031", "position.opening.cash"])
    expect(sheetPlace(at, budget)).toBeUndefined();
});
