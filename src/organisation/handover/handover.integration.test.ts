import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ChainedVersion,
  type ChainHead,
  type ChainLink,
  verifyChain,
} from "../../decisions/rules/chain.ts";
import { INSTALLATION } from "../../kernel/installation.ts";
import { openHandover } from "../../platform/database/handover/open.ts";
import { NOT_HANDED_OVER } from "../../platform/database/handover/tables.ts";
import type { TarFile } from "../../platform/database/handover/tar.ts";
import { sha256 } from "../../platform/hash.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { raw } from "../../shell/testing/raw.ts";
import { makeFirstAddress } from "../installation/store.ts";

const DAY = "2027-03-01";
let a: Astorp;
let operator: string;
let identity: string;
let recipient: string;
beforeAll(async () => {
  a = await astorp("organisation", { jobs: [] });
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  const writer = { municipality: INSTALLATION, personId: "installation", requestId: "cli" };
  const token = await a.server.door.write(writer, "prov", (tx) => makeFirstAddress(tx, INSTALLATION));
  const person = { name: "Driften", email: "drift@it.example", password: "hatt-regnbage-vaxel-nittio-ugn" };
  const made = await raw(a.server.app, "POST", "/api/installation/first", { body: { token, person } });
  operator = String(
    [made.headers["set-cookie"]].flat().find((one) => String(one).startsWith("tillit_operator")),
  ).split(";")[0] as string;
});
afterAll(() => a.stop());

const asOperator = (method: string, path: string, body?: object) =>
  raw(a.server.app, method, `/api/installation${path}`, {
    headers: { cookie: operator },
    ...(body ? { body } : {}),
  });
