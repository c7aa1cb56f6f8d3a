import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { MineItem, StepView, WheelView, YearWheel } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const WHEEL = "/year/year-wheel/kommunstyrelsen/2028";
const analysis = {
  needs: "Fler vill bo kvar hemma",
  results: "",
  conditions: "",
  staff: "",
  ambitions: "",
  lawAndTrends: "",
  economicNeeds: [],
  lessons: [],
};
async function openly(on: string, path: string, language = "sv") {
  const reply = await a.server.app.inject({
    method: "GET",
    url: `/api/year${path}`,
    headers: { "tillit-today": on, "accept-language": language },
  });
  return { status: reply.statusCode, headers: reply.headers, text: reply.body };
}
const wheelOf = async (on: string, path: string) => JSON.parse((await openly(on, path)).text) as WheelView;
const stepIn = (wheel: WheelView, id: string) => wheel.steps.find((step) => step.id === id) as StepView;
const mine = async (as: string, on: string) => (await a.call(as, on, "GET", "/year/mine")).json as MineItem[];

test("A-13: a municipality that has decided no wheel follows the model's own, with dates by the election year", async () => {
  const wheel = await wheelOf("2026-05-15", "/wheel/2026");
  expect(wheel).toMatchObject({ year: 2026, electionYear: true, wheel: null, body: null });
  expect(stepIn(wheel, "A-8")).toMatchObject({ due: "2026-12-31", subjectYear: 2027, state: "to-come" });
  expect(stepIn(await wheelOf("2026-05-15", "/wheel/2027"), "A-8").due).toBe("2027-11-30");
  expect(wheel.steps.map((step) => step.due)).toEqual(wheel.steps.map((step) => step.due).sort());
  expect(stepIn(wheel, "A-1-dag")).toMatchObject({ kind: null, state: null, href: null });
});

test("A-13: drafts count only for those who have signed in; decisions for all, from their day", async () => {
  const path = "/goals/situation-analysis/socialnamnden/2027";
  expect((await a.draft("social-chef", "2026-03-02", path, analysis)).status).toBe(200);
  const inside = (await a.call("ks-ordforande", "2026-03-03", "GET", "/year/wheel/2026")).json as WheelView;
  const own = (wheel: WheelView) => stepIn(wheel, "A-2").bodies.find((b) => b.body === "socialnamnden");
  expect(own(inside)).toMatchObject({ state: "under-way", turn: "Socialförvaltningen" });
  const outside = await a.server.app.inject({
    method: "GET",
    url: "/api/year/wheel/2026",
    headers: { "tillit-today": "2026-04-02" },
  });
  expect(own(outside.json() as WheelView)).toMatchObject({ state: "late", decision: null });
  const decided = await a.decide("social-sekreterare", "2026-03-19", "situation-analysis:socialnamnden:2027");
  const { number } = decided.json as { number: number };
  expect(own(await wheelOf("2026-03-18", "/wheel/2026"))?.decision).toBeNull();
  const after = await wheelOf("2026-03-20", "/wheel/2026");
  expect(own(after)).toMatchObject({
    state: "decided",
    decision: number,
    turn: null,
    href: "/mal/analyser/nulage/socialnamnden/2027",
  });
  expect(stepIn(after, "A-2").counts).toMatchObject({ bodies: 5, taken: 1, underWay: 4 });
});

test("A-13: for one body its own steps are told of, with those who serve it; the rest stand for all", async () => {
  const wheel = await wheelOf("2026-03-20", "/wheel/2026?body=socialforvaltningen");
  expect(wheel.body).toEqual({ id: "socialforvaltningen", name: "Socialförvaltningen" });
  expect(stepIn(wheel, "A-2")).toMatchObject({
    own: true,
    state: "decided",
    counts: { bodies: 1, taken: 1 },
  });
  expect(stepIn(wheel, "A-11-verksamhetsplan").bodies.map((b) => b.body)).toEqual(["socialforvaltningen"]);
  expect(stepIn(wheel, "A-8")).toMatchObject({ own: false, counts: { bodies: 1 } });
  const unknown = await openly("2026-03-20", "/wheel/2026?body=ingen");
  expect(unknown.status).toBe(404);
  expect(JSON.parse(unknown.text)).toMatchObject({ code: "no-body" });
  expect((await openly("2026-03-20", "/wheel/1999")).status).toBe(422);
});

