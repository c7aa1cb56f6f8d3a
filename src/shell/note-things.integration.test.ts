import { afterAll, beforeAll, expect, test } from "vitest";
import type { GoalTree } from "../goals/contract.ts";
import { house } from "./chapters.ts";
import { noteThings } from "./note-things.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const series = async () =>
  (await a.sql("select thing, series from decisions.carried_on order by thing")).rows as {
    thing: string;
    series: string;
  }[];

test("V-6, K-2: what the played year has carried on is one from year to year, and told so", async () => {
  const of = new Map((await series()).map((row) => [row.thing, row.series]));
  for (const thing of [
    "body-goals:bildningsnamnden:2028/lasning",
    "body-goals:bildningsnamnden:2028/lasning/kravniva-lasning",
    "body-goals:kommunstyrelsen:2028/energi",
    "body-goals:bjornekulla-fastighets-ab:2028/underhall/eftersatt",
    "control-plan:bildningsnamnden:2028/behoriga-larare",
    "control-plan:bildningsnamnden:2028/k-franvaro",
  ])
    expect(of.get(thing)).toBe(thing.replace("2028", "2027"));
  // Both years are decided: anybody may know
  const answer = await a.server.app.inject("/api/matters/control-plan:bildningsnamnden:2028/other-years");
  const years = answer.json() as { thing: string; years: number[] }[];
  expect(years).toContainEqual({ thing: "behoriga-larare", years: [2027] });
  const tree = (await a.call("revisor", "2028-05-15", "GET", "/goals/tree/2028")).json as GoalTree;
  const energy = tree.goals.find((goal) => goal.id === "energi");
  expect(energy?.years.map(({ year }) => year)).toEqual([2027]);
  expect(energy?.indicators[0]?.values.map(({ year }) => year)).toContain(2027);
});

test("V-6: what was stored before it was noted is noted at the next start by the same rule, and only once", async () => {
  const played = await series();
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'; delete from decisions.carried_on");
  expect(await noteThings(a.server.door, house(), "2028-05-15")).toEqual(["1277"]);
  expect(await series()).toEqual(played);
  expect(await noteThings(a.server.door, house(), "2028-05-15")).toEqual([]);
});
