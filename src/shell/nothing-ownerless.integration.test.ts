import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "./testing/astorp.ts";

const ON = "2027-11-15";
const LAST = "2027-11-30";
const AFTER = "2027-12-01";
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Any = any;
const get = async (as: string, on: string, path: string): Promise<Any> =>
  (await a.call(as, on, "GET", path)).json;

/** Where decided content says who judged or wrote something: nothing is left to do for that person. */
const SAID_BY = /\.by$/;

test("R-2: whoever decided content names to do something holds it, whatever kind of matter it stands in", async () => {
  const known = new Set(
    (await a.sql("select person_id from organisation.person")).rows.map((one) => one.person_id),
  );
  const held = new Set(
    (
      await a.sql("select source || ' ' || coalesce(named_id, person_id) as it from organisation.holding")
    ).rows.map(({ it }) => it),
  );
  const decided = await a.sql("select matter_id, content from decisions.version where state = 'decided'");
  const named: string[] = [];
  const lacking: string[] = [];
  const walk = (matter: string, at: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(matter, at, one);
    else if (value !== null && typeof value === "object")
      for (const [key, one] of Object.entries(value)) walk(matter, `${at}.${key}`, one);
    else if (known.has(value) && !SAID_BY.test(at)) {
      named.push(at);
      if (!held.has(`${matter} ${value}`)) lacking.push(`${matter} ${at}: ${value}`);
    }
  };
  for (const { matter_id, content } of decided.rows) walk(matter_id, matter_id.split(":")[0], content);
  expect(named).toEqual(
    expect.arrayContaining(["action-plan.escalation.to", "body-goals.goals.responsible"]),
  );
  expect(lacking).toEqual([]);
});

test("R-2: of every kind of thing that is held, what somebody has who leaves is the same day with whoever is nearest, who is told", async () => {
  const asked = await a.call("larare-bjornekulla", ON, "POST", "/requests", {
    body: {
      to: "bildning-chef",
      action: "edit:body-goals",
      body: "bildningsnamnden",
      text: "Ett mål till.",
      href: "/mal",
    },
  });
  expect(asked.status, JSON.stringify(asked.json)).toBe(200);
  const request = `request:${(asked.json as Any).number}`;
  const { rows: one } = await a.sql(
    `select distinct on (what) what, person_id from organisation.holding
     where valid_from <= '${ON}' and coalesce(valid_to, '9999-12-31') > '${LAST}'
     order by what, thing like '%:${LAST.slice(0, 4)}/%' desc, person_id`,
  );
  expect(one.map(({ what }) => what)).toEqual([
    "action",
    "assignment",
    "contribution",
    "control",
    "coordinator",
    "document",
    "escalation",
    "goal",
    "indicator",
    "measure",
    "request",
    "risk",
  ]);
  const leaving = [...new Set(one.map(({ person_id }) => person_id))];
  const { rows: had } = await a.sql(
    `select thing, what, person_id from organisation.holding where valid_from <= '${LAST}'
     and coalesce(valid_to, '9999-12-31') > '${LAST}' and person_id in ('${leaving.join("','")}')`,
  );
  for (const person of leaving)
    expect(
      (await a.call("systemforvaltare", ON, "POST", `/people/${person}/leaving`, { body: { on: LAST } }))
        .json,
    ).not.toHaveProperty("code");
  const { rows: now } = await a.sql(
    `select h.thing, h.person_id from organisation.holding h
     join organisation.post p on p.person_id = h.person_id and p.valid_from <= '${AFTER}'
       and coalesce(p.valid_to, '9999-12-31') >= '${AFTER}'
     where h.valid_from = '${AFTER}' and h.after_post is not null`,
  );
  const has = new Map(now.map(({ thing, person_id }) => [thing, person_id]));
  expect(had.filter(({ thing }) => !has.has(thing) || leaving.includes(has.get(thing)))).toEqual([]);
  for (const on of [LAST, AFTER])
    expect((await get("systemforvaltare", on, "/people/ownerless")).ownerless, on).toBe(0);
  const told = new Set<string>();
  for (const heir of new Set(has.values()))
    for (const { things } of await get(heir, AFTER, "/course/taken-over"))
      for (const { what } of things) told.add(what);
  expect([...told].sort()).toEqual(one.map(({ what }) => what));

  // A question that was taken to somebody is answered by whoever has it now; so is what somebody was asked to do
  const escalation = had.find(({ what }) => what === "escalation")?.thing;
  const plan = await get("systemforvaltare", AFTER, "/followup/measures/bildningsnamnden/2027");
  expect(plan.escalation).toMatchObject({ thing: escalation, decidedResponsibleName: "Kommunchef" });
  for (const thing of [escalation, request])
    expect(await get(has.get(thing), AFTER, "/year/mine"), thing).toContainEqual(
      expect.objectContaining({ thing, todo: "answer" }),
    );
  expect(await get("bildning-chef", LAST, "/year/mine")).toContainEqual(
    expect.objectContaining({ thing: request }),
  );
  const said = { thing: escalation, sort: "state", value: "done" };
  const say = (more: object) =>
    a.call(has.get(escalation), AFTER, "POST", "/course/entries", { body: { ...said, ...more } });
  expect((await say({})).status).toBe(422);
  expect((await say({ reason: "Nämnden får dela kostnaden." })).status).toBe(200);
  const answered = await a.call(has.get(request), AFTER, "POST", `/requests/${request.slice(8)}/answer`, {
    body: { outcome: "declined", answer: "Målen är redan tre." },
  });
  expect(answered.json).toMatchObject({ to: { id: has.get(request) }, ended: { outcome: "declined" } });
  expect(
    (await get("systemforvaltare", AFTER, "/followup/measures/bildningsnamnden/2027")).escalation,
  ).toMatchObject({
    state: "done",
    answer: "Nämnden får dela kostnaden.",
  });
  for (const thing of [escalation, request])
    expect(await get(has.get(thing), AFTER, "/year/mine")).not.toContainEqual(
      expect.objectContaining({ thing }),
    );
});
