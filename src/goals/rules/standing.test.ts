import { describe, expect, test } from "vitest";
import {
  type GoalJudged,
  goalStanding,
  type MeasuredOverTime,
  measureStanding,
  together,
} from "./standing.ts";

const years = { year: 2028, targetYear: 2028 };
const sickLeave: MeasuredOverTime = {
  id: "sjukfranvaro",
  name: "Sjukfrånvaro",
  unit: "procent",
  baseline: 10.1,
  baselineYear: 2026,
  target: 8,
  direction: "down",
  values: [],
};
const value = (day: string, amount: number, year = Number(day.slice(0, 4))) => ({ day, year, value: amount });
const judged: GoalJudged = {
  judgement: "partly",
  grounds: "Färre barn placeras långt hemifrån.",
  day: "2028-05-20",
  year: 2028,
  decision: 412,
};

describe("V-7: an indicator's latest value against its target, with its trend", () => {
  const of = (facts: Partial<MeasuredOverTime>) => measureStanding({ ...sickLeave, ...facts }, years);

  test("of the goal's own time: it judges, and is held beside the value before it", () => {
    const values = [value("2027-09-30", 9.6), value("2028-04-30", 9)];
    expect(of({ values })).toMatchObject({
      latest: { value: 9, day: "2028-04-30", year: 2028 },
      judges: true,
      stands: "partly",
      trend: { is: "better", way: "down", since: { value: 9.6, day: "2027-09-30" } },
    });
  });

  test("only from before it: shown with its day, and judges nothing", () => {
    expect(of({ values: [value("2027-09-30", 9.6)] })).toMatchObject({
      latest: { value: 9.6, day: "2027-09-30" },
      measured: true,
      judges: false,
      trend: { is: "better", since: { value: 10.1, day: null, year: 2026 } },
    });
  });

  test("nothing measured: the baseline with its year, without any trend", () => {
    expect(of({})).toMatchObject({
      latest: { value: 10.1, day: null, year: 2026 },
      measured: false,
      judges: false,
      stands: "cannot-judge",
      trend: null,
    });
  });

  test("a value of a year after the goal's own time stands in its series and judges nothing of it", () => {
    const values = [value("2028-04-30", 9.1), value("2029-04-30", 12)];
    expect(of({ values })).toMatchObject({ latest: { value: 9.1 }, judges: true });
    expect(of({ values }).series.map((one) => one.value)).toEqual([10.1, 9.1]);
  });

  test.each([
    ["up", {}, 60, 65, "better", "up"],
    ["up", {}, 65, 60, "worse", "down"],
    ["down", {}, 65, 60, "better", "down"],
    ["down", {}, 60, 60, "same", "level"],
    // Past the target is still better: more is always better
    ["up", { target: 50 }, 60, 65, "better", "up"],
    // In a span nearer is better, within it nothing is
    ["within", { target: 80, targetTo: 90 }, 70, 75, "better", "up"],
    ["within", { target: 80, targetTo: 90 }, 85, 95, "worse", "up"],
    ["within", { target: 80, targetTo: 90 }, 82, 88, "same", "up"],
    ["keep", { target: 70, baseline: 70 }, 70, 66, "worse", "down"],
    ["keep", { target: 70, baseline: 70 }, 74, 71, "better", "down"],
  ] as const)("%s %o: from %d to %d is %s", (direction, facts, from, to, is, way) => {
    const values = [value("2028-01-31", from), value("2028-04-30", to)];
    expect(of({ target: 70, baseline: 55, direction, ...facts, values }).trend).toMatchObject({ is, way });
  });
});

