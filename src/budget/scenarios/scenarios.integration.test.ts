import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { applyChanges, NO_CHANGES, type ScenarioBase } from "../live/rules/changes.ts";
import { liveScenario } from "../live/rules/scenario.ts";

const DAY = "2026-10-20";
const BUDGET = "/budget/budget/kommunfullmaktige/2027";
const PATH = "/budget/scenarios/2027";
const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../sample/year/content/budget-2027.json"), "utf8"),
);
// Its forecast is decided in the sample's year, which is not played here
const draft = { ...sample, sources: [] };
const LEADER = "ks-ordforande";
const OTHER = "social-ordforande";

const scenario = (change: Record<string, unknown> = {}) => ({
  name: "Hemligt förslag om en badplats",
  party: "Gröna listan",
  comment: "",
  base: { matter: "budget:kommunfullmaktige:2027", version: 1 },
  changes: {
    ...NO_CHANGES,
    taxRate: { 2027: 20.5 },
    added: [
      { id: "a", body: "socialnamnden", year: 2027, amountTkr: 900, oneOff: false, text: "Fler händer" },
    ],
  },
  ...change,
});

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  const saved = await a.draft("ekonomichef", DAY, BUDGET, draft);
  expect(saved.json).toMatchObject({ year: 2027 });
});
afterAll(() => a.stop());
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const make = async (as = LEADER, body: unknown = scenario()) =>
  json(await a.call(as, DAY, "POST", PATH, { body })) as { id: string; content: unknown };
const list = async (as: string, on = DAY): Promise<string[]> =>
  json(await a.call(as, on, "GET", PATH)).map((one: { id: string }) => one.id);

describe("E-9: a scenario is its maker's own until it is shared", () => {
  test("nobody else sees a private one by any route, not even the auditor or who knows its address", async () => {
    const { id } = await make();
    expect(await list(LEADER)).toContain(id);
    for (const as of [OTHER, "revisor", "ekonomichef", "kommunchef", "kf-ordforande"]) {
      expect(await list(as)).not.toContain(id);
      const one = await a.call(as, DAY, "GET", `${PATH}/${id}`);
      expect([one.status, json(one).code]).toEqual([404, "no-scenario"]);
    }
    const unknown = await a.call(OTHER, DAY, "GET", `${PATH}/${"0".repeat(8)}`);
    const hidden = await a.call(OTHER, DAY, "GET", `${PATH}/${id}`);
    expect({ ...json(hidden), instance: "" }).toEqual({ ...json(unknown), instance: "" });
    for (const [as, method, path, body] of [
      [OTHER, "PUT", `${PATH}/${id}`, scenario()],
      [OTHER, "POST", `${PATH}/${id}/sharing`, { shared: true }],
      ["kommunchef", "DELETE", `${PATH}/${id}`, undefined],
    ] as const) {
      const reply = await a.call(as, DAY, method, path, { body, headers: { "if-match": "v1r1" } });
      expect([reply.status, json(reply).code]).toEqual([404, "no-scenario"]);
    }
    const nobody = await a.server.app.inject({ method: "GET", url: `/api${PATH}` });
    expect(nobody.statusCode).toBe(401);
  });

  test("R-2: what another line's draft holds is not read through a scenario that was made of it", async () => {
    const conditions = "/budget/planning-conditions/kommunstyrelsen/2027";
    expect((await a.draft("ekonomichef", DAY, conditions, draft)).status).toBe(200);
    const base = { matter: "planning-conditions:kommunstyrelsen:2027", version: 1 };
    const { id } = await make(LEADER, scenario({ base }));
    const headers = { "if-match": "v1r1" };
    const shared = await a.call(LEADER, DAY, "POST", `${PATH}/${id}/sharing`, {
      body: { shared: true },
      headers,
    });
    expect(shared.status).toBe(200);
    const baseFor = async (as: string) => {
      const reply = await a.call(as, DAY, "GET", `${PATH}/${id}/base`);
      return [reply.status, json(reply).code];
    };
    expect(await baseFor(LEADER)).toEqual([200, undefined]);
    expect(await baseFor("revisor")).toEqual([200, undefined]);
    expect(await baseFor(OTHER)).toEqual([403, "draft-not-yours"]);
    // Nor is one made of it by those who do not read it
    const own = await a.call(OTHER, DAY, "POST", PATH, { body: scenario({ base }) });
    expect([own.status, json(own).code]).toEqual([403, "draft-not-yours"]);
    expect((await a.call(OTHER, DAY, "GET", `${PATH}/${id}`)).status).toBe(200);
  });

  test("the change log tells that it changed, and nothing of what is in it", async () => {
    await make();
    const { rows } = await a.sql(
      "select count(*)::int as rows, count(*) filter (where after::text ~ 'badplats|Gröna')::int as told from platform.change_log where table_name = 'budget.scenario'",
    );
    expect(rows[0].rows).toBeGreaterThan(0);
    expect(rows[0].told).toBe(0);
  });

  test("a shared one is seen by others, who can't change it; hidden again it is gone", async () => {
    const { id } = await make();
    const shared = await a.call(LEADER, DAY, "POST", `${PATH}/${id}/sharing`, { body: { shared: true } });
    expect(json(shared)).toMatchObject({ shared: true, mine: true, revision: 2 });
    expect(await list("revisor")).toContain(id);
    const seen = await a.call(OTHER, DAY, "GET", `${PATH}/${id}`);
    expect(json(seen)).toMatchObject({ mine: false, owner: LEADER, content: { party: "Gröna listan" } });
    const changed = await a.call(OTHER, DAY, "PUT", `${PATH}/${id}`, {
      body: scenario(),
      headers: { "if-match": "v1r2" },
    });
    expect([changed.status, json(changed).code]).toEqual([403, "scenario-not-yours"]);
    expect((await a.call(OTHER, DAY, "DELETE", `${PATH}/${id}`)).status).toBe(403);
    await a.call(LEADER, DAY, "POST", `${PATH}/${id}/sharing`, { body: { shared: false } });
    expect(await list("revisor")).not.toContain(id);
    expect((await a.call(OTHER, DAY, "GET", `${PATH}/${id}`)).status).toBe(404);
  });

  test("it is not there before the day on which it was made, nor after it was deleted", async () => {
    const { id } = await make();
    expect(await list(LEADER, "2026-10-19")).not.toContain(id);
    expect(await list(LEADER, "2026-10-21")).toContain(id);
    expect((await a.call(LEADER, DAY, "DELETE", `${PATH}/${id}`)).status).toBe(200);
    expect((await a.call(LEADER, DAY, "GET", `${PATH}/${id}`)).status).toBe(404);
  });
});

