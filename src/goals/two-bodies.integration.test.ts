import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActionView } from "../plans/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { GoalTree } from "./contract.ts";

const DAY = "2027-01-20";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DAY, "/goals/strategic-goals/kommunfullmaktige/2027", {
    goals: [
      { id: "vaxa", name: "Möjlighet att växa", text: "Fler klarar sig på egen hand.", agenda2030: [4] },
    ],
  });
  await a.decide("kf-sekreterare", DAY, "strategic-goals:kommunfullmaktige:2027");
});
afterAll(() => a.stop());

const goal = (id: string, responsible: string) => ({
  id,
  wording: "Minst 90 procent av de tillfrågade är nöjda.",
  strategicGoals: ["vaxa"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "Fler får det stöd som de behöver.",
  basis: { situation: "80 procent är nöjda.", assignment: "Reglementet" },
  responsible,
  indicators: [
    {
      id: "nojda",
      name: "Nöjda",
      unit: "%",
      source: "Enkät",
      baseline: 80,
      baselineYear: 2026,
      target: 90,
      direction: "up",
    },
  ],
  contributors: [],
});
const goals = (body: string, chef: string, count = 1, rest: Record<string, unknown> = {}) =>
  a.draft(chef, DAY, `/goals/body-goals/${body}/2027`, {
    goals: Array.from({ length: count }, (_, i) => goal(i === 0 ? "nojda" : `mal-${i}`, chef)),
    ...rest,
  });
const tree = async () => (await a.call("revisor", DAY, "GET", "/goals/tree/2027")).json as GoalTree;

test("V-7: two bodies may call their goals the same; values and actions stay with their own", async () => {
  for (const [body, chef, value] of [
    ["bildningsnamnden", "bildning-chef", 91],
    ["socialnamnden", "social-chef", 81],
  ] as const) {
    await goals(body, chef);
    const reply = await a.draft(chef, DAY, `/goals/values/${body}/nojda/nojda/2027-01-15`, {
      value,
      source: "Enkät",
      year: 2027,
    });
    expect(reply.status).toBe(200);
  }
  const plan = await a.draft("bildning-chef", DAY, "/plans/operations-plan/bildningsforvaltningen/2027", {
    summary: "Plan",
    actions: [
      {
        id: "a",
        text: "Läsgrupper",
        goal: "nojda",
        responsible: "bildning-chef",
        due: "2027-06-01",
        unit: "bjornekullaskolan",
      },
    ],
  });
  expect(plan.status).toBe(200);
  const actions = (await a.call("revisor", DAY, "GET", "/plans/actions/2027")).json as ActionView[];
  const seen = (await tree()).goals.map((g) => [
    g.body,
    g.indicators[0]?.values.map((v) => v.value),
    g.indicators[0]?.status,
    actions.filter(({ body, goal }) => body === g.body && goal === g.id).length,
  ]);
  expect(seen).toEqual([
    ["bildningsnamnden", [91], "met", 1],
    ["socialnamnden", [81], "not-met", 0],
  ]);
});

test("V-4: a fourth goal can be decided only with a reason, in the draft or with the decision", async () => {
  const matter = "body-goals:bygg-och-miljonamnden:2027";
  const saved = await goals("bygg-och-miljonamnden", "byggmiljo-chef", 4);
  expect(saved.status).toBe(200);
  const refused = await a.decide("byggmiljo-sekreterare", DAY, matter);
  expect(refused.json).toMatchObject({
    status: 422,
    code: "not-decidable",
    cite: "§2.1",
    errors: [{ code: "more-than-three-without-reason", level: "needs-reason" }],
  });
  await goals("bygg-och-miljonamnden", "byggmiljo-chef", 4, {
    moreThanThreeReason: "Två uppdrag från fullmäktige",
  });
  expect((await a.decide("byggmiljo-sekreterare", DAY, matter)).status).toBe(200);
});
