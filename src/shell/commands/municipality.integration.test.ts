import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { storedMunicipalities } from "../../organisation/installation/store.ts";
import { readConfig } from "../../platform/config.ts";
import { openDoor } from "../../platform/database/door.ts";
import { startServer } from "../server.ts";
import { tablesOf } from "../testing/catalogue.ts";
import { raw } from "../testing/raw.ts";
import { sampleDatabase } from "../testing/sample-database.ts";
import { run } from "./municipality.ts";

const SAMPLE = join(import.meta.dirname, "../../../sample/organisation.json");
let folder: string;
let neighbour: string;
let databaseUrl: string;
let database: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tillit-municipality-"));
  const organisation = JSON.parse(await readFile(SAMPLE, "utf8"));
  neighbour = join(folder, "granne.json");
  await writeFile(
    neighbour,
    JSON.stringify({
      ...organisation,
      municipality: { ...organisation.municipality, code: "9999", name: "Grannens kommun" },
    }),
  );
  databaseUrl = await sampleDatabase(inject("postgresUrl"), "spring");
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  vi.stubEnv("DATABASE_URL", databaseUrl);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.end();
  await rm(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

/** Runs the command and gives its exit status and what it said. */
async function tillit(...args: string[]) {
  const said: string[] = [];
  for (const how of ["log", "error"] as const)
    vi.spyOn(console, how).mockImplementation((text: string) => void said.push(text));
  const status = await run(args);
  return { status, said: said.join("\n") };
}

async function withPassword(password: string, ...args: string[]) {
  const before = Object.getOwnPropertyDescriptor(process, "stdin") as PropertyDescriptor;
  Object.defineProperty(process, "stdin", { value: Readable.from([`${password}\n`]), configurable: true });
  try {
    return await tillit("account", ...args);
  } finally {
    Object.defineProperty(process, "stdin", before);
  }
}

/** What each table holds of a municipality. */
async function rowsOf(code: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [table, columns] of await tablesOf((text) => database.query(text))) {
    if (!columns.some(({ name }) => name === "municipality_id")) continue;
    const { rows } = await database.query(
      `select count(*)::int as n from ${table} where municipality_id = $1`,
      [code],
    );
    if (rows[0].n > 0) found[table] = rows[0].n;
  }
  return found;
}

describe("T-3: several municipalities, each on its own name", () => {
  test("a second one is not laid up while the first could then not be reached, or itself not, and the refusal says what to do", async () => {
    const refused = await tillit("add", neighbour, "granne.example.se");
    expect(refused.status).toBe(1);
    expect(refused.said).toContain("Åstorps kommun (1277) har inget värdnamn");
    expect(refused.said).toContain("municipality host 1277 <värdnamn>");
    expect(Object.keys(await rowsOf("9999"))).toEqual([]);

    expect(await tillit("host", "1277", "Astorp.Example.se.")).toMatchObject({
      status: 0,
      said: "Åstorps kommun (1277) svarar på astorp.example.se.",
    });
    const nameless = await tillit("add", neighbour);
    expect(nameless).toMatchObject({
      status: 1,
      said: expect.stringContaining("9999) behöver ett värdnamn"),
    });
    expect(await tillit("add", neighbour, "ASTORP.example.se")).toMatchObject({
      status: 1,
      said: expect.stringContaining("redan Åstorps kommuns (1277)"),
    });
    expect(await tillit("add", neighbour, "granne.example.se")).toMatchObject({ status: 0 });
    expect((await tillit("list")).said.split("\n")).toEqual([
      "1277  Åstorps kommun (exempel)  astorp.example.se",
      "9999  Grannens kommun  granne.example.se",
    ]);
  });

  test("both answer, each on its own, and a name that is changed holds from then on", async () => {
    const server = await startServer(
      readConfig({ DATABASE_URL: databaseUrl, TILLIT_SAMPLE: "full", PORT: "0", TILLIT_LOG: "silent" }),
    );
    try {
      const at = async (host: string) =>
        (await raw(server.app, "GET", "/api/session", { headers: { host } })).json.municipality?.code;
      expect([await at("astorp.example.se"), await at("granne.example.se")]).toEqual(["1277", "9999"]);
      expect((await tillit("host", "9999", "ny.example.se")).said).toBe(
        "Grannens kommun (9999) svarar på ny.example.se (förut granne.example.se).",
      );
      await expect.poll(() => at("ny.example.se")).toBe("9999");
      expect(await at("granne.example.se")).toBeUndefined();
    } finally {
      await server.stop();
    }
    const { rows } = await database.query(
      "select kind, reason from platform.security_event where kind = 'host-changed' and municipality_id = '9999'",
    );
    expect(rows).toEqual([{ kind: "host-changed", reason: "ny.example.se" }]);
  });

  test("a large one is laid up whole: 10,000 people on 12,000 posts in 2,000 units", async () => {
    const { municipality, bodies, people, mandates } = JSON.parse(await readFile(SAMPLE, "utf8"));
    const unit = bodies.find(({ kind }: { kind: string }) => kind === "unit");
    const post = people.find(({ id }: { id: string }) => id === "larare-bjornekulla").posts[0];
    const units = Array.from({ length: 2000 }, (_, i) => ({
      ...unit,
      id: `enhet-${i}`,
      ledgerCodes: [`9-${i}`],
    }));
    const postOf = (i: number, n: number) => ({
      ...post,
      id: `uppdrag-${i}-${n}`,
      body: `enhet-${i % 2000}`,
    });
    const staff = Array.from({ length: 10_000 }, (_, i) => ({
      id: `anstalld-${i}`,
      name: `Anställd ${i}`,
      posts: i < 2000 ? [postOf(i, 1), postOf(i, 2)] : [postOf(i, 1)],
    }));
    const large = join(folder, "stor.json");
    await writeFile(
      large,
      JSON.stringify({
        municipality: { ...municipality, code: "9998", name: "Stora kommunen" },
        bodies: [...bodies, ...units],
        people: [...people, ...staff],
        mandates,
      }),
    );
    expect(await tillit("add", large, "stora.example.se")).toMatchObject({ status: 0 });
    const held = await rowsOf("9998");
    expect(held["organisation.body"]).toBe(bodies.length + 2000);
    expect(held["organisation.person"]).toBe(people.length + 10_000);
    expect(held["organisation.post"]).toBe(
      12_000 + people.flatMap((person: { posts: unknown[] }) => person.posts).length,
    );
    expect(await tillit("remove", "9998", "--yes", "9998")).toMatchObject({ status: 0 });
    expect(await rowsOf("9998")).toEqual({});
  });

  test.each(["https://a.se", "a.se:8080", "a b", "-a.se", "", "a..se", "x".repeat(300)])(
    "%j is no host name",
    async (host) => {
      expect(await tillit("host", "1277", host)).toMatchObject({
        status: 2,
        said: expect.stringContaining("är inget värdnamn"),
      });
    },
  );
});

