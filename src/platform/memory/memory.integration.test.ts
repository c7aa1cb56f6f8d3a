import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { allBodies } from "../../organisation/store.ts";
import { type Running, startServer } from "../../shell/server.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { tablesOf } from "../../shell/testing/catalogue.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";
import { readConfig } from "../config.ts";
import type { Tx } from "../database/door.ts";

const OWN = "1277";
const DAY = "2026-09-01";
/** Of these no answer is made, and none is kept of what reads them. */
const SAY_NOTHING = [
  "platform.answered_request",
  "platform.backup",
  "platform.crossing",
  "platform.handover_piece",
  "platform.known_device",
  "platform.made_document",
  "platform.passkey_challenge",
  "platform.provider_session",
  "platform.sign_in_count",
  "platform.sign_in_round",
  "platform.unsealed",
  "public.tillit_migration",
  "public.tillit_run",
];

let a: Astorp;
/** A second server of the same installation. */
let b: Running;
beforeAll(async () => {
  a = await astorp();
  await a.moveDay(DAY);
  b = await startServer(
    readConfig({
      DATABASE_URL: a.databaseUrl,
      TILLIT_SAMPLE: "organisation",
      TILLIT_WEB: "/nowhere",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
  );
});
afterAll(async () => {
  await b.stop();
  await a.stop();
});
afterEach(() => vi.restoreAllMocks());

const ask = (path: string, headers: Record<string, string> = {}, of: Running = a.server) =>
  raw(of.app, "GET", `/api${path}`, { headers });
/** How many transactions it took to answer. */
async function readsOf(work: () => Promise<unknown>, of: Running = a.server): Promise<number> {
  const read = vi.spyOn(of.door, "read");
  await work();
  const { length } = read.mock.calls;
  read.mockRestore();
  return length;
}
const rename = (name: string) =>
  a.server.door.write({ municipality: OWN, personId: "prov", requestId: "prov" }, "prov", (tx) =>
    sql`update organisation.body set name = ${name} where body_id = 'kommunfullmaktige'`.execute(tx),
  );
const councilOn = async (of: Running) =>
  (await ask("/bodies", {}, of)).json.find((body: { id: string }) => body.id === "kommunfullmaktige").name;

describe("what has been answered is answered again", () => {
  test("without a question to the database", async () => {
    const first = await ask("/bodies");
    expect(await readsOf(() => ask("/bodies"))).toBe(0);
    expect((await ask("/bodies")).json).toEqual(first.json);
  });

  test("with 304 to who has it, and anew when it has changed", async () => {
    const { headers } = await ask("/bodies");
    const tag = String(headers.etag);
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(headers["cache-control"]).toBe("private, no-cache");
    for (const has of [tag, `W/${tag}`, `"x", ${tag}`])
      expect((await ask("/bodies", { "if-none-match": has })).status).toBe(304);
    await rename("Fullmäktige, nytt namn");
    const after = await ask("/bodies", { "if-none-match": tag });
    expect([after.status, after.headers.etag === tag]).toEqual([200, false]);
  });

  test("T-5: and no oftener than one may ask", async () => {
    const slow = await startServer(
      readConfig({
        DATABASE_URL: a.databaseUrl,
        TILLIT_SAMPLE: "organisation",
        TILLIT_WEB: "/nowhere",
        PORT: "0",
        TILLIT_LOG: "silent",
        TILLIT_RATE: "2",
      }),
    );
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask("/bodies", {}, slow)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await slow.stop();
  });
});

describe("what changes is let go", () => {
  test("at once by the server that changed it", async () => {
    await councilOn(a.server);
    await rename("Fullmäktige, A");
    expect(await councilOn(a.server)).toBe("Fullmäktige, A");
  });

  test("by the other servers as they hear of it", async () => {
    await councilOn(b);
    await rename("Fullmäktige, B");
    await b.door.caughtUp();
    expect(await councilOn(b)).toBe("Fullmäktige, B");
  });

  test("in a transaction that writes by its own writes: it sees them at once, and nobody else what came to nothing", async () => {
    await councilOn(a.server);
    const seen: string[] = [];
    const council = async (tx: Tx) =>
      (await allBodies(tx, DAY)).find(({ id }) => id === "kommunfullmaktige")?.name ?? "";
    await a.server.door
      .write({ municipality: OWN, personId: "prov", requestId: "prov" }, "prov", async (tx) => {
        const run = vi.spyOn(a.server.door.memory, "noteStatement");
        seen.push(await council(tx), await council(tx));
        expect(run).not.toHaveBeenCalled();
        await sql`update organisation.body set name = 'Fullmäktige, i' where body_id = 'kommunfullmaktige'`.execute(
          tx,
        );
        seen.push(await council(tx), await council(tx));
        // The change, and what there is anew: bodies, their placings, who goes on with whom
        expect(run).toHaveBeenCalledTimes(4);
        await sql`update organisation.body set name = 'Fullmäktige, igen' where body_id = 'kommunfullmaktige'`.execute(
          tx,
        );
        seen.push(await council(tx));
        expect(run).toHaveBeenCalledTimes(8);
        throw new Error("det blev inget");
      })
      .catch(({ message }) => expect(message).toBe("det blev inget"));
    expect(seen).toEqual([
      "Fullmäktige, B",
      "Fullmäktige, B",
      "Fullmäktige, i",
      "Fullmäktige, i",
      "Fullmäktige, igen",
    ]);
    expect(await councilOn(a.server)).toBe("Fullmäktige, B");
  });

  test("no trigger writes in another schema than its table's, but for the logs and the queue", async () => {
    const { rows } = await a.sql(`select p.oid::regproc::text as name, p.prosrc as text from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prorettype = 'trigger'::regtype and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'jobs')`);
    expect(rows.length).toBeGreaterThan(5);
    const writes = rows.flatMap(({ name, text }) =>
      [...String(text).matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+(\w+)\.(\w+)/gi)].map(
        ([, schema, table]) => ({ name, schema, table: `${schema}.${table}` }),
      ),
    );
    expect(writes.length).toBeGreaterThan(0);
    for (const { name, schema, table } of writes)
      if (!["platform.change_log", "platform.unsealed"].includes(table))
        expect(String(name).split(".")[0], `${name} → ${table}`).toBe(schema);
  });

  test("what a transaction changed that came to nothing is not let go, nor kept", async () => {
    await councilOn(a.server);
    await a.server.door
      .write({ municipality: OWN, personId: "prov", requestId: "prov" }, "prov", async (tx) => {
        await sql`update organisation.body set name = 'Aldrig' where body_id = 'kommunfullmaktige'`.execute(
          tx,
        );
        throw new Error("regretted");
      })
      .catch(() => {});
    expect(await councilOn(a.server)).toBe("Fullmäktige, B");
    expect(await readsOf(() => councilOn(a.server))).toBe(0);
  });

  test("what was begun before a change and done after it is not kept", async () => {
    const { memory } = a.server.door;
    const made = await memory.gather(OWN, async () => {
      const name = await a.server.door.read(OWN, (tx) =>
        sql<{ name: string }>`select name from organisation.body where body_id = 'kommunfullmaktige'`.execute(
          tx,
        ),
      );
      expect(name.rows[0]?.name).toBe("Fullmäktige, B");
      await a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'");
      await a.sql("update organisation.body set name = 'Mitt i' where body_id = 'kommunfullmaktige'");
    });
    expect(memory.isValid(made)).toBe(false);
    expect(await councilOn(a.server)).toBe("Mitt i");
  });

  test("what reads a table that says nothing, or the clock, is not kept", async () => {
    const { memory, read } = a.server.door;
    const kept = async (text: string) =>
      memory.isValid(await memory.gather(OWN, () => read(OWN, (tx) => sql.raw(text).execute(tx))));
    expect(await kept("select * from organisation.body")).toBe(true);
    expect(await kept("select * from platform.sign_in_count")).toBe(false);
    expect(await kept("select now(), name from organisation.body")).toBe(false);
  });

  test("a draft that is saved again touches no reader of what is decided, nor of another matter", async () => {
    const plan = (body: string) => `/goals/body-goals/${body}/2031`;
    const content = (text: string) => ({ goals: [], moreThanThreeReason: text });
    const write = async (body: string, as: string, text: string) =>
      expect((await a.draft(as, DAY, plan(body), content(text))).json).toMatchObject({
        content: { moreThanThreeReason: text },
      });
    await write("bildningsnamnden", "bildning-chef", "ett");
    await write("socialnamnden", "social-chef", "ett");
    const cookie = await cookieOf(a.server.app, "bildning-chef");
    const other = await cookieOf(a.server.app, "social-chef");
    const asked = [
      ["/decisions", cookie],
      [plan("socialnamnden"), other],
      [plan("bildningsnamnden"), cookie],
    ] as const;
    for (const [path, by] of asked) await ask(path, { cookie: by });
    await write("bildningsnamnden", "bildning-chef", "två");
    const reads = [];
    for (const [path, by] of asked) reads.push(await readsOf(() => ask(path, { cookie: by })));
    expect(reads).toEqual([0, 0, 1]);
    expect((await ask(plan("bildningsnamnden"), { cookie })).json.content.moreThanThreeReason).toBe("två");
  });

  test("one who comes to be named in a draft reads it at once, and no longer when the name is gone", async () => {
    const path = "/goals/situation-analysis/bildningsnamnden/2028";
    const cookie = await cookieOf(a.server.app, "social-chef");
    const read = async () =>
      (await ask("/matters?kind=situation-analysis&body=bildningsnamnden&year=2028", { cookie })).json[0]
        .read;
    const write = async (needs: string) =>
      expect((await a.draft("bildning-chef", DAY, path, { ...ANALYSIS, needs })).status).toBe(200);
    await write("ett");
    const seen = [await read()];
    await write("social-chef");
    seen.push(await read());
    await write("ingen");
    seen.push(await read());
    expect(seen).toEqual([false, true, false]);
  });

  test("while changes can't be heard nothing is kept, and all from before is let go", async () => {
    await councilOn(b);
    expect(b.door.memory.keeps).toBe(true);
    const gone = vi.waitFor(() => expect(b.door.memory.keeps).toBe(false), { interval: 1, timeout: 5000 });
    await a.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tillit-listens'",
    );
    await gone;
    await rename("Ohörd");
    expect(await councilOn(b)).toBe("Ohörd");
    await vi.waitFor(() => expect(b.door.memory.keeps).toBe(true), { timeout: 5000 });
    await councilOn(b);
    expect(await readsOf(() => councilOn(b), b)).toBe(0);
    await vi.waitFor(() => expect(a.server.door.memory.keeps).toBe(true), { timeout: 5000 });
  });
});

