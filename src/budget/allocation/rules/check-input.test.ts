import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TKR } from "../../../kernel/money.ts";
import { Adjustment } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import { allocate } from "./allocate.ts";
import { checkAllocationInput } from "./check-input.ts";

const EXAMPLE = JSON.stringify(
  JSON.parse(readFileSync(join(import.meta.dirname, "../testing/worked-example.input.json"), "utf8")),
);
// biome-ignore lint/suspicious/noExplicitAny: what comes in may be anything
type Any = any;

function faults(given: unknown): string[] {
  const answer = checkAllocationInput(given);
  return "faults" in answer ? answer.faults.map((fault) => `${fault.at}: ${fault.code}`) : [];
}
/** The worked example with one thing changed. */
function bent(bend: (input: Any) => unknown): unknown {
  const input = JSON.parse(EXAMPLE);
  bend(input);
  return input;
}

test("E-2: the worked example is in order", () => {
  expect(faults(JSON.parse(EXAMPLE))).toEqual([]);
});

const ONE_FAULT: [string, (input: Any) => unknown, string][] = [
  ["a year missing from the population", (i) => delete i.population[2028], "population.2028: missing-year"],
  [
    "the year before missing from the population",
    (i) => delete i.population[2026],
    "population.2026: missing-year",
  ],
  ["an unknown body with a service", (i) => (i.services[0].body = "okand"), "services.0.body: unknown-body"],
  [
    "an unknown body with an indexation",
    (i) => (i.indexation[1].body = "okand"),
    "indexation.1.body: unknown-body",
  ],
  [
    "an unknown body with an adjustment",
    (i) => (i.adjustments[1].body = "okand"),
    "adjustments.1.body: unknown-body",
  ],
  ["an unknown body with a one-off", (i) => (i.oneOffs[0].body = "okand"), "oneOffs.0.body: unknown-body"],
  ["an unknown body with a base", (i) => (i.base.okand = 1), "base.okand: unknown-body"],
  ["a body that every object has", (i) => (i.oneOffs[0].body = "toString"), "oneOffs.0.body: unknown-body"],
  ["a body without base", (i) => delete i.base.socialnamnden, "base.socialnamnden: missing"],
  ["a body twice", (i) => i.bodies.push("socialnamnden"), "bodies.3: duplicate"],
  ["a service twice", (i) => (i.services[1].id = "forskola"), "services.1.id: duplicate"],
  ["a negative price", (i) => (i.services[0].priceKr[2028] = -1), "services.0.priceKr.2028: negative-price"],
  ["a price too high", (i) => (i.services[0].priceKr[2028] = 1e10), "services.0.priceKr.2028: price-range"],
  [
    "a price missing for a year",
    (i) => delete i.services[0].priceKr[2029],
    "services.0.priceKr.2029: missing-year",
  ],
  [
    "a price for a foreign year",
    (i) => (i.services[0].priceKr[2030] = 1),
    "services.0.priceKr.2030: unknown-year",
  ],
  ["no prices", (i) => delete i.services[0].priceKr, "services.0.priceKr: missing"],
  ["prices as a list", (i) => (i.services[0].priceKr = [1, 2, 3]), "services.0.priceKr: not-an-object"],
  ["coverage 86 for 0.86", (i) => (i.services[0].coverage = 86), "services.0.coverage: coverage-range"],
  ["coverage below 0", (i) => (i.services[0].coverage = -0.1), "services.0.coverage: coverage-range"],
  ["coverage null", (i) => (i.services[0].coverage = null), "services.0.coverage: not-a-number"],
  ["share above 1", (i) => (i.indexation[1].share[2027] = 1.01), "indexation.1.share.2027: share-range"],
  ["share below 0", (i) => (i.indexation[1].share[2027] = -1), "indexation.1.share.2027: share-range"],
  [
    "share of a foreign year",
    (i) => (i.indexation[1].share[2026] = 1),
    "indexation.1.share.2026: unknown-year",
  ],
  [
    "share of a year written otherwise",
    (i) => (i.indexation[0].share = { "2027.0": 0.5 }),
    "indexation.0.share.2027.0: unknown-year",
  ],
  [
    "share of a year with a space",
    (i) => (i.indexation[0].share = { " 2027": 0.5 }),
    "indexation.0.share. 2027: unknown-year",
  ],
  ["share as a number", (i) => (i.indexation[1].share = 0.5), "indexation.1.share: not-an-object"],
  ["share null", (i) => (i.indexation[1].share = null), "indexation.1.share: not-an-object"],
  ["a rate of 3 for 0.03", (i) => (i.indexation[0].rate[2027] = 3), "indexation.0.rate.2027: rate-range"],
  ["a rate just beyond", (i) => (i.indexation[0].rate[2027] = -0.501), "indexation.0.rate.2027: rate-range"],
  ["a rate missing", (i) => delete i.indexation[0].rate[2028], "indexation.0.rate.2028: missing-year"],
  ["text for a rate", (i) => (i.indexation[0].rate[2027] = "0.034"), "indexation.0.rate.2027: not-a-number"],
  ["text for an amount", (i) => (i.base.socialnamnden = "398700"), "base.socialnamnden: not-a-number"],
  ["NaN for an amount", (i) => (i.base.socialnamnden = Number.NaN), "base.socialnamnden: not-a-number"],
  [
    "infinity for an amount",
    (i) => (i.base.socialnamnden = Number.POSITIVE_INFINITY),
    "base.socialnamnden: not-a-number",
  ],
  ["null for an amount", (i) => (i.adjustments[0].amountTkr = null), "adjustments.0.amountTkr: not-a-number"],
  ["true for an amount", (i) => (i.adjustments[0].amountTkr = true), "adjustments.0.amountTkr: not-a-number"],
  ["a part of a thousand", (i) => (i.base.socialnamnden = 0.5), "base.socialnamnden: not-whole"],
  ["a huge amount", (i) => (i.base.socialnamnden = 1e300), "base.socialnamnden: amount-range"],
  ["an amount missing", (i) => delete i.oneOffs[0].amountTkr, "oneOffs.0.amountTkr: missing"],
  ["ages in the wrong order", (i) => (i.services[0].ages = [5, 1]), "services.0.ages: ages-order"],
  ["one age", (i) => (i.services[0].ages = [5]), "services.0.ages: ages-two"],
  ["ages as text", (i) => (i.services[0].ages = ["05", 6]), "services.0.ages.0: not-a-number"],
  ["half an age", (i) => (i.services[0].ages = [1.5, 6]), "services.0.ages.0: not-whole"],
  ["an age too high", (i) => (i.services[0].ages = [1, 130]), "services.0.ages.1: age-range"],
  [
    "a volume of a year missing",
    (i) => (i.services[0].measured = { 2026: 1, 2027: 1, 2028: 1 }),
    "services.0.measured.2029: missing-year",
  ],
  [
    "a volume of a foreign year",
    (i) => (i.services[0].measured = { 2026: 1, 2027: 1, 2028: 1, 2029: 1, 2030: 1 }),
    "services.0.measured.2030: unknown-year",
  ],
  [
    "a negative volume",
    (i) => (i.services[0].measured = { 2026: 1, 2027: -1, 2028: 1, 2029: 1 }),
    "services.0.measured.2027: volume-range",
  ],
  [
    "a volume in thousandths",
    (i) => (i.services[0].measured = { 2026: 1, 2027: 1.005, 2028: 1, 2029: 1 }),
    "services.0.measured.2027: too-many-decimals",
  ],
  [
    "a volume as text",
    (i) => (i.services[0].measured = { 2026: "1,5", 2027: 1, 2028: 1, 2029: 1 }),
    "services.0.measured.2026: not-a-number",
  ],
  ["volumes as a list", (i) => (i.services[0].measured = [1, 2]), "services.0.measured: not-an-object"],
  ["a long source", (i) => (i.services[0].source = "x".repeat(501)), "services.0.source: too-long"],
  ["a number for a name", (i) => (i.indexation[0].name = 7), "indexation.0.name: not-a-text"],
  ["a long effect", (i) => (i.adjustments[0].effect = "x".repeat(2001)), "adjustments.0.effect: too-long"],
  ["an owner with spaces", (i) => (i.adjustments[0].owner = "en två"), "adjustments.0.owner: not-an-id"],
  [
    "a capital cost of no investment",
    (i) => (i.adjustments[0].capital = { depreciationTkr: 1, interestTkr: 1 }),
    "adjustments.0.capital.investment: missing",
  ],
  ["no ages", (i) => delete i.services[0].ages, "services.0.ages: ages-two"],
  [
    "an age of the population with a nought first",
    (i) => (i.population[2027]["05"] = 3),
    "population.2027.05: not-an-age",
  ],
  [
    "an age of the population as a fraction",
    (i) => (i.population[2027]["5.5"] = 3),
    "population.2027.5.5: not-an-age",
  ],
  [
    "a negative age of the population",
    (i) => (i.population[2027]["-1"] = 3),
    "population.2027.-1: not-an-age",
  ],
  ["an age group", (i) => (i.population[2027]["80+"] = 3), "population.2027.80+: not-an-age"],
  ["fewer than no people", (i) => (i.population[2027][1] = -1), "population.2027.1: people-range"],
  ["half a person", (i) => (i.population[2027][1] = 0.5), "population.2027.1: not-whole"],
  ["text for people", (i) => (i.population[2027][1] = "184"), "population.2027.1: not-a-number"],
  ["too many people", (i) => (i.population[2027][1] = 1e9), "population.2027.1: people-range"],
  ["a year of people as a list", (i) => (i.population[2027] = [1, 2]), "population.2027: not-an-object"],
  [
    "a further year of people that is wrong",
    (i) => (i.population[2031] = { 1: "x" }),
    "population.2031.1: not-a-number",
  ],
  ["a year of people that is no year", (i) => (i.population.prognos = {}), "population.prognos: not-a-year"],
  ["years not one after the other", (i) => (i.years = [2027, 2029]), "years.1: years-not-consecutive"],
  ["a year as text", (i) => (i.years[0] = "2027"), "years.0: not-a-year"],
  ["no years", (i) => (i.years = []), "years: no-years"],
  ["too many years", (i) => (i.years = Array.from({ length: 13 }, (_, n) => 2027 + n)), "years: too-many"],
  ["no bodies", (i) => delete i.bodies, "bodies: no-bodies"],
  ["an empty name of a body", (i) => (i.bodies[0] = ""), "bodies.0: not-an-id"],
  [
    "an adjustment in a foreign year",
    (i) => (i.adjustments[0].year = 2030),
    "adjustments.0.year: unknown-year",
  ],
  ["an adjustment without a year", (i) => delete i.adjustments[0].year, "adjustments.0.year: unknown-year"],
  ["yes for true", (i) => (i.adjustments[0].oneOff = "ja"), "adjustments.0.oneOff: not-yes-or-no"],
  ["a number for a text", (i) => (i.adjustments[0].text = 1), "adjustments.0.text: not-a-text"],
  ["a text too long", (i) => (i.adjustments[0].text = "x".repeat(1001)), "adjustments.0.text: too-long"],
  ["a field misspelt", (i) => (i.indexation[0].andel = 0.5), "indexation.0.andel: unknown-field"],
  ["a field too many at the top", (i) => (i.scenario = "A"), "scenario: unknown-field"],
  ["no services", (i) => delete i.services, "services: missing"],
  ["services as an object", (i) => (i.services = {}), "services: not-a-list"],
  ["a service that is null", (i) => (i.services[0] = null), "services.0: not-an-object"],
  ["an adjustment that is a list", (i) => (i.adjustments[0] = []), "adjustments.0: not-an-object"],
  ["a kind without a name", (i) => (i.indexation[0].kind = ""), "indexation.0.kind: not-an-id"],
  [
    "more decimals than can be kept exact",
    (i) => (i.services[0].coverage = 1e-30),
    "services.0.coverage: too-many-decimals",
  ],
  [
    "amounts too large together",
    (i) =>
      (i.adjustments = Array.from({ length: 1000 }, () => ({
        body: "socialnamnden",
        year: 2027,
        amountTkr: 1e12,
      }))),
    ": sum-range",
  ],
];

