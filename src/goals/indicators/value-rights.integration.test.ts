import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const ON = "2028-05-15";
const SCHOOL = "/goals/values/bildningsnamnden";
// The reading is the head teacher's to report, the attendance the director's
const OWN = `${SCHOOL}/lasning/kravniva-lasning`;
const OTHERS = `${SCHOOL}/narvaro/hog-franvaro`;
const HEAD = "rektor-bjornekulla";
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const VALUE = { value: 7, source: "Egen räkning", year: 2028 };
const register = (as: string, path: string, more: object = {}) =>
  a.draft(as, ON, `${path}?year=2028`, { ...VALUE, ...more });
const takeBack = async (as: string, path: string) => {
  const { etag } = await a.call("bildning-chef", ON, "GET", `${path}?year=2028`);
  const headers = { "if-match": etag ?? '"v1"' };
  return a.call(as, ON, "DELETE", `${path}?year=2028&reason=Fel`, { headers });
};
const versions = async () =>
  (await a.sql("select count(*)::int as n from goals.indicator_value")).rows[0]?.n as number;

test("V-7, R-2: one reports what one is named for; another's value is neither changed nor taken away", async () => {
  expect((await register("bildning-chef", `${OTHERS}/2028-05-10`)).status).toBe(200);
  const before = await versions();
  for (const as of [HEAD, "larare-bjornekulla", "enhetschef-hemvard", "social-chef", "bildning-ordforande"]) {
    const refused = await register(as, `${OTHERS}/2028-05-10`, { value: 1, reason: "Fel" });
    expect(refused.json, as).toMatchObject({ status: 403, code: "may-not", cite: "§3.2" });
    expect((refused.json as { ask: string[] }).ask, as).toContain("Bildningschef");
    expect((await takeBack(as, `${OTHERS}/2028-05-10`)).status, as).toBe(403);
  }
  expect(await versions()).toBe(before);
  expect((await register(HEAD, `${OWN}/2028-05-10`)).status).toBe(200);
  // The nearest manager, and the administration that follows the committee's operations up
  for (const [as, value] of [
    ["bildning-chef", 8],
    ["bildning-controller", 9],
  ] as const)
    expect((await register(as, `${OWN}/2028-05-10`, { value, reason: "Räknat om" })).status, as).toBe(200);
  expect((await register("larare-bjornekulla", `${OWN}/2028-05-11`)).status).toBe(403);
});

test("V-7: what is handed over is the new one's to report, and no longer the old one's where that one is nobody's manager", async () => {
  const thing = "body-goals:bildningsnamnden:2028/lasning/kravniva-lasning";
  const body = { thing, to: "larare-bjornekulla", from: ON, reason: "Har proven" };
  expect((await a.call(HEAD, ON, "POST", "/course/hand-over", { body })).status).toBe(200);
  expect((await register("larare-bjornekulla", `${OWN}/2028-05-12`)).status).toBe(200);
  // The teacher's nearest manager
  expect((await register(HEAD, `${OWN}/2028-05-13`)).status).toBe(200);
  expect((await register("enhetschef-hemvard", `${OWN}/2028-05-14`)).status).toBe(403);
});

test("V-7: a value is written by one who has seen what is there, a correction says why, and the old one is kept", async () => {
  const at = `${OTHERS}/2028-05-02`;
  const put = (body: object, headers: Record<string, string> = {}) =>
    a.call("bildning-chef", ON, "PUT", at, { body: { ...VALUE, ...body }, headers });
  expect((await put({})).json).toMatchObject({ status: 428, code: "must-say-what-was-seen" });
  const first = await put({}, { "if-none-match": "*" });
  expect([first.status, first.etag]).toEqual([200, '"v1"']);
  const anew = { value: 8, reason: "Räknat om" };
  expect((await put(anew)).status).toBe(428);
  expect((await put(anew, { "if-none-match": "*" })).status).toBe(412);
  expect((await put({ value: 8 }, { "if-match": '"v1"' })).json).toMatchObject({
    status: 422,
    errors: [{ at: "reason", code: "correction-without-reason" }],
  });
  expect((await put(anew, { "if-match": '"v1"' })).etag).toBe('"v2"');
  expect((await put({ ...anew, value: 9 }, { "if-match": '"v1"' })).status).toBe(412);
  const kept = (await a.call("revisor", ON, "GET", OTHERS)).json as { day: string; value: number }[];
  expect(kept.filter(({ day }) => day === "2028-05-02").map(({ value }) => value)).toEqual([7, 8]);
});

test("P-4: whoever asks is told whether a value is one's own to report", async () => {
  const asked = async (as: string, path: string) =>
    ((await a.call(as, ON, "GET", `${path}/2028-05-01?year=2028`)).json as { may: { allowed: boolean } }).may;
  expect((await asked("bildning-chef", OTHERS)).allowed).toBe(true);
  expect(await asked(HEAD, OTHERS)).toMatchObject({
    allowed: false,
    ask: expect.arrayContaining(["Bildningschef"]),
  });
});
