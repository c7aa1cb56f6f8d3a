import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { PlanBegin, PlanChanges, PlanLine, PlanView, UnitThread } from "./contract.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const DAY = "2027-01-20";
const PLAN = "/plans/operations-plan/bildningsforvaltningen/2027";
const MATTER = "operations-plan:bildningsforvaltningen:2027";
const UNIT = "/plans/unit-plan/bjornekullaskolan/2027";
let a: Astorp;
const get = async <T>(as: string, day: string, path: string) =>
  (await a.call(as, day, "GET", path)).json as T;
const post = (as: string, day: string, path: string, body: object) => a.call(as, day, "POST", path, { body });
const mine = (as: string, day: string) => get<Any[]>(as, day, "/year/mine");
const remarks = (reply: { json: unknown }) => (reply.json as Any).remarks.map((one: Any) => one.code).sort();

const GOAL = {
  id: "lasning",
  wording: "Minst 90 procent av eleverna läser säkert i årskurs 1.",
  strategicGoals: ["vaxa"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "Fler barn läser med säkerhet.",
  basis: { situation: "80 procent läser säkert.", assignment: "Reglementet" },
  responsible: "bildning-chef",
  indicators: [
    {
      id: "sakra",
      name: "Säkra läsare",
      unit: "%",
      source: "Lästest",
      baseline: 80,
      baselineYear: 2026,
      target: 90,
      direction: "up",
    },
  ],
  contributors: [],
};
const screening = {
  id: "screening",
  text: "Lästest för alla i årskurs 1",
  goal: "lasning",
  responsible: "rektor-bjornekulla",
  from: "2027-01-10",
  due: "2027-10-15",
  unit: "bjornekullaskolan",
  effect: "Ingen väntar på stöd i mer än tre veckor",
  costTkr: 40,
};
const speciallarare = {
  id: "speciallarare",
  text: "Speciallärare i alla klasser",
  goal: "lasning",
  responsible: "bildning-chef",
  due: "2027-02-10",
  unit: "bildningsforvaltningen",
};
const content = (...actions: object[]) => ({ summary: "Läsningen går först.", actions });
const thing = (id: string) => `${MATTER}/${id}`;
const course = (as: string, day: string, body: object) => post(as, day, "/course/entries", body);

beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DAY, "/goals/strategic-goals/kommunfullmaktige/2027", {
    goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Fler klarar sig.", agenda2030: [4] }],
  });
  await a.decide("kf-sekreterare", DAY, "strategic-goals:kommunfullmaktige:2027");
  await a.draft("bildning-chef", DAY, "/goals/body-goals/bildningsnamnden/2027", { goals: [GOAL] });
});
afterAll(() => a.stop());

test("V-8: a plan is built from what is decided, and tells what it was built from and what has changed since", async () => {
  expect(remarks(await a.draft("bildning-chef", DAY, PLAN, content(screening)))).toEqual([
    "plan-before-goals",
  ]);
  await a.decide("bildning-sekreterare", DAY, "body-goals:bildningsnamnden:2027");
  const begin = await get<PlanBegin>("bildning-chef", DAY, "/plans/begin/bildningsforvaltningen/2027");
  expect(begin.goals).toEqual([{ id: "lasning", text: GOAL.wording }]);
  expect(begin.parts).toMatchObject([
    { id: "goal/lasning", sort: "goal", says: "Fler barn läser med säkerhet." },
  ]);

  // What the draft took in before the goals were there is told as changed, and is taken in
  const stored = await get<Any>("bildning-chef", DAY, PLAN);
  expect(stored.changes).toMatchObject([{ id: "goal/lasning", before: null }]);
  const taken = await a.draft("bildning-chef", DAY, PLAN, {
    ...content(screening, speciallarare),
    ground: { parts: [], kept: [], takeIn: true },
  });
  expect((taken.json as Any).changes).toEqual([]);
  expect(remarks(taken)).toEqual(["action-without-effect"]);
  expect((await a.draft("rektor-bjornekulla", DAY, PLAN, content(screening))).status).toBe(403);
  expect((await a.decide("bildning-chef", DAY, MATTER)).status).toBe(200);

  const plan = await get<PlanView>("larare-bjornekulla", DAY, "/plans/plan/bildningsforvaltningen/2027");
  expect(plan).toMatchObject({
    state: "decided",
    serves: { body: "bildningsnamnden" },
    tally: { actions: 2, underWay: 0, done: 0, stopped: 0, late: 0 },
    rests: [{ id: "goal/lasning" }],
  });
  const lines = await get<PlanLine[]>("larare-bjornekulla", DAY, "/plans/overview/2027");
  expect(lines.find(({ body }) => body === "socialforvaltningen")).toMatchObject({
    state: "none",
    may: { allowed: false },
  });
});

