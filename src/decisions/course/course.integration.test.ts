import { afterAll, beforeAll, expect, test } from "vitest";
import type { GoalTree } from "../../goals/contract.ts";
import type { ActionView } from "../../plans/contract.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { CourseView } from "./contract.ts";

const TODAY = "2028-05-15";
const MATTER = "body-goals:socialnamnden:2028";
let a: Astorp;
let goal: GoalTree["goals"][number];
let thing: string;
beforeAll(async () => {
  a = await astorp("spring");
  goal = (await tree(TODAY)).goals.find(({ body }) => body === "socialnamnden") as typeof goal;
  thing = `${MATTER}/${goal.id}`;
}, 240_000);
afterAll(() => a.stop());

const tree = async (on: string) =>
  (await a.call("social-chef", on, "GET", "/goals/tree/2028")).json as GoalTree;
const goalOn = async (on: string) =>
  (await tree(on)).goals.find(({ id, body }) => id === goal.id && body === "socialnamnden") as typeof goal;
const course = async (of: string, on = TODAY, as = "social-chef") =>
  (await a.call(as, on, "GET", `/course?of=${encodeURIComponent(of)}`)).json as CourseView;
const handOver = (as: string, of: string, to: string, from: string, on = TODAY) =>
  a.call(as, on, "POST", "/course/hand-over", { body: { thing: of, to, from, reason: "Nytt uppdrag" } });
const write = (as: string, body: object, on = TODAY) => a.call(as, on, "POST", "/course/entries", { body });
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;

test("R-2: a goal is handed over from a day; pages show who has it and who it was decided with, and the chain is whole", async () => {
  const before = json(await a.call("revisor", TODAY, "GET", "/decisions-chain"));
  const versions = async () =>
    (await a.sql("select matter_id, number, content_sha256 from decisions.version order by 1, 2")).rows;
  const decided = await versions();
  expect(goal).toMatchObject({ responsible: "social-chef", decidedResponsibleName: null });

  const reply = await handOver("social-chef", thing, "social-controller", "2028-06-01");
  expect(reply.status).toBe(200);
  expect(await goalOn("2028-05-31")).toMatchObject({
    responsible: "social-chef",
    decidedResponsibleName: null,
  });
  const after = await goalOn("2028-06-01");
  expect(after).toMatchObject({
    responsible: "social-controller",
    responsibleName: "Controller, socialförvaltningen",
    decidedResponsibleName: "Socialchef",
  });
  // What is measured goes with the goal
  expect(after.indicators.map(({ responsible }) => responsible)).toEqual(
    after.indicators.map(() => "social-controller"),
  );
  expect((await course(thing, "2028-06-01")).owners).toMatchObject([
    { person: "social-chef", to: "2028-05-31", by: null },
    { person: "social-controller", from: "2028-06-01", by: "Socialchef", reason: "Nytt uppdrag" },
  ]);
  // Nothing of the transfer is known before it was written
  expect((await course(thing, "2028-05-14")).owners).toHaveLength(1);

  expect(await versions()).toEqual(decided);
  expect(json(await a.call("revisor", TODAY, "GET", "/decisions-chain"))).toEqual({ ...before, whole: true });
  const log = await a.sql(
    "select person_id from platform.change_log where table_name = 'organisation.holding' order by entry desc limit 1",
  );
  expect(log.rows).toEqual([{ person_id: "social-chef" }]);
});

test("R-2: a transfer survives the next decision, unless that names somebody else than the one before did", async () => {
  const path = "/goals/body-goals/socialnamnden/2028";
  const decide = async (on: string, responsible: string) => {
    const present = json(await a.call("social-chef", on, "GET", path));
    const goals = present.content.goals.map((one: { id: string }) =>
      one.id === goal.id ? { ...one, responsible } : one,
    );
    expect((await a.draft("social-chef", on, path, { ...present.content, goals })).status).toBe(200);
    const reply = await a.decide("social-sekreterare", on, MATTER);
    expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  };
  // The same name as before: decided so again, handed over still
  await decide("2028-06-10", "social-chef");
  expect(await goalOn("2028-06-10")).toMatchObject({
    responsible: "social-controller",
    decidedResponsibleName: "Socialchef",
  });
  // Somebody else: the body has chosen anew
  await decide("2028-06-20", "enhetschef-hemvard");
  expect(await goalOn("2028-06-20")).toMatchObject({
    responsible: "enhetschef-hemvard",
    decidedResponsibleName: null,
  });
  expect(await goalOn("2028-06-19")).toMatchObject({ responsible: "social-controller" });
  // Back to whom it was: chosen anew as well
  await decide("2028-06-22", "social-chef");
  expect((await course(thing, "2028-06-22")).owners.map(({ person }) => person)).toEqual([
    "social-chef",
    "social-controller",
    "enhetschef-hemvard",
    "social-chef",
  ]);
});