const ANALYSIS = {
  needs: "",
  results: "Som förra året.",
  conditions: "Oförändrade.",
  staff: "Stabil.",
  ambitions: "Inriktningsmålen.",
  lawAndTrends: "Färre barn.",
  economicNeeds: [],
  lessons: [],
};

describe("T-3: what is kept never crosses", () => {
  test("from one person to another, or to a visitor", async () => {
    const [chief, head] = await Promise.all(
      ["kommunchef", "bildning-chef"].map((person) => cookieOf(a.server.app, person)),
    );
    const of = async (cookie?: string) =>
      (await ask("/session", cookie ? { cookie } : {})).json.person?.id ?? null;
    for (let turn = 0; turn < 2; turn++)
      expect([await of(chief), await of(head), await of()]).toEqual(["kommunchef", "bildning-chef", null]);
    expect((await ask("/session", { cookie: String(chief) })).headers["cache-control"]).toBe("no-store");
  });

  test("from who has signed in to who has not, where one must", async () => {
    const cookie = await cookieOf(a.server.app, "kommunchef");
    expect((await ask("/people", { cookie })).status).toBe(200);
    expect((await ask("/people")).status).toBe(401);
  });

  test("from one language or one day to another", async () => {
    const wheel = (headers: Record<string, string>) => ask("/year/wheel/2027", headers);
    for (let turn = 0; turn < 2; turn++) {
      const sv = (await wheel({ "accept-language": "sv" })).json;
      const en = (await wheel({ "accept-language": "en" })).json;
      const later = (await wheel({ "accept-language": "sv", "tillit-today": "2028-03-01" })).json;
      expect(JSON.stringify(sv)).not.toBe(JSON.stringify(en));
      expect(JSON.stringify(sv)).not.toBe(JSON.stringify(later));
    }
  });

  test("from one municipality to another", async () => {
    await a.sql("set tillit.person = 'prov'; set tillit.why = 'två kommuner'");
    await a.sql("update platform.municipality set host = 'astorp.example'");
    await a.sql(`insert into platform.municipality (municipality_id, name, host, sample)
      values ('9999', 'Grannkommunen', 'granne.example', false)`);
    await a.sql(`insert into organisation.body (municipality_id, body_id, kind, name, valid_from)
      values ('9999', 'kommunfullmaktige', 'council', 'Grannens fullmäktige', '2019-01-01')`);
    const names = async (host: string) =>
      (await ask("/bodies", { host })).json.map(({ name }: { name: string }) => name);
    for (let turn = 0; turn < 2; turn++) {
      expect(await names("granne.example")).toEqual(["Grannens fullmäktige"]);
      expect(await names("astorp.example")).not.toContain("Grannens fullmäktige");
    }
    // What changes in one is no change in the other
    await a.sql("update organisation.body set name = 'Nytt där' where municipality_id = '9999'");
    expect(await readsOf(() => names("astorp.example"))).toBe(0);
    expect(await names("granne.example")).toEqual(["Nytt där"]);
    await a.sql("delete from organisation.body where municipality_id = '9999'");
    await a.sql("delete from platform.municipality where municipality_id = '9999'");
    await a.sql("update platform.municipality set host = null");
  });
});

