import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { SignalView, SituationAnalysis } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const ENVIRONMENT = "/goals/environment-analysis/kommunstyrelsen/2028";
const SITUATION = "/goals/situation-analysis/socialnamnden/2028";
const note = (as: string, on: string, body: object) => a.call(as, on, "POST", "/goals/signals", { body });
const signals = async (on: string) =>
  ((await a.call("larare-bjornekulla", on, "GET", "/goals/signals")).json as { signals: SignalView[] })
    .signals;
const trend = (id: string, name: string) => ({ id, name, text: "", consequences: [], sources: ["SCB"] });
const codes = (reply: { json: unknown }) =>
  (reply.json as { remarks: { code: string }[] }).remarks.map(({ code }) => code);

let first: string;

test("A-1: anyone who has signed in notes a signal on any day; it waits, and is the noter's own", async () => {
  const reply = await note("larare-bjornekulla", "2026-10-12", {
    text: "Grannkommunen lockar lärare.",
    seenAt: "Personalrummet",
  });
  expect(reply.status).toBe(200);
  first = (reply.json as { id: string }).id;
  expect(
    (
      await note("vd-it", "2026-11-01", {
        text: "Nya krav på molntjänster.",
        seenAt: "https://example.se/krav",
      })
    ).status,
  ).toBe(200);
  expect((await signals("2026-10-31")).map(({ id }) => id)).toEqual([first]);
  expect(await signals("2026-11-01")).toMatchObject([
    { text: "Nya krav på molntjänster.", fate: "waiting", mine: false },
    { id: first, fate: "waiting", mine: true, gathered: null },
  ]);
  const outside = await a.server.app.inject({ method: "GET", url: "/api/goals/signals" });
  expect(outside.statusCode).toBe(401);
});

test("A-1: a signal without words, or to a trend that is not there, is refused with what to do", async () => {
  expect((await note("larare-bjornekulla", "2026-11-02", { text: " ", seenAt: "x" })).status).toBe(422);
  expect(
    (await note("larare-bjornekulla", "2026-11-02", { text: "a".repeat(2001), seenAt: "x" })).status,
  ).toBe(422);
  const unknown = await note("larare-bjornekulla", "2026-11-02", {
    text: "x",
    seenAt: "x",
    trend: "finns-inte",
  });
  expect(unknown.json).toMatchObject({ status: 422, code: "signal-unknown-aim" });
  expect(await signals("2026-11-02")).toHaveLength(2);
  await expect(a.sql("update goals.signal set text = 'x'")).rejects.toThrow("never changes");
});

test("A-1: signals are gathered into the analysis; what is left is told of, and waits for the next", async () => {
  const content = {
    byStrategicGoal: [],
    trends: [trend("larare", "Konkurrens om lärare")],
    signals: [{ signal: first, text: "Något annat", trend: "larare", answer: "Tas in i trenden." }],
  };
  const draft = await a.draft("kommunchef", "2027-02-10", ENVIRONMENT, content);
  expect(draft.status).toBe(200);
  expect(codes(draft)).toContain("signals-unanswered");
  expect((draft.json as { content: { signals: object[] } }).content.signals).toMatchObject([
    { text: "Grannkommunen lockar lärare." },
  ]);
  expect((await signals("2027-02-11")).find(({ id }) => id === first)).toMatchObject({ fate: "waiting" });
  const decided = await a.decide("ks-sekreterare", "2027-03-02", "environment-analysis:kommunstyrelsen:2028");
  expect(decided.status).toBe(200);
  const { number } = decided.json as { number: number };
  const after = await signals("2027-03-03");
  expect(after.find(({ id }) => id === first)).toMatchObject({
    fate: "answered",
    gathered: { decision: number, trend: "larare", answer: "Tas in i trenden." },
  });
  expect(after.filter(({ fate }) => fate === "waiting")).toHaveLength(1);
  expect(
    (await note("vd-it", "2027-03-04", { text: "Lärare flyttar hem.", seenAt: "x", trend: "larare" })).status,
  ).toBe(200);
  expect((await signals("2027-03-04"))[0]).toMatchObject({ trendName: "Konkurrens om lärare" });
});

test("A-2: figures and names are fetched and frozen; a lesson is taken in; a need is seen in the planning conditions", async () => {
  const lesson = await a.call("enhetschef-hemvard", "2027-02-01", "POST", "/analysis/lessons", {
    body: {
      body: "socialnamnden",
      year: 2027,
      principle: "employees",
      text: "Fasta grupper ger färre ansikten.",
      effectForResidents: "Trygghet.",
    },
  });
  const { id } = lesson.json as { id: string };
  const content = {
    effectForResidents: "Färre ansikten.",
    needs: "Fler äldre.",
    results: "",
    conditions: "",
    staff: "",
    ambitions: "",
    lawAndTrends: "",
    facts: [
      {
        id: "f-1",
        part: "needs",
        text: "Så många väntar.",
        figure: { source: "own", value: 12, unit: "personer", from: "Kölistan" },
      },
      {
        id: "f-2",
        part: "staff",
        text: "Borta.",
        figure: { source: "indicator:socialnamnden/x/y", value: 99 },
      },
    ],
    trends: [{ id: "larare", name: "Fel namn", text: "Färre att anställa." }],
    economicNeeds: [{ id: "grupper", text: "Fasta grupper i söder", amountTkr: 2400 }],
    lessons: [],
  };
  const draft = await a.draft("social-chef", "2027-03-05", SITUATION, content);
  expect(draft.status).toBe(200);
  const stored = (draft.json as { content: SituationAnalysis }).content;
  expect(stored.trends).toMatchObject([{ name: "Konkurrens om lärare" }]);
  expect(stored.facts).toMatchObject([{ figure: { value: 12 } }, { figure: { value: null } }]);
  expect(codes(draft)).toEqual(["figure-gone", "lessons-left"]);

  const taken = [
    { lesson: id, text: "Fasta grupper ger färre ansikten.", use: "Fasta grupper i hela kommunen" },
  ];
  const whole = await a.draft("social-chef", "2027-03-06", SITUATION, {
    ...content,
    facts: content.facts.slice(0, 1),
    lessons: taken,
  });
  expect(codes(whole)).toEqual([]);
  const needs = async (as: string) => (await a.call(as, "2027-03-07", "GET", "/budget/needs/2028")).json;
  expect(await needs("social-chef")).toMatchObject([
    { body: "socialnamnden", text: "Fasta grupper i söder", amountTkr: 2400, state: "draft", decision: null },
  ]);
  const decided = await a.decide("social-sekreterare", "2027-03-18", "situation-analysis:socialnamnden:2028");
  expect(decided.status).toBe(200);
  expect(await a.call("ekonomichef", "2027-03-19", "GET", "/budget/needs/2028")).toMatchObject({
    json: [{ state: "decided", decision: (decided.json as { number: number }).number, oneOff: false }],
  });
  const lessons = await a.call("social-chef", "2027-03-19", "GET", "/analysis/lessons?year=2027");
  expect((lessons.json as object[])[0]).toMatchObject({
    id,
    fate: "carried",
    carried: { use: taken[0]?.use },
  });
});

test("A-2: what can be fetched is offered to who writes, by the sources that there are", async () => {
  const reply = await a.call(
    "social-chef",
    "2027-03-20",
    "GET",
    "/goals/analysis-choices/socialnamnden/2029",
  );
  expect(reply.json).toMatchObject({ figures: [], trends: [{ id: "larare", name: "Konkurrens om lärare" }] });
});