test("R-2, V-6: a goal that is carried on to the next year is one: what was handed over is so in the new year's goals too", async () => {
  const on = "2028-12-07";
  const next = "body-goals:kultur-och-fritidsnamnden:2029";
  const [kept] = (await tree(on)).goals.filter(({ body }) => body === "kultur-och-fritidsnamnden");
  const before = `body-goals:kultur-och-fritidsnamnden:2028/${kept?.id}`;
  const after = `${next}/${kept?.id}`;
  expect((await handOver("kultur-chef", before, "kultur-sekreterare", "2028-06-01")).status).toBe(200);
  const { content } = json(
    await a.call("kultur-chef", on, "GET", "/goals/body-goals/kultur-och-fritidsnamnden/2028"),
  );
  const goals = content.goals.map((one: object) => ({ ...one, targetYear: 2029, term: "short" }));
  const path = "/goals/body-goals/kultur-och-fritidsnamnden/2029";
  const draft = await a.draft("kultur-chef", on, path, { ...content, goals });
  expect(draft.status, JSON.stringify(draft.json)).toBe(200);
  await a.sql(`select set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false);
    delete from decisions.carried_on where thing in ('${before}', '${after}');
    insert into decisions.carried_on values ('1277', '${before}', '${before}', null, '2028-12-01'), ('1277', '${after}', '${before}', null, '2028-12-01')`);
  const decided = await a.decide("kultur-sekreterare", on, next);
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  expect((await course(after, on)).owner).toMatchObject({ person: "kultur-sekreterare" });
  expect((await course(after, on)).decided).toMatchObject({ person: kept?.responsible });
  // Handed over again, in both years
  expect((await handOver("kultur-chef", after, "kultur-chef", "2028-12-20", on)).status).toBe(200);
  expect((await course(before, "2028-12-20")).owner.person).toBe("kultur-chef");
  expect((await course(after, "2028-12-20")).owner.person).toBe("kultur-chef");
  const none = (await course(before, "2028-12-19")).owner.person;
  expect(none).toBe("kultur-sekreterare");
});

test("R-2, P-4: who may not hand over is told who may; nobody hands over to one without a post, to the same, or before today", async () => {
  const on = "2028-06-23";
  const refused = await handOver("larare-bjornekulla", thing, "social-controller", on, on);
  expect(refused.status).toBe(403);
  expect(json(refused).ask).toEqual(expect.arrayContaining(["Socialchef", "Kommunchef"]));
  expect((await handOver("social-chef", thing, "nagon-annan", on, on)).status).toBe(422);
  const same = await handOver("social-chef", thing, "social-chef", on, on);
  expect(json(same).errors).toMatchObject([{ at: "to", code: "handed-over-to-same" }]);
  const early = await handOver("social-chef", thing, "social-controller", "2028-06-22", on);
  expect(json(early).errors).toMatchObject([{ at: "from", code: "handed-over-before" }]);
  expect(
    (await handOver("social-chef", "body-goals:socialnamnden:2028/finns-inte", "social-controller", on, on))
      .status,
  ).toBe(404);
  // The manager of the one who has it may, without the mandate for the matter
  expect((await handOver("kommunchef", thing, "social-controller", "2028-07-01", on)).status).toBe(200);
  const later = await handOver("kommunchef", thing, "enhetschef-hemvard", "2028-06-25", on);
  expect(json(later)).toMatchObject({ status: 409, code: "handed-over-later" });
});

