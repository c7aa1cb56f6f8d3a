import { expect, test } from "vitest";
import { YearWheel } from "../contract.ts";
import { wheelRemarks } from "./check-wheel.ts";
import { liftWheel } from "./lift-wheel.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WheelStep } from "./step.ts";

const [first, ...rest] = MODEL_WHEEL as [WheelStep, ...WheelStep[]];
const OCCASIONS: Readonly<Record<string, readonly string[]>> = {
  "control-report": ["half-year", "annual"],
  "demography-true-up": ["spring", "autumn"],
};
// What a wheel must know of the kinds that the model's own names
const KINDS = [...new Set(MODEL_WHEEL.map(({ kind }) => kind))].flatMap((kind) =>
  kind === null ? [] : [{ kind, ...(OCCASIONS[kind] ? { occasions: OCCASIONS[kind] } : {}) }],
);
const found = (steps: readonly WheelStep[]) => wheelRemarks(steps, KINDS).map(({ code, at }) => [code, at]);

test("A-13: the model's own wheel can be decided as it is", () => {
  expect(wheelRemarks(MODEL_WHEEL, KINDS)).toEqual([]);
  expect(YearWheel.parse({ steps: MODEL_WHEEL }).steps).toEqual(MODEL_WHEEL);
});

test("A-13: every row of the model's planning and follow-up is in the wheel, and its label fits the picture", () => {
  const ids = MODEL_WHEEL.map((step) => step.id);
  const rows = ["A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8", "A-9", "A-10", "A-11"];
  expect(ids).toEqual(expect.arrayContaining([...rows, "U-2", "U-3", "U-4", "K-5", "K-5-halvar"]));
  for (const step of MODEL_WHEEL) expect(step.short.length).toBeLessThanOrEqual(24);
});

test("A-13: a prerequisite that is not there stops", () => {
  expect(found([{ ...first, after: ["A-99"] }, ...rest])).toEqual([["wheel-unknown-step", "steps.0.after"]]);
});

test("A-13: steps that wait for each other stop, and the way round is named", () => {
  const steps: WheelStep[] = [
    { ...first, id: "a", after: ["c"] },
    { ...first, id: "b", after: ["a"] },
    { ...first, id: "c", after: ["b"] },
  ];
  expect(wheelRemarks(steps, KINDS)).toMatchObject([
    { level: "stops", code: "wheel-circle", params: { steps: "a → c → b → a" } },
  ]);
  expect(found([{ ...first, after: [first.id] }])).toEqual([["wheel-circle", "steps"]]);
});

test("A-13: a day that no year has, a step twice and a step that nobody takes stop", () => {
  const steps: WheelStep[] = [
    { ...first, due: { month: 2, day: 30 }, electionYearDue: { month: 4, day: 31 } },
    { ...first, due: { month: 2, day: 29 } },
    { ...first, id: "b", bodies: [] },
  ];
  expect(found(steps)).toEqual([
    ["wheel-no-such-day", "steps.0.due"],
    ["wheel-no-such-day", "steps.0.electionYearDue"],
    ["wheel-repeated-step", "steps.1.id"],
    ["wheel-nobody-acts", "steps.2.bodies"],
  ]);
});

test("A-13: a kind of matter that no chapter has, and a part that the matter is not written in, stop", () => {
  expect(found([{ ...first, kind: "weather-report" }, ...rest])).toEqual([
    ["wheel-unknown-kind", "steps.0.kind"],
  ]);
  expect(found([{ ...first, occasion: "half-year" }, ...rest])).toEqual([
    ["wheel-unknown-occasion", "steps.0.occasion"],
  ]);
  expect(found([{ ...first, kind: "control-report", occasion: "annual" }, ...rest])).toEqual([]);
});

test("A-13: a wheel of 2026, whose steps named a period, is read as it was meant", () => {
  const old = {
    steps: [
      { ...first, kind: "control-report", period: "half-year" },
      { ...first, id: "b" },
    ],
  };
  expect(YearWheel.parse(liftWheel(old)).steps.slice(0, 2)).toEqual([
    { ...first, kind: "control-report", occasion: "half-year", looksTo: 6 },
    { ...first, id: "b" },
  ]);
  expect(old.steps[0]).toHaveProperty("period");
});

test("U-2 – U-4, A-13: a wheel from before a step said how far its matter looks, looks as far as the model's; one that says so is kept", () => {
  const looks = (steps: readonly unknown[]) =>
    (liftWheel({ steps }) as YearWheel).steps.map(({ looksTo }) => looksTo);
  const before = MODEL_WHEEL.map(({ looksTo: _none, ...step }) => step);
  expect(looks(before)).toEqual(MODEL_WHEEL.map(({ looksTo }) => looksTo));
  const model = (id: string) => MODEL_WHEEL.find((step) => step.id === id)?.looksTo;
  expect(["U-2", "U-3-namnd", "U-3", "U-4-namnd", "U-4"].map(model)).toEqual([4, 8, 8, 12, 12]);
  expect(looks([{ ...first, kind: "follow-up", looksTo: 3 }])[0]).toBe(3);
});

test("A-13: a wheel from before the organs' meetings keeps the days that stood outside it; one that has meetings says all itself", () => {
  const ids = (content: object) => YearWheel.parse(liftWheel(content)).steps.map(({ id }) => id);
  expect(ids({ steps: [first] })).toEqual([first.id, "V-8-enhet", "V-1-provning", "U-8-var", "U-8-host"]);
  expect(ids({ steps: [first], meetings: [] })).toEqual([first.id]);
  expect(ids({ steps: MODEL_WHEEL })).toEqual(MODEL_WHEEL.map(({ id }) => id));
});
