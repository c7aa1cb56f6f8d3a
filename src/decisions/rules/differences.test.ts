import { expect, test } from "vitest";
import { differences, MAX_DIFFERENCES, told } from "./differences.ts";

const PROPOSED = {
  text: "Ingress",
  sum: 3,
  goals: [
    {
      id: "lasning",
      wording: "Alla läser",
      target: 87,
      indicators: [{ id: "k1", name: "Behöriga", target: 91 }],
    },
    { id: "trygg", wording: "Alla är trygga", target: 80 },
  ],
  years: [2027, 2028],
};

test("R-5: what the meeting changed is told leaf by leaf, with the name of the thing that it is in", () => {
  const decided = {
    ...PROPOSED,
    sum: 4,
    goals: [
      { ...PROPOSED.goals[1], target: 82 },
      { ...PROPOSED.goals[0], indicators: [{ id: "k1", name: "Behöriga", target: 93.5 }] },
    ],
    years: [2027, 2029],
  };
  // Things that changed places are the same things; the sum follows from the rest
  expect(differences(PROPOSED, decided, ["sum"])).toEqual([
    { thing: "Behöriga", path: ["goals", "lasning", "indicators", "k1", "target"], from: 91, to: 93.5 },
    { thing: "Alla är trygga", path: ["goals", "trygg", "target"], from: 80, to: 82 },
    { thing: "", path: ["years", "2"], from: 2028, to: 2029 },
  ]);
  expect(differences(PROPOSED, structuredClone(PROPOSED))).toEqual([]);
});

test("R-5: what the meeting added and struck has nothing on its other side", () => {
  const [first] = PROPOSED.goals;
  const added = { ...PROPOSED, goals: [first, { id: "ny", wording: "Ett nytt mål", target: 1 }] };
  expect(differences(PROPOSED, added)).toEqual([
    { thing: "Alla är trygga", path: ["goals", "trygg", "wording"], from: "Alla är trygga", to: null },
    { thing: "Alla är trygga", path: ["goals", "trygg", "target"], from: 80, to: null },
    { thing: "Ett nytt mål", path: ["goals", "ny", "wording"], from: null, to: "Ett nytt mål" },
    { thing: "Ett nytt mål", path: ["goals", "ny", "target"], from: null, to: 1 },
  ]);
});

test("R-5: a row that was written anew, with the same name for the same body and year, is the same row", () => {
  const row = (id: string, year: number, amountTkr: number) => ({
    id,
    year,
    body: "bildningsnamnden",
    text: "Säker skolväg",
    amountTkr,
  });
  const rows = (...all: readonly unknown[]) => ({ adjustments: all });
  expect(differences(rows(row("a1", 2028, 10)), rows(row("b7", 2028, 15)))).toEqual([
    {
      thing: "Säker skolväg",
      path: ["adjustments", "a1 bildningsnamnden 2028", "amountTkr"],
      from: 10,
      to: 15,
    },
  ]);
  // Two of the same name can be either
  const twice = differences(rows(row("a1", 2028, 1)), rows(row("b1", 2028, 2), row("b2", 2028, 3)));
  expect(twice.filter(({ from }) => from === null)).toHaveLength(8);
});

test("R-5: a content that is another altogether is told with no more lines than somebody reads", () => {
  const rows = (of: number) => Array.from({ length: 5000 }, (_, i) => ({ id: `r${i}`, value: i * of }));
  expect(differences(rows(1), rows(2))).toHaveLength(MAX_DIFFERENCES + 1);
});

test("§2.4: a thing that comes or goes is told once, and what differs in others field by field", () => {
  const risk = (id: string, text: string, likelihood: number) => ({ area: "Ekonomi", id, text, likelihood });
  const from = { risks: [risk("avtal", "Inköp utanför avtal", 3), risk("taxa", "Fel taxa", 2)] };
  const to = {
    risks: [risk("avtal", "Inköp utanför avtal", 2), risk("bygge", "Ombyggnaden blir dyrare", 3)],
  };
  expect(told(differences(from, to))).toEqual([
    { thing: "Inköp utanför avtal", path: ["risks", "avtal", "likelihood"], from: 3, to: 2 },
    { thing: "Fel taxa", path: ["risks", "taxa"], from: "Fel taxa", to: null, whole: "gone" },
    {
      thing: "Ombyggnaden blir dyrare",
      path: ["risks", "bygge"],
      from: null,
      to: "Ombyggnaden blir dyrare",
      whole: "new",
    },
  ]);
});
