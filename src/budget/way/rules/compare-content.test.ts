import { expect, test } from "vitest";
import { compareInvestments, compareTexts } from "./compare-content.ts";
import { changedIn } from "./compare-history.ts";

const written = {
  soundEconomy: "Resultat över en procent.",
  exceptional: null,
  furtherFollowUps: ["2028-03-31"],
  sources: [
    { what: "Befolkning", source: "SCB", from: { matter: "population-forecast:ks:2028", version: 1 } },
  ],
};

test("§2.4: texts and the population's source are compared, and what is the same is left out", () => {
  expect(compareTexts(written, written)).toEqual([]);
  const later = {
    ...written,
    exceptional: { reasons: "Pandemi", restoringPlan: "Två år" },
    restoringPlans: [{ deficitYear: 2027, amountsTkr: { 2028: 950, 2029: 4000 }, reasons: "Brand" }],
    sources: [
      {
        ...written.sources[0],
        what: "Befolkning",
        source: "SCB",
        from: { matter: "population-forecast:ks:2028", version: 2 },
      },
    ],
  };
  expect(compareTexts(written, later)).toEqual([
    {
      what: "source:Befolkning",
      from: "SCB (2028 v1)",
      to: "SCB (2028 v2)",
    },
    { what: "exceptional", from: null, to: "Pandemi" },
    { what: "restoring", from: null, to: "Två år" },
    { what: "restoring-plans", from: null, to: "2027: 2028 950, 2029 4000. Brand" },
  ]);
});

test("E-1, §2.4: an investment's spending, use and components are compared; a new one has nothing before", () => {
  const bridge = { body: "ks", name: "Bro", amountsTkr: { 2028: 500 }, inUseFrom: "2028-06" };
  const changed = { ...bridge, amountsTkr: { 2028: 700, 2029: 100 }, inUseFrom: null };
  expect(compareInvestments([bridge], [changed])).toEqual([
    { body: "ks", name: "Bro", what: "spent", year: 2028, from: 500, to: 700 },
    { body: "ks", name: "Bro", what: "in-use", year: null, from: "2028-06", to: null },
    { body: "ks", name: "Bro", what: "spent", year: 2029, from: null, to: 100 },
  ]);
  expect(compareInvestments([], [bridge]).map(({ what, from }) => [what, from])).toEqual([
    ["spent", null],
    ["in-use", null],
  ]);
});

test("§2.4: a difference knows in which savings it came about, also one that was changed back", () => {
  const differences = (before: Record<string, number>, now: Record<string, number>) =>
    Object.keys(now).filter((key) => before[key] !== now[key]);
  const chain = [
    { a: 1, b: 1 },
    { a: 2, b: 1 },
    { a: 2, b: 5 },
    { a: 1, b: 5 },
  ];
  expect([...changedIn(chain, differences)]).toEqual([
    ["a", [1, 3]],
    ["b", [2]],
  ]);
});