describe("E-2: bad input names its place", () => {
  test.each(ONE_FAULT)("%s", (_what, bend, expected) => {
    expect(faults(bent(bend))).toEqual([expected]);
  });

  test.each([
    ["a number", 5],
    ["a text", "[]"],
    ["a list", []],
    ["null", null],
  ])("%s is no input", (_what, given) => expect(faults(given)).toEqual([": not-an-object"]));
  test("nothing is no input", () => expect(faults(undefined)).toEqual([": missing"]));

  test("all faults come at once, but not more than anyone can read", () => {
    expect(
      faults(
        bent((i) => {
          i.services[0].coverage = 2;
          i.oneOffs[0].body = "x";
        }),
      ),
    ).toHaveLength(2);
    expect(
      faults(
        bent((i) => {
          i.oneOffs = Array.from({ length: 5000 }, () => ({}));
        }),
      ),
    ).toHaveLength(200);
  });
});

describe("E-2: the names that every object has are names like others, or refused", () => {
  const proto = (at: string, value: string) => JSON.parse(EXAMPLE.replace(at, value));
  test.each([
    ["at the top", proto('{"years"', '{"__proto__":{"bodies":[]},"years"'), "__proto__: unknown-field"],
    ["as a body with a base", proto('"base":{', '"base":{"__proto__":5,'), "base.__proto__: unknown-body"],
    [
      "as a year of people",
      proto('"population":{', '"population":{"__proto__":{"1":5},'),
      "population.__proto__: not-a-year",
    ],
    ["as an age", proto('{"1":190', '{"__proto__":5,"1":190'), "population.2026.__proto__: not-an-age"],
    [
      "as a year of a price",
      proto('"priceKr":{', '"priceKr":{"__proto__":5,'),
      "services.0.priceKr.__proto__: unknown-year",
    ],
    ["as a body", proto('"bodies":[', '"bodies":["__proto__",'), "bodies.0: not-an-id"],
  ])("__proto__ %s", (_what, given, expected) => expect(faults(given)[0]).toBe(expected));
  test("what an object inherits does not count as given", () => {
    const years = Object.create({ 2027: { 1: 5 } });
    expect(
      faults(bent((i) => Object.setPrototypeOf(i.population, years) && delete i.population[2027])),
    ).toEqual(["population.2027: missing-year"]);
  });
  test("a body called constructor is counted as itself", () => {
    const input = bent((i) => {
      i.bodies.push("constructor");
      i.base.constructor = 7;
    });
    const answer = checkAllocationInput(input);
    expect("input" in answer && allocate(answer.input).years[2]?.frames.constructor).toBe(7);
  });
});

