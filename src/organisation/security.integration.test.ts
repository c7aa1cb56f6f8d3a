import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storeEvents } from "../platform/http/security-log.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { cookieOf, raw } from "../shell/testing/raw.ts";
import { organisationJobs } from "./jobs.ts";

let a: Astorp;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  a = await astorp();
  for (const person of ["revisor", "kommunchef", "ekonomichef", "larare-bjornekulla"])
    cookies[person] = await cookieOf(a.server.app, person);
});
afterAll(() => a.stop());

const read = (as: string, query = "") =>
  raw(a.server.app, "GET", `/api/security-events${query}`, { headers: { cookie: cookies[as] ?? "" } });
const store = (count: number) =>
  a.server.door.write({ municipality: "1277", personId: "x", requestId: "t" }, "prov", (tx) =>
    storeEvents(
      tx,
      "1277",
      Array.from({ length: count }, (_, n) => ({
        kind: "sign-in-failed" as const,
        address: `a${n}`,
        requestId: "t",
      })),
    ),
  );

describe("T-7: the security log is read by those whose mandate says so", () => {
  test.each([
    ["revisor", 200],
    ["kommunchef", 200],
    ["ekonomichef", 403],
    ["larare-bjornekulla", 403],
    ["nobody", 401],
  ])("%s: %s", async (as, status) => {
    expect((await read(as)).status).toBe(status);
  });

  test("a refusal says which mandate is missing and who has it, and stands in the log itself", async () => {
    const refused = await read("ekonomichef");
    expect(refused.json).toMatchObject({ code: "may-not" });
    expect(refused.json.ask.join()).toContain("Kommunrevisionen");
    const own = async () =>
      (await read("revisor", "?kind=refused")).json.events.filter(
        ({ person }: { person: { id: string } }) => person?.id === "ekonomichef",
      );
    await expect.poll(async () => (await own()).length).toBeGreaterThan(0);
    expect((await own())[0]).toMatchObject({
      kind: "refused",
      person: { id: "ekonomichef", name: "Ekonomichef" },
      operation: "GET /api/security-events",
      reason: "read:security-log",
    });
  });

  test("the newest come first, some at a time, and all of them once", async () => {
    await store(450);
    const seen: { entry: number; address: string }[] = [];
    let query = "?kind=sign-in-failed";
    for (let page = 0; page < 5; page++) {
      const { events, earlier } = (await read("revisor", query)).json;
      seen.push(...events);
      expect(events.length).toBe(page < 2 ? 200 : 50);
      if (earlier === null) break;
      query = `?kind=sign-in-failed&before=${earlier}`;
    }
    expect(seen.map(({ address }) => address)).toEqual(Array.from({ length: 450 }, (_, n) => `a${449 - n}`));
    expect((await read("revisor", "?kind=annat")).status).toBe(422);
    expect((await read("revisor", "?before=0")).status).toBe(422);
  });

  test("what is more than twelve months old is taken away by itself, and nothing younger", async () => {
    await a.sql("alter table platform.security_event disable trigger only_grows");
    await a.sql(
      `update platform.security_event set at = now() - interval '12 months 1 minute' where address in ('a1', 'a2')`,
    );
    await a.sql(
      `update platform.security_event set at = now() - interval '11 months 27 days' where address = 'a3'`,
    );
    await a.sql("alter table platform.security_event enable trigger only_grows");
    const count = async () =>
      (await a.sql("select count(*)::int as n from platform.security_event")).rows[0].n as number;
    const before = await count();
    for (const job of organisationJobs)
      await job.run({
        door: a.server.door,
        municipality: "1277",
        data: undefined,
        signal: new AbortController().signal,
      });
    expect(await count()).toBe(before - 2);
    const { rows } = await a.sql(
      "select address from platform.security_event where address in ('a1','a2','a3')",
    );
    expect(rows).toEqual([{ address: "a3" }]);
  });
});
