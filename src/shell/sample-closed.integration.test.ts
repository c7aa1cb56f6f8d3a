import { afterAll, describe, expect, inject, test } from "vitest";
import { swedishDay } from "../platform/clock.ts";
import { readConfig } from "../platform/config.ts";
import { type Running, startServer } from "./server.ts";
import { cookieOf, raw } from "./testing/raw.ts";
import { sampleDatabase } from "./testing/sample-database.ts";

const running: Running[] = [];
afterAll(() => Promise.all(running.map((one) => one.stop())));

async function start(databaseUrl: string, environment: Record<string, string>): Promise<Running> {
  const server = await startServer(
    readConfig({
      DATABASE_URL: databaseUrl,
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
      ...environment,
    }),
  );
  running.push(server);
  return server;
}

const session = async ({ app }: Running) => (await raw(app, "GET", "/api/session")).json;

describe("T-2: a folder that once had the sample, started with TILLIT_SAMPLE=none", () => {
  test("lets nobody in without a password, whatever the municipality's mark says, and its day is Sweden's", async () => {
    const databaseUrl = await sampleDatabase(inject("postgresUrl"), "spring");
    const open = await start(databaseUrl, { TILLIT_SAMPLE: "full" });
    const cookie = await cookieOf(open.app, "kommunchef");
    expect(await session(open)).toMatchObject({
      sample: true,
      sampleFor: "this-machine",
      present: "2028-05-15",
    });

    const closed = await start(databaseUrl, { TILLIT_SAMPLE: "none" });
    const role = await raw(closed.app, "POST", "/api/sign-in/sample", { body: { person: "kommunchef" } });
    expect([role.status, role.json.code, role.cookies]).toEqual([403, "not-sample", []]);
    for (const path of ["/api/sample/people", "/api/sample/stories"])
      expect((await raw(closed.app, "GET", path)).json).toMatchObject({ status: 403, code: "not-sample" });
    const today = swedishDay(new Date());
    const chosen = await raw(closed.app, "GET", "/api/session", {
      headers: { "tillit-today": "2020-03-03" },
    });
    expect(chosen.json).toMatchObject({ sample: false, sampleFor: "nobody", present: today });
    const move = await raw(closed.app, "POST", "/api/sample/day", {
      headers: { cookie },
      body: { day: "2027-03-03" },
    });
    expect(move.json).toMatchObject({ status: 403, code: "not-sample" });
    // Opened again it is where it was
    const again = await start(databaseUrl, { TILLIT_SAMPLE: "full" });
    expect(await session(again)).toMatchObject({ sample: true, present: "2028-05-15" });
  });

  test("one that all reach says so, and only where it is allowed", async () => {
    const databaseUrl = await sampleDatabase(inject("postgresUrl"), "organisation");
    const url = { TILLIT_SAMPLE: "organisation", TILLIT_URL: "https://prov.example.se" };
    await expect(start(databaseUrl, url)).rejects.toThrow("TILLIT_SAMPLE_PUBLIC=yes");
    const open = await start(databaseUrl, { ...url, TILLIT_SAMPLE_PUBLIC: "yes" });
    expect(await session(open)).toMatchObject({ sample: true, sampleFor: "everyone" });
  });
});
