import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { sha256 } from "../platform/hash.ts";
import { run } from "../shell/commands/verify.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { type Column, changed, tablesOf, takeGuardsAway } from "../shell/testing/catalogue.ts";

import type { DecisionShape } from "./contract.ts";
import { GENESIS, linkText, sentenceText } from "./rules/chain.ts";

const ROOT = join(import.meta.dirname, "../..");
let a: Astorp;
let tables: Map<string, Column[]>;
beforeAll(async () => {
  a = await astorp();
  const decideVision = async (year: number, on: string, text: string) => {
    await a.draft("kommunchef", on, `/goals/vision/kommunfullmaktige/${year}`, {
      name: "V",
      text,
      validTo: "2030-12-31",
    });
    const reply = await a.decide("kf-sekreterare", on, `vision:kommunfullmaktige:${year}`, {
      votes: { for: 40, against: 1, abstained: 0 },
      reservations: ["En reservation"],
    });
    expect(reply.status).toBe(200);
  };
  await decideVision(2021, "2027-01-01", "Första");
  await decideVision(2025, "2027-01-02", "En annan");
  await decideVision(2021, "2027-01-03", "Den som ersätter");
  tables = await tablesOf(a.sql);
  vi.stubEnv("DATABASE_URL", a.databaseUrl);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await a.stop();
});

