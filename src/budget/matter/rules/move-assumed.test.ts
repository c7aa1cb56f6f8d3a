import { expect, test } from "vitest";
import type { Assumed } from "../../base/rules/assumed.ts";
import { sampleFacts } from "../../document/testing/budget-facts.ts";
import { grownBy } from "../../live/rules/beyond.ts";
import { withAssumed } from "./move-assumed.ts";
import { nextYear } from "./next-year.ts";

const { budget } = sampleFacts();
const ORIGIN = { what: "Utgångspunkt", source: "Budget 2027" };
const { content } = nextYear(budget, ORIGIN);
const assumed = content.assumed as Assumed;

test("E-2: the years that are carried on follow what is assumed when it is moved, and the known ones stay", () => {
  const next = { ...assumed, taxBasePercent: 1.5, pricePercent: 4, peoplePercent: 1 };
  const moved = withAssumed(content, next);
  const taxBase = moved.resultInput.map((line) => line.taxBaseTkr);
  expect(taxBase.slice(0, 2)).toEqual(content.resultInput.slice(0, 2).map((line) => line.taxBaseTkr));
  expect(taxBase[2]).toBe(grownBy(taxBase[1] ?? 0, 1.5));
  for (const { id, priceKr } of moved.input.services)
    expect(priceKr[2030], id).toBe(grownBy(priceKr[2029] ?? 0, 4));
  expect(moved.input.population[2029]).toEqual(content.input.population[2029]);
  expect(moved.input.population[2030]?.[7]).toBe(grownBy(content.input.population[2029]?.[7] ?? 0, 1));
  expect(withAssumed(moved, assumed)).toEqual(content);
});

test("E-2: the same as when the year had been begun with it; twice carried on too", () => {
  const next = { ...assumed, taxBasePercent: 0.7, pricePercent: 3.3 };
  const again = (of: typeof content) => nextYear(of, ORIGIN).content;
  const begun = again(withAssumed(content, next));
  const moved = withAssumed(again(content), { ...next, peopleFrom: again(content).assumed?.peopleFrom ?? 0 });
  expect(moved.input.services).toEqual(begun.input.services);
  expect(moved.resultInput.map((line) => line.taxBaseTkr)).toEqual(
    begun.resultInput.map((line) => line.taxBaseTkr),
  );
});

test("E-2: what somebody has given for a carried year stays when the assumption is moved", () => {
  const [first, ...services] = content.input.services;
  if (!first) throw new Error("the sample has services");
  const own = { ...first, priceKr: { ...first.priceKr, 2030: 123_456 } };
  const typed = { ...content, input: { ...content.input, services: [own, ...services] } };
  const moved = withAssumed(typed, { ...assumed, pricePercent: 9 });
  expect(moved.input.services[0]?.priceKr[2030]).toBe(123_456);
  expect(moved.input.services[1]?.priceKr[2030]).toBe(grownBy(services[0]?.priceKr[2029] ?? 0, 9));
});

test("E-7: a line beside the allocations moves by as much as is assumed of it; one that is given by parts does not", () => {
  const more = {
    ...assumed,
    linesTkr: { ...assumed.linesTkr, equalisationTkr: assumed.linesTkr.equalisationTkr + 500 },
  };
  const change = (of: typeof content) =>
    withAssumed(of, more).resultInput.map(
      (line, i) => line.equalisationTkr - (of.resultInput[i]?.equalisationTkr ?? 0),
    );
  expect(change(content)).toEqual([0, 0, 500]);
  const part = { id: "u", line: "equalisationTkr" as const, name: "Utjämning", amountsTkr: { 2030: 1 } };
  expect(change({ ...content, resultParts: [part] })).toEqual([0, 0, 0]);
});