test("V-8: a unit's manager breaks the plan down, and its parts serve the same goal", async () => {
  expect(await mine("rektor-bjornekulla", DAY)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ todo: "write", thing: "unit-plan:bjornekullaskolan:2027" }),
    ]),
  );
  const part = {
    ...screening,
    id: "ettor",
    text: "Testa ettorna vecka 4",
    goal: "",
    under: "screening",
    costTkr: null,
  };
  expect((await a.draft("larare-bjornekulla", DAY, UNIT, content(part))).status).toBe(403);
  const begun = await a.draft(
    "rektor-bjornekulla",
    DAY,
    UNIT,
    content({ ...part, under: "finns-inte" }, { ...part, id: "b", unit: "kvidinge-skola" }),
  );
  expect(remarks(begun)).toEqual(["action-elsewhere", "action-under-nothing"]);
  expect(remarks(await a.draft("rektor-bjornekulla", DAY, UNIT, content(part)))).toEqual([]);
  expect((await a.decide("rektor-bjornekulla", DAY, "unit-plan:bjornekullaskolan:2027")).status).toBe(200);
  const above = await get<PlanView>("bildning-chef", DAY, "/plans/plan/bildningsforvaltningen/2027");
  expect(above.units).toMatchObject([{ body: "bjornekullaskolan", tally: { actions: 1 } }]);
});

test("P-2: an employee sees from what the unit does up to the vision's goals, and who gets what one has noticed", async () => {
  const unit = await get<UnitThread>("larare-bjornekulla", DAY, "/plans/unit/bjornekullaskolan/2027");
  expect(unit.threads).toMatchObject([
    {
      action: { text: "Testa ettorna vecka 4", goal: "lasning" },
      above: { text: "Lästest för alla i årskurs 1", body: "bildningsforvaltningen" },
      goal: { id: "lasning", wording: GOAL.wording },
      strategicGoals: ["Möjlighet att växa"],
    },
  ]);
  expect(unit.shared.map(({ text }) => text)).toEqual(["Speciallärare i alla klasser"]);
  expect(unit.managers).toEqual(["Rektor, Björnekullaskolan"].map(() => expect.any(String)));
  const council = await a.call("larare-bjornekulla", DAY, "GET", "/plans/unit/kommunfullmaktige/2027");
  expect(council.json).toMatchObject({ code: "no-plan-there" });

  const noticed = await post("larare-bjornekulla", "2027-02-01", "/analysis/lessons", {
    body: "bjornekullaskolan",
    year: 2027,
    principle: "employees",
    text: "Testen tar en hel förmiddag",
    effectForResidents: "Mindre undervisning den veckan",
  });
  const id = (noticed.json as Any).id;
  const line = expect.objectContaining({ thing: `lesson:${id}` });
  expect(await mine("rektor-bjornekulla", "2027-02-01")).toEqual(expect.arrayContaining([line]));
  expect(await mine("bildning-chef", "2027-02-01")).not.toEqual(expect.arrayContaining([line]));
  await post("rektor-bjornekulla", "2027-02-03", `/analysis/lessons/${id}/answer`, {
    text: "Vi delar upp dem",
  });
  expect(await mine("rektor-bjornekulla", "2027-02-03")).not.toEqual(expect.arrayContaining([line]));
  expect(await mine("larare-bjornekulla", "2027-02-03")).toEqual(expect.arrayContaining([line]));
});

