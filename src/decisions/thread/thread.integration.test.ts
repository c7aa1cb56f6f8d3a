import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { Orphans, ThreadPart, ThreadView } from "./contract.ts";
import { THREAD_SORTS, TIE_SORTS } from "./rules/sorts.ts";

const TODAY = "2028-05-15";
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const get = async <T>(path: string, as = "kommunchef", on = TODAY): Promise<T> => {
  const { status, json } = await a.call(as, on, "GET", path);
  expect(status, path).toBe(200);
  return json as T;
};
const thread = (query: Record<string, string | number>, as?: string, on?: string) =>
  get<ThreadView>(
    `/thread?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`,
    as,
    on,
  );
const orphans = (query: string, as?: string) => get<Orphans[]>(`/thread/orphans?${query}`, as);
const whatIn = ({ things }: ThreadPart) => new Set(things.map(({ what }) => what));

/** All above a thing of an answer, step by step. */
function aboveIn({ ties }: ThreadPart, from: string): Set<string> {
  const found = new Set([from]);
  for (const one of found) for (const tie of ties) if (tie.from === one) found.add(tie.to);
  return found;
}

test("V-9: no tie of the whole sample leads to or from anything that is not there", async () => {
  const { rows } = await a.sql(`
    select t.source, t.from_thing, t.to_thing, t.sort from decisions.tie t
    cross join lateral (values (t.from_thing), (t.to_thing)) as e(thing)
    where t.valid_to is null and not exists (select from decisions.thread_thing th
      where th.municipality_id = t.municipality_id and th.thing = e.thing and th.valid_to is null)
    order by 1, 2, 3`);
  expect(rows).toEqual([]);
});

test("V-9: each sort of thing is in the sample, and each sort of tie", async () => {
  const { rows } = await a.sql("select distinct what from decisions.thread_thing");
  const sorts = rows.map(({ what }) => what);
  expect(sorts).toEqual(expect.arrayContaining([...THREAD_SORTS]));
  for (const sort of sorts) expect(THREAD_SORTS).toContain(sort);
  const ties = (await a.sql("select distinct sort from decisions.tie")).rows.map(({ sort }) => sort);
  expect(ties).toEqual(expect.arrayContaining([...TIE_SORTS]));
  for (const sort of ties) expect(TIE_SORTS).toContain(sort);
});

test("V-9: from a krona of a unit up to the vision, and from the vision down to it again", async () => {
  const { rows } = await a.sql(`select thing from decisions.thread_thing
    where what = 'budget-line' and body_id = 'bjornekullaskolan' and year = 2028 and amount_tkr > 0 order by thing limit 1`);
  const line = rows[0]?.thing as string;
  const up = await thread({ thing: line, year: 2028 });
  const vision = up.things.find(({ what }) => what === "vision")?.thing as string;
  expect(aboveIn(up, line)).toContain(vision);
  expect(whatIn(up)).toEqual(
    new Set(["budget-line", "matter", "allocation", "body", "body-goal", "strategic-goal", "vision"]),
  );
  expect(up.things.find(({ thing }) => thing === line)?.amountTkr).toBeGreaterThan(0);
  // Down again, a level at a time, as one opens the tree
  let at = vision;
  for (const next of ["strategic-goal", "body-goal", "body", "allocation", "matter", "budget-line"]) {
    const under = await get<ThreadPart>(
      `/thread/below?thing=${encodeURIComponent(at)}&year=2028&body=bildningsnamnden`,
    );
    const found = under.things.filter(
      ({ what, body }) => what === next && (next === "strategic-goal" || body !== ""),
    );
    at = (found.find(({ thing }) => aboveIn(up, line).has(thing)) ?? found[0])?.thing as string;
    expect(at, next).toBeDefined();
  }
});

test("V-9: every kind of thing of a committee leads up to the vision", async () => {
  const { rows } = await a.sql(`select distinct on (what) what, thing, year from decisions.thread_thing
    where valid_to is null and what not in ('vision', 'signal', 'lesson', 'indicator', 'body')
      and (body_id = 'bildningsnamnden' or what in ('law', 'document')) and coalesce(year, 2028) = 2028
    order by what, thing`);
  expect(rows.length).toBeGreaterThan(6);
  for (const { what, thing } of rows) {
    const found = await thread({ thing: thing, year: 2028 });
    expect(whatIn(found), `${what} ${thing}`).toContain("vision");
  }
});