describe("T-2: a session that is over opens nothing from memory", () => {
  const status = (cookie: string, of: Running) =>
    ask("/people", { cookie }, of).then((reply) => reply.status);

  test("signed out at one server, then at the other", async () => {
    const cookie = await cookieOf(a.server.app, "kommunchef");
    expect([await status(cookie, a.server), await status(cookie, b)]).toEqual([200, 200]);
    const out = (of: Running) => raw(of.app, "POST", "/api/sign-out", { headers: { cookie } });
    expect((await out(a.server)).status).toBe(200);
    expect(await status(cookie, a.server)).toBe(401);
    await b.door.caughtUp();
    expect(await status(cookie, b)).toBe(401);
    expect((await out(b)).status).toBe(200);
    expect([await status(cookie, a.server), await status(cookie, b)]).toEqual([401, 401]);
  });

  test("run out while it was kept", async () => {
    const cookie = await cookieOf(a.server.app, "kommunchef");
    expect(await status(cookie, a.server)).toBe(200);
    const { now } = performance;
    vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + 13 * 3_600_000);
    expect(await readsOf(async () => expect(await status(cookie, a.server)).toBe(401))).toBe(0);
  });

  test("R-2: of one who has left", async () => {
    const cookie = await cookieOf(a.server.app, "revisor");
    expect(await status(cookie, a.server)).toBe(200);
    await a.sql("set tillit.person = 'prov'; set tillit.why = 'har slutat'");
    await a.sql(`update organisation.post set valid_to = '2026-01-01' where person_id = 'revisor'`);
    expect(await status(cookie, a.server)).toBe(401);
  });
});

