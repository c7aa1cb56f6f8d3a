import fc from "fast-check";
import { expect, test } from "vitest";
import { indicatorStatus, JUDGEMENTS } from "./indicator.ts";

test.each([
  ["no value yet", { baseline: 80, target: 90, direction: "up" }, undefined, "cannot-judge"],
  ["up: reached exactly", { baseline: 80, target: 90, direction: "up" }, 90, "met"],
  ["up: half the way", { baseline: 80, target: 90, direction: "up" }, 85, "partly"],
  ["up: less than half", { baseline: 80, target: 90, direction: "up" }, 84.9, "not-met"],
  ["up: worse than before", { baseline: 80, target: 90, direction: "up" }, 70, "not-met"],
  ["down: reached", { baseline: 8.4, target: 6, direction: "down" }, 5.9, "met"],
  ["down: half the way", { baseline: 8, target: 6, direction: "down" }, 7, "partly"],
  ["down: up instead", { baseline: 8, target: 6, direction: "down" }, 9, "not-met"],
  ["keep: kept", { baseline: 92, target: 92, direction: "keep" }, 92, "met"],
  ["keep: lost", { baseline: 92, target: 92, direction: "keep" }, 91, "not-met"],
  [
    "a target behind the baseline is not half reached",
    { baseline: 95, target: 90, direction: "up" },
    80,
    "not-met",
  ],
  [
    "keep: more is not better where it is to be kept: sick leave 9 against 6",
    { baseline: 6, target: 6, direction: "keep" },
    9,
    "not-met",
  ],
  ["keep: less is not better either", { baseline: 6, target: 6, direction: "keep" }, 5, "not-met"],
  ["keep: between where it was and its target", { baseline: 7, target: 6, direction: "keep" }, 6.5, "met"],
  ["down: exactly half the way in decimals", { baseline: 6.8, target: 6, direction: "down" }, 6.4, "partly"],
  ["down: a hair less than half", { baseline: 6.8, target: 6, direction: "down" }, 6.41, "not-met"],
  ["up: exactly half the way in decimals", { baseline: 0.1, target: 0.3, direction: "up" }, 0.2, "partly"],
  ["within: its lower end", { baseline: 30, target: 20, targetTo: 25, direction: "within" }, 20, "met"],
  ["within: its upper end", { baseline: 30, target: 20, targetTo: 25, direction: "within" }, 25, "met"],
  [
    "within: half the way to it",
    { baseline: 30, target: 20, targetTo: 25, direction: "within" },
    27.5,
    "partly",
  ],
  ["within: over it", { baseline: 30, target: 20, targetTo: 25, direction: "within" }, 28, "not-met"],
  [
    "within: out on the other side",
    { baseline: 30, target: 20, targetTo: 25, direction: "within" },
    19,
    "not-met",
  ],
  [
    "within: left, from a baseline in it",
    { baseline: 22, target: 20, targetTo: 25, direction: "within" },
    26,
    "not-met",
  ],
  [
    "within: a range that lacks its other end",
    { baseline: 30, target: 20, direction: "within" },
    22,
    "cannot-judge",
  ],
  ["zero is a value", { baseline: 4, target: 0, direction: "down" }, 0, "met"],
] as const)("V-7: %s", (_name, indicator, latest, expected) => {
  expect(indicatorStatus(indicator, latest)).toBe(expected);
});

test("V-7: a better value never gives a worse judgement", () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  const rank = (status: string) => -JUDGEMENTS.indexOf(status as "met");
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      fc.constantFrom("up", "down"),
      (baseline, target, a, b, direction) => {
        const [worse, better] = (direction === "up") === a < b ? [a, b] : [b, a];
        const indicator = { baseline, target, direction } as const;
        expect(rank(indicatorStatus(indicator, better))).toBeGreaterThanOrEqual(
          rank(indicatorStatus(indicator, worse)),
        );
      },
    ),
  );
});
