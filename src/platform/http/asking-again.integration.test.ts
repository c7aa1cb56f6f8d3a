import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const DAY = "2027-01-20";
const VISION = { name: "Vision", text: "Pröva nytt.", validTo: "2030-12-31" };
const put = (
  key: string,
  year: number,
  text = VISION.text,
  as = "kommunchef",
  headers: Record<string, string> = { "if-none-match": "*" },
) =>
  a.call(as, DAY, "PUT", `/goals/vision/kommunfullmaktige/${year}`, {
    body: { ...VISION, text },
    headers: { "idempotency-key": key, ...headers },
  });
const revisions = async (year: number) =>
  (
    await a.sql(
      `select revision from decisions.version v where matter_id = 'vision:kommunfullmaktige:${year}'`,
    )
  ).rows;

test("T-5: the same request with the same key is done once, and gets the same answer with the same ETag", async () => {
  const first = await put("a", 2030);
  const again = await put("a", 2030);
  expect(first.status).toBe(200);
  expect(again).toMatchObject({ status: 200, etag: first.etag, json: first.json });
  expect(await revisions(2030)).toEqual([{ revision: 1 }]);
});

test("T-5: two at the same time are done once, and both get the answer", async () => {
  const replies = await Promise.all(Array.from({ length: 5 }, () => put("b", 2031)));
  for (const reply of replies)
    expect(reply).toMatchObject({ status: 200, etag: '"v1r1"', json: replies[0]?.json });
  expect(await revisions(2031)).toEqual([{ revision: 1 }]);
});

test("T-5: a key that was used for something else is refused: another body, another address", async () => {
  await put("c", 2032);
  for (const reply of [await put("c", 2032, "Annat"), await put("c", 2033)])
    expect(reply).toMatchObject({ status: 422, json: { code: "key-used-for-other" } });
  expect(await revisions(2033)).toEqual([]);
});

test("T-5: a key is a person's own", async () => {
  await put("d", 2034);
  expect((await put("d", 2034, VISION.text, "ekonomichef", { "if-match": '"v1r1"' })).etag).toBe('"v1r2"');
});

test("T-5: what was refused has not used its key", async () => {
  expect((await put("e", 2035, VISION.text, "larare-bjornekulla")).status).toBe(403);
  expect((await put("e", 2035, VISION.text, "kommunchef", {})).status).toBe(428);
  expect((await put("e", 2035)).status).toBe(200);
});

test.each(["", "x".repeat(201)])("T-5: a key of no or too great length is refused: %#", async (key) => {
  expect(await put(key, 2036)).toMatchObject({ status: 400, json: { code: "bad-header" } });
});

test("T-7: the reason that is given goes into the log; without one the log says what the route does", async () => {
  await put("f", 2037, VISION.text, "kommunchef", {
    "if-none-match": "*",
    "tillit-why": encodeURIComponent("Efter bokslutsdagen – å"),
  });
  await put("g", 2038);
  const { rows } = await a.sql(
    "select person_id, why from platform.change_log where table_name = 'decisions.matter' order by entry desc limit 2",
  );
  expect(rows).toEqual([
    { person_id: "kommunchef", why: "Vision: skriv utkast (§2.1)" },
    { person_id: "kommunchef", why: "Efter bokslutsdagen – å" },
  ]);
  expect(await put("h", 2039, VISION.text, "kommunchef", { "tillit-why": "%E0%A4%A" })).toMatchObject({
    status: 400,
    json: { code: "bad-header" },
  });
});