describe("the database tells of every change", () => {
  test("each table that answers are made of does, also past the guards", async () => {
    const { rows } = await a.sql(`select n.nspname || '.' || c.relname as name, t.tgenabled as enabled
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where t.tgname = 'tells'`);
    const telling = new Map(rows.map((row) => [row.name, row.enabled]));
    const all = [...(await tablesOf(a.sql)).keys()];
    expect(all.filter((table) => !table.startsWith("jobs.") && telling.get(table) !== "A")).toEqual(
      SAY_NOTHING.toSorted(),
    );
  });

  test("of rows that come, change and go, each once, and of nothing where nothing changed", async () => {
    await a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'");
    const told = async (...statements: string[]) => {
      await a.sql("begin");
      for (const statement of statements) await a.sql(statement);
      const { rows } = await a.sql("select current_setting('tillit.changed', true) as told");
      await a.sql("rollback");
      return String(rows[0]?.told)
        .split("\n")
        .filter((line) => line && !line.includes("change_log"));
    };
    const insert = `insert into organisation.person values ('${OWN}', 'ny')`;
    expect(await told(insert)).toEqual([`${OWN}\torganisation.person`]);
    expect(await told(insert, "update organisation.person set person_id = person_id")).toEqual([
      `${OWN}\torganisation.person`,
    ]);
    expect(await told("update organisation.person set person_id = person_id")).toEqual([]);
    expect(await told("truncate organisation.ledger_code")).toEqual(["\torganisation.ledger_code"]);
    expect(await told("delete from organisation.ledger_code where false")).toEqual([]);
  });

  test("no function that a question may call reads a table behind its back", async () => {
    const names = [...(await tablesOf(a.sql)).keys()];
    const { rows } = await a.sql(`select n.nspname || '.' || p.proname as name, p.prosrc as source
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and p.prorettype <> 'trigger'::regtype
        and p.provolatile <> 'v'`);
    expect(rows.length).toBeGreaterThan(1);
    for (const { name, source } of rows)
      expect([name, names.filter((table) => source.includes(table))]).toEqual([name, []]);
  });
});
