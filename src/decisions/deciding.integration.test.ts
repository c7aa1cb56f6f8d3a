import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

const DAY = "2027-01-20";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const VISION = { name: "Söderåsstaden", text: "Här vågar vi pröva nytt.", validTo: "2030-12-31" };
const path = (year: number) => `/goals/vision/kommunfullmaktige/${year}`;
const matter = (year: number) => `vision:kommunfullmaktige:${year}`;
/** Writes a version that the executive has proposed to the council, as it stands, before anything is decided. */
const put = async (year: number, headers: Record<string, string>, text = VISION.text, on = DAY) => {
  const written = await a.call("kommunchef", on, "PUT", path(year), { body: { ...VISION, text }, headers });
  if (written.status === 200) await a.proposeToCouncil(on, matter(year), "2026-12-01");
  return written;
};
const NEW = { "if-none-match": "*" };
const decision = (year: number, rest: Record<string, unknown> = {}) => ({
  matter: matter(year),
  version: 1,
  revision: 1,
  decidedOn: DAY,
  paragraph: "§ 7",
  reference: "KS 2027/7",
  sentence: "Visionen gäller till 2030",
  ...rest,
});
const decide = (year: number, rest: Record<string, unknown> = {}, as = "kf-sekreterare", on = DAY) =>
  a.call(as, on, "POST", "/decisions", { body: decision(year, rest) });
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const chain = async () => json(await a.call("kf-sekreterare", "2099-12-31", "GET", "/decisions-chain"));

describe("T-7: a draft is edited by one at a time", () => {
  test("who does not say what was seen is asked to (428), who saw something old is told (412), who saw this goes on", async () => {
    expect((await put(2030, {})).status).toBe(428);
    expect(json(await put(2030, { "if-match": '"v1r1"' }))).toMatchObject({ status: 412, code: "stale" });
    const made = await put(2030, NEW);
    expect([made.status, made.etag]).toEqual([200, '"v1r1"']);
    expect(json(await put(2030, {}))).toMatchObject({ status: 428, code: "must-say-what-was-seen" });
    expect((await put(2030, NEW)).status).toBe(412);
    const second = await put(2030, { "if-match": '"v1r1"' });
    expect([second.status, second.etag]).toEqual([200, '"v1r2"']);
    expect((await put(2030, { "if-match": '"v1r1"' })).status).toBe(412);
    expect((await put(2030, { "if-match": 'W/"v1r2"' })).etag).toBe('"v1r3"');
    expect((await a.call("kommunchef", DAY, "GET", path(2030))).etag).toBe('"v1r3"');
  });

  test("of two who create at once, or write at once, one is told and nothing is lost", async () => {
    for (const headers of [NEW, { "if-match": '"v1r1"' }]) {
      const both = await Promise.all([put(2031, headers, "Den ena"), put(2031, headers, "Den andra")]);
      expect(both.map((reply) => reply.status).sort()).toEqual([200, 412]);
      const won = both.find((reply) => reply.status === 200);
      expect(json(await a.call("kommunchef", DAY, "GET", path(2031))).content).toEqual(
        json(won as never).content,
      );
    }
  });
});

