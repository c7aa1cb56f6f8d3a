import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { MineItem } from "../../year/contract.ts";
import type { GoalTree } from "../contract.ts";

const KF = "kommunfullmaktige";
const BEFORE = "2026-02-02";
const DAY = "2027-10-04";
const vision = (year: number) => `/goals/vision/${KF}/${year}`;
const strategic = (year: number) => `/goals/strategic-goals/${KF}/${year}`;
const VISION = {
  name: "Söderåsstaden",
  text: "Nära mellan människor.",
  validTo: "2030-12-31",
  parts: [{ id: "nara", text: "Nära" }],
};
const goal = (id: string, over: object = {}) => ({
  id,
  name: id,
  text: "Vad det innebär",
  agenda2030: [4],
  ...over,
});
type View = { content: Record<string, never>; remarks: { code: string; level: string }[] };

let a: Astorp;
const read = async (path: string) => (await a.call("kommunchef", DAY, "GET", path)).json as View;
const codes = async (path: string) => (await read(path)).remarks.map(({ code }) => code);
const mine = async (as: string, on = DAY) =>
  ((await a.call(as, on, "GET", "/year/mine")).json as MineItem[]).map(({ name, href }) => [name, href]);

beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", BEFORE, vision(2024), VISION);
  await a.decide("kf-sekreterare", BEFORE, `vision:${KF}:2024`);
  await a.draft("kommunchef", BEFORE, strategic(2024), { goals: [goal("vaxa"), goal("halla")] });
  await a.decide("kf-sekreterare", BEFORE, `strategic-goals:${KF}:2024`);
});
afterAll(() => a.stop());

test("V-1, V-2, A-14: a new mandate period stands on the list of who prepares the council's matters, and on no other's", async () => {
  const lines = [
    ["Följ upp visionen inför mandatperioden 2027–2030", `/mal/vision/${KF}/2028`],
    ["Utvärdera inriktningsmålen inför mandatperioden 2027–2030", `/mal/inriktningsmal/${KF}/2028`],
  ];
  expect(await mine("kommunchef")).toEqual(expect.arrayContaining(lines));
  for (const other of ["bildning-chef", "kf-sekreterare", "ks-ordforande"])
    expect((await mine(other)).map(([name]) => name)).not.toContain(lines[0]?.[0]);
});

test("V-1: the vision before is taken in with its parts; what is judged stays with them, and it is kept or changed with its reason", async () => {
  const rows = [{ part: "nara", judgement: null, grounds: "" }];
  await a.draft("kommunchef", DAY, vision(2028), { ...VISION, review: { rows, why: "" } });
  const begun = await read(vision(2028));
  expect(begun.content.review).toEqual({
    before: {
      year: 2024,
      decision: 1,
      name: VISION.name,
      text: VISION.text,
      validTo: VISION.validTo,
    },
    rows: [{ ...rows[0], text: "Nära" }],
    why: "",
  });
  expect(begun.remarks.filter(({ level }) => level === "stops").map(({ code }) => code)).toEqual([
    "review-judgement-missing",
    "review-grounds-missing",
    "review-why-missing",
  ]);
  const judged = [{ part: "nara", judgement: "partly", grounds: "Fler har nära." }];
  await a.draft("kommunchef", DAY, vision(2028), { ...VISION, review: { rows: judged, why: "Den håller." } });
  expect((await a.decide("kf-sekreterare", DAY, `vision:${KF}:2028`)).status).toBe(200);
  expect((await mine("kommunchef")).map(([name]) => name)).not.toContain(
    "Följ upp visionen inför mandatperioden 2027–2030",
  );
});

test("V-2: how the body goals under each goal went is fetched, and a goal that is left out or reworded asks why", async () => {
  await a.draft("bildning-chef", DAY, "/goals/body-goals/bildningsnamnden/2027", {
    goals: [
      {
        id: "nojda",
        wording: "Minst 90 procent av de tillfrågade är nöjda.",
        strategicGoals: ["vaxa"],
        term: "short",
        targetYear: 2027,
        effectForResidents: "Fler får stöd.",
        basis: { situation: "80 procent.", assignment: "Reglementet" },
        responsible: "bildning-chef",
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
      },
    ],
  });
  await a.decide("bildning-sekreterare", DAY, "body-goals:bildningsnamnden:2027");
  await a.draft("bildning-chef", DAY, "/goals/values/bildningsnamnden/nojda/nojda/2027-09-01", {
    value: 91,
    source: "Enkät",
    year: 2027,
  });
  const row = (id: string, over: object = {}) => ({
    goal: id,
    judgement: "partly",
    grounds: "På väg.",
    why: "",
    ...over,
  });
  const content = { goals: [goal("vaxa", { visionPart: "nara", text: "Tydligare" })] };
  await a.draft("kommunchef", DAY, strategic(2028), {
    ...content,
    evaluation: { rows: [row("vaxa"), row("halla")] },
  });
  const begun = await read(strategic(2028));
  expect(begun.content).toMatchObject({
    goals: [{ id: "vaxa", visionPartText: "Nära", targets: [], indicators: [] }],
    evaluation: {
      before: { year: 2024, decision: 2 },
      rows: [
        {
          goal: "vaxa",
          text: "Vad det innebär",
          outcomes: [{ year: 2027, goals: 1, met: 1, partly: 0, notMet: 0 }],
        },
        { goal: "halla", outcomes: [] },
      ],
    },
  });
  expect(await codes(strategic(2028))).toEqual(
    expect.arrayContaining(["adjustment-why-missing", "derivation-missing", "for-whom-missing"]),
  );
  await a.draft("kommunchef", DAY, strategic(2028), {
    ...content,
    evaluation: {
      rows: [row("vaxa", { why: "Ska gå att följa." }), row("halla", { why: "Ingår i det andra." })],
    },
  });
  expect((await a.decide("kf-sekreterare", DAY, `strategic-goals:${KF}:2028`)).status).toBe(200);
  const tree = (await a.call("revisor", DAY, "GET", "/goals/tree/2028")).json as GoalTree;
  expect(tree.strategicGoals.map(({ id, text }) => [id, text])).toEqual([["vaxa", "Tydligare"]]);
  expect(tree.vision?.review?.rows[0]?.judgement).toBe("partly");
  expect(tree.evaluation?.rows).toHaveLength(2);
  // What governed the year before still does
  const earlier = (await a.call("revisor", DAY, "GET", "/goals/tree/2027")).json as GoalTree;
  expect(earlier.strategicGoals).toHaveLength(2);
});

test("V-2: goals of a new mandate period without an evaluation are decided for a reason alone", async () => {
  await a.draft("kommunchef", DAY, strategic(2031), { goals: [goal("vaxa")] });
  expect(await codes(strategic(2031))).toContain("strategic-goals-not-evaluated");
  const refused = await a.decide("kf-sekreterare", DAY, `strategic-goals:${KF}:2031`, { direct: true });
  expect(refused.status).toBe(422);
});
