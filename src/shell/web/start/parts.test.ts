import { expect, test } from "vitest";
import type { GoalTree, GoalView } from "../../../goals/contract.ts";
import { strategicGoals } from "../../../goals/testing/strategic-goals.ts";
import type { StepView, WheelView } from "../../../year/contract.ts";
import { planDecisionsOf, shortName, stepParts, stepsNext, stepsNow, strategicParts } from "./parts.ts";

const goal = (id: string, body: string, strategicGoals: string[]): GoalView => ({
  id,
  wording: id,
  strategicGoals,
  term: "short",
  targetYear: 2027,
  effectForResidents: "x",
  basis: { situation: "x", facts: [], assignment: "x", document: null },
  changeReason: "",
  responsible: "p",
  responsibleName: "P",
  decidedResponsibleName: null,
  contributors: [],
  matter: `body-goals:${body}:2027`,
  body,
  bodyName: body,
  year: 2027,
  state: "decided",
  decision: 4,
  indicators: [],
  judgements: [],
  years: [],
  time: { from: "2027-01-01", to: "2027-12-31" },
});
const tree: GoalTree = {
  vision: null,
  strategicGoals: strategicGoals("a", "b"),
  evaluation: null,
  strategicYear: 2021,
  strategicDecision: 2,
  deviations: [],
  goals: [
    goal("g1", "soc", ["a", "b"]),
    goal("g2", "bild", ["a"]),
    goal("g3", "soc", ["x"]),
    goal("g4", "soc", ["a"]),
  ],
};
/** How many actions the plans have for each goal. */
const ACTIONS: Readonly<Record<string, number>> = { g1: 2, g3: 1 };
const actionsOf = ({ id }: GoalView) => ACTIONS[id] ?? 0;
const parts = (plans: ReadonlyMap<string, number>, body?: string) =>
  strategicParts(tree, plans, body, undefined, actionsOf);
const step = (
  id: string,
  track: "planning" | "follow-up",
  from: string,
  due: string,
  state: StepView["state"],
): StepView => ({
  id,
  name: id,
  short: id,
  language: "sv",
  cite: "§2.4",
  track,
  who: "x",
  owner: null,
  occasion: null,
  kind: null,
  reaches: "decided",
  own: true,
  subjectYear: 2027,
  from,
  due,
  after: [],
  state,
  counts: { bodies: 0, taken: 0, underWay: 0, late: 0, waiting: 0, toCome: 0 },
  turn: [],
  href: null,
  bodies: [],
});
const wheel: WheelView = {
  year: 2027,
  electionYear: false,
  today: "2027-05-15",
  body: null,
  wheel: null,
  steps: [
    step("spring", "planning", "2027-01-01", "2027-03-31", "decided"),
    step("day", "planning", "2027-03-31", "2027-03-31", null),
    step("beside", "planning", "2027-02-01", "2027-05-01", "late"),
    step("now", "follow-up", "2027-05-01", "2027-05-31", "under-way"),
    step("winter", "planning", "2027-12-01", "2028-01-31", "to-come"),
    step("another-year", "planning", "2028-02-01", "2028-03-01", "to-come"),
  ],
  meetings: [],
};

test("V-9: a goal stands in the sector that it names first, by body; one that names none known stands in the last", () => {
  const [a, b] = parts(new Map([["soc", 9]]));
  expect(a?.goals.map((part) => part.goal.id)).toEqual(["g2", "g1", "g4"]);
  expect(b?.goals.map((part) => part.goal.id)).toEqual(["g3"]);
  expect(a?.goals[0]?.standing.status).toBe("cannot-judge");
  expect(a?.goals.every((part) => part.own)).toBe(true);
  const [forSoc] = parts(new Map(), "soc");
  expect(forSoc?.goals.map((part) => part.own)).toEqual([false, true, true]);
});

test("V-8: a body's plan spans its goals, counts what it does for them, and is decided only by a decision", () => {
  const [a, b] = parts(new Map([["soc", 9]]));
  const [bild, soc] = a?.bodies ?? [];
  expect([bild?.state, bild?.actions]).toEqual(["to-come", 0]);
  expect([soc?.state, soc?.actions, soc?.decision]).toEqual(["decided", 2, 9]);
  expect(soc?.place.from).toBe(a?.goals[1]?.place.from);
  expect(soc?.place.to).toBe(a?.goals[2]?.place.to);
  expect(parts(new Map())[1]?.bodies[0]?.state).toBe("draft");
  expect(b?.bodies[0]?.decision).toBe(9);
});

test("V-8: an administration's plan belongs to the goals of the committee that it serves; the newest decision counts", () => {
  const bodies = [
    { id: "soc", parent: "kf" },
    { id: "socforv", parent: "soc" },
  ];
  const plans = planDecisionsOf(
    [
      { body: "socforv", number: 9 },
      { body: "socforv", number: 5 },
    ],
    bodies,
  );
  expect(plans.get("soc")).toBe(9);
  expect(plans.get("kf")).toBeUndefined();
});

test("A-13: steps at the same time have lanes of their own, single days none, and other years' steps are left out", () => {
  const placed = stepParts(wheel);
  expect(placed.map((part) => [part.step.id, part.lane, part.moment])).toEqual([
    ["spring", 0, false],
    ["beside", 1, false],
    ["winter", 0, false],
    ["day", 0, true],
    ["now", 0, false],
  ]);
});

test("A-13: what is late comes first of what goes on now, and what comes next is in the order of its first day", () => {
  expect(stepsNow(wheel).map((s) => s.id)).toEqual(["beside", "now"]);
  expect(stepsNext(wheel, 1).map((s) => s.id)).toEqual(["winter"]);
});

test("T-1: bodies' names are shortened where the picture has little room", () => {
  expect(shortName("Bildningsnämnden")).toBe("Bildning");
  expect(shortName("Bygg- och miljönämnden")).toBe("Bygg- och miljö");
  expect(shortName("Björnekulla Fastighets AB")).toBe("Fastighets");
  expect(shortName("Kommunstyrelsen")).toBe("Kommunstyrelsen");
});