describe("R-5: deciding", () => {
  test("a decision adopts exactly what was seen, and only once", async () => {
    await put(2032, NEW);
    await put(2032, { "if-match": '"v1r1"' }, "Efter mötet");
    expect(json(await decide(2032, { revision: 1 }))).toMatchObject({ status: 412, code: "stale" });
    expect(json(await decide(2032, { version: 2 }))).toMatchObject({ status: 404, code: "no-matter" });
    const decided = await decide(2032, {
      revision: 2,
      votes: { for: 30, against: 11 },
      reservations: ["SD"],
    });
    expect(json(decided)).toMatchObject({
      organId: "kommunfullmaktige",
      organ: "Kommunfullmäktige",
      paragraph: "§ 7",
      votes: { for: 30, against: 11, abstained: 0 },
      mandate: { action: "decide:vision" },
      registeredBy: "kf-sekreterare",
    });
    expect(json(await decide(2032, { revision: 2 }))).toMatchObject({ status: 409, code: "already-decided" });
    expect(
      json(
        await a.call("kommunchef", DAY, "POST", `/matters/${matter(2032)}/proposal`, {
          body: { revision: 2 },
        }),
      ),
    ).toMatchObject({ status: 409, code: "already-decided" });
    const seen = json(await a.call("revisor", DAY, "GET", `/decisions/${json(decided).number}`));
    expect(seen).toMatchObject({ inForce: true, content: { text: "Efter mötet" } });
  });

  test("a new version after a decided one supersedes it when it is decided, and the old one is still there", async () => {
    await put(2033, NEW);
    const first = json(await decide(2033)).number;
    expect((await put(2033, { "if-match": '"v1r1"' }, "Version två")).etag).toBe('"v2r1"');
    const open = json(await a.call("kommunchef", DAY, "GET", path(2033)));
    expect(open.versions.map((v: { number: number; state: string }) => [v.number, v.state])).toEqual([
      [2, "proposed"],
      [1, "decided"],
    ]);
    await decide(2033, { version: 2, decidedOn: "2027-02-10" }, "kf-sekreterare", "2027-02-10");
    const old = (on: string) => a.call("revisor", on, "GET", `/decisions/${first}`);
    expect(json(await old("2027-02-10"))).toMatchObject({ inForce: false, content: { text: VISION.text } });
    // as it was on the day before
    expect(json(await old("2027-02-09"))).toMatchObject({ inForce: true });
  });

  test("what lies after the day it is can't be registered, and is not shown", async () => {
    await put(2034, NEW);
    expect(json(await decide(2034, { decidedOn: "2027-01-21" }))).toMatchObject({
      status: 422,
      code: "future-meeting",
    });
    const { number } = json(await decide(2034));
    expect((await a.call("revisor", "2027-01-19", "GET", `/decisions/${number}`)).status).toBe(404);
    const before = json(await a.call("revisor", "2027-01-19", "GET", "/decisions?year=2034"));
    expect(before).toEqual([]);
  });

  test("of two who decide on the same version at once, one does; the chain is whole", async () => {
    await put(2035, NEW);
    const both = await Promise.all([decide(2035), decide(2035, {}, "kf-ordforande")]);
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(await chain()).toMatchObject({ whole: true });
  });

  test("many decide on many matters at once; every one gets its place in the chain", async () => {
    const years = [2040, 2041, 2042, 2043, 2044, 2045, 2046, 2047];
    await Promise.all(years.map((year) => put(year, NEW)));
    const before = (await chain()).count;
    const numbers = (await Promise.all(years.map((year) => decide(year)))).map((reply) => json(reply).number);
    expect([...numbers].sort((x, y) => x - y)).toEqual(years.map((_, i) => before + 1 + i));
    expect(await chain()).toMatchObject({ whole: true, count: before + years.length });
  });

  test("a draft saved while it is being decided: either it is decided on, or the decision is told; never a broken chain", async () => {
    for (let year = 2050; year < 2062; year++) {
      await put(year, NEW);
      const [written, decided] = await Promise.all([
        put(year, { "if-match": '"v1r1"' }, "Nyare"),
        decide(year),
      ]);
      expect([
        [200, 200],
        [200, 412],
        [412, 200],
      ]).toContainEqual([written.status, decided.status]);
      if (decided.status === 200) {
        const { content } = json(await a.call("revisor", DAY, "GET", `/decisions/${json(decided).number}`));
        expect(content.text).toBe(VISION.text);
      }
    }
    expect(await chain()).toMatchObject({ whole: true });
  });

  test("who may not is told why, by which section, and who may", async () => {
    await put(2036, NEW);
    const refused = json(await decide(2036, {}, "ks-sekreterare"));
    expect(refused).toMatchObject({ status: 403, code: "may-not", cite: "§3.2", type: "/problems/may-not" });
    expect(refused.ask).toEqual(["Kommunfullmäktige (ordförande, sekreterare)"]);
    expect(
      json(await a.call("larare-bjornekulla", DAY, "PUT", path(2036), { body: VISION, headers: NEW })),
    ).toMatchObject({
      status: 403,
      code: "may-not",
    });
    expect((await a.call("kommunchef", DAY, "GET", "/decisions?year=2036")).json).toEqual([]);
  });
});