const bytesAt = async (path: string): Promise<Buffer> => {
  const answer = await a.server.app.inject({
    method: "GET",
    url: `/api/installation${path}`,
    headers: { cookie: operator },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
async function* once(bytes: Buffer) {
  yield bytes;
}
const events = async (municipality: string) =>
  (
    await a.sql(`select kind, reason from platform.security_event where municipality_id = '${municipality}'
    and kind like 'handover-%' order by entry`)
  ).rows.map(({ kind }) => kind);

describe("T-3: the operator hands over a municipality's data and sees none of them", () => {
  test("only to a key that the municipality has chosen, which only those who keep it choose", async () => {
    expect((await asOperator("POST", "/municipalities/1277/handover")).json.code).toBe("no-handover-key");
    expect((await asOperator("POST", "/municipalities/9999/handover")).json.code).toBe(
      "no-such-municipality",
    );
    const set = (as: string, to: string) =>
      a.call(as, DAY, "PUT", "/handovers/key", { body: { recipient: to } });
    expect((await set("bildning-chef", recipient)).status).toBe(403);
    for (const wrong of ["", "age1x", identity, `${recipient}x`])
      expect((await set("systemforvaltare", wrong)).status).toBe(422);
    expect((await set("systemforvaltare", recipient)).status).toBe(200);
    const told = (await a.call("systemforvaltare", DAY, "GET", "/handovers")).json as {
      key: { recipient: string };
    };
    expect(told.key.recipient).toBe(recipient);
    expect((await a.call("bildning-chef", DAY, "GET", "/handovers")).status).toBe(403);
    expect((await asOperator("GET", "/municipalities/1277/handover")).json).toEqual({
      hasKey: true,
      last: null,
    });
  });

  let sealed: Buffer;
  test("it is made while nobody waits, one at a time, and told of in both logs", async () => {
    await a.sql(`select set_config('tillit.person', 'x', false), set_config('tillit.why', 'prov', false);
      insert into platform.municipality (municipality_id, name, host) values ('9999', 'Annan', 'annan.example');
      update platform.municipality set host = 'localhost' where municipality_id = '1277';
      insert into organisation.person (municipality_id, person_id) values ('9999', 'en-annan')`);
    const ordered = await asOperator("POST", "/municipalities/1277/handover");
    expect(ordered.json).toMatchObject({ state: "waiting", rows: 0 });
    const again = await asOperator("POST", "/municipalities/1277/handover");
    expect([again.json.code, again.status]).toEqual(["handover-under-way", 409]);
    const last = async () => (await asOperator("GET", "/municipalities/1277/handover")).json.last;
    await expect.poll(async () => (await last()).state, { timeout: 30_000 }).toBe("ready");
    const made = await last();
    expect(made.tablesDone).toBe(made.tables);
    expect(made.rows).toBeGreaterThan(500);
    sealed = await bytesAt(`/municipalities/1277/handover/${made.id}/file`);
    expect([sha256(sealed), sealed.length]).toEqual([made.sha256, made.bytes]);
    expect(sealed.toString("latin1")).not.toContain("kommunfullmaktige");
    const own = await a.server.app.inject({ method: "GET", url: `/api/handovers/${made.id}/file` });
    expect(own.statusCode).toBe(401);
    expect((await asOperator("GET", `/municipalities/9999/handover/${made.id}/file`)).status).toBe(404);
    await expect
      .poll(async () => (await events("1277")).toSorted())
      .toEqual(["handover-fetched", "handover-key", "handover-ordered"]);
    await expect
      .poll(async () => (await events(INSTALLATION)).toSorted())
      .toEqual(["handover-fetched", "handover-ordered"]);
  });

  test("R-5: opened with the key all of it is there, the chain is whole, and no row is another municipality's", async () => {
    const files: TarFile[] = [];
    const opened = await openHandover(identity, once(sealed), async (file) => void files.push(file));
    const text = files.map(({ bytes }) => bytes.toString()).join("\n");
    expect(text).not.toContain("en-annan");
    expect(text).not.toContain('"9999"');
    const report = verifyChain(
      opened.links as ChainLink[],
      opened.versions as ChainedVersion[],
      (opened.head ?? undefined) as ChainHead | undefined,
      sha256,
    );
    expect(report).toMatchObject({ whole: true });
    // Every table that has a row of the municipality's is there with as many, but for what is named
    const { rows: all } = await a.sql(`select c.oid::regclass::text as name from pg_class c
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'municipality_id' where c.relkind = 'r' and c.relforcerowsecurity`);
    const told = new Map(opened.contents.tables.map(({ table, rows }) => [table, rows]));
    expect([...told.keys(), ...Object.keys(NOT_HANDED_OVER)].toSorted()).toEqual(
      all.map(({ name }) => name).toSorted(),
    );
    const { rows: people } = await a.sql(
      "select count(*)::int as n from organisation.person where municipality_id = '1277'",
    );
    expect(told.get("organisation.person")).toBe(people[0].n);
  });

  test("nothing in it opens anything", async () => {
    const files: TarFile[] = [];
    const { contents } = await openHandover(identity, once(sealed), async (file) => void files.push(file));
    const columns = contents.tables.flatMap(({ table, columns }) =>
      columns.map(({ name }) => `${table}.${name}`),
    );
    expect(columns.filter((name) => /password|secret|token|challenge|sealed|totp/.test(name))).toEqual([
      // When something happened, and by what name a secret is found elsewhere
      "decisions.seal.sealed_at",
      "platform.account.password_set_at",
      "platform.identity_provider.secret_from",
      "platform.identity_provider.secret_variable",
    ]);
    expect(files.map(({ name }) => name)).not.toContain("tabeller/platform.session/0001.jsonl");
  });

  test("another key, a change and a cut are each told of", async () => {
    await expect(openHandover(await generateX25519Identity(), once(sealed))).rejects.toThrow(
      /Nyckeln är fel/,
    );
    const changed = Buffer.from(sealed);
    changed[changed.length - 200] = (changed[changed.length - 200] as number) ^ 1;
    await expect(openHandover(identity, once(changed))).rejects.toThrow(/skadad eller avkortad/);
    for (const part of [0.3, 0.99])
      await expect(
        openHandover(identity, once(sealed.subarray(0, Math.floor(sealed.length * part)))),
      ).rejects.toThrow(/skadad eller avkortad/);
  });
});