test("V-8, A-14: an action's state and day are written beside the plan, are seen as they were, and the near ones are on the list of who has them", async () => {
  const actions = async (on: string) =>
    (await a.call("social-chef", on, "GET", "/plans/actions/2028")).json as ActionView[];
  const action = (await actions(TODAY)).find(({ due }) => due > TODAY) as ActionView;
  const { owner } = await course(action.thing);
  const mine = async (on: string, as = owner.person) =>
    (json(await a.call(as, on, "GET", "/year/mine")) as { thing: string; todo: string; due: string }[]).find(
      (line) => line.thing === action.thing,
    );
  const near = new Date(Date.parse(action.due) - 10 * 86_400_000).toISOString().slice(0, 10);
  expect(await mine(near)).toMatchObject({ todo: "act", due: action.due });

  expect(
    (await write(owner.person, { thing: action.thing, sort: "state", value: "under-way" }, "2028-05-16"))
      .status,
  ).toBe(200);
  const moved = {
    thing: action.thing,
    sort: "date",
    value: "2028-12-20",
    reason: "Lokalen blir klar först då",
  };
  expect((await write(owner.person, moved, "2028-05-18")).status).toBe(200);
  const shown = async (on: string) => (await actions(on)).find(({ thing }) => thing === action.thing);
  expect(await shown("2028-05-15")).toMatchObject({ state: "not-begun", due: action.due, movedFrom: null });
  expect(await shown("2028-05-17")).toMatchObject({ state: "under-way", due: action.due, movedFrom: null });
  expect(await shown("2028-05-18")).toMatchObject({
    state: "under-way",
    due: "2028-12-20",
    movedFrom: action.due,
  });
  expect(await mine("2028-12-10")).toMatchObject({ due: "2028-12-20" });

  const { to } = { to: owner.person === "kommunchef" ? "ekonomichef" : "kommunchef" };
  expect((await handOver(owner.person, action.thing, to, "2028-05-20", "2028-05-20")).status).toBe(200);
  expect(await mine("2028-12-10")).toBeUndefined();
  expect(await mine("2028-12-10", to)).toMatchObject({ todo: "act" });
  expect((await write(to, { thing: action.thing, sort: "state", value: "done" }, "2028-12-11")).status).toBe(
    200,
  );
  expect(await mine("2028-12-12", to)).toBeUndefined();

  const bad = async (body: object) => json(await write(to, { thing: action.thing, ...body }, "2028-12-12"));
  expect(await bad({ sort: "state", value: "cancelled" })).toMatchObject({
    errors: [{ at: "reason", code: "course-needs-reason" }],
  });
  expect(await bad({ sort: "date", value: "2028-13-40", reason: "x" })).toMatchObject({ status: 422 });
  expect(await bad({ sort: "effect", value: 5 })).toMatchObject({ errors: [{ code: "course-not-of-it" }] });
  expect(await bad({ sort: "note", value: " " })).toMatchObject({ status: 422 });
  const past = json(await write(to, { thing: action.thing, sort: "note", value: "x" }, "2028-05-21"));
  expect(past).toMatchObject({ status: 409, code: "written-later" });
});

test("R-2: what somebody who has left had is without an owner the same day, and the nearest manager is told", async () => {
  const on = "2028-07-03";
  const list = async (day: string) =>
    json(await a.call("revisor", day, "GET", "/course/ownerless")) as {
      person: string;
      thing: string;
      ask: string[];
    }[];
  expect(await list("2028-07-02")).toEqual([]);
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'slutar'");
  await a.sql("update organisation.post set valid_to = '2028-07-02' where person_id = 'social-controller'");
  const without = await list(on);
  expect(without.map(({ thing }) => thing)).toContain(thing);
  expect(new Set(without.map(({ person }) => person))).toEqual(new Set(["social-controller"]));
  expect(without.find((one) => one.thing === thing)?.ask).toEqual(["Socialchef"]);
  const mine = json(await a.call("social-chef", on, "GET", "/year/mine")) as {
    thing: string;
    todo: string;
  }[];
  expect(mine).toContainEqual(expect.objectContaining({ thing, todo: "appoint" }));
  expect((await course(thing, on)).owner).toMatchObject({ person: "social-controller", inOffice: false });
  expect((await handOver("social-chef", thing, "enhetschef-hemvard", on, on)).status).toBe(200);
  expect((await list(on)).map(({ thing }) => thing)).not.toContain(thing);
});