test("A-13, T-1: who reads English meets the model's steps in English, in the wheel and in the calendar", async () => {
  const swedish = await wheelOf("2026-05-15", "/wheel/2026");
  const english = JSON.parse((await openly("2026-05-15", "/wheel/2026", "en-GB")).text) as WheelView;
  expect(english.steps.map((step) => step.id)).toEqual(swedish.steps.map((step) => step.id));
  expect(stepIn(english, "A-8")).toMatchObject({
    name: "Tax rate and budget with multi-year plan are decided",
    short: "Budget",
    who: "The council",
    language: "en",
  });
  expect(english.steps.filter((step) => step.language !== "en")).toEqual([]);
  const calendar = (await openly("2026-05-15", "/calendar.ics?year=2026", "en")).text;
  expect(calendar).toContain("Situation analysis");
  expect(calendar).not.toContain("Nul");
});

test("A-14: mine is what I may write now, and what is proposed and I may decide, first due first", async () => {
  const path = "/goals/situation-analysis/bildningsnamnden/2027";
  const before = await mine("bildning-chef", "2026-03-10");
  const item = before.find((i) => i.thing === "situation-analysis:bildningsnamnden:2027");
  expect(item).toMatchObject({ step: "A-2", todo: "write", due: "2026-03-31", state: "under-way" });
  expect(before.map((i) => i.due)).toEqual(before.map((i) => i.due).sort());
  expect(new Set(before.map((i) => i.thing)).size).toBe(before.length);
  expect(before.length).toBeLessThanOrEqual(50);

  const { json } = await a.draft("bildning-chef", "2026-03-10", path, analysis);
  const { revision } = (json as { version: { revision: number } }).version;
  await a.call(
    "bildning-chef",
    "2026-03-11",
    "POST",
    `/matters/${encodeURIComponent("situation-analysis:bildningsnamnden:2027")}/proposal`,
    { body: { revision, why: "Föreslås så här i provet" } },
  );
  const still = await mine("bildning-chef", "2026-03-12");
  expect(still.some((i) => i.thing === "situation-analysis:bildningsnamnden:2027")).toBe(false);
  const chair = await mine("bildning-ordforande", "2026-03-12");
  expect(chair.find((i) => i.thing === "situation-analysis:bildningsnamnden:2027")).toMatchObject({
    todo: "decide",
    bodyName: "Bildningsnämnden",
  });
});

test("A-14: a mandate for the whole group does not make everybody's writing one's own", async () => {
  const items = await mine("kommunchef", "2027-04-01");
  const reports = (of: MineItem[]) =>
    of.filter((i) => i.kind === "annual-report").map((i) => [i.thing, i.step]);
  // Nothing of 2026 was planned here: its report was written elsewhere
  expect(reports(items)).toEqual([]);
  const closed = (wheel: WheelView) => stepIn(wheel, "U-4-namnd");
  expect(closed(await wheelOf("2027-04-01", "/wheel/2027"))).toMatchObject({ state: null, bodies: [] });
  await a.sql(`select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
    update platform.municipality set first_year = 2026`);
  expect(closed(await wheelOf("2027-04-01", "/wheel/2027"))).toMatchObject({ state: "late" });
  const all = await mine("kommunchef", "2027-04-01");
  expect(new Set(all.map((i) => i.body))).toEqual(
    new Set(["kommunfullmaktige", "kommunstyrelsen", "kommunstyrelseforvaltningen"]),
  );
  // The one of 2025 was overtaken when the time of 2026's came; the council's waits for the committees'
  expect(reports(all)).toEqual([["annual-report:kommunstyrelsen:2026", "U-4-namnd"]]);
});

