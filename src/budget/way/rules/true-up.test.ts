import fc from "fast-check";
import { expect, test } from "vitest";
import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import { coverageOf, volumeOf } from "../../allocation/rules/volumes.ts";
import { bigInput } from "../../allocation/testing/big-input.ts";
import { isSupplementary, supplementaryRemarks } from "../../matter/rules/supplementary-budget.ts";
import { adjustmentsOf, type Count, type EarlierTrueUp, trueUp, trueUpRemarks } from "./true-up.ts";

const input = bigInput(7);
const year = 2027;
const counts = fc.uniqueArray(
  fc.record({
    service: fc.constantFrom(...input.services.map(({ id }) => id)),
    measure: fc.constantFrom("people" as const, "users" as const),
    actual: fc.integer({ min: 0, max: 9000 }),
  }),
  { selector: (count) => count.service, maxLength: 12 },
);
const fromMonth = fc.integer({ min: 1, max: 12 });
const total = (lines: readonly { amountTkr: number }[]) =>
  lines.reduce((sum, line) => sum + line.amountTkr, 0);

test("E-4: the adjustments sum to the exact sum, rounded once; each lies within one tkr of its own", () => {
  fc.assert(
    fc.property(counts, counts, fromMonth, (now, before, month) => {
      const earlier = [{ fromMonth: 1, counts: before }];
      const lines = trueUp({ input, year, counts: now, earlier, fromMonth: month });
      expect(lines).toHaveLength(now.length);
      const exact = lines.map((line) =>
        new Exact(line.actualUsers)
          .minus(line.expectedUsers)
          .times(line.priceKr)
          .times(13 - month)
          .div(12_000),
      );
      const sum = exact.reduce((all, one) => all.plus(one), new Exact(0));
      expect(Math.abs(total(lines) - roundHalfAwayFromZero(sum))).toBe(0);
      for (const [i, line] of lines.entries())
        expect(Math.abs(line.amountTkr - (exact[i]?.toNumber() ?? Number.NaN))).toBeLessThan(1);
    }),
  );
});

test("E-4: counting as the forecast says gives nothing, and the autumn gives only what the spring did not", () => {
  const asForecast = input.services.map(
    (service): Count => ({
      service: service.id,
      measure: "people",
      actual: volumeOf(input, service, year),
    }),
  );
  expect(trueUp({ input, year, counts: asForecast, earlier: [], fromMonth: 1 })).toSatisfy(
    (lines: { amountTkr: number }[]) => lines.every(({ amountTkr }) => amountTkr === 0),
  );
  fc.assert(
    fc.property(counts, (now) => {
      const again = trueUp({
        input,
        year,
        counts: now,
        earlier: [{ fromMonth: 3, counts: now }],
        fromMonth: 6,
      });
      expect(again.map(({ amountTkr }) => amountTkr)).toEqual(now.map(() => 0));
    }),
  );
});

test("E-4: ten more users at 120 000 kr from September give a third of the year's cost", () => {
  const small = {
    ...input,
    services: [
      { id: "hemvard", body: "namnd-1", ages: [80, 100] as const, coverage: 0.5, priceKr: { 2027: 120_000 } },
    ],
    population: { 2027: { 80: 40, 81: 60 } },
  };
  const [line] = trueUp({
    input: small,
    year,
    counts: [{ service: "hemvard", measure: "users", actual: 60 }],
    earlier: [],
    fromMonth: 9,
  });
  expect(line).toMatchObject({ forecastUsers: 50, expectedUsers: 50, actualUsers: 60, amountTkr: 400 });
  const [byPeople] = trueUp({
    input: small,
    year,
    counts: [{ service: "hemvard", measure: "people", actual: 90 }],
    earlier: [{ fromMonth: 1, counts: [{ service: "hemvard", measure: "users", actual: 60 }] }],
    fromMonth: 1,
  });
  expect(byPeople).toMatchObject({ expectedUsers: 60, actualUsers: 45, amountTkr: -1800 });
});