describe("R-5: what lies after the day it is is not there yet", () => {
  const on = (day: string, rest = "") => a.call("revisor", day, "GET", `${path(2070)}${rest}`);
  test("a matter is read as it stood, and nobody writes on in front of what was decided later", async () => {
    await put(2070, NEW);
    await decide(2070);
    await put(2070, { "if-match": '"v1r1"' }, "Andra", "2027-03-01");
    await decide(2070, { version: 2, decidedOn: "2027-03-10" }, "kf-sekreterare", "2027-03-10");
    await a.call("kommunchef", "2027-04-01", "PUT", path(2070), {
      body: { ...VISION, text: "Tredje" },
      headers: { "if-match": '"v2r1"' },
    });

    expect(json(await on("2027-01-19"))).toMatchObject({ status: 404, code: "not-known-then" });
    const first = json(await on("2027-02-28"));
    expect(first).toMatchObject({ content: { text: VISION.text }, version: { number: 1, state: "decided" } });
    expect(first.versions).toHaveLength(1);
    expect((await on("2027-02-28", "?version=2")).status).toBe(404);
    // It awaited its decision from the day that it was laid forward
    expect(json(await on("2027-03-09"))).toMatchObject({
      content: { text: "Andra" },
      version: { number: 2, state: "proposed", decision: null },
      versions: [{ state: "proposed" }, { state: "decided" }],
    });
    expect((await on("2027-03-09", "?version=3")).status).toBe(404);
    expect(json(await on("2027-03-10")).versions.map((v: { state: string }) => v.state)).toEqual([
      "decided",
      "superseded",
    ]);
    const listed = await a.call("revisor", "2027-03-09", "GET", "/matters?kind=vision&year=2070");
    expect(json(listed)).toMatchObject([{ version: 2, state: "proposed", decidedOn: null }]);
    const before = await a.call("revisor", "2027-02-28", "GET", "/matters?kind=vision&year=2070");
    expect(json(before)).toMatchObject([{ version: 1, state: "decided", decidedOn: DAY }]);

    const early = await a.call("kommunchef", "2027-03-09", "PUT", path(2070), {
      body: VISION,
      headers: { "if-match": '"v1r1"' },
    });
    expect(json(early)).toMatchObject({ status: 409, code: "decided-later" });
  });
});

describe("R-5: what no meeting can have decided is not registered", () => {
  const refused = async (rest: Record<string, unknown>) => {
    const reply = json(await decide(2071, rest));
    return [
      reply.status,
      reply.code,
      ...(reply.errors ?? []).map((e: { at: string; code: string }) => `${e.at} ${e.code}`),
    ];
  };
  test("before the organ was there, or before the decision that it follows on", async () => {
    await put(2071, NEW);
    for (const day of ["0001-01-01", "1862-03-21", "2018-12-31"])
      expect(await refused({ decidedOn: day })).toEqual([422, "bad-input", "decidedOn organ-not-then"]);
    expect((await decide(2071, { decidedOn: "2027-01-10" })).status).toBe(200);
    await put(2071, { "if-match": '"v1r1"' }, "Nästa");
    expect(await refused({ version: 2, decidedOn: "2027-01-09" })).toEqual([
      422,
      "bad-input",
      "decidedOn meeting-before-previous",
    ]);
    expect((await decide(2071, { version: 2, decidedOn: "2027-01-10" })).status).toBe(200);
    await put(2071, { "if-match": '"v2r1"' }, "Nästa igen");
  });
  test.each([
    ["more against than for", { for: 20, against: 29 }, "votes votes-against"],
    ["nobody for", { for: 0, against: 0, abstained: 49 }, "votes votes-against"],
    ["more than any organ has members", { for: 501, against: 0 }, "votes.for schema-too-big"],
    ["half a vote", { for: 1.5, against: 0 }, "votes.for schema-whole-number"],
  ])("votes: %s", async (_what, votes, fault) => {
    expect(await refused({ version: 3, votes })).toEqual([422, "bad-input", fault]);
  });
  test.each([
    ["a blank reservation", { reservations: ["   "] }, "reservations.0 schema-empty"],
    ["a blank reference", { reference: "  " }, "reference schema-empty"],
    ["a blank reason", { reasons: { "more-than-three": " \n " } }, "reasons.more-than-three schema-empty"],
    [
      "a reason that nothing asks for",
      { reasons: { constructor: "Därför" } },
      "reasons.constructor reason-not-asked",
    ],
  ])("%s", async (_what, rest, fault) => {
    expect(await refused({ version: 3, ...rest })).toEqual([422, "bad-input", fault]);
  });
  test("the chair's vote decides when the votes are as many", async () => {
    expect((await decide(2071, { version: 3, votes: { for: 24, against: 24 } })).status).toBe(200);
  });
});