test("E-2: an age that a year does not list has 0 people; coverage and share are 1 where absent", () => {
  const input = bent((i) => {
    i.population = { 2026: {}, 2027: { 7: 2 }, 2028: {}, 2029: {} };
    i.services = [
      { id: "s", body: "socialnamnden", ages: [6, 8], priceKr: { 2027: 1000, 2028: 3000, 2029: 1 } },
    ];
    i.indexation = [
      { body: "socialnamnden", kind: "w", baseTkr: 100, rate: { 2027: 0.1, 2028: 0, 2029: -0.5 } },
    ];
    i.oneOffs = i.adjustments = [];
  });
  const answer = checkAllocationInput(input);
  expect(
    "input" in answer && allocate(answer.input).years.map((y) => y.lines.map((line) => line.amountTkr)),
  ).toEqual([
    [2, 10],
    [-6, 0],
    [0, -55],
  ]);
});

test("E-2: −0 is 0, everywhere it may be written", () => {
  const input = bent((i) => {
    i.base.socialnamnden = -0;
    i.services = i.indexation = [];
    i.oneOffs = [{ body: "socialnamnden", amountTkr: -0 }];
    i.adjustments = [{ body: "socialnamnden", year: 2027, amountTkr: -0 }];
  });
  const answer = checkAllocationInput(input);
  const [first] = "input" in answer ? allocate(answer.input).years : [];
  for (const value of [
    first?.opening.socialnamnden,
    first?.frames.socialnamnden,
    ...(first?.lines ?? []).map((l) => l.amountTkr),
  ])
    expect(Object.is(value, 0)).toBe(true);
});

