import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ThreadNode, threadLayout, wayThrough } from "../../decisions/thread/rules/layout.ts";
import type { GoalTree, GoalView } from "../contract.ts";
import { INDICATOR_DEFAULTS } from "../indicators/rules/measuring.ts";
import { strategicGoals } from "../testing/strategic-goals.ts";
import { Vision } from "../vision/contract.ts";
import { goalKey, threadNodes } from "./thread-nodes.ts";

const strategic = ["god-livskvalitet", "hallbar-framtid", "mojlighet-att-vaxa"];
const tree: Pick<GoalTree, "vision" | "strategicGoals"> = {
  vision: {
    ...Vision.parse({ name: "Söderåsstaden", text: "…", validTo: "2030-12-31" }),
    year: 2021,
    decision: 1,
  },
  strategicGoals: strategicGoals(...strategic),
};

const goal = (id: string, over: Partial<GoalView> = {}): GoalView => ({
  id,
  wording: `Minst 90 procent ${id}`,
  strategicGoals: ["mojlighet-att-vaxa"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "Fler läser",
  basis: { situation: "…", facts: [], assignment: "Reglemente", document: null },
  changeReason: "",
  responsible: "bildning-chef",
  responsibleName: "Bildningschef",
  decidedResponsibleName: null,
  contributors: [],
  matter: "body-goals:bildningsnamnden:2027",
  body: "bildningsnamnden",
  bodyName: "Bildningsnämnden",
  year: 2027,
  state: "decided",
  decision: 7,
  indicators: [],
  judgements: [],
  years: [],
  time: { from: "2027-01-01", to: "2027-12-31" },
  ...over,
});

const indicator = (id: string, status: GoalView["indicators"][number]["status"]) => ({
  ...INDICATOR_DEFAULTS,
  path: [],
  onTheWay: null,
  id,
  name: id,
  responsible: "bildning-chef",
  responsibleName: "Bildningschef",
  unit: "procent",
  source: "Nationella prov",
  baseline: 70,
  baselineYear: 2025,
  target: 90,
  direction: "up" as const,
  values: [],
  judging: null,
  status,
});
const action = { id: "larare", text: "Speciallärare i klassrummet", responsible: "Rektor" };
/** Each goal has as many actions as its number says, up to four. */
const actionsOf = ({ id }: GoalView) =>
  Array.from({ length: Number(id.slice(1)) % 5 }, (_, n) => ({ ...action, id: `a${n}` }));

/** Threads of any size: goals with any parents among the strategic goals, indicators and actions under them. */
const threads = fc
  .array(
    fc.record({
      parents: fc.uniqueArray(fc.constantFrom(...strategic), { minLength: 1, maxLength: 3 }),
      indicators: fc.nat(3),
    }),
    { maxLength: 24 },
  )
  .map((goals) =>
    goals.map((g, i) =>
      goal(`g${i}`, {
        strategicGoals: g.parents,
        indicators: Array.from({ length: g.indicators }, (_, n) => indicator(`i${n}`, "met")),
      }),
    ),
  );

describe("the red thread", () => {
  test("V-9: no part lies on another, and all lie inside the picture", () => {
    fc.assert(
      fc.property(threads, fc.integer({ min: 300, max: 1600 }), fc.boolean(), (goals, width, deep) => {
        const { nodes, ...size } = threadLayout(threadNodes(tree, goals, { deep, actionsOf }), width);
        for (const [i, a] of nodes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(size.width + 1e-6);
          expect(a.y + a.height).toBeLessThanOrEqual(size.height);
          for (const b of nodes.slice(i + 1))
            expect(a.x !== b.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
        }
      }),
    );
  });

  test("V-9: from every part one comes up to the vision, along its links", () => {
    fc.assert(
      fc.property(threads, (goals) => {
        const { nodes, links } = threadLayout(threadNodes(tree, goals, { deep: true, actionsOf }), 1200);
        const up = new Map(links.filter((link) => link.main).map((link) => [link.to, link.from]));
        for (const { node } of nodes) {
          let at: string | undefined = node.id;
          for (let steps = 0; at !== "vision" && steps < 6; steps++) at = up.get(at ?? "");
          expect(at).toBe("vision");
        }
      }),
    );
  });

  test("V-3: a goal that contributes to two strategic goals has a link to each, and stands once", () => {
    const goals = [goal("lasning", { strategicGoals: ["mojlighet-att-vaxa", "god-livskvalitet"] })];
    const { nodes, links } = threadLayout(threadNodes(tree, goals, { deep: false }), 1000);
    expect(nodes.filter((p) => p.node.id === goalKey(goals[0] as GoalView))).toHaveLength(1);
    const up = links.filter((link) => link.to === goalKey(goals[0] as GoalView));
    expect(up.map(({ from, main }) => [from, main])).toEqual([
      ["strategic:mojlighet-att-vaxa", true],
      ["strategic:god-livskvalitet", false],
    ]);
  });

  test("V-9: a lone child stands level with its parent", () => {
    const nodes: ThreadNode[] = [
      { id: "v", kind: "vision", level: 0, parents: [] },
      { id: "s", kind: "strategic-goal", level: 1, parents: ["v"] },
      { id: "i", kind: "indicator", level: 3, parents: ["s"] },
    ];
    const middles = threadLayout(nodes, 900).nodes.map((p) => p.y + p.height / 2);
    expect(new Set(middles).size).toBe(1);
  });

  test("V-9: a part's way goes up to the vision and down to what is done, not to its neighbours", () => {
    const goals = [
      goal("a", { indicators: [indicator("i", "met")] }),
      goal("b", { strategicGoals: ["god-livskvalitet"] }),
    ];
    const { links } = threadLayout(
      threadNodes(tree, goals, {
        deep: true,
        actionsOf: ({ id }) => (id === "a" ? [action] : []),
      }),
      1200,
    );
    const key = "bildningsnamnden:a";
    expect([...wayThrough(links, `goal:${key}`)].sort()).toEqual([
      `action:${key}:larare`,
      `goal:${key}`,
      `indicator:${key}:i`,
      "strategic:mojlighet-att-vaxa",
      "vision",
    ]);
  });

  test("V-9: without a decided vision the goals are shown all the same", () => {
    const parts = threadNodes({ ...tree, vision: null }, [goal("a")], { deep: false });
    expect(threadLayout(parts, 900).nodes).toHaveLength(4);
  });
});