test("E-4, E-8: as adjustments they carry their decision, once when the year is not whole, and nothing for nothing", () => {
  const lines = [
    { service: "a", body: "x", amountTkr: 12 },
    { service: "b", body: "x", amountTkr: 0 },
  ];
  const text = (service: string) => `Avstämning ${service}`;
  expect(adjustmentsOf({ year, fromMonth: 1, decision: 9, lines, text })).toEqual([
    { body: "x", year, amountTkr: 12, text: "Avstämning a", decision: 9, trueUp: true },
  ]);
  expect(adjustmentsOf({ year, fromMonth: 5, decision: 9, lines, text })).toMatchObject([{ oneOff: true }]);
});

/** True-ups of a year one after the other, each with those before it. */
function inOrder(all: readonly { readonly fromMonth: number; readonly counts: readonly Count[] }[]) {
  const earlier: EarlierTrueUp[] = [];
  return all.map(({ fromMonth: month, counts: counted }) => {
    const lines = trueUp({ input, year, counts: counted, earlier, fromMonth: month });
    earlier.push({ fromMonth: month, counts: counted, lines });
    return { fromMonth: month, lines };
  });
}

test("E-4: three more from September, then as the forecast from January: nothing is left, this year or the next", () => {
  const [service] = input.services;
  if (!service) throw new Error("the input has services");
  const forecast = volumeOf(input, service, year) * coverageOf(service);
  const users = (actual: number) => [{ service: service.id, measure: "users" as const, actual }];
  const [spring, autumn] = inOrder([
    { fromMonth: 9, counts: users(forecast + 3) },
    { fromMonth: 1, counts: users(forecast) },
  ]);
  const third = Math.round((3 * (service.priceKr[year] as number)) / 3000);
  expect([spring, autumn].map((one) => one?.lines[0]?.amountTkr)).toEqual([third, -third]);
  const adjustments = [spring, autumn].flatMap((one) =>
    adjustmentsOf({
      year,
      fromMonth: one?.fromMonth ?? 1,
      decision: 1,
      lines: one?.lines ?? [],
      text: String,
    }),
  );
  expect(adjustments.map(({ amountTkr, oneOff = false }) => [amountTkr, oneOff])).toEqual([
    [third, true],
    [-third, true],
  ]);
});

