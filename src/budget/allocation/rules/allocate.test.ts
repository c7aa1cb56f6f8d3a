import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { bigInput } from "../testing/big-input.ts";
import { exactAllocation } from "../testing/exact-allocation.ts";
import { allocate, plainAllocation } from "./allocate.ts";
import { checkAllocationInput } from "./check-input.ts";
import { explain } from "./explain.ts";

const read = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const OWN = join(import.meta.dirname, "../testing");
const SHARED = join(import.meta.dirname, "../../../../../shared/data/budget");

function checked(given: unknown): AllocationInput {
  const answer = checkAllocationInput(given);
  if ("faults" in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.input;
}

describe.each([OWN, ...(existsSync(SHARED) ? [SHARED] : [])])("E-2: the worked example in %s", (folder) => {
  const input = read(folder, "worked-example.input.json");
  const expected = read(folder, "worked-example.expected.json");
  test("is met to the krona", () => {
    expect(plainAllocation(allocate(checked(input)))).toEqual(expected);
  });
  test("is met by the second way of computing it too", () => {
    expect(exactAllocation(checked(input))).toEqual(expected);
  });
});

const YEARS = [2027, 2028, 2029];
const amount = fc.integer({ min: -2_000_000, max: 2_000_000 });
const byYear = <T>(value: fc.Arbitrary<T>) =>
  fc
    .tuple(value, value, value)
    .map((values) => Object.fromEntries(YEARS.map((year, i) => [year, values[i] as T])));
/** Decimals as people write them, with many halves and small ones: 0.034, 0.5, 1e-7. */
const share = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  fc.constantFrom(0, 0.5, 1, 1e-7, 0.1, 0.3333333333333333),
);
const rate = fc.oneof(
  fc.integer({ min: -500, max: 500 }).map((n) => n / 1000),
  fc.constantFrom(0.5, -0.5, 1e-7, 0),
);
const price = fc.oneof(
  fc.integer({ min: 0, max: 900_000 }),
  fc.integer({ min: 0, max: 90_000_000 }).map((n) => n / 100),
  fc.constantFrom(500, 1500, 250),
);
const ages = fc.dictionary(fc.integer({ min: 0, max: 100 }).map(String), fc.nat(500), {
  maxKeys: 12,
  noNullPrototype: true,
});
/** Places, meals, hours: hundredths too. */
const volume = fc.integer({ min: 0, max: 500_000 }).map((n) => n / 100);
const volumes = fc
  .tuple(volume, volume, volume, volume)
  .map((values) => Object.fromEntries(values.map((value, i) => [2026 + i, value])));
const body = fc.constantFrom("skola", "omsorg", "constructor", "räddning");

const anyInput: fc.Arbitrary<AllocationInput> = fc.record({
  years: fc.constant(YEARS),
  bodies: fc.constant(["skola", "omsorg", "constructor", "räddning"]),
  base: fc
    .tuple(amount, amount, amount, amount)
    .map(([a, b, c, d]) => ({ skola: a, omsorg: b, constructor: c, räddning: d })),
  oneOffs: fc.array(fc.record({ body, amountTkr: amount }), { maxLength: 4 }),
  population: fc
    .tuple(ages, ages, ages, ages)
    .map((all) => Object.fromEntries(all.map((one, i) => [2026 + i, one]))),
  services: fc.uniqueArray(
    fc.record(
      {
        id: fc.constantFrom("a", "b", "c", "d", "e", "f", "toString"),
        body,
        ages: fc.tuple(fc.nat(100), fc.nat(29)).map(([from, more]) => [from, from + more] as const),
        measured: volumes,
        coverage: share,
        priceKr: byYear(price),
      },
      { requiredKeys: ["id", "body", "ages", "priceKr"] },
    ),
    { maxLength: 7, selector: (service) => service.id },
  ),
  indexation: fc.array(
    fc.record(
      {
        body,
        kind: fc.constantFrom("wages", "rents"),
        baseTkr: amount,
        rate: byYear(rate),
        share: byYear(share),
      },
      { requiredKeys: ["body", "kind", "baseTkr", "rate"] },
    ),
    { maxLength: 8 },
  ),
  adjustments: fc.array(
    fc.record(
      {
        body,
        year: fc.constantFrom(...YEARS),
        amountTkr: amount,
        oneOff: fc.boolean(),
        trueUp: fc.constant(true as const),
      },
      { requiredKeys: ["body", "year", "amountTkr"] },
    ),
    { maxLength: 8 },
  ),
});

test("E-2, E-8: for any input the allocation is the exact one, to the krona, line by line", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(plainAllocation(allocate(checked(input)))).toEqual(exactAllocation(input));
    }),
    { numRuns: 500 },
  );
});

test("E-8: opening and lines make the frame, every line is whole, and every body and year explains itself", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const allocation = allocate(checked(input));
      let before: Readonly<Record<string, number>> = input.base;
      for (const { year, opening, frames, totalTkr, lines } of allocation.years) {
        expect({ ...opening }).toEqual({ ...before });
        for (const { amountTkr } of lines)
          expect(Number.isSafeInteger(amountTkr) && !Object.is(amountTkr, -0)).toBe(true);
        for (const id of input.bodies) {
          const own = explain(allocation, { year, body: id });
          const parts = lines
            .filter((line) => line.body === id)
            .reduce((sum, line) => sum + line.amountTkr, 0);
          expect(own?.openingTkr).toBe((before[id] as number) + 0);
          expect((own?.openingTkr as number) + parts).toBe(frames[id]);
          expect(own?.closingTkr).toBe(frames[id]);
        }
        expect(explain(allocation, { year })?.closingTkr).toBe(totalTkr);
        before = frames;
      }
    }),
    { numRuns: 200 },
  );
});

