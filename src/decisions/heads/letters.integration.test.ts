import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../platform/config.ts";
import { letterJob } from "../../platform/letters/job.ts";
import { setPassword } from "../../platform/sign-in.ts";
import { startServer } from "../../shell/server.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { type MailServer, startMailServer } from "../../shell/testing/mail-server.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";
import { HEAD, headJobs } from "./jobs.ts";

let smtp: MailServer;
const received = () => smtp.received;
let a: Astorp;
let config: ReturnType<typeof readConfig>;
let mailing: Awaited<ReturnType<typeof startServer>>;
const cookies = new Map<string, string>();
const PEOPLE = ["revisor", "ekonomichef"] as const;
beforeAll(async () => {
  smtp = await startMailServer();
  a = await astorp();
  await a.draft("kommunchef", "2027-01-20", "/goals/vision/kommunfullmaktige/2030", {
    name: "Vision",
    text: "Pröva nytt.",
    validTo: "2030-12-31",
  });
  expect((await a.decide("kf-sekreterare", "2027-01-20", "vision:kommunfullmaktige:2030")).status).toBe(200);
  await a.moveDay("2027-01-21");
  config = readConfig({
    DATABASE_URL: a.databaseUrl,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "silent",
    TILLIT_RATE: "0",
    PORT: "0",
    TILLIT_SMTP: smtp.url,
    TILLIT_MAIL_FROM: "tillit@astorp.example",
    TILLIT_URL: "https://tillit.astorp.example",
    TILLIT_SAMPLE_PUBLIC: "yes",
  });
  mailing = await startServer(config);
  for (const person of PEOPLE) {
    const writer = { municipality: "1277", personId: "installation", requestId: "test" };
    await a.server.door.write(writer, "prov", (tx) =>
      setPassword(tx, {
        municipality: "1277",
        email: `${person}@astorp.example`,
        personId: person,
        password: "ett långt lösenord för provet",
      }),
    );
  }
  for (const person of [...PEOPLE, "kommunchef"]) cookies.set(person, await cookieOf(mailing.app, person));
});
afterAll(async () => {
  await mailing.stop();
  await a.stop();
  await smtp.close();
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.refuses = {};
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'; delete from decisions.head_subscriber");
});

const letters = (person: string, wanted?: boolean, server = mailing) =>
  raw(server.app, wanted === undefined ? "GET" : "POST", "/api/decisions/heads/letters", {
    headers: { cookie: cookies.get(person) as string },
    ...(wanted === undefined ? {} : { body: { wanted } }),
  });
/** Has the letters of the day posted, and tries each that waits once, as the queue does. */
const send = async () => {
  const turn = { door: a.server.door, municipality: "1277", signal: new AbortController().signal };
  await headJobs(config)[0]?.run({ ...turn, data: undefined });
  const { rows } = await a.sql(
    "select letter_id as letter from platform.letter where state = 'waiting' order by 1",
  );
  const faults: unknown[] = [];
  for (const data of rows)
    await letterJob(config, [HEAD])
      .run({ ...turn, data })
      .catch((cause: unknown) => faults.push(cause));
  if (faults.length > 0) throw faults[0];
};

test("R-5: who has asked for it gets the head of the day that has ended, once, at the account's address", async () => {
  expect((await letters("revisor")).json).toEqual({
    offered: true,
    address: "revisor@astorp.example",
    wanted: false,
    fault: null,
  });
  expect((await letters("revisor", true)).json).toMatchObject({ wanted: true });
  await send();
  await send();
  expect(received()).toHaveLength(1);
  const [letter] = received();
  expect([letter?.from, letter?.to]).toEqual(["tillit@astorp.example", ["revisor@astorp.example"]]);
  const [row] = (await a.sql("select count, sha256 from decisions.chain_head")).rows;
  expect(letter?.text).toContain(`${row.count}:${row.sha256}`);
  expect(letter?.text).toContain("20 januari 2027");
  expect(letter?.text).toContain("https://tillit.astorp.example/beslut/kedjan");

  await a.moveDay("2027-01-22");
  await send();
  expect(received()).toHaveLength(2);
  expect(received()[1]?.text).toContain("21 januari 2027");
  await a.moveDay("2027-01-21");
});

test("R-5: the letters end by the link in one of them, without signing in, and on the page", async () => {
  await letters("revisor", true);
  await letters("ekonomichef", true);
  await send();
  expect(
    received()
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(["ekonomichef@astorp.example", "revisor@astorp.example"]);
  const token = /\?avsluta=([0-9a-f]{64})/.exec(
    received().find(({ to }) => to[0]?.startsWith("revisor"))?.text ?? "",
  )?.[1];
  const end = (given: string | undefined) =>
    raw(mailing.app, "POST", "/api/decisions/heads/letters/end", { body: { token: given } });
  expect((await end("0".repeat(64))).json).toMatchObject({ status: 404, code: "no-letters" });
  expect((await end(token)).json).toEqual({ ended: true });
  expect((await end(token)).status).toBe(404);
  expect((await letters("revisor")).json).toMatchObject({ wanted: false });
  expect((await letters("ekonomichef", false)).json).toMatchObject({ wanted: false });
  expect((await a.sql("select 1 from decisions.head_subscriber")).rowCount).toBe(0);
});

test("R-5: an address that is refused for good is told of, and stops no other; what may pass is tried again", async () => {
  await letters("revisor", true);
  await letters("ekonomichef", true);
  smtp.refuses = { "ekonomichef@astorp.example": 550 };
  await send();
  expect(received().map(({ to }) => to)).toEqual([["revisor@astorp.example"]]);
  expect((await letters("ekonomichef")).json).toMatchObject({
    wanted: true,
    fault: expect.stringContaining("Ingen sådan brevlåda"),
  });
  await a.moveDay("2027-01-22");
  received().length = 0;
  smtp.refuses = { "ekonomichef@astorp.example": 451 };
  await expect(send()).rejects.toThrow("Ingen sådan brevlåda");
  smtp.refuses = {};
  await send();
  expect(received().map(({ to }) => to)).toEqual([
    ["revisor@astorp.example"],
    ["ekonomichef@astorp.example"],
  ]);
  expect((await letters("ekonomichef")).json).toMatchObject({ fault: null });
  await a.moveDay("2027-01-21");
});

test("R-5: where mail is not set up nobody asks for letters in vain, nor who has no address", async () => {
  const without = await cookieOf(a.server.app, "revisor");
  const asked = await raw(a.server.app, "POST", "/api/decisions/heads/letters", {
    headers: { cookie: without },
    body: { wanted: true },
  });
  expect(asked.json).toMatchObject({ status: 409, code: "mail-not-set-up" });
  expect((await letters("kommunchef")).json).toMatchObject({ offered: true, address: null });
  expect((await letters("kommunchef", true)).json).toMatchObject({ status: 409, code: "no-address" });
  expect(() => readConfig({ TILLIT_SMTP: "smtp://127.0.0.1:25" })).toThrow(ConfigError);
  expect(() => readConfig({ TILLIT_SMTP: "http://127.0.0.1", TILLIT_MAIL_FROM: "a@b.example" })).toThrow(
    ConfigError,
  );
});