test("V-8: what changes during the year is on the chair's and the secretary's list until it is noted at which meeting it was told", async () => {
  expect(await mine("bildning-chef", "2027-02-12")).toEqual(
    expect.arrayContaining([expect.objectContaining({ thing: thing("speciallarare"), state: "late" })]),
  );
  await course("bildning-chef", "2027-02-12", {
    thing: thing("speciallarare"),
    sort: "state",
    value: "cancelled",
    reason: "Ingen sökte tjänsten",
  });
  await course("rektor-bjornekulla", "2027-02-14", {
    thing: thing("screening"),
    sort: "date",
    value: "2027-11-15",
    reason: "Provet kommer senare",
  });
  const changed = content({ ...screening, costTkr: 60 }, { ...speciallarare, effect: "Stöd varje dag" });
  const without = await a.draft("bildning-chef", "2027-02-20", PLAN, changed);
  expect(remarks(without)).toContain("change-without-reason");
  await a.draft("bildning-chef", "2027-02-20", PLAN, { ...changed, changeReason: "Provet blev dyrare" });
  expect((await a.decide("bildning-chef", "2027-02-20", MATTER)).status).toBe(200);

  const about = { thing: "plan-change:bildningsnamnden:2027", todo: "review" };
  for (const who of ["bildning-ordforande", "bildning-sekreterare"])
    expect(await mine(who, "2027-02-21")).toEqual(expect.arrayContaining([expect.objectContaining(about)]));
  const PATH = "/plans/changes/bildningsnamnden/2027";
  const open = (await get<PlanChanges>("larare-bjornekulla", "2027-02-21", PATH)).unreported;
  expect(open.map(({ sort, name, reason, on }) => [sort, name, reason, on])).toEqual([
    ["stopped", "Speciallärare i alla klasser", "Ingen sökte tjänsten", "2027-02-12"],
    ["moved", "Lästest för alla i årskurs 1", "Provet kommer senare", "2027-02-14"],
    ["changed", "Lästest för alla i årskurs 1", "Provet blev dyrare", "2027-02-20"],
    ["changed", "Speciallärare i alla klasser", "Provet blev dyrare", "2027-02-20"],
  ]);
  expect(open[2]?.fields).toEqual([{ field: "costTkr", before: "40", now: "60" }]);

  const ids = open.map(({ id }) => id);
  const tell = (as: string, meetingDay: string, changes: string[], day = "2027-02-26") =>
    post(as, day, PATH, { meetingDay, changes });
  expect((await tell("bildning-chef", "2027-02-25", ids)).status).toBe(403);
  expect((await tell("social-ordforande", "2027-02-25", ids)).status).toBe(403);
  expect((await tell("bildning-ordforande", "2027-02-27", ids)).json).toMatchObject({
    errors: [{ at: "meetingDay", code: "meeting-to-come" }],
  });
  expect((await tell("bildning-ordforande", "2027-02-13", ids)).json).toMatchObject({
    errors: [{ at: "meetingDay", code: "changed-after-meeting" }],
  });
  expect((await tell("bildning-ordforande", "2027-02-13", ids.slice(0, 1))).status).toBe(200);
  const rest = await tell("bildning-sekreterare", "2027-02-25", ids.slice(1));
  expect(rest.json).toMatchObject({
    unreported: [],
    reports: [
      { meetingDay: "2027-02-25", notedOn: "2027-02-26", changes: [{}, {}, {}] },
      { meetingDay: "2027-02-13", changes: [{ sort: "stopped" }] },
    ],
  });
  expect((rest.json as PlanChanges).reports[0]?.told).toHaveLength(2);
  expect((await tell("bildning-ordforande", "2027-02-25", ids)).json).toMatchObject({
    code: "nothing-to-report",
  });
  expect(await mine("bildning-ordforande", "2027-02-26")).not.toEqual(
    expect.arrayContaining([expect.objectContaining(about)]),
  );
});

test("V-8: a company's plan is its managing director's, and its board is told what changes", async () => {
  await a.draft("vd-fastighet", "2027-03-01", "/goals/body-goals/bjornekulla-fastighets-ab/2027", {
    goals: [{ ...GOAL, responsible: "vd-fastighet" }],
  });
  await a.decide("fastighet-ordforande", "2027-03-01", "body-goals:bjornekulla-fastighets-ab:2027");
  const toWrite = expect.objectContaining({
    todo: "write",
    thing: "operations-plan:bjornekulla-fastighets-ab:2027",
  });
  expect(await mine("vd-fastighet", "2027-03-01")).toContainEqual(toWrite);
  const own = {
    ...speciallarare,
    responsible: "vd-fastighet",
    unit: "bjornekulla-fastighets-ab",
    due: "2027-09-30",
    effect: "Lägre kostnader",
  };
  const path = "/plans/operations-plan/bjornekulla-fastighets-ab/2027";
  expect(remarks(await a.draft("vd-fastighet", "2027-03-01", path, content(own)))).toEqual([]);
  const matter = "operations-plan:bjornekulla-fastighets-ab:2027";
  expect((await a.decide("vd-fastighet", "2027-03-01", matter)).status).toBe(200);
  expect(await mine("vd-fastighet", "2027-03-01")).not.toContainEqual(toWrite);
  await course("vd-fastighet", "2027-03-05", {
    thing: `${matter}/speciallarare`,
    sort: "state",
    value: "cancelled",
    reason: "Upphandlingen överklagades",
  });
  expect(await mine("fastighet-ordforande", "2027-03-05")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ thing: "plan-change:bjornekulla-fastighets-ab:2027" }),
    ]),
  );
});

test("V-8: what is carried on to the next year begins anew: last year's state and moved day are not this year's", async () => {
  const ON = "2027-03-10";
  const next = { ...GOAL, targetYear: 2028 };
  await a.draft("bildning-chef", ON, "/goals/body-goals/bildningsnamnden/2028", { goals: [next] });
  await a.decide("bildning-sekreterare", ON, "body-goals:bildningsnamnden:2028");
  const again = { ...speciallarare, due: "2028-02-10", effect: "Stöd varje dag" };
  await a.draft("bildning-chef", ON, "/plans/operations-plan/bildningsforvaltningen/2028", content(again));
  const matter = "operations-plan:bildningsforvaltningen:2028";
  expect((await a.decide("bildning-chef", ON, matter)).status).toBe(200);
  const stands = async (year: number) =>
    (await get<PlanView>("bildning-chef", ON, `/plans/plan/bildningsforvaltningen/${year}`)).actions.find(
      ({ id }) => id === "speciallarare",
    )?.state;
  expect([await stands(2027), await stands(2028)]).toEqual(["cancelled", "not-begun"]);
  const of = encodeURIComponent(`${matter}/speciallarare`);
  expect(await get<Any>("bildning-chef", ON, `/course?of=${of}`)).toMatchObject({ state: null, entries: [] });
});