test("E-3, E-4: a measured volume pays for its change, whatever the ages and the coverage, and says where it comes from", () => {
  const example = read(OWN, "worked-example.input.json");
  const [service] = example.services;
  const given = {
    ...service,
    measured: { 2026: 100, 2027: 112.25, 2028: 112.25, 2029: 90 },
    source: "Elevregistret",
  };
  const lines = (own: object) =>
    allocate(checked({ ...example, services: [own] })).years.map(({ lines }) => lines);
  const [first] = lines(given);
  expect(first?.find(({ step }) => step === `demography:${service.id}`)?.origin).toEqual({
    step: "demography",
    service: service.id,
    measured: true,
    peopleBefore: 100,
    peopleNow: 112.25,
    coverage: 1,
    priceKr: service.priceKr[2027],
    exactTkr: String((12.25 * service.priceKr[2027]) / 1000),
    source: "Elevregistret",
  });
  const { ages: _ages, coverage: _coverage, ...without } = given;
  expect(lines(without)).toEqual(lines(given));
});

test("E-8: who put an adjustment, who carries it out and what it leads to follow it into its line", () => {
  const example = read(OWN, "worked-example.input.json");
  const [body] = example.bodies;
  const told = {
    id: "forslag-1",
    source: "Tjänsteskrivelse 12",
    owner: "bildningsforvaltningen",
    by: "Kommunstyrelsens ordförande",
    effect: "Två klasser färre",
    decision: 4,
  };
  const adjustments = [{ body, year: 2027, amountTkr: -900, text: "Färre klasser", ...told }];
  const indexation = [{ ...example.indexation[0], name: "Nya skolan", source: "Hyresavtal 7" }];
  const [first] = allocate(checked({ ...example, adjustments, indexation })).years;
  expect(first?.lines.find(({ step }) => step === "other")?.origin).toEqual({
    step: "other",
    text: "Färre klasser",
    oneOff: false,
    index: 0,
    ...told,
  });
  expect(first?.lines.find(({ origin }) => origin.step === "indexation")?.origin).toMatchObject({
    name: "Nya skolan",
    source: "Hyresavtal 7",
  });
});

describe("E-8: explaining", () => {
  const allocation = allocate(checked(read(OWN, "worked-example.input.json")));
  test("goes down to the inputs of each line", () => {
    const demography = explain(allocation, { year: 2027, body: "bildningsnamnden" })?.steps[1];
    expect(demography).toMatchObject({ step: "demography", amountTkr: -1294 });
    expect(demography?.lines[0]?.origin).toEqual({
      step: "demography",
      service: "forskola",
      ages: [1, 5],
      peopleBefore: 600,
      peopleNow: 582,
      coverage: 0.86,
      priceKr: 168_450,
      exactTkr: "-2607.606",
    });
  });
  test.each([
    { year: 2030 },
    { year: 2027, body: "ingen" },
    { year: 2027, body: "toString" },
    { year: 2027, body: "__proto__" },
  ])("says nothing of what is not there: %j", (of) => expect(explain(allocation, of)).toBeUndefined());
  test("an allocation whose parts do not sum is never shown", () => {
    const [first, ...rest] = allocation.years;
    const bent = { years: [{ ...first, frames: { ...first?.frames, socialnamnden: 1 } }, ...rest] };
    expect(() => explain(bent as typeof allocation, { year: 2027, body: "socialnamnden" })).toThrow(
      /do not sum/,
    );
  });
});

test("E-2: an adjustment marked one-off is taken out the year after, and only once", () => {
  const input = checked({
    ...read(OWN, "worked-example.input.json"),
    oneOffs: [],
    services: [],
    indexation: [],
    adjustments: [{ body: "socialnamnden", year: 2027, amountTkr: 100, oneOff: true }],
  });
  expect(allocate(input).years.map(({ frames }) => frames.socialnamnden)).toEqual([
    398_800, 398_700, 398_700,
  ]);
});

test("E-2: the base of indexation grows by what was granted, not by the rate", () => {
  const input = checked({
    ...read(OWN, "worked-example.input.json"),
    oneOffs: [],
    services: [],
    adjustments: [],
    indexation: [
      {
        body: "socialnamnden",
        kind: "wages",
        baseTkr: 1000,
        rate: { 2027: 0.1, 2028: 0.1, 2029: 0.1 },
        share: { 2027: 0, 2028: 0.5 },
      },
    ],
  });
  const granted = allocate(input).years.flatMap(({ lines }) => lines.map((line) => line.amountTkr));
  expect(granted).toEqual([0, 50, 105]);
});

test("E-2: a municipality of real size is exact too", () => {
  const input = checked(bigInput(1277));
  expect(plainAllocation(allocate(input))).toEqual(exactAllocation(input));
});
