import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { GoalTree } from "../contract.ts";
import type { ValueVersion } from "./contract.ts";

let a: Astorp;
let at: string;
let id: string;
const BODY = "socialnamnden";
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
beforeAll(async () => {
  a = await astorp("spring");
  const tree = json(await a.call("social-chef", "2028-05-15", "GET", "/goals/tree/2028")) as GoalTree;
  const goal = tree.goals.find(({ body, indicators }) => body === BODY && indicators.length > 0);
  id = `${goal?.id}/${goal?.indicators[0]?.id}`;
  at = `/goals/values/${BODY}/${id}`;
}, 240_000);
afterAll(() => a.stop());

const put = (value: number, on: string, reason?: string, as = "social-chef") =>
  a.draft(as, on, `${at}/2028-05-10?year=2028`, {
    value,
    source: "Enkäten",
    year: 2028,
    ...(reason === undefined ? {} : { reason }),
  });
const shown = async (on: string) => {
  const [goal, indicator] = id.split("/");
  const tree = json(await a.call("social-chef", on, "GET", "/goals/tree/2028")) as GoalTree;
  return tree.goals
    .find((one) => one.id === goal && one.body === BODY)
    ?.indicators.find((one) => one.id === indicator)
    ?.values.find(({ day }) => day === "2028-05-10")?.value;
};

test("V-7: a corrected value keeps the old one, with who, when and why; each day shows what was known then", async () => {
  expect((await put(12.5, "2028-05-15")).status).toBe(200);
  expect(json(await put(13.5, "2028-05-17"))).toMatchObject({
    status: 422,
    errors: [{ at: "reason", code: "correction-without-reason" }],
  });
  expect((await put(13.5, "2028-05-17", "En enhet saknades", "social-controller")).status).toBe(200);
  // The same once more changes nothing
  expect((await put(13.5, "2028-05-18")).status).toBe(200);
  expect([await shown("2028-05-14"), await shown("2028-05-16"), await shown("2028-05-17")]).toEqual([
    undefined,
    12.5,
    13.5,
  ]);
  const reason = encodeURIComponent("Hörde till en annan indikator");
  const { etag } = await a.call("social-chef", "2028-05-19", "GET", `${at}/2028-05-10`);
  const headers = { "if-match": etag as string };
  const path = `${at}/2028-05-10?reason=${reason}`;
  expect((await a.call("social-chef", "2028-05-19", "DELETE", path, { headers })).status).toBe(200);
  expect([await shown("2028-05-18"), await shown("2028-05-19")]).toEqual([13.5, undefined]);
  const versions = (on: string) => a.call("revisor", on, "GET", at);
  const own = (json(await versions("2028-05-19")) as ValueVersion[]).filter(
    ({ day }) => day === "2028-05-10",
  );
  expect(own).toEqual([
    {
      day: "2028-05-10",
      version: 1,
      value: 12.5,
      source: "Enkäten",
      by: "Socialchef",
      on: "2028-05-15",
      reason: null,
    },
    {
      day: "2028-05-10",
      version: 2,
      value: 13.5,
      source: "Enkäten",
      by: "Controller, socialförvaltningen",
      on: "2028-05-17",
      reason: "En enhet saknades",
    },
    {
      day: "2028-05-10",
      version: 3,
      value: null,
      source: "Enkäten",
      by: "Socialchef",
      on: "2028-05-19",
      reason: "Hörde till en annan indikator",
    },
  ]);
  expect(
    (json(await versions("2028-05-16")) as ValueVersion[]).filter(({ day }) => day === "2028-05-10"),
  ).toHaveLength(1);
});

test("V-7: nothing is written before what was written later, and what was taken back can be registered anew", async () => {
  expect(json(await put(11, "2028-05-16", "För tidigt"))).toMatchObject({ status: 409, code: "value-later" });
  expect((await put(14, "2028-05-20")).status).toBe(200);
  expect([await shown("2028-05-19"), await shown("2028-05-20")]).toEqual([undefined, 14]);
});

test("A-14, R-2: a value that is due is on the list of who has the indicator now", async () => {
  const waits = async (as: string) =>
    (json(await a.call(as, "2028-05-20", "GET", "/year/mine")) as { todo: string; thing: string }[])
      .filter(({ todo }) => todo === "measure")
      .map(({ thing }) => thing);
  const before = await waits("social-chef");
  const thing = before.find((one) => one.startsWith("body-goals:socialnamnden:2028/")) as string;
  expect(thing).toBeDefined();
  const body = { thing, to: "social-controller", from: "2028-05-20", reason: "Har siffrorna" };
  expect((await a.call("social-chef", "2028-05-20", "POST", "/course/hand-over", { body })).status).toBe(200);
  expect(await waits("social-chef")).not.toContain(thing);
  expect(await waits("social-controller")).toContain(thing);
});
