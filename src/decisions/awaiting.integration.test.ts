import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", "2027-01-04", "/goals/vision/kommunfullmaktige/2031", TEXT);
  await lay("vision:kommunfullmaktige:2031", "2027-01-10", "kommunchef");
  await a.proposeToCouncil("2027-01-14", "vision:kommunfullmaktige:2031");
  await a.decide("kf-sekreterare", "2027-01-25", "vision:kommunfullmaktige:2031");
  await a.draft("kommunchef", "2027-02-01", "/goals/vision/kommunfullmaktige/2031", {
    ...TEXT,
    text: "Här vågar vi mer.",
  });
  await a.proposeToCouncil("2027-02-10", "vision:kommunfullmaktige:2031");
});
afterAll(() => a.stop());

const TEXT = { name: "Söderåsstaden", text: "Här vågar vi pröva nytt.", validTo: "2030-12-31" };

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { payload: string }): any => JSON.parse(reply.payload);
/** As a visitor who reads on a day. */
const read = async (url: string, day: string) =>
  json(await a.server.app.inject({ method: "GET", url: `/api${url}`, headers: { "tillit-today": day } }));
const lay = async (matter: string, on: string, as: string) => {
  const reply = await a.call(as, on, "POST", `/matters/${encodeURIComponent(matter)}/proposal`, {
    body: { revision: 1, why: "Föreslås så här i provet" },
  });
  expect(reply.status).toBe(200);
};
const awaiting = async (day: string, query = "") =>
  (await read(`/decisions/awaiting${query}`, day)).map((line: { id: string; version: number }) => [
    line.id,
    line.version,
  ]);
const before = (id: string, day: string) => read(`/matters/${encodeURIComponent(id)}/before-decision`, day);
const VISION = "vision:kommunfullmaktige:2031";

test("R-5: a matter awaits its decision from the day on which it was laid forward until it is decided, for all who read", async () => {
  expect(await awaiting("2027-01-09")).toEqual([]);
  expect(await awaiting("2027-01-10")).toEqual([[VISION, 1]]);
  expect(await awaiting("2027-01-24")).toEqual([[VISION, 1]]);
  expect(await awaiting("2027-01-25")).toEqual([]);
  expect(await awaiting("2027-02-10")).toEqual([[VISION, 2]]);
  expect(await awaiting("2027-02-10", "?body=socialnamnden")).toEqual([]);
});

test("KL 5:26: until the executive has decided the matter is laid forward for it, and then proposed by it to the council", async () => {
  const [laid] = await read("/decisions/awaiting", "2027-01-13");
  expect(laid).toMatchObject({
    title: "Vision 2031",
    proposedOn: "2027-01-10",
    proposedBy: { organ: "kommunstyrelsen" },
    paragraph: null,
    decides: { organ: "kommunfullmaktige", name: "Kommunfullmäktige" },
    href: "/infor-beslut/vision/kommunfullmaktige/2031",
  });
  expect((await read("/decisions/awaiting", "2027-01-14"))[0]).toMatchObject({
    proposedOn: "2027-01-14",
    paragraph: "§ 1",
  });
});

test("TF 2: a visitor reads what was proposed as it stood, before and after its decision, and never a draft", async () => {
  expect(await before(VISION, "2027-01-09")).toMatchObject({ code: "nothing-awaits" });
  expect(await before(VISION, "2027-01-24")).toMatchObject({ content: TEXT, before: null, differences: [] });
  expect(await before(VISION, "2027-01-25")).toMatchObject({ code: "nothing-awaits" });
  expect(await before(VISION, "2027-02-09")).toMatchObject({ code: "nothing-awaits" });
  expect(await before(VISION, "2027-02-10")).toMatchObject({
    before: { year: 2031, version: 1, decidedOn: "2027-01-25" },
    title: "Vision 2031, ändring",
    differences: [{ path: ["text"], from: TEXT.text, to: "Här vågar vi mer." }],
    more: false,
  });
});

