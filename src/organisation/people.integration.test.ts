import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

test("R-2: whoever has signed in can see who holds a post today, to choose a responsible among them", async () => {
  const { status, json } = await a.call("rektor-bjornekulla", "2027-05-15", "GET", "/people");
  expect(status).toBe(200);
  const { people } = json as { people: { id: string; posts: { bodyName: string }[] }[] };
  const chief = people.find((person) => person.id === "bildning-chef");
  expect(chief?.posts[0]?.bodyName).toBe("Bildningsförvaltningen");
  expect(people.every((person) => person.posts.length > 0)).toBe(true);
});

test("R-2: a person whose post has ended is not among those to choose from", async () => {
  const writer = { municipality: "1277", personId: "kommunchef", requestId: "test" };
  await a.server.door.write(writer, "Uppdraget upphör", (tx) =>
    sql`update organisation.post set valid_to = '2027-06-30' where person_id = 'bildning-chef'`.execute(tx),
  );
  const ids = async (on: string) =>
    ((await a.call("social-chef", on, "GET", "/people")).json as { people: { id: string }[] }).people.map(
      (p) => p.id,
    );
  expect(await ids("2027-06-30")).toContain("bildning-chef");
  expect(await ids("2027-07-01")).not.toContain("bildning-chef");
});

test("R-2: the list is not for those who have not signed in", async () => {
  expect((await a.server.app.inject({ method: "GET", url: "/api/people" })).statusCode).toBe(401);
});
