import fc from "fast-check";
import { expect, test } from "vitest";
import { type CarriedOut, nextDue, proposedResults, standing, timesDone } from "./carried-out.ts";

const done: CarriedOut = {
  control: "attest",
  time: 1,
  result: "no-deviation",
  doneOn: "2027-03-10",
  sample: "20 fakturor",
  finding: "Inget",
  measure: null,
};
const measure = { thing: "m", text: "Ny rutin", responsible: "social-chef", due: "2027-09-01" } as const;

test("K-4: a control's times are spread evenly over the year up to its day", () => {
  const control = { due: "2027-12-31", times: 4 } as const;
  expect([0, 1, 2, 3, 4].map((spokenFor) => nextDue(control, spokenFor))).toEqual([
    "2027-04-02",
    "2027-07-02",
    "2027-10-01",
    "2027-12-31",
    undefined,
  ]);
  expect(nextDue({ due: "2027-05-31", times: 1 }, 0)).toBe("2027-05-31");
});

test("K-4: whatever the day and the times, the last time is on the day and none is after it", () => {
  const days = fc
    .integer({ min: 0, max: 364 })
    .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 366 }), (due, times) => {
      const all = Array.from({ length: times }, (_, n) =>
        nextDue({ due: due as `${number}-${number}-${number}`, times }, n),
      );
      expect(all.at(-1)).toBe(due);
      expect(all).toEqual([...all].sort());
    }),
  );
});

test("K-5: a deviation at any time is a deviation, with the newest measure; findings stand with their days", () => {
  const second: CarriedOut = {
    ...done,
    time: 2,
    result: "deviation",
    doneOn: "2027-06-10",
    finding: "Fel namn",
    measure,
  };
  const third: CarriedOut = { ...done, time: 3, doneOn: "2027-08-10", sample: "10 fakturor", finding: "" };
  expect(proposedResults([third, second, done])).toEqual([
    {
      control: "attest",
      doneOn: "2027-08-10",
      sample: "20 fakturor; 10 fakturor",
      finding: "10 mars 2027: Inget\n10 juni 2027: Fel namn",
      result: "deviation",
      measure,
    },
  ]);
  expect(timesDone([done, second, { ...third, result: "not-done" }])).toBe(2);
});

test("K-5: what was said not to have been done has no day; once done it is done", () => {
  const not: CarriedOut = { ...done, result: "not-done", finding: "Sjuk" };
  expect(proposedResults([not])).toMatchObject([{ result: "not-done", doneOn: null, finding: "Sjuk" }]);
  expect(proposedResults([not, { ...done, time: 2 }])).toMatchObject([
    { result: "no-deviation", finding: "Inget" },
  ]);
  expect(proposedResults([])).toEqual([]);
});

test("K-5: what is registered says more than what was reported before it", () => {
  const reported = [
    { control: "a", result: "no-deviation" },
    { control: "b", result: "deviation" },
  ];
  expect(standing(reported, [{ control: "a", result: "deviation" }])).toEqual([
    { control: "a", result: "deviation" },
    { control: "b", result: "deviation" },
  ]);
});