test("V-9: as of any day: what was not decided yet is not there, and a thing is called what it was called then", async () => {
  const now = await thread({ year: 2028 });
  expect(whatIn(now)).toContain("body-goal");
  const before = await thread({ year: 2028 }, "kommunchef", "2027-09-01");
  expect(whatIn(before)).not.toContain("body-goal");
  const goal = now.things.find(({ what }) => what === "body-goal")?.thing as string;
  const { status } = await a.call(
    "kommunchef",
    "2027-09-01",
    "GET",
    `/thread?thing=${encodeURIComponent(goal)}`,
  );
  expect(status).toBe(404);
});

test("V-9: the thread is seen by one body, one strategic goal and one goal of Agenda 2030", async () => {
  const whole = await thread({ year: 2028 });
  const [strategic] = whole.strategic;
  const one = await thread({ year: 2028, strategic: strategic?.thing as string });
  expect(one.things.filter(({ what }) => what === "strategic-goal").map(({ thing }) => thing)).toEqual([
    strategic?.thing,
  ]);
  const agenda = await thread({ year: 2028, agenda: strategic?.agenda[0] as number });
  for (const { what, agenda: served } of agenda.things)
    if (what === "strategic-goal") expect(served).toContain(strategic?.agenda[0]);
  const own = await thread({ year: 2028, body: "socialnamnden" });
  const bodies = own.things.filter(({ what }) => what === "body-goal").map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(0);
  // A goal that it contributes to is its own too
  for (const body of bodies) if (body !== "socialnamnden") expect(body).not.toBe("");
});

test("V-9: orphans are told by their sort, with how many; a page of one sort goes on where the one before ended", async () => {
  const all = await orphans("year=2028");
  for (const { sort, count, things } of all) {
    expect(count, sort).toBeGreaterThan(0);
    expect(things.length, sort).toBe(Math.min(count, 5));
    const page = (await orphans(`year=2028&sort=${sort}`)).find((one) => one.sort === sort);
    expect(page?.count).toBe(count);
    expect(page?.things.slice(0, 5)).toEqual(things);
  }
  // Each of them has nothing where it ought to have something
  const actions = (await orphans("year=2028&sort=actions-without-goal"))[0]?.things ?? [];
  for (const { thing } of actions) {
    const found = await thread({ thing: thing });
    expect(whatIn(found), thing).not.toContain("body-goal");
  }
});

test("V-9, R-2: what one may not read is neither shown nor counted", async () => {
  const { rows } = await a.sql(`select thing from decisions.thread_thing
    where what = 'lesson' and thing in (select from_thing from decisions.tie where sort = 'taken-into') limit 1`);
  const lesson = rows[0]?.thing as string;
  const signedIn = await thread({ thing: lesson });
  const analysis = signedIn.ties.find(({ sort }) => sort === "taken-into")?.to as string;
  const path = `/thread?thing=${encodeURIComponent(analysis)}`;
  const open = JSON.parse((await a.server.app.inject({ url: `/api${path}` })).body) as ThreadView;
  const inside = await get<ThreadView>(path);
  const belowIn = (view: ThreadView) => view.things.find(({ thing }) => thing === analysis)?.below ?? 0;
  const lessons = inside.things.filter(({ what }) => what === "lesson").length;
  expect(lessons).toBeGreaterThan(0);
  expect(open.things.filter(({ what }) => what === "lesson" || what === "signal")).toEqual([]);
  expect(belowIn(inside) - belowIn(open)).toBeGreaterThanOrEqual(lessons);
  expect(
    (await a.server.app.inject({ url: `/api/thread?thing=${encodeURIComponent(lesson)}` })).statusCode,
  ).toBe(404);
});

test("V-9: a decision that is registered late is in the thread from the day on which it was known, as everywhere", async () => {
  const id = "vision:kommunfullmaktige:2030";
  await a.draft("kommunchef", TODAY, "/goals/vision/kommunfullmaktige/2030", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2034-12-31",
  });
  const decided = await a.decide("kf-sekreterare", TODAY, id, { decidedOn: "2028-05-08" });
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const statusOn = async (day: string) =>
    (await a.call("kommunchef", day, "GET", `/thread?thing=${id}`)).status;
  expect(await statusOn(TODAY)).toBe(200);
  // Decided the eighth, and on the twelfth nobody had said so
  expect(await statusOn("2028-05-12")).toBe(404);
});

test("V-9: what is no thing, and an address that is none, are said in plain words", async () => {
  const none = await a.call("kommunchef", TODAY, "GET", "/thread?thing=inget:alls");
  expect(none.status).toBe(404);
  expect((none.json as { detail: string }).detail).toContain("inget:alls");
  expect((await a.call("kommunchef", TODAY, "GET", "/thread?agenda=18")).status).toBe(422);
});
