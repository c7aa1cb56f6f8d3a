import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { LessonView } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const lesson = {
  body: "bildningsnamnden",
  year: 2027,
  principle: "residents",
  text: "Elever som fick lästräning i liten grupp redan i september kom ikapp före jul.",
  effectForResidents: "Fler barn läser säkert i årskurs 1.",
};
const add = (as: string, body: object, on = "2027-12-10") =>
  a.call(as, on, "POST", "/analysis/lessons", { body });
const list = async (on: string, query = "?body=bildningsnamnden&year=2027") =>
  (await a.call("bildning-chef", on, "GET", `/analysis/lessons${query}`)).json as LessonView[];
let id: string;

test("P-2: any employee puts in a lesson for the committee that the unit serves", async () => {
  const reply = await add("larare-bjornekulla", lesson);
  expect(reply.status).toBe(200);
  const view = reply.json as LessonView;
  id = view.id;
  expect(view).toMatchObject({
    bodyName: "Bildningsnämnden",
    noticedBy: "larare-bjornekulla",
    noticedOn: "2027-12-10",
    fate: "new",
    answer: null,
    fromMatter: null,
  });
});

test("P-2: not for another's committee, and the refusal says who may", async () => {
  const reply = await add("larare-bjornekulla", { ...lesson, body: "socialnamnden" });
  expect(reply.status).toBe(403);
  expect((reply.json as { ask: string[] }).ask.join()).toContain("Socialförvaltningen");
});

test("N-2: a lesson belongs to one of the three principles, a body and a matter that there are", async () => {
  expect((await add("larare-bjornekulla", { ...lesson, principle: "annat" })).status).toBe(422);
  expect((await add("larare-bjornekulla", { ...lesson, text: "  " })).status).toBe(422);
  expect((await add("larare-bjornekulla", { ...lesson, body: "ingen" })).status).toBe(404);
  const from = await add("larare-bjornekulla", {
    ...lesson,
    fromMatter: "annual-report:bildningsnamnden:2027",
  });
  expect(from.status).toBe(422);
  expect(from.json).toMatchObject({ errors: [{ at: "fromMatter", code: "lesson-unknown-matter" }] });
});

test("N-3: nobody who has not signed in reads lessons", async () => {
  const reply = await a.server.app.inject({ method: "GET", url: "/api/analysis/lessons" });
  expect(reply.statusCode).toBe(401);
});

test("N-3: what is noticed later is not shown on an earlier day", async () => {
  expect(await list("2027-12-09")).toEqual([]);
  expect((await list("2027-12-10")).map((l) => l.id)).toEqual([id]);
  expect(await list("2027-12-10", "?year=2026")).toEqual([]);
});

test("P-2: the lesson is answered once, by those who answer for the administration", async () => {
  const answer = (as: string, of = id) =>
    a.call(as, "2027-12-15", "POST", `/analysis/lessons/${of}/answer`, {
      body: { text: "Vi prövar det överallt." },
    });
  expect((await answer("larare-bjornekulla")).status).toBe(403);
  expect((await answer("bildning-chef", "finns-inte")).json).toMatchObject({ code: "no-lesson" });
  const reply = await answer("bildning-chef");
  expect(reply.json).toMatchObject({
    fate: "answered",
    answer: { text: "Vi prövar det överallt.", byName: "Bildningschef", on: "2027-12-15" },
  });
  const again = await answer("bildning-chef");
  expect(again.status).toBe(409);
  expect(again.json).toMatchObject({ code: "lesson-answered" });
  await expect(a.sql("update analysis.answer set text = 'x'")).rejects.toThrow("never changes");
});

test("N-3: the lesson is followed into the next situation analysis, first as a draft and then decided", async () => {
  const unit = { ...lesson, body: "bjornekullaskolan", text: "Skolgården används inte på raster." };
  const own = (await add("rektor-bjornekulla", unit)).json as LessonView;
  const toCarry = async (on: string) =>
    (await a.call("bildning-chef", on, "GET", "/analysis/lessons-to-carry/bildningsnamnden")).json;
  expect(((await toCarry("2028-02-01")) as { lesson: string }[]).map((l) => l.lesson).sort()).toEqual(
    [id, own.id].sort(),
  );
  const analysis = {
    needs: "",
    results: "",
    conditions: "",
    staff: "",
    ambitions: "",
    lawAndTrends: "",
    economicNeeds: [],
    lessons: [{ lesson: id, text: lesson.text, use: "Lästräning i alla skolor från september" }],
  };
  await a.draft("bildning-chef", "2028-02-20", "/goals/situation-analysis/bildningsnamnden/2029", analysis);
  const [draft] = (await list("2028-02-21")) as [LessonView];
  expect(draft).toMatchObject({ fate: "carried", carried: { decision: null } });
  const decided = await a.decide(
    "bildning-sekreterare",
    "2028-03-15",
    "situation-analysis:bildningsnamnden:2029",
  );
  expect(decided.status).toBe(200);
  const [carried] = (await list("2028-03-16")) as [LessonView];
  expect(carried.carried).toEqual({
    matter: "situation-analysis:bildningsnamnden:2029",
    version: 1,
    decision: (decided.json as { number: number }).number,
    use: "Lästräning i alla skolor från september",
  });
  expect(await toCarry("2028-03-16")).toMatchObject([
    { lesson: own.id, text: unit.text, use: "", answered: false, noticedOn: "2027-12-10" },
  ]);
  expect(await toCarry("2027-12-09")).toEqual([]);
});
