import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { controlCounts, highestRisk, measureCounts } from "./overview.ts";
import { byPriority, HIGH_RISK, riskMatrix, riskValue } from "./risk.ts";

const step = fc.integer({ min: 1, max: 4 });
const risks = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1 }), likelihood: step, consequence: step }),
  {
    selector: (risk) => risk.id,
    maxLength: 30,
  },
);

test("K-2: the value of a risk is likelihood times consequence", () => {
  expect(riskValue({ likelihood: 3, consequence: 4 })).toBe(12);
});

test("K-2: each risk lies in exactly one cell of the matrix, the one of its value", () => {
  fc.assert(
    fc.property(risks, (all) => {
      const cells = riskMatrix(all).flat();
      expect(cells).toHaveLength(16);
      expect(cells.flatMap((cell) => cell.risks).sort()).toEqual(all.map((risk) => risk.id).sort());
      for (const risk of all) {
        const cell = cells.find((c) => c.risks.includes(risk.id));
        expect(cell?.value).toBe(riskValue(risk));
        expect(cell?.high).toBe(riskValue(risk) >= HIGH_RISK);
      }
    }),
  );
});

test("K-2: the matrix begins with the most likely and mildest", () => {
  const [first] = riskMatrix([]);
  expect(first?.map((cell) => [cell.likelihood, cell.consequence])).toEqual([
    [4, 1],
    [4, 2],
    [4, 3],
    [4, 4],
  ]);
});

test("K-3: controls come by the value of their risk, whatever order they were written in", () => {
  const due: Day = "2027-05-01";
  const three = [
    { id: "low", likelihood: 1, consequence: 2 },
    { id: "severe", likelihood: 2, consequence: 4 },
    { id: "likely", likelihood: 4, consequence: 2 },
  ];
  const controls = ["nowhere", "low", "likely", "severe"].map((risk) => ({ risk, due }));
  expect(byPriority(controls, three).map((control) => control.risk)).toEqual([
    "severe",
    "likely",
    "low",
    "nowhere",
  ]);
  const sameRisk = [
    { risk: "low", due: "2027-09-01" },
    { risk: "low", due: "2027-02-01" },
  ];
  expect(byPriority(sameRisk, three).map((control) => control.due)).toEqual(["2027-02-01", "2027-09-01"]);
});

test("K-3: no control is lost or doubled when they are put in order", () => {
  fc.assert(
    fc.property(risks, fc.array(fc.nat(40)), (all, picks) => {
      const controls = picks.map((n, i) => ({ n: i, risk: all[n]?.id ?? "none", due: "2027-01-01" }));
      const ordered = byPriority(controls, all);
      expect(ordered.map((c) => c.n).sort((x, y) => x - y)).toEqual(controls.map((c) => c.n));
      const values = ordered
        .map((c) => all.find((risk) => risk.id === c.risk))
        .map((r) => (r ? riskValue(r) : 0));
      expect(values).toEqual([...values].sort((x, y) => y - x));
    }),
  );
});

test("K-5: the highest risk is the most severe of those of the highest value", () => {
  expect(highestRisk([])).toBeUndefined();
  expect(
    highestRisk([
      { id: "a", likelihood: 4, consequence: 2 },
      { id: "b", likelihood: 2, consequence: 4 },
      { id: "c", likelihood: 1, consequence: 4 },
    ])?.id,
  ).toBe("b");
});

test("K-4, K-5: what is done, deviates, is not done and is overdue is counted from plan and report", () => {
  const planned = [
    { id: "a", times: 1, due: "2027-03-01" },
    { id: "b", times: 1, due: "2027-04-01" },
    { id: "c", times: 1, due: "2027-05-01" },
    { id: "d", times: 1, due: "2027-11-01" },
  ] as const;
  const results = [
    { control: "a", result: "no-deviation" },
    { control: "b", result: "deviation" },
  ] as const;
  const told = (all: readonly { control: string }[]) => (of: { id: string }) =>
    all.some(({ control }) => control === of.id) ? 1 : 0;
  expect(controlCounts(planned, results, "2027-06-15", told(results))).toEqual({
    planned: 4,
    done: 2,
    deviations: 1,
    notDone: 0,
    overdue: 1,
  });
  expect(controlCounts(planned, [{ control: "a", result: "not-done" }], "2027-02-01", () => 0)).toEqual({
    planned: 4,
    done: 0,
    deviations: 0,
    notDone: 1,
    overdue: 0,
  });
  const measures = [
    { due: "2027-05-31", closed: false, awaitsCheck: false },
    { due: "2027-04-30", closed: true, awaitsCheck: false },
    { due: "2027-04-30", closed: false, awaitsCheck: true },
  ];
  expect(measureCounts(measures, "2027-06-15")).toEqual({ count: 3, open: 2, due: 1 });
  expect(measureCounts(measures, "2027-05-31")).toEqual({ count: 3, open: 2, due: 0 });
});