test("A-14: what is laid before an organ and is in no step waits for those who register what it decides, at the council after the executive", async () => {
  const day = "2026-04-10";
  const own = async (as: string) =>
    (await mine(as, day)).filter(({ todo, step }) => todo === "decide" && step === null);
  const lay = async (as: string, matter: string) => {
    const at = `/matters/${encodeURIComponent(matter)}/proposal`;
    const reply = await a.call(as, day, "POST", at, { body: { revision: 1, why: "Mandatperioden är ny." } });
    expect(reply).toMatchObject({ status: 200 });
  };
  await a.draft("vd-it", day, "/goals/situation-analysis/bjornekulla-it-ab/2027", analysis);
  expect(await own("it-ordforande")).toEqual([]);
  await lay("vd-it", "situation-analysis:bjornekulla-it-ab:2027");
  expect(await own("it-ordforande")).toMatchObject([
    {
      name: "Nulägesanalys 2027",
      href: "/arende/situation-analysis/bjornekulla-it-ab/2027",
      due: "2026-05-10",
    },
  ]);
  for (const other of ["vd-it", "fastighet-ordforande", "kommunchef"]) expect(await own(other)).toEqual([]);

  const vision = "vision:kommunfullmaktige:2027";
  await a.draft("kommunchef", day, "/goals/vision/kommunfullmaktige/2027", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
  await lay("kommunchef", vision);
  expect(await own("kf-sekreterare")).toEqual([]);
  expect(await own("ks-sekreterare")).toMatchObject([{ name: "Vision 2027", thing: vision }]);
  await a.proposeToCouncil(day, vision);
  expect(await own("ks-sekreterare")).toEqual([]);
  expect(await own("kf-sekreterare")).toMatchObject([{ name: "Vision 2027", thing: vision }]);
});

test("A-14: who has no mandate in the year's steps has an empty list; who has not signed in none", async () => {
  expect(await mine("larare-bjornekulla", "2026-03-12")).toEqual([]);
  expect((await openly("2026-03-12", "/mine")).status).toBe(401);
});

test("A-14: the calendar can be subscribed to, for all or for one body", async () => {
  const all = await openly("2026-05-15", "/calendar.ics?year=2026");
  expect(all.status).toBe(200);
  expect(all.headers["content-type"]).toMatch(/^text\/calendar/);
  expect(all.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(all.text).toContain("DTSTART;VALUE=DATE:20261231\r\n");
  expect(all.text).toContain("SUMMARY:Senast: Budget\r\n");
  const own = await openly("2026-05-15", "/calendar.ics?body=socialnamnden");
  expect(own.text).toContain("X-WR-CALNAME:Årshjulet – Socialnämnden");
  expect(own.text).not.toContain("SUMMARY:Senast: Budget\r\n");
  expect(own.text).toContain("UID:A-2-2027-socialnamnden@1277.tillit");
  expect((await openly("2026-05-15", "/calendar.ics?body=ingen")).status).toBe(404);
});

test("A-13: a municipality changes its wheel by a decision, and earlier years keep theirs", async () => {
  const model = JSON.parse((await openly("2027-06-01", "/model-wheel")).text) as YearWheel;
  const steps = model.steps.map((step) =>
    step.id === "A-2" ? { ...step, due: { month: 2, day: 15 }, name: "Vår nulägesanalys" } : step,
  );
  const forbidden = await a.draft("bildning-chef", "2027-06-01", WHEEL, { steps });
  expect(forbidden.status).toBe(403);
  const circular = steps.map((step) => (step.id === "A-1" ? { ...step, after: ["A-4"] } : step));
  await a.draft("kommunchef", "2027-06-01", WHEEL, { steps: circular });
  const refused = await a.decide("ks-sekreterare", "2027-06-09", "year-wheel:kommunstyrelsen:2028");
  expect(refused.status).toBe(422);
  expect(refused.json).toMatchObject({ errors: [{ code: "wheel-circle" }] });
  await a.draft("kommunchef", "2027-06-02", WHEEL, { steps });
  const decided = await a.decide("ks-sekreterare", "2027-06-09", "year-wheel:kommunstyrelsen:2028");
  expect(decided.status).toBe(200);

  const next = await wheelOf("2027-06-10", "/wheel/2028");
  expect(next.wheel).toMatchObject({ matter: "year-wheel:kommunstyrelsen:2028", version: 1 });
  expect(stepIn(next, "A-2")).toMatchObject({ due: "2028-02-15", name: "Vår nulägesanalys" });
  expect((await wheelOf("2027-06-10", "/wheel/2027")).wheel).toBeNull();
  expect((await wheelOf("2027-06-08", "/wheel/2028")).wheel).toBeNull();
});