test("KL 5:26: what is said where it is laid forward stands beside the proposal, with its votes, and is refused where it is empty", async () => {
  const on = "2027-02-12";
  const at = `/matters/${encodeURIComponent(VISION)}/proposal`;
  const meeting = { decidedOn: on, paragraph: "§ 9", reference: "KS 2027/9" };
  const without = await a.call("ks-sekreterare", on, "POST", at, { body: { revision: 1, meeting } });
  expect(without.json).toMatchObject({ status: 422, errors: [{ at: "why", code: "why-missing" }] });
  const empty = await a.call("ks-sekreterare", on, "POST", at, { body: { revision: 1, meeting, why: "  " } });
  expect(empty.json).toMatchObject({ status: 422, errors: [{ at: "why" }] });
  const said = {
    why: "Vi vågar mer när vi har sett att det går.",
    perspectives: [{ heading: "Barnens perspektiv", text: "Barn får pröva fler saker." }],
  };
  const vote = { votes: { for: 9, against: 4, abstained: 0 }, reservations: ["Ledamot C reserverar sig."] };
  const laid = await a.call("ks-sekreterare", on, "POST", at, {
    body: { revision: 1, meeting: { ...meeting, ...vote }, ...said },
  });
  expect(laid.status).toBe(200);
  const { layings } = await before(VISION, on);
  expect(layings.at(-1)).toMatchObject({
    organ: "kommunstyrelsen",
    meeting: { paragraph: "§ 9", ...vote },
    ...said,
  });
  expect((await before(VISION, "2027-02-11")).layings.at(-1)).toMatchObject({
    perspectives: [],
    meeting: { paragraph: "§ 1" },
  });
});

test("§2.4: what can be said is proposed to who lays it forward: what was said last, else what it changes", async () => {
  const say = (id: string, as = "ks-sekreterare") =>
    a.call(as, "2027-02-12", "GET", `/matters/${encodeURIComponent(id)}/proposal`);
  expect((await say(VISION)).json).toEqual({
    demanded: true,
    why: "Vi vågar mer när vi har sett att det går.",
    perspectives: [{ heading: "Barnens perspektiv", text: "Barn får pröva fler saker." }],
  });
  await a.draft("kommunchef", "2027-02-12", "/goals/vision/kommunfullmaktige/2035", TEXT);
  expect((await say("vision:kommunfullmaktige:2035", "kommunchef")).json).toMatchObject({
    demanded: true,
    why: expect.stringMatching(/\.$/),
    perspectives: [],
  });
  expect((await say("vision:kommunfullmaktige:2099")).json).toMatchObject({ status: 404 });
});

test("R-5: who has signed in reads the matter as proposed on a day before its decision, and its versions as they stood", async () => {
  const reply = await a.server.app.inject({
    method: "GET",
    url: "/api/matters?kind=vision",
    headers: { "tillit-today": "2027-01-24" },
  });
  expect(reply.statusCode).toBe(401);
  const { json: matter } = await a.call(
    "ks-ordforande",
    "2027-02-20",
    "GET",
    "/goals/vision/kommunfullmaktige/2031",
    {
      headers: { "tillit-today": "2027-01-24" },
    },
  );
  expect(matter).toMatchObject({
    version: { number: 1, state: "proposed", sha256: null, decision: null },
    proposal: { organ: "kommunstyrelsen", meeting: { decidedOn: "2027-01-14" } },
    content: TEXT,
    versions: [{ number: 1, state: "proposed" }],
  });
});

test("OSL 5:5: what is marked as secret awaits for those who read it and for nobody else", async () => {
  const plan = "situation-analysis:socialnamnden:2028";
  const contents: Readonly<Record<string, unknown[]>> = JSON.parse(
    readFileSync(join(import.meta.dirname, "../shell/testing/earlier-contents.json"), "utf8"),
  );
  const on = "2027-02-11";
  const content = contents["situation-analysis"]?.at(-1);
  const path = "/goals/situation-analysis/socialnamnden/2028";
  expect((await a.draft("social-chef", on, path, content)).status).toBe(200);
  await lay(plan, on, "social-chef");
  expect(await awaiting(on, "?body=socialnamnden")).toEqual([[plan, 1]]);
  expect(await before(plan, on)).toMatchObject({
    decides: { organ: "socialnamnden" },
    decidedBy: "2027-03-31",
  });
  const marking = { ground: "26:1", note: "Enskildas förhållanden" };
  const marked = await a.call("social-chef", on, "POST", `/matters/${plan}/secrecy`, { body: marking });
  expect(marked.status).toBe(200);
  expect(await awaiting(on, "?body=socialnamnden")).toEqual([]);
  expect(await before(plan, on)).toMatchObject({ code: "nothing-awaits" });
  const own = await a.call("social-chef", on, "GET", "/decisions/awaiting?body=socialnamnden");
  expect(own.json).toMatchObject([{ id: plan }]);
});