describe("R-2: a matter belongs to the bodies that the model gives it to", () => {
  const write = (as: string, where: string, body: unknown) =>
    a.call(as, DAY, "PUT", where, { body, headers: NEW });
  test.each([
    ["a vision of a unit", "/goals/vision/bjornekullaskolan/2071", VISION, "kommunfullmäktige"],
    ["a vision of a committee", "/goals/vision/bildningsnamnden/2071", VISION, "kommunfullmäktige"],
  ])("%s is refused, and told where it belongs", async (_what, where, content, kinds) => {
    const reply = json(await write("kommunchef", where, content));
    expect(reply).toMatchObject({ status: 422, code: "wrong-kind-of-body", cite: "§2.1" });
    expect(reply.detail).toContain(kinds);
    expect((await a.call("kommunchef", DAY, "GET", where)).status).toBe(404);
  });
  test("goals of an administration", async () => {
    const reply = json(
      await write("bildning-chef", "/goals/body-goals/bildningsforvaltningen/2071", { goals: [] }),
    );
    expect(reply).toMatchObject({ status: 422, code: "wrong-kind-of-body" });
    expect(reply.detail).toMatch(/förvaltning.*kommunstyrelsen, nämnd, gemensam nämnd, valnämnd, bolag/);
  });
  test("who may not write there is told that first", async () => {
    expect(json(await write("larare-bjornekulla", "/goals/vision/bjornekullaskolan/2071", VISION)).code).toBe(
      "may-not",
    );
  });
  test("and of no year in which the body is not there", async () => {
    expect(json(await put(2018, NEW))).toMatchObject({ status: 422, code: "body-not-then" });
    await a.sql("set tillit.person = 'prov'; set tillit.why = 'läggs ned'");
    await a.sql("update organisation.body set valid_to = '2027-06-30' where body_id = 'socialnamnden'");
    const of = (year: number) =>
      write("social-chef", `/goals/body-goals/socialnamnden/${year}`, { goals: [] });
    expect(json(await of(2028))).toMatchObject({ status: 422, code: "body-not-then" });
    expect((await of(2027)).status).toBe(200);
  });
});

describe("R-5: what is decided never changes, not even by the tables' owner", () => {
  test.each([
    ["a decided version's content", "update decisions.version set content = '{}' where state = 'decided'"],
    ["a decided version's state", "update decisions.version set state = 'draft' where state = 'decided'"],
    ["a superseded version", "update decisions.version set state = 'decided' where state = 'superseded'"],
    [
      "a decided version's hash",
      `update decisions.version set content_sha256 = '${"0".repeat(64)}' where state = 'decided'`,
    ],
    ["a decided version away", "delete from decisions.version where state <> 'draft'"],
    ["a decision", "update decisions.decision set paragraph = '§ 8'"],
    ["a decision away", "delete from decisions.decision"],
    ["a matter", "update decisions.matter set year = year + 1"],
    ["a matter away", "delete from decisions.matter"],
    ["the head back", "update decisions.chain_head set count = count - 1"],
    ["the head as it is", "update decisions.chain_head set sha256 = sha256"],
    ["the head away", "delete from decisions.chain_head"],
    ["all decisions at once", "truncate decisions.decision cascade"],
    ["all versions at once", "truncate decisions.version cascade"],
    ["the head at once", "truncate decisions.chain_head"],
  ])("%s", async (_what, text) => {
    await expect(a.sql(text)).rejects.toMatchObject({ code: "TL002" });
  });
  test("and the chain is whole after all these tries", async () => {
    expect(await chain()).toMatchObject({ whole: true });
  });
});
