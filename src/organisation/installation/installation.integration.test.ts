import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { INSTALLATION } from "../../kernel/installation.ts";
import { readConfig } from "../../platform/config.ts";
import { type Running, startServer } from "../../shell/server.ts";
import { freshDatabase } from "../../shell/testing/database.ts";
import { raw } from "../../shell/testing/raw.ts";
import { makeFirstAddress } from "./store.ts";

let databaseUrl: string;
let server: Running;
const start = () =>
  startServer(
    readConfig({
      DATABASE_URL: databaseUrl,
      TILLIT_SAMPLE: "none",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
    { clock: { now: () => new Date("2026-11-30T12:00:00Z") } },
  );
beforeAll(async () => {
  databaseUrl = await freshDatabase(inject("postgresUrl"));
  server = await start();
});
afterAll(() => server.stop());

const person = {
  name: "Förvaltaren",
  email: "sf@kommun.example",
  password: "trumpet-kamel-fjorton-syltburk",
};
const post = (path: string, body: object, headers = {}) =>
  raw(server.app, "POST", `/api${path}`, { body, headers });
const get = (path: string, headers = {}) => raw(server.app, "GET", `/api${path}`, { headers });
const cookieIn = (headers: Record<string, unknown>, name: string): string =>
  [headers["set-cookie"]]
    .flat()
    .map(String)
    .find((one) => one.startsWith(name))
    ?.split(";")[0] ?? "";

describe("T-2: the first hour of an installation", () => {
  test("nothing answers but the one-time address, and that only with its secret", async () => {
    expect((await get("/session")).json).toMatchObject({ status: 404, code: "no-municipality" });
    expect((await get("/installation")).json).toEqual({ operator: null, begun: false });
    expect((await get("/installation/municipalities")).status).toBe(401);
    for (const token of ["", "-", "1277.x", `-.${"a".repeat(43)}`, "x".repeat(101)])
      expect((await post("/installation/first/asked", { token })).status).toBeGreaterThanOrEqual(400);
    expect((await post("/installation/first/asked", { token: server.first?.token })).json).toEqual({
      for: "municipality",
      municipality: null,
    });
  });

  test("a start makes another address, and the one before it ends", async () => {
    const before = server.first?.token;
    await server.stop();
    server = await start();
    expect((await post("/installation/first/asked", { token: before })).json.code).toBe("address-ended");
  });

  let cookie: string;
  test("a password that is easily guessed is refused at its field, and uses nothing up", async () => {
    const body = {
      token: server.first?.token,
      municipality: { code: "0114", name: "Upplands Väsby kommun" },
      person: { ...person, password: "Sommar2026!!" },
    };
    const weak = await post("/installation/first", body);
    expect(weak.json).toMatchObject({ status: 422, errors: [{ at: "person.password" }] });
    const { municipality: _none, ...without } = body;
    expect((await post("/installation/first", { ...without, person })).json).toMatchObject({
      status: 422,
      errors: [{ at: "municipality" }],
    });
  });

  test("the municipality has the model's organisation and mandates, and its system manager is signed in", async () => {
    const body = {
      token: server.first?.token,
      municipality: { code: "0114", name: "Upplands Väsby kommun" },
      person,
    };
    const made = await post("/installation/first", body);
    expect(made.json).toEqual({ to: "/kom-igang", person: person.name });
    cookie = cookieIn(made.headers, "tillit_session");
    const session = (await get("/session", { cookie })).json;
    expect(session).toMatchObject({
      municipality: { code: "0114", name: "Upplands Väsby kommun" },
      sample: false,
      person: { name: person.name, posts: [{ role: "system-manager" }] },
    });
    const bodies = (await get("/bodies")).json as { kind: string }[];
    expect(bodies.filter(({ kind }) => kind === "council")).toHaveLength(1);
    expect(bodies.some(({ kind }) => kind === "unit" || kind === "company")).toBe(false);
    expect((await get("/mandates")).json.length).toBeGreaterThan(50);
    expect(JSON.stringify((await get("/mandates")).json)).not.toContain("exempelvärde");
    // Once: the address has been used
    expect((await post("/installation/first", body)).json.code).toBe("address-ended");
    expect((await post("/sign-in/local", { email: person.email, password: person.password })).status).toBe(
      200,
    );
  });

  test("A-12, A-13: nothing is late that was due before the start, and the moving in waits for the system manager", async () => {
    const wheel = (await get("/year/wheel/2026")).json;
    expect(wheel.steps.filter(({ state }: { state: string }) => state === "late")).toEqual([]);
    const mine = (await get("/year/mine", { cookie })).json as { thing: string; state: string }[];
    expect(mine.map(({ thing }) => thing).sort()).toEqual(
      ["allocations", "ledger", "mandates", "organisation", "people", "population", "vision", "wheel"].map(
        (step) => `setup:${step}`,
      ),
    );
    const setup = (await get("/setup", { cookie })).json;
    expect(setup).toMatchObject({ startedOn: "2026-11-30", firstYear: 2027, may: { allowed: true } });
    await raw(server.app, "PUT", "/api/setup/steps/ledger", { body: { mark: "later" }, headers: { cookie } });
    await raw(server.app, "PUT", "/api/setup/steps/mandates", {
      body: { mark: "done" },
      headers: { cookie },
    });
    const after = (await get("/setup", { cookie })).json.steps as { step: string; state: string }[];
    expect(
      after.filter(({ state }) => state === "later" || state === "done").map(({ step }) => step),
    ).toEqual(["mandates", "ledger"]);
    expect((await get("/year/mine", { cookie })).json).toHaveLength(6);
  });

  test("R-5: what was decided before is registered with its day, and what is decided here is not", async () => {
    const vision = {
      kind: "vision",
      body: "kommunfullmaktige",
      year: 2023,
      content: { name: "Tillsammans", text: "En kommun att växa i.", validTo: "2030-12-31" },
      decidedOn: "2022-11-28",
      paragraph: "§ 112",
      reference: "KS 2022/345",
      sentence: "Fullmäktige antog visionen.",
    };
    const asked = (body: object) => post("/decisions/earlier", body, { cookie });
    expect((await asked({ ...vision, decidedOn: "2026-11-30" })).json.code).toBe("not-earlier");
    expect((await asked({ ...vision, kind: "annual-report" })).json.code).toBe("not-earlier");
    expect((await asked({ ...vision, content: { name: "" } })).json).toMatchObject({
      status: 422,
      code: "bad-input",
    });
    // What a draft may leave blank is not left out of what is in force
    const blank = (await asked({ ...vision, content: { ...vision.content, name: " ", text: "" } })).json;
    expect(blank.errors.map((error: { at: string }) => error.at)).toEqual(["content.name", "content.text"]);
    expect((await asked({ ...vision, body: "bildningsnamnden" })).json.code).toBe("wrong-kind-of-body");
    expect((await asked(vision)).json).toMatchObject({
      number: 1,
      decidedOn: "2022-11-28",
      registeredOn: "2026-11-30",
      organId: "kommunfullmaktige",
      mandate: { action: "edit:setup" },
    });
    expect((await asked(vision)).json.code).toBe("already-decided");
    expect((await get("/decisions-chain")).json).toMatchObject({ whole: true });
  });
});

describe("T-3: an operator creates, names and pauses municipalities, and sees nothing of what they hold", () => {
  const operator = { name: "Driften", email: "drift@it.example", password: "hatt-regnbage-vaxel-nittio-ugn" };
  let cookie: string;
  const as = (method: string, path: string, body?: object) =>
    raw(server.app, method, `/api/installation${path}`, { headers: { cookie }, ...(body ? { body } : {}) });
  const at = (host: string) => raw(server.app, "GET", "/api/session", { headers: { host } });

  test("the operator's account is made at an address that each start offers until there is one, or a command", async () => {
    const writer = { municipality: INSTALLATION, personId: "installation", requestId: "cli" };
    const token = await server.door.write(writer, "prov", (tx) => makeFirstAddress(tx, INSTALLATION));
    await server.stop();
    server = await start();
    expect(server.first?.what).toBe("operator");
    expect((await post("/installation/first/asked", { token })).json.code).toBe("address-ended");
    expect((await post("/installation/first/asked", { token: server.first?.token })).json.for).toBe(
      "operator",
    );
  });

  test("the operator's account opens no municipality, and no start offers another", async () => {
    const token = server.first?.token;
    const made = await post("/installation/first", { token, person: operator });
    expect(made.json).toMatchObject({ to: "/drift" });
    cookie = cookieIn(made.headers, "tillit_operator");
    expect((await as("GET", "")).json.operator).toMatchObject({ name: "Driften" });
    expect((await get("/matters", { cookie })).status).toBe(401);
    const asSession = cookie.replace("tillit_operator", "tillit_session");
    expect((await get("/matters", { cookie: asSession })).status).toBe(401);
    const { email, password } = operator;
    expect((await post("/installation/sign-in", { email, password: "fel" })).json.code).toBe(
      "wrong-password",
    );
    const again = await post("/installation/sign-in", { email, password });
    cookie = cookieIn(again.headers, "tillit_operator");
    expect((await post("/sign-in/local", { email, password })).json.code).toBe("wrong-password");
    await server.stop();
    server = await start();
    expect(server.first).toBeUndefined();
  });

  test("its door sees no row of a municipality's", async () => {
    for (const table of [
      "organisation.person",
      "organisation.body",
      "decisions.decision",
      "platform.personal",
    ]) {
      const { rows } = await server.door.read(INSTALLATION, (tx) =>
        sql<{
          own: boolean;
        }>`select municipality_id = ${INSTALLATION} as own from ${sql.table(table)}`.execute(tx),
      );
      expect(
        rows.every(({ own }) => own),
        table,
      ).toBe(true);
    }
    const { rows, bytes } = (await as("GET", "/municipalities/0114/size")).json;
    expect(rows).toBeGreaterThan(100);
    expect(bytes).toBeGreaterThan(1000);
  });

  test("no municipality is left out of reach, and no name is two municipalities'", async () => {
    const klippan = {
      code: "1276",
      name: "Klippans kommun",
      hosts: ["klippan.example.se", "Tillit.Klippan.SE."],
    };
    const refused = await as("POST", "/municipalities", klippan);
    expect(refused.json).toMatchObject({ status: 422, code: "not-reachable", errors: [{ at: "hosts" }] });
    expect((await as("PUT", "/municipalities/0114", { name: "Väsby", hosts: ["a b"] })).json.code).toBe(
      "not-reachable",
    );
    const named = await as("PUT", "/municipalities/0114", {
      name: "Väsby",
      hosts: ["vasby.example.se", "v.se"],
    });
    expect(named.json).toMatchObject({ name: "Väsby", hosts: ["vasby.example.se", "v.se"], waits: false });
    const made = await as("POST", "/municipalities", klippan);
    expect(made.json).toMatchObject({ code: "1276" });
    expect(made.json.address).toMatch(/^http:\/\/klippan\.example\.se(:\d+)?\/borja#1276\./);
    expect((await as("POST", "/municipalities", klippan)).json.code).toBe("municipality-there");
    const taken = await as("PUT", "/municipalities/0114", { name: "Väsby", hosts: ["tillit.klippan.se"] });
    expect(taken.json).toMatchObject({ code: "not-reachable", errors: [{ at: "hosts.0" }] });
    for (const [host, code] of [
      ["vasby.example.se", "0114"],
      ["v.se", "0114"],
      ["klippan.example.se", "1276"],
      ["tillit.klippan.se", "1276"],
    ] as const)
      await expect.poll(async () => (await at(host)).json.municipality?.code).toBe(code);
  });

  test("a new municipality waits for its system manager, who comes in by its own address and no other's", async () => {
    const before = (await as("POST", "/municipalities/1276/address")).json.address as string;
    const { address } = (await as("POST", "/municipalities/1276/address")).json;
    const tokenIn = (text: string) => text.split("#")[1] ?? "";
    expect((await post("/installation/first/asked", { token: tokenIn(before) })).json.code).toBe(
      "address-ended",
    );
    const token = tokenIn(address);
    const stolen = token.replace("1276", "0114");
    expect((await post("/installation/first", { token: stolen, person })).json.code).toBe("address-ended");
    expect((await post("/installation/first/asked", { token })).json).toEqual({
      for: "system-manager",
      municipality: { code: "1276", name: "Klippans kommun" },
    });
    const two = await Promise.all([1, 2].map(() => post("/installation/first", { token, person })));
    expect(two.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await as("POST", "/municipalities/1276/address")).json.code).toBe("already-opened");
    const all = (await as("GET", "/municipalities")).json as { code: string; waits: boolean }[];
    expect(all.map(({ code, waits }) => [code, waits])).toEqual([
      ["0114", false],
      ["1276", false],
    ]);
  });

  test("a paused municipality answers nobody and is whole when it is taken up again; what was done stands in its own log", async () => {
    await as("POST", "/municipalities/1276/pause", { paused: true });
    await expect.poll(async () => (await at("klippan.example.se")).json.code).toBe("municipality-paused");
    expect((await at("v.se")).status).toBe(200);
    await as("POST", "/municipalities/1276/pause", { paused: false });
    await expect.poll(async () => (await at("klippan.example.se")).status).toBe(200);
    const { rows } = await server.door.read("1276", (tx) =>
      sql<{
        why: string;
      }>`select distinct why from platform.change_log where table_name = 'platform.municipality'`.execute(tx),
    );
    expect(rows.map(({ why }) => why).sort()).toEqual([
      "Kommunen läggs upp",
      "Kommunen pausas",
      "Kommunen tas upp igen",
    ]);
  });
});