describe("U-7: how a goal stands", () => {
  const of = (values: MeasuredOverTime["values"], by?: GoalJudged) =>
    goalStanding({ ...years, indicators: [{ ...sickLeave, values }] }, by);

  test("of several measures: met when all are, not met when none is, partly in between", () => {
    expect(together([])).toBe("cannot-judge");
    expect(together(["cannot-judge", "met"])).toBe("met");
    expect(together(["met", "not-met"])).toBe("partly");
    expect(together(["not-met", "cannot-judge", "not-met"])).toBe("not-met");
    expect(together(["partly"])).toBe("partly");
  });

  test("by what is measured in its own time", () => {
    expect(of([value("2028-04-30", 7.9)])).toMatchObject({ known: "now", status: "met", day: "2028-04-30" });
  });

  test("what is known only from before is not yet judged, and says where things stood", () => {
    expect(of([value("2027-09-30", 7.9)])).toMatchObject({
      known: "before",
      status: "not-yet",
      stands: "met",
      day: "2027-09-30",
    });
    expect(of([])).toMatchObject({ known: "before", status: "not-yet", stands: "cannot-judge", day: null });
  });

  test("V-6: one that has years left is said to go as its way does, until its last year or until people have judged it", () => {
    const early = (value: number, more: object = {}, by?: GoalJudged) =>
      goalStanding(
        {
          ...years,
          targetYear: years.year + 2,
          indicators: [
            { ...sickLeave, values: [{ day: "2028-04-30", year: 2028, value }], onTheWay: { onPath: true } },
          ],
          ...more,
        },
        by,
      ).early;
    const meetBy = years.year + 2;
    expect(early(9.9)).toEqual({ meetBy, onPath: true });
    const off = [{ ...sickLeave, values: [value("2028-04-30", 9.9)], onTheWay: { onPath: false } }];
    expect(early(9.9, { indicators: off })).toEqual({ meetBy, onPath: false });
    expect(early(9.9, { indicators: [{ ...off[0], onTheWay: null }] })).toEqual({ meetBy, onPath: null });
    expect(early(7.9)).toBeNull();
    expect(early(9.9, { targetYear: years.year })).toBeNull();
    expect(early(9.9, {}, judged)).toBeNull();
  });

  test("a goal without measures is unknown until people have judged it", () => {
    const goal = { ...years, indicators: [] };
    expect(goalStanding(goal)).toMatchObject({ known: "nothing", status: "cannot-judge", day: null });
    expect(goalStanding(goal, judged)).toMatchObject({ known: "now", status: "partly", day: "2028-05-20" });
    expect(goalStanding(goal, { ...judged, year: 2027, day: "2028-02-10" })).toMatchObject({
      known: "before",
      status: "not-yet",
      stands: "partly",
    });
  });

  test("V-7: of what can't be measured the profession's word holds until a report says more", () => {
    const own = {
      judgement: "met",
      grounds: "Barnen vet vem de kan ringa.",
      day: "2028-06-01",
      year: 2028,
    } as const;
    const goal = { ...years, indicators: [], judgements: [own] };
    expect(goalStanding(goal)).toMatchObject({ known: "now", status: "met", judged: { decision: null } });
    expect(goalStanding(goal, judged)).toMatchObject({ status: "met", day: "2028-06-01" });
    expect(goalStanding(goal, { ...judged, day: "2028-09-01" })).toMatchObject({ status: "partly" });
    const measured = { ...goal, indicators: [{ ...sickLeave, values: [value("2028-04-30", 9.9)] }] };
    expect(goalStanding(measured)).toMatchObject({ status: "not-met", judged: null });
  });

  test("people's judgement stands over what was measured before it, and gives way to what is measured after it", () => {
    expect(of([value("2028-04-30", 7.9)], judged)).toMatchObject({ status: "partly", day: "2028-05-20" });
    expect(of([value("2028-08-31", 7.9)], judged)).toMatchObject({ status: "met", day: "2028-08-31" });
  });

  test("people who have judged that it can't be judged have said something of it", () => {
    expect(of([], { ...judged, judgement: "cannot-judge" })).toMatchObject({
      known: "now",
      status: "cannot-judge",
    });
  });
});