test("E-4: true-ups in any order and from any months sum to the counted difference, rounded once", () => {
  const allServices = fc.tuple(
    ...input.services.map(({ id }) => fc.integer({ min: 0, max: 9000 }).map((actual) => ({ id, actual }))),
  );
  const trueUps = fc.array(fc.record({ fromMonth, users: allServices }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(trueUps, (all) => {
      const given = inOrder(
        all.map((one) => ({
          fromMonth: one.fromMonth,
          counts: one.users.map(({ id, actual }) => ({ service: id, measure: "users" as const, actual })),
        })),
      );
      // What each month has in the end, by the last true-up that reaches it
      let exact = new Exact(0);
      let lasting = new Exact(0);
      for (const [i, service] of input.services.entries()) {
        const forecast = new Exact(volumeOf(input, service, year)).times(coverageOf(service));
        const usersIn = (month: number) =>
          all.findLast((one) => one.fromMonth <= month)?.users[i]?.actual ?? forecast;
        for (let month = 1; month <= 12; month++)
          exact = exact.plus(
            new Exact(usersIn(month))
              .minus(forecast)
              .times(service.priceKr[year] as number)
              .div(12_000),
          );
        const last = all.findLast((one) => one.fromMonth === 1)?.users[i]?.actual ?? forecast;
        lasting = lasting.plus(
          new Exact(last)
            .minus(forecast)
            .times(service.priceKr[year] as number)
            .div(1000),
        );
      }
      const lines = given.flatMap((one) => one.lines);
      expect(total(lines)).toBe(roundHalfAwayFromZero(exact));
      const stays = given
        .flatMap((one) => adjustmentsOf({ year, ...one, decision: 1, text: String }))
        .filter(({ oneOff }) => !oneOff);
      // Each service of each true-up by itself may be a tkr from its exact amount
      const rounded = input.services.length * all.length;
      expect(Math.abs(total(stays) - lasting.toNumber())).toBeLessThanOrEqual(rounded);
    }),
    { numRuns: 60 },
  );
});

const facts = {
  year,
  occasion: "spring" as const,
  countedOn: "2027-03-31" as const,
  counts: [{ service: "a", measure: "users" as const, actual: 3 }],
  services: ["a"],
  budgetChanged: false,
  decided: [],
  today: "2027-05-01" as const,
};
const codes = (change: Partial<Parameters<typeof trueUpRemarks>[0]>) =>
  trueUpRemarks({ ...facts, ...change }).map(({ level, code }) => `${level} ${code}`);

test("E-4: what stands against deciding a true-up, each by its own words", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ services: undefined })).toEqual(["stops true-up-no-budget"]);
  expect(codes({ budgetChanged: true })).toEqual(["stops true-up-budget-changed"]);
  expect(codes({ counts: [] })).toEqual(["stops true-up-no-counts"]);
  expect(codes({ decided: ["spring"] })).toEqual(["stops true-up-occasion-decided"]);
  expect(codes({ decided: ["autumn"] })).toEqual(["stops true-up-occasion-decided"]);
  expect(
    codes({ occasion: "autumn", countedOn: "2027-09-15", today: "2027-10-01", decided: ["spring"] }),
  ).toEqual([]);
  expect(codes({ countedOn: "2027-05-02" })).toEqual(["stops true-up-counted-later"]);
  expect(codes({ occasion: "autumn" })).toEqual(["deviation true-up-other-season"]);
  expect(codes({ services: ["a", "b"] })).toEqual(["deviation true-up-not-counted"]);
  expect(codes({ counts: [...facts.counts, { service: "c", measure: "users", actual: 0 }] })).toEqual([
    "stops true-up-unknown-service",
  ]);
  expect(codes({ counts: [...facts.counts, ...facts.counts] })).toEqual(["stops true-up-service-twice"]);
});

const SPRING = { from: "2028-04-01", due: "2028-05-31" } as const;
const supplementary = (on: `${number}-${number}-${number}`, annualReportOn = on as typeof on | undefined) =>
  supplementaryRemarks({ year: 2028, decidedBefore: true, on, annualReportOn, time: SPRING }).map(
    ({ code }) => code,
  );

test("E-5: a new version is a supplementary budget once its year has begun; another time than the wheel's takes a reason", () => {
  expect(isSupplementary({ year: 2028, decidedBefore: false, on: "2028-04-24" })).toBe(false);
  expect(supplementary("2027-12-13")).toEqual([]);
  expect(supplementary("2028-04-24")).toEqual(["supplementary-budget"]);
  expect(supplementary("2028-05-31")).toEqual(["supplementary-budget"]);
  expect(supplementary("2028-09-25")).toEqual(["supplementary-budget", "supplementary-at-another-time"]);
  expect(supplementary("2029-04-24")).toContain("supplementary-at-another-time");
  const free = { year: 2028, decidedBefore: true, on: "2028-09-25", annualReportOn: "2028-04-24" } as const;
  expect(supplementaryRemarks({ ...free, time: undefined }).map(({ code }) => code)).toEqual([
    "supplementary-budget",
  ]);
});

test("E-5: before last year's annual report is decided it takes a reason", () => {
  const before = supplementaryRemarks({
    year: 2028,
    decidedBefore: true,
    on: "2028-04-24",
    annualReportOn: undefined,
    time: SPRING,
  });
  expect(before.map(({ level, code }) => [level, code])).toEqual([
    ["info", "supplementary-budget"],
    ["needs-reason", "supplementary-before-report"],
  ]);
  expect(supplementary("2028-04-24", "2028-04-25")).toContain("supplementary-before-report");
});
