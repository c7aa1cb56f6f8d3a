import { afterAll, beforeAll, expect, test } from "vitest";
import { lastingId } from "../kernel/plain-id.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { GoalTree } from "./contract.ts";

/** The same goals as other things: an id that a body has used for one goal is not taken for another. */
const withNewIds = (goal: object): object => ({ ...goal, id: lastingId("mal"), indicators: [] });

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
});
afterAll(() => a.stop());

test("V-4: a body with a fourth goal is shown as a deviation, with the reason that it gave", async () => {
  const { json } = await a.call("larare-bjornekulla", "2028-05-15", "GET", "/goals/tree/2027");
  const [deviation, ...others] = (json as GoalTree).deviations;
  expect(deviation).toMatchObject({ body: "socialnamnden", bodyName: "Socialnämnden", count: 4 });
  expect(deviation?.reason?.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});

test("V-4: a draft's deviation is shown to those who have signed in, not to the public", async () => {
  const day = "2028-05-15";
  const { json } = await a.call("social-chef", day, "GET", "/goals/body-goals/socialnamnden/2027");
  const { content } = json as { content: { goals: object[] } };
  const goals = content.goals.map(withNewIds);
  await a.draft("social-chef", day, "/goals/body-goals/socialnamnden/2029", { ...content, goals });
  const signedIn = await a.call("social-chef", day, "GET", "/goals/tree/2029");
  expect((signedIn.json as GoalTree).deviations).toMatchObject([{ body: "socialnamnden", count: 4 }]);
  const inPublic = await a.server.app.inject({ method: "GET", url: "/api/goals/tree/2029" });
  expect(inPublic.json()).toMatchObject({ deviations: [], goals: [] });
});

test("V-4: a reason that was given with the decision is shown as well as one in the goals", async () => {
  const day = "2028-05-15";
  const { json } = await a.call("social-chef", day, "GET", "/goals/body-goals/socialnamnden/2027");
  const { goals } = (json as { content: { goals: object[] } }).content;
  const later = goals.map((goal) => ({ ...withNewIds(goal), term: "short", targetYear: 2030 }));
  const path = "/goals/body-goals/socialnamnden/2030";
  await a.draft("social-chef", day, path, { goals: later });
  const reasons = { "more-than-three-without-reason": "Ett uppdrag från fullmäktige" };
  const decided = await a.decide("social-sekreterare", day, "body-goals:socialnamnden:2030", { reasons });
  expect(decided.status).toBe(200);
  const inPublic = await a.server.app.inject({ method: "GET", url: "/api/goals/tree/2030" });
  expect(inPublic.json().deviations).toMatchObject([{ reason: "Ett uppdrag från fullmäktige" }]);
});
