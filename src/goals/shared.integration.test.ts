import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatterView } from "../decisions/contract.ts";
import type { ReportedPart } from "../followup/judged/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { BodyGoals, GoalTree } from "./contract.ts";
import type { GoalGrounds } from "./grounds/contract.ts";

const LEAD = "bildningsnamnden";
const OTHER = "kultur-och-fritidsnamnden";
const goals = (body: string, year: number) => `/goals/body-goals/${body}/${year}`;
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", "2027-01-20", "/goals/strategic-goals/kommunfullmaktige/2027", {
    goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Fler klarar sig.", agenda2030: [4] }],
  });
  await a.decide("kf-sekreterare", "2027-01-21", "strategic-goals:kommunfullmaktige:2027");
});
afterAll(() => a.stop());

const goal = (own: Partial<BodyGoals["goals"][number]> = {}) => ({
  id: "lasning",
  wording: "Minst 90 procent läser säkert senast 2028.",
  strategicGoals: ["vaxa"],
  term: "long",
  targetYear: 2028,
  effectForResidents: "Barnen kan lära i alla ämnen.",
  basis: { situation: "81 procent 2026.", assignment: "§ 3" },
  responsible: "bildning-chef",
  indicators: [
    {
      id: "andel",
      name: "Läser säkert",
      unit: "%",
      source: "Test",
      baseline: 81,
      baselineYear: 2026,
      target: 90,
      direction: "up",
    },
  ],
  contributors: [OTHER],
  ...own,
});
const viewOf = async (year: number, day: string, body = LEAD) =>
  (await a.call("revisor", day, "GET", goals(body, year))).json as MatterView<BodyGoals>;
const groundsOf = async (body: string, year: number, day: string, as = "revisor") =>
  (await a.call(as, day, "GET", `/goals/grounds/${body}/${year}`)).json as GoalGrounds;
const codes = ({ remarks }: MatterView<BodyGoals>) => remarks.map(({ code }) => code);

test("V-3: a goal rests on facts of the decided analysis and on a document of the register, by what they say and are called", async () => {
  const analysis = {
    effectForResidents: "Fler behöver läsa.",
    needs: "Stöd.",
    results: "81 procent.",
    conditions: "Två byggen.",
    staff: "Behöriga.",
    ambitions: "Skolplanen.",
    lawAndTrends: "Garantin.",
    facts: [{ id: "f-1", part: "results", text: "81 procent läser säkert" }],
    economicNeeds: [],
    lessons: [],
  };
  const path = `/goals/situation-analysis/${LEAD}/2027`;
  expect((await a.draft("bildning-chef", "2027-01-22", path, analysis)).status).toBe(200);
  // What is not decided is nothing to rest on
  expect((await groundsOf(LEAD, 2027, "2027-01-22", "bildning-chef")).analysis).toBeNull();
  await a.decide("bildning-sekreterare", "2027-01-23", `situation-analysis:${LEAD}:2027`);
  const rules = {
    level: "council",
    type: "rules-of-procedure",
    title: "Reglemente för bildningsnämnden",
    body: "kommunfullmaktige",
    owner: "kf-sekreterare",
    decision: null,
    validFrom: "2026-01-01",
    validTo: null,
    reviewBy: null,
    address: null,
  };
  const registered = await a.draft("kf-sekreterare", "2027-01-24", "/documents/register/reglemente", rules);
  expect(registered.status).toBe(200);
  const { analysis: found, documents } = await groundsOf(LEAD, 2027, "2027-01-24");
  expect(found?.facts.map(({ id, text }) => [id, text])).toEqual([["f-1", "81 procent läser säkert"]]);
  expect(documents).toEqual([expect.objectContaining({ id: "reglemente", title: rules.title })]);
  const basis = {
    situation: "81 procent 2026.",
    assignment: "§ 3",
    facts: [
      { fact: "f-1", text: "vad som helst" },
      { fact: "f-borta", text: "Togs bort" },
    ],
    document: { id: "reglemente", title: "vad som helst" },
  };
  await a.draft("bildning-chef", "2027-01-25", goals(LEAD, 2027), { goals: [goal({ basis } as never)] });
  const view = await viewOf(2027, "2027-01-25");
  expect(view.content.goals[0]?.basis).toMatchObject({
    facts: [
      { fact: "f-1", text: "81 procent läser säkert" },
      { fact: "f-borta", text: "Togs bort" },
    ],
    document: { title: rules.title },
  });
  expect(codes(view)).toContain("fact-gone");
});