describe("T-2: an account's password", () => {
  test("that all try first is refused with why, and one that will do opens the account", async () => {
    const weak = await withPassword("Sommar2026!!", "9999", "kommunchef", "chef@granne.example");
    expect(weak).toMatchObject({ status: 2, said: expect.stringContaining("fyra ord som inte hör ihop") });
    expect((await rowsOf("9999"))["platform.account"]).toBeUndefined();
    expect(
      await withPassword("korrekt häst batteri häftstift", "9999", "kommunchef", "chef@granne.example"),
    ).toMatchObject({ status: 0, said: "chef@granne.example kan nu logga in som kommunchef." });
    expect(
      await withPassword("korrekt häst batteri häftstift", "9999", "ingen", "a@granne.example"),
    ).toMatchObject({
      status: 1,
    });
  });
});

describe("T-3: a municipality is taken away", () => {
  test("not without its code said twice: then it is told what there is, and nothing is gone", async () => {
    const before = await rowsOf("1277");
    const asked = await tillit("remove", "1277");
    expect(asked.status).toBe(2);
    expect(asked.said).toMatch(/decisions\.version +\d+ rader/);
    expect(asked.said).toMatch(/Beslutskedjan var hel: \d+ beslut, huvud [0-9a-f]{64}/);
    expect(asked.said).toContain("remove 1277 --yes 1277");
    expect(await tillit("remove", "1277", "--yes", "9999")).toMatchObject({ status: 2 });
    expect(await tillit("remove", "1278", "--yes", "1278")).toMatchObject({ status: 1 });
    expect(await rowsOf("1277")).toEqual(before);
  });

  test("then with every row in every table, what is decided and the logs too; the other has all that it had", async () => {
    const [first, other] = [await rowsOf("1277"), await rowsOf("9999")];
    expect(first["decisions.version"]).toBeGreaterThan(50);
    const total = Object.values(first).reduce((sum, n) => sum + n, 0);
    const removed = await tillit("remove", "1277", "--yes", "1277");
    expect(removed).toMatchObject({
      status: 0,
      said: expect.stringContaining(`Åstorps kommun (1277) är borttagen, ${total} rader.`),
    });
    expect(await rowsOf("1277")).toEqual({});
    expect(await rowsOf("9999")).toEqual(other);
    const door = openDoor(databaseUrl);
    expect((await storedMunicipalities(door)).map(({ code }) => code)).toEqual(["9999"]);
    await door.close();
  });

  test("the guards stand again: rows are apart, what only grows only grows", async () => {
    const { rows } = await database.query(`select c.oid::regclass::text as table from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id'
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and not c.relforcerowsecurity`);
    expect(rows).toEqual([]);
    const off = await database.query(
      "select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'",
    );
    expect(off.rows).toEqual([]);
    await expect(database.query("delete from platform.change_log")).rejects.toMatchObject({ code: "TL002" });
  });

  test("the one that is left is alone, and goes on", async () => {
    const server = await startServer(
      readConfig({ DATABASE_URL: databaseUrl, TILLIT_SAMPLE: "none", PORT: "0", TILLIT_LOG: "silent" }),
    );
    try {
      expect((await raw(server.app, "GET", "/api/session")).json).toMatchObject({
        municipality: { code: "9999" },
        sampleFor: null,
      });
      expect(
        (await raw(server.app, "POST", "/api/sign-in/sample", { body: { person: "kommunchef" } })).json,
      ).toMatchObject({ status: 403, code: "not-sample" });
    } finally {
      await server.stop();
    }
  });
});