describe("E-9: a scenario starts from what the draft was when it was made", () => {
  const base = async (id: string, as = LEADER) => a.call(as, DAY, "GET", `${PATH}/${id}/base`);
  const rateOf = (reply: { json: unknown }) => json(reply).content.resultInput[0].taxRate;
  const rewrite = async (taxRate: number) => {
    const matter = json(await a.call("ekonomichef", DAY, "GET", BUDGET));
    const [first, ...rest] = matter.content.resultInput;
    const content = { ...matter.content, resultInput: [{ ...first, taxRate }, ...rest] };
    expect((await a.draft("ekonomichef", DAY, BUDGET, content)).status).toBe(200);
  };

  test("what others write in the draft afterwards does not move it, until its maker takes that in", async () => {
    await rewrite(20.29);
    const { id } = await make();
    const { revision } = json(await a.call(LEADER, DAY, "GET", `${PATH}/${id}`)).content.base;
    expect(revision).toBeGreaterThan(0);
    expect(json(await base(id)).changed).toBe(false);
    await rewrite(19.9);
    await rewrite(19.8); // by the same person on the same day: the draft keeps but the last
    const after = await base(id);
    expect([json(after).changed, rateOf(after)]).toEqual([true, 20.29]);

    // Moving a slider keeps what it starts from; a copy starts from the same
    const moved = scenario({ base: { ...scenario().base, revision } });
    const headers = { "if-match": "v1r1" };
    expect((await a.call(LEADER, DAY, "PUT", `${PATH}/${id}`, { body: moved, headers })).status).toBe(200);
    expect(rateOf(await base(id))).toBe(20.29);
    const copy = await make(LEADER, moved);
    expect(rateOf(await base(copy.id))).toBe(20.29);

    const follow = await a.call(LEADER, DAY, "PUT", `${PATH}/${id}`, {
      body: scenario(),
      headers: { "if-match": "v1r2" },
    });
    expect(json(follow).content.base.revision).toBeGreaterThan(revision);
    const followed = await base(id);
    expect([json(followed).changed, rateOf(followed)]).toEqual([false, 19.8]);
    expect(rateOf(await base(copy.id))).toBe(20.29);
    await rewrite(20.29);
  });

  test("a revision that no scenario has kept is none to start from, and a private one's base is as private", async () => {
    const unkept = scenario({ base: { ...scenario().base, revision: 999_999 } });
    const refused = json(await a.call(LEADER, DAY, "POST", PATH, { body: unkept }));
    expect(refused.errors.map((e: { at: string; code: string }) => `${e.at}: ${e.code}`)).toEqual([
      "base: scenario-no-base",
    ]);
    const { id } = await make();
    expect((await base(id, OTHER)).status).toBe(404);
  });
});