/** `tillit verify` in this process: its exit status and what it said. */
async function verify(...args: string[]): Promise<{ status: number; said: string }> {
  const lines: string[] = [];
  const listen = (line: string) => void lines.push(line);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(listen),
    vi.spyOn(console, "error").mockImplementation(listen),
  ];
  try {
    return { status: await run(args), said: lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** `tillit verify` as a process of its own. */
function verifyProcess(...args: string[]): Promise<{ status: number | null; out: string }> {
  const child = spawn(process.execPath, ["src/shell/cli.ts", "verify", ...args], {
    cwd: ROOT,
    env: process.env,
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  return new Promise((done) => child.once("close", (status) => done({ status, out })));
}

describe("R-5: a chain that nobody has touched", () => {
  test("is whole: exit status 0, with the count and the head, which may be asked for", async () => {
    const { status, out } = await verifyProcess();
    expect(status).toBe(0);
    const [, head] =
      /^1277: kedjan är hel, 3 beslut, huvud ([0-9a-f]{64})\n1277: 3 förseglingar håller, \d+ rader i ändringsloggen är förseglade, \d+ väntar; \d+ tabeller stämmer med loggen\n$/.exec(
        out,
      ) ?? [];
    expect(head).toBeDefined();
    expect((await verify("1277", `--head=${head}`)).status).toBe(0);
    expect(await verify("1277", `--head=${"0".repeat(64)}`)).toMatchObject({ status: 1 });
    expect(await verify("9998")).toEqual({ status: 1, said: "Det finns ingen kommun med koden 9998." });
  });
});

describe("R-5: whoever has the database's own password and takes every guard away is found out", () => {
  const CHAIN = ["matter", "version", "decision", "chain_head"];
  beforeAll(async () => {
    await takeGuardsAway(a.sql);
    for (const table of CHAIN)
      await a.sql(`create table public.kept_${table} as select * from decisions.${table}`);
  });
  afterEach(async () => {
    for (const table of CHAIN) {
      await a.sql(`delete from decisions.${table}`);
      await a.sql(`insert into decisions.${table} select * from public.kept_${table}`);
    }
    expect((await verify("1277")).status).toBe(0);
  });

  const ROWS = [
    ["decisions.decision", "number = 1"],
    ["decisions.decision", "number = 3"],
    ["decisions.version", "matter_id like '%2021' and number = 1"],
    ["decisions.version", "matter_id like '%2025'"],
    ["decisions.version", "matter_id like '%2021' and number = 2"],
    ["decisions.matter", "matter_id like '%2021'"],
    ["decisions.chain_head", "true"],
  ] as const;
  /** Asked of the catalogue, so that a column that comes later is covered from its first day. */
  const columnsOf = (table: string) => tables.get(table) ?? [];

  test.each(ROWS)("every column of %s where %s", async (table, where) => {
    expect(columnsOf(table).length).toBeGreaterThan(2);
    for (const column of columnsOf(table)) {
      const { rowCount } = await a.sql(
        `update ${table} set ${column.name} = ${changed(column)} where ${where}`,
      );
      expect(rowCount, column.name).toBe(1);
      const found = await verify("1277");
      expect(found, `${table}.${column.name}`).toMatchObject({
        status: 1,
        said: expect.stringMatching(/^1277: kedjan är bruten vid beslut \d/),
      });
      for (const kept of CHAIN) {
        await a.sql(`delete from decisions.${kept}`);
        await a.sql(`insert into decisions.${kept} select * from public.kept_${kept}`);
      }
    }
  });

  test.each([
    [
      "a decided version made a draft again",
      "update decisions.version set state = 'draft', content_sha256 = null where matter_id like '%2025'",
      2,
    ],
    [
      "a version put in as decided",
      "insert into decisions.version select municipality_id, matter_id, 9, 'decided', 1, content, content_sha256, edited_by, edited_at, written_on from decisions.version where matter_id like '%2025'",
      3,
    ],
    ["the first decision away", "delete from decisions.decision where number = 1", 1],
    // what it superseded is superseded by nothing now
    ["the last decision away", "delete from decisions.decision where number = 3", 1],
    [
      "the last decision away with its version, as if they had never been",
      "with a as (delete from decisions.decision where number = 3), b as (delete from decisions.version where matter_id like '%2021' and number = 2) update decisions.version set state = 'decided' where matter_id like '%2021' and number = 1",
      2,
    ],
    ["a decided version away", "delete from decisions.version where matter_id like '%2025'", 2],
    ["a matter away", "delete from decisions.matter where matter_id like '%2025'", 2],
    ["all decisions away", "delete from decisions.decision", 0],
    ["the head away", "delete from decisions.chain_head", 3],
    [
      "two decisions in each other's place",
      "update decisions.decision set number = 9 where number = 1; update decisions.decision set number = 1 where number = 3; update decisions.decision set number = 3 where number = 9",
      1,
    ],
  ])("%s", async (_what, text, number) => {
    await a.sql(text);
    const found = await verify("1277");
    expect(found).toMatchObject({
      status: 1,
      said: expect.stringContaining(`kedjan är bruten vid beslut ${number}`),
    });
  });

  test("the whole chain written anew, each link right: an earlier published head tells, one that holds is held", async () => {
    const heads = async () =>
      (await a.sql("select number, sha256 from decisions.decision order by number")).rows.map(
        (row) => `${row.number}:${row.sha256}`,
      );
    const published = await heads();
    for (const head of published) expect((await verify("1277", `--head=${head}`)).status).toBe(0);
    expect((await verify("1277", `--head=0:${GENESIS}`)).status).toBe(0);

    const reference = "KS 2021-1";
    await a.sql(`update decisions.decision set reference = '${reference}' where number = 2`);
    let previous = (published[0] as string).slice(2);
    for (const number of [2, 3]) {
      const { json } = await a.call("revisor", "2027-01-03", "GET", `/decisions/${number}`);
      const {
        kind: _kind,
        body: _body,
        year: _year,
        key: _key,
        organ: _organ,
        sentence = "",
        sentenceSalt: salt = "",
        ...link
      } = (json as { decision: DecisionShape }).decision;
      const before = previous;
      const sentenceSha256 = sha256(sentenceText({ sentence, salt }));
      previous = sha256(linkText({ ...link, sentenceSha256, previousSha256: previous }));
      await a.sql(
        `update decisions.decision set previous_sha256 = '${before}', sha256 = '${previous}' where number = ${number}`,
      );
    }
    await a.sql(`update decisions.chain_head set sha256 = '${previous}'`);
    // The log tells of it; whoever has the whole database can have it say otherwise, as a migration would, and that is told
    expect(await verify("1277")).toEqual({
      status: 1,
      said: expect.stringMatching(
        /tabell decisions\.chain_head, rad \[\], post \d+ i ändringsloggen: Raden är inte som/,
      ),
    });
    const { rows: last } = await a.sql("select max(entry) as entry from platform.change_log");
    await a.sql("set session_replication_role = origin");
    for (const table of ["decision", "chain_head"])
      await a.sql(`select platform.note_rows('decisions.${table}', 'Vid en uppgradering')`);
    await a.sql("set session_replication_role = replica");

    expect(await verify("1277")).toEqual({
      status: 0,
      said: expect.stringMatching(/loggen börjar om med 2 tabeller \d{4}-\d\d-\d\d: Vid en uppgradering/),
    });
    expect((await verify("1277", `--head=${published[0]}`)).status).toBe(0);
    expect(await verify("1277", `--head=${published[1]}`)).toEqual({
      status: 1,
      said: expect.stringContaining("beslut 2 har"),
    });
    expect(await verify("1277", `--head=9:${"0".repeat(64)}`)).toEqual({
      status: 1,
      said: expect.stringContaining("bara 3 beslut"),
    });
    expect((await verify("1277", "--head=abc")).status).toBe(2);
    for (const table of ["change_log", "unsealed"])
      await a.sql(`delete from platform.${table} where entry > ${last[0].entry}`);
  });

  test("the process says where, and ends with exit status 1; the API says so too", async () => {
    await a.sql(
      "update decisions.version set content = jsonb_set(content, '{text}', '\"Ändrad\"') where matter_id like '%2025'",
    );
    expect(await verifyProcess("1277")).toEqual({
      status: 1,
      out: "1277: kedjan är bruten vid beslut 2 (vision:kommunfullmaktige:2025): den beslutade versionens innehåll har ändrats\n",
    });
    expect((await a.call("revisor", "2027-01-03", "GET", "/decisions-chain")).json).toEqual({
      whole: false,
      count: 2,
      head: "",
      fault: "version-changed",
      number: 2,
      matterId: "vision:kommunfullmaktige:2025",
    });
  });
});