test("E-2: whatever comes in, the answer is faults with places or whole numbers; never an error, never NaN", () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(Number.NaN, -0, 1e308, "__proto__", "2027", 2.5, undefined),
  );
  const paths = places(JSON.parse(EXAMPLE));
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, fc.boolean(), (path, value, remove) => {
      const input = bent((i) => {
        let at = i;
        for (const key of path.slice(0, -1)) at = at[key];
        const last = path.at(-1) as string;
        if (remove && !Array.isArray(at)) delete at[last];
        else at[last] = value;
      });
      const answer = checkAllocationInput(input);
      if ("faults" in answer) {
        for (const { at, code } of answer.faults) expect(code === "sum-range" || at !== undefined).toBe(true);
        return;
      }
      for (const { frames, totalTkr, lines } of allocate(answer.input).years)
        for (const number of [totalTkr, ...Object.values(frames), ...lines.map((line) => line.amountTkr)])
          expect(Number.isSafeInteger(number)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("E-2: a list without end of depth is refused like any other fault", () => {
  const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(faults(bent((i) => (i.years = deep)))).toEqual(["years.0: not-a-year"]);
  expect(faults(bent((i) => (i.services[0].coverage = deep)))).toEqual(["services.0.coverage: not-a-number"]);
});

/** Every place in a value, as a list of keys. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key])),
  ];
}

const ADJUSTMENT = { body: "socialnamnden", year: 2027, amountTkr: 1 };
const VALUES: Readonly<Record<Exclude<keyof Adjustment, "body" | "year">, readonly unknown[]>> = {
  amountTkr: [0, -MAX_TKR, MAX_TKR, MAX_TKR + 1, 1.5, "1", undefined],
  oneOff: [true, false, "ja", null],
  text: ["", "x".repeat(LIMITS.text), "x".repeat(LIMITS.text + 1), 1],
  trueUp: [true, false, 1],
  decision: [1, LIMITS.decision, LIMITS.decision + 1, 0, 1.5],
  id: ["skola.2027", "Å-1", "", "-a", "x".repeat(81), "__proto__", 1],
  source: ["", "x".repeat(LIMITS.source), "x".repeat(LIMITS.source + 1)],
  owner: ["bildning", "", "a b"],
  by: ["x".repeat(LIMITS.by), "x".repeat(LIMITS.by + 1)],
  effect: ["x".repeat(LIMITS.effect), "x".repeat(LIMITS.effect + 1)],
  capital: [
    { investment: 0, depreciationTkr: 1, interestTkr: 0 },
    { investment: -1, depreciationTkr: 1, interestTkr: 0 },
    { investment: LIMITS.adjustments, depreciationTkr: 0, interestTkr: MAX_TKR + 1 },
    { investment: 0, depreciationTkr: 1 },
  ],
};

test("A-7: the check and the shape of an adjustment take the same", () => {
  expect(Object.keys(VALUES).sort()).toEqual(
    Object.keys(Adjustment.omit({ body: true, year: true }).shape).sort(),
  );
  for (const [field, values] of Object.entries(VALUES))
    for (const value of values) {
      const adjustment = { ...ADJUSTMENT, [field]: value };
      const found = faults(bent((input) => (input.adjustments = [adjustment])));
      expect(found.length === 0, `${field} ${String(value).slice(0, 90)}: ${found}`).toBe(
        Adjustment.safeParse(adjustment).success,
      );
    }
});