describe("E-9: a scenario is changed by one at a time, and only as its base allows", () => {
  test("who has not seen the present revision is refused, and says what was seen", async () => {
    const { id } = await make();
    const put = (headers: Record<string, string>) =>
      a.call(LEADER, DAY, "PUT", `${PATH}/${id}`, { body: scenario({ comment: "ny" }), headers });
    expect((await put({})).status).toBe(428);
    const changed = await put({ "if-match": '"v1r1"' });
    expect([changed.status, changed.etag]).toEqual([200, '"v1r2"']);
    expect((await put({ "if-match": '"v1r1"' })).status).toBe(412);
    expect((await a.call(LEADER, DAY, "GET", `${PATH}/${id}`)).etag).toBe('"v1r2"');
  });

  test.each([
    ["no such version", { base: { matter: "budget:kommunfullmaktige:2027", version: 9 } }, ["base"]],
    ["a matter of another kind", { base: { matter: "vision:kommunfullmaktige:2027", version: 1 } }, ["base"]],
    ["another year", { base: { matter: "budget:kommunfullmaktige:2026", version: 1 } }, ["base"]],
    [
      "a service that is not there",
      { changes: { ...NO_CHANGES, priceKr: { rymdfart: { 2027: 1 } } } },
      ["changes.priceKr.rymdfart"],
    ],
    [
      "a year beyond the plan",
      { changes: { ...NO_CHANGES, taxRate: { 2040: 20 } } },
      ["changes.taxRate.2040"],
    ],
    [
      "text for a number",
      { changes: { ...NO_CHANGES, taxRate: { 2027: "20,5" } } },
      ["changes.taxRate.2027"],
    ],
    [
      "a price below zero",
      { changes: { ...NO_CHANGES, priceKr: { forskola: { 2027: -1 } } } },
      ["changes.priceKr.forskola.2027"],
    ],
    ["no name", { name: " " }, ["name"]],
  ])("%s is refused with its place, and nothing is stored", async (_, change, places) => {
    const before = await list(LEADER);
    const reply = await a.call(LEADER, DAY, "POST", PATH, { body: scenario(change) });
    expect(reply.status).toBe(422);
    expect(json(reply).errors.map((one: { at: string }) => one.at.replace(/^body\./, ""))).toEqual(places);
    for (const { detail } of json(reply).errors) expect(detail).toMatch(/[a-zåäö]{3}/);
    expect(await list(LEADER)).toEqual(before);
  });

  test("who has no part in the preparation is told who has", async () => {
    const reply = await a.call("larare-bjornekulla", DAY, "POST", PATH, { body: scenario() });
    expect([reply.status, json(reply).code]).toEqual([403, "may-not"]);
    expect(json(reply).ask.join()).toContain("Kommunfullmäktige");
  });

  test("fifty a person and year, and no more", async () => {
    const owner = "bildning-ordforande";
    for (let i = 0; i < 50; i++) await make(owner, scenario({ name: `Nummer ${i}` }));
    const reply = await a.call(owner, DAY, "POST", PATH, { body: scenario() });
    expect([reply.status, json(reply).code]).toEqual([422, "too-many-scenarios"]);
  });
});