test("P-3: a contributor finds the goal among its own, answers for its part, and the lead sees it", async () => {
  await a.draft("bildning-chef", "2027-01-26", goals(LEAD, 2027), { goals: [goal()] });
  await a.decide("bildning-sekreterare", "2027-01-27", `body-goals:${LEAD}:2027`);
  const { shared } = await groundsOf(OTHER, 2027, "2027-01-28");
  expect(shared).toEqual([
    expect.objectContaining({ lead: LEAD, goal: "lasning", wording: goal().wording, state: "decided" }),
  ]);
  expect((await groundsOf(LEAD, 2027, "2027-01-28")).contributions).toEqual([
    expect.objectContaining({ body: OTHER, what: null, decision: null }),
  ]);

  const own = goal({ id: "bad", wording: "Alla sjuåringar kan simma 2027.", contributors: [] });
  const mine = { ...own, term: "short", targetYear: 2027, responsible: "kultur-chef" };
  const part = { id: "del-1", lead: LEAD, goal: "lasning", wording: "påhittat", what: "", responsible: "" };
  const write = (parts: object[]) =>
    a.draft("kultur-chef", "2027-01-28", goals(OTHER, 2027), { goals: [mine], parts });
  expect((await write([])).status).toBe(200);
  expect(codes(await viewOf(2027, "2027-01-28", OTHER))).toContain("shared-without-part");
  await write([part]);
  const begun = await viewOf(2027, "2027-01-28", OTHER);
  expect(begun.content.parts[0]?.wording).toBe(goal().wording);
  expect(codes(begun)).toEqual(expect.arrayContaining(["part-what-missing", "part-responsible-missing"]));
  await write([{ ...part, what: "Bibliotekarier läser med alla klasser.", responsible: "kultur-chef" }]);
  await a.decide("kultur-sekreterare", "2027-01-29", `body-goals:${OTHER}:2027`);
  expect((await groundsOf(LEAD, 2027, "2027-01-30")).contributions).toEqual([
    expect.objectContaining({
      body: OTHER,
      what: "Bibliotekarier läser med alla klasser.",
      responsible: "kultur-chef",
      state: "decided",
      decision: expect.any(Number),
    }),
  ]);
  // In the tree the goal is the lead's, with its contributors; whoever asks for one body finds it by either
  const { goals: all } = (await a.call("revisor", "2027-01-30", "GET", "/goals/tree/2027")).json as GoalTree;
  expect(all.find(({ id }) => id === "lasning")?.contributors).toEqual([OTHER]);
});

test("P-3: what a contributor has told of its part is read by all, and is missed in its report until it is there", async () => {
  const path = `/followup/follow-up/${OTHER}/2027`;
  const report = (parts: object[]) =>
    a.draft("kultur-chef", "2027-05-10", path, {
      effectForResidents: "Fler läser.",
      operations: { text: "Som planerat." },
      staff: { text: "Fulltaligt.", figures: [] },
      economy: { text: "I balans.", forecastTkr: 0 },
      goals: [{ goal: "bad", judgement: "partly", grounds: "Halva kullen." }],
      parts,
      group: null,
    });
  expect((await report([])).status).toBe(200);
  const seen = async () =>
    (await a.call("revisor", "2027-05-10", "GET", path)).json as {
      content: { data: { parts?: { wording: string }[] } };
      remarks: { code: string }[];
    };
  const before = await seen();
  expect(before.content.data.parts).toEqual([
    expect.objectContaining({ lead: LEAD, wording: goal().wording, responsible: expect.any(String) }),
  ]);
  expect(before.remarks.map(({ code }) => code)).toContain("part-not-told");
  await report([{ lead: LEAD, goal: "lasning", text: "Läste med 300 barn." }]);
  expect((await seen()).remarks.map(({ code }) => code)).not.toContain("part-not-told");
  await a.decide("kultur-sekreterare", "2027-05-11", `follow-up:${OTHER}:2027`);
  const told = (await a.call("revisor", "2027-05-12", "GET", "/followup/reported-parts/2027"))
    .json as ReportedPart[];
  expect(told).toEqual([
    expect.objectContaining({ body: OTHER, lead: LEAD, goal: "lasning", text: "Läste med 300 barn." }),
  ]);
});

test("V-6: a goal that runs is changed with a reason, and one whose year has come is evaluated by how it was measured", async () => {
  const carried = (own: object) => ({ ...goal(), term: "short", ...own });
  const write = (year: number, day: string, content: object) =>
    a.draft("bildning-chef", day, goals(LEAD, year), content);
  await write(2028, "2028-01-10", { goals: [carried({ wording: "Minst 85 procent läser säkert 2028." })] });
  expect(codes(await viewOf(2028, "2028-01-10"))).toContain("goal-changed-without-reason");
  const reason = {
    wording: "Minst 85 procent läser säkert 2028.",
    changeReason: "Ny kull med större behov.",
  };
  await write(2028, "2028-01-10", { goals: [carried(reason)] });
  expect(codes(await viewOf(2028, "2028-01-10"))).toContain("goal-changed");
  await a.decide("bildning-sekreterare", "2028-01-11", `body-goals:${LEAD}:2028`);
  // Both wordings can be read
  expect((await viewOf(2027, "2028-01-12")).content.goals[0]?.wording).toBe(goal().wording);

  const value = { value: 88, source: "Test", year: 2028 };
  await a.draft(
    "bildning-chef",
    "2028-12-01",
    `/goals/values/${LEAD}/lasning/andel/2028-11-01?year=2028`,
    value,
  );
  const { ended } = await groundsOf(LEAD, 2029, "2028-12-02");
  expect(ended).toEqual([
    expect.objectContaining({
      goal: "lasning",
      targetYear: 2028,
      measured: [expect.objectContaining({ name: "Läser säkert", value: 88, day: "2028-11-01" })],
    }),
  ]);
  const next = { ...goal({ id: "nytt" }), targetYear: 2030, wording: "Alla läser säkert senast 2030." };
  await write(2029, "2028-12-02", { goals: [next] });
  expect(codes(await viewOf(2029, "2028-12-02"))).toContain("ended-not-evaluated");
  const row = { goal: "lasning", judgement: "partly", grounds: "88 procent i november.", wording: "annat" };
  await write(2029, "2028-12-02", { goals: [next], evaluations: [row] });
  const view = await viewOf(2029, "2028-12-02");
  expect(codes(view).filter((code) => code.startsWith("e"))).toEqual([]);
  expect(view.content.evaluations[0]).toMatchObject({ wording: reason.wording, measured: [{ value: 88 }] });
});
