import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { GoalTree } from "../contract.ts";

const DAY = "2028-05-14";
const TODAY = "2028-05-15";
const VALUE = "/goals/values/socialnamnden/kontinuitet";
let a: Astorp;
let indicator: string;
const values = async () => {
  const { json } = await a.call("social-chef", TODAY, "GET", "/goals/tree/2027");
  const goal = (json as GoalTree).goals.find((g) => g.id === "kontinuitet" && g.body === "socialnamnden");
  const first = goal?.indicators[0];
  if (!first) throw new Error("the sample has no indicator of continuity");
  return { id: first.id, on: first.values.find((v) => v.day === DAY) };
};
beforeAll(async () => {
  a = await astorp("spring");
  indicator = (await values()).id;
});
afterAll(() => a.stop());

test("V-7: a value that was registered by mistake is taken back, and the log remembers both", async () => {
  const path = `${VALUE}/${indicator}/${DAY}`;
  const body = { value: 13.5, source: "Planeringssystemet", year: 2027 };
  expect((await a.draft("social-chef", TODAY, `${path}?year=2027`, body)).status).toBe(200);
  expect((await values()).on?.value).toBe(13.5);
  const seen = (await a.call("social-chef", TODAY, "GET", `${path}?year=2027`)).etag as string;
  const away = `${path}?reason=Fel+indikator`;
  // Taking back is a correction: it says why, and has seen what it takes back
  for (const [address, headers, status] of [
    [path, { "if-match": seen }, 422],
    [away, {}, 428],
    [away, { "if-match": '"v7"' }, 412],
    [away, { "if-match": seen }, 200],
  ] as const)
    expect((await a.call("social-chef", TODAY, "DELETE", address, { headers })).status, address).toBe(status);
  expect((await values()).on).toBeUndefined();
  const { rows } = await a.sql(
    `select operation from platform.change_log where table_name like '%indicator_value' order by entry desc limit 2`,
  );
  expect(rows.map((row: { operation: string }) => row.operation)).toEqual(["insert", "insert"]);
});

test("V-7: a value that is not there can't be taken away, and not by one who may not write it", async () => {
  const path = `${VALUE}/${indicator}/2028-05-13?reason=Fel`;
  expect((await a.call("social-chef", TODAY, "DELETE", path)).status).toBe(404);
  const refused = await a.call("bildning-chef", TODAY, "DELETE", path);
  expect(refused.status).toBe(403);
  expect((refused.json as { ask: string[] }).ask.length).toBeGreaterThan(0);
});

test("A-14, V-7: a value that the follow-up waits for is on the list of the one who answers for the goal, until it is reported", async () => {
  const measures = async (on: string) => {
    const { json } = await a.call("bildning-chef", on, "GET", "/year/mine");
    return (json as { todo: string; thing: string; year: number; href: string; due: string }[]).filter(
      (line) => line.todo === "measure",
    );
  };
  expect(await measures("2027-04-20")).toEqual([]);
  expect(await measures("2027-05-10")).toContainEqual(
    expect.objectContaining({
      thing: "body-goals:bildningsnamnden:2027/narvaro/hog-franvaro",
      href: "/mal/bildningsnamnden/narvaro?ar=2027",
      due: "2027-05-31",
      state: "under-way",
    }),
  );
  // Measured in June; the year has been reported since
  expect((await measures("2027-06-16")).map(({ thing }) => thing)).not.toContain(
    "body-goals:bildningsnamnden:2027/narvaro/hog-franvaro",
  );
  expect((await measures(TODAY)).filter(({ year }) => year === 2027)).toEqual([]);
});