describe("E-9: a scenario's rows in a newer base", () => {
  const of = { body: "socialnamnden", year: 2027 };
  const rows = [
    { ...of, amountTkr: -410, text: "Färre resor" },
    { ...of, amountTkr: -420, text: "Senare öppet" },
    { ...of, amountTkr: -430, text: "Färre lokaler" },
  ];
  const write = (adjustments: object[]) =>
    a.draft("ekonomichef", DAY, BUDGET, { ...draft, input: { ...draft.input, adjustments } });
  const baseOf = async (id: string) => json(await a.call(LEADER, DAY, "GET", `${PATH}/${id}/base`)).content;
  const struck = async (id: string): Promise<string[]> => {
    const base = (await baseOf(id)) as ScenarioBase;
    const { changes } = json(await a.call(LEADER, DAY, "GET", `${PATH}/${id}`)).content;
    const left = new Set(applyChanges(base, changes).input.adjustments.map(({ text }) => text));
    return base.input.adjustments.flatMap(({ text = "" }) => (left.has(text) ? [] : [text]));
  };
  const follow = async (id: string) => {
    const { json: own, etag } = await a.call(LEADER, DAY, "GET", `${PATH}/${id}`);
    const { content } = own as { content: ReturnType<typeof scenario> };
    const { matter, version } = content.base;
    return a.call(LEADER, DAY, "PUT", `${PATH}/${id}`, {
      body: { ...content, base: { matter, version } },
      headers: { "if-match": etag ?? "" },
    });
  };
  const striking = async (text: string) => {
    await write(rows);
    const { id } = await make(LEADER, scenario({ changes: NO_CHANGES }));
    const {
      id: row,
      body,
      year,
    } = (await baseOf(id)).input.adjustments.find((own: { text: string }) => own.text === text);
    const { etag } = await a.call(LEADER, DAY, "GET", `${PATH}/${id}`);
    const given = [{ id: row, body, year, amountTkr: null, text }];
    const saved = await a.call(LEADER, DAY, "PUT", `${PATH}/${id}`, {
      body: scenario({ changes: { ...NO_CHANGES, given } }),
      headers: { "if-match": etag ?? "" },
    });
    expect(saved.status, JSON.stringify(saved.json)).toBe(200);
    return id;
  };

  test("a row put before it, or one before it taken away, strikes no other", async () => {
    const id = await striking("Senare öppet");
    expect(await struck(id)).toEqual(["Senare öppet"]);
    await write([{ ...of, amountTkr: -400, text: "Nytt" }, ...rows]);
    expect((await follow(id)).status).toBe(200);
    expect(await struck(id)).toEqual(["Senare öppet"]);
    await write(rows.slice(1));
    expect((await follow(id)).status).toBe(200);
    expect(await struck(id)).toEqual(["Senare öppet"]);
  });

  test("one that is gone strikes nothing, can be saved on, and is no row to begin with for another scenario", async () => {
    const id = await striking("Senare öppet");
    await write([rows[0], rows[2]] as object[]);
    expect((await follow(id)).status).toBe(200);
    expect(await struck(id)).toEqual([]);
    const { content } = json(await a.call(LEADER, DAY, "GET", `${PATH}/${id}`));
    expect(content.changes.given).toMatchObject([{ text: "Senare öppet", amountTkr: null }]);
    const other = await a.call(LEADER, DAY, "POST", PATH, { body: content });
    expect([other.status, json(other).errors[0].at]).toEqual([422, "changes.given.0.id"]);
  });

  test("one that was stored with places is read in the base that it was made of, though the draft has changed since", async () => {
    const id = await striking("Färre lokaler");
    const earlier = { ...NO_CHANGES, given: { 2: { ...of, amountTkr: null } } };
    await a.sql(`begin; set local session_replication_role = replica;
      update budget.scenario set content = jsonb_set(content, '{changes}', '${JSON.stringify(earlier)}')
      where scenario_id = '${id}'; commit`);
    await write([{ ...of, amountTkr: -1, text: "Nytt" }, { ...of, amountTkr: -2, text: "Nyare" }, ...rows]);
    expect(await struck(id)).toEqual(["Färre lokaler"]);
    expect(await list(LEADER)).toContain(id);
    expect((await follow(id)).status).toBe(200);
    expect(await struck(id)).toEqual(["Färre lokaler"]);
  });
});

test("E-9: the server computes the proposal of a scenario as the browser did", async () => {
  const { changes } = scenario();
  const changed = applyChanges(draft as ScenarioBase, changes);
  const { input, resultInput } = changed;
  const saved = await a.draft("ekonomichef", DAY, BUDGET, { ...draft, input, resultInput });
  expect(saved.status).toBe(200);
  const { allocation, results } = json(saved).content;
  const live = liveScenario(draft as ScenarioBase)(changes);
  expect(allocation.years.map((one: { frames: Record<string, number> }) => one.frames)).toEqual(
    live.map(({ frames }) => Object.fromEntries(input.bodies.map((body, i) => [body, frames[i]]))),
  );
  expect(results).toEqual(JSON.parse(JSON.stringify(live.map((one) => one.result))));
});
