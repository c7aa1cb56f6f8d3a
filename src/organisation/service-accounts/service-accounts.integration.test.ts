import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const ON = "2027-02-01";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.moveDay(ON);
});
afterAll(() => a?.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Json = any;
const manager = async (method: "GET" | "PUT" | "POST", path: string, body?: unknown) => {
  const { status, json } = await a.call("systemforvaltare", ON, method, path, { body });
  return { status, json: json as Json };
};
const input = (more: object = {}) => ({
  name: "Bokföringen",
  purpose: "Läser in SIE varje natt",
  owner: "ekonomichef",
  body: "kommunstyrelseforvaltningen",
  role: "controller",
  actions: ["import:ledger", "read:internal"],
  bodies: [],
  validTo: "2027-12-31",
  ...more,
});
let number = 0;
const made = async (more: object = {}) => {
  const { status, json } = await manager(
    "POST",
    "/service-accounts",
    input({ name: `Program ${++number}`, ...more }),
  );
  expect(status, JSON.stringify(json)).toBe(200);
  return json as { token: string; account: Json };
};
const asked = async (token: string, method: "GET" | "POST" | "PUT", path: string, rest: object = {}) => {
  const reply = await a.server.app.inject({
    method,
    url: `/api${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...rest,
  });
  return { status: reply.statusCode, json: reply.json() as Json, cookies: reply.cookies };
};

test("T-5: a token is shown once and stands nowhere; what it opens is what it was given", async () => {
  const { token, account } = await made();
  expect(token).toMatch(/^tillit_[\w-]{43}$/);
  expect(account).toMatchObject({ owner: { id: "ekonomichef" }, state: "works", lastUsed: null });
  const stored = await a.sql(
    `select (select string_agg(t::text, '') from platform.service_account t) || (select string_agg(coalesce(after::text, ''), '') from platform.change_log)
       || coalesce((select string_agg(t::text, '') from platform.answered_request t), '') as all`,
  );
  expect(stored.rows[0].all).not.toContain(token);
  expect((await asked(token, "GET", "/people/kommunchef/holdings")).status).toBe(200);
  expect((await asked(token, "GET", "/session")).cookies).toEqual([]);
  for (const [method, path, body, code] of [
    ["GET", "/change-log-nej", undefined, "no-such-page"],
    ["GET", "/changes", undefined, "token-not-for-this"],
    ["GET", "/service-accounts", undefined, "token-not-for-this"],
    ["POST", "/decisions", {}, "not-for-programs"],
    ["POST", "/sign-out", {}, "not-for-programs"],
    ["POST", "/sign-in/sample", { person: "kommunchef" }, "not-for-programs"],
    ["POST", "/sample/day", { day: ON }, "not-for-programs"],
    ["PUT", "/ledger-codes/999", { periods: [] }, "must-say-what-was-seen"],
  ] as const)
    expect((await asked(token, method, path, body ? { payload: body } : {})).json.code, path).toBe(code);
  expect((await manager("GET", "/service-accounts")).json).toMatchObject([{ lastUsed: expect.any(String) }]);
});

test("T-5: what a program writes is the program's, within what its post may and where it may", async () => {
  const { token, account } = await made();
  const put = (of: string) =>
    asked(of, "PUT", "/ledger-codes/999", {
      headers: { authorization: `Bearer ${of}`, "if-match": '"none"' },
      payload: { periods: [] },
    });
  const before = await a.server.app.inject({
    url: "/api/ledger-codes/999",
    headers: { authorization: `Bearer ${token}` },
  });
  const write = (of: string) =>
    a.server.app.inject({
      method: "PUT",
      url: "/api/ledger-codes/999",
      headers: {
        authorization: `Bearer ${of}`,
        "if-match": String(before.headers.etag),
        origin: "https://annan.example",
      },
      payload: { periods: [{ body: "bjornekullaskolan", validFrom: "2027-01-01", validTo: null }] },
    });
  expect((await put(token)).status).toBe(412);
  // No cookie, and so nothing that another site could have sent along
  expect((await write(token)).statusCode).toBe(200);
  const log = (
    await a.call("revisor", ON, "GET", `/changes?person=${account.id}&table=organisation.ledger_code`)
  ).json as Json;
  expect(log.changes[0]).toMatchObject({ person: account.id, name: account.name });
  // The executive's, and it was given a committee's administration alone
  const elsewhere = await made({ bodies: ["bildningsforvaltningen"] });
  expect((await write(elsewhere.token)).json()).toMatchObject({ status: 403, code: "may-not" });
});

test("T-5: one that has ended, got a new token or lost who answers for it opens nothing, at once", async () => {
  const ended = await made();
  expect((await asked(ended.token, "GET", "/people/kommunchef/holdings")).status).toBe(200);
  expect((await manager("POST", `/service-accounts/${ended.account.id}/end`)).json).toMatchObject({
    state: "ended",
  });
  expect((await asked(ended.token, "GET", "/people/kommunchef/holdings")).json).toMatchObject({
    status: 401,
    code: "token-ended",
  });
  // Not the open either: it is told that it has ended
  expect((await asked(ended.token, "GET", "/bodies")).status).toBe(401);
  expect((await manager("POST", `/service-accounts/${ended.account.id}/token`)).json.code).toBe(
    "program-ended",
  );
  const renewed = await made();
  const { json } = await manager("POST", `/service-accounts/${renewed.account.id}/token`);
  expect((await asked(renewed.token, "GET", "/people/kommunchef/holdings")).json.code).toBe("token-unknown");
  expect((await asked(json.token, "GET", "/people/kommunchef/holdings")).status).toBe(200);
  await a.moveDay("2028-01-01");
  expect((await asked(json.token, "GET", "/people/kommunchef/holdings")).json.code).toBe("token-ended");
  await a.moveDay(ON);
  await a.sql(
    "set tillit.person = 'prov'; set tillit.why = 'prov'; update organisation.post set valid_to = '2027-01-31' where person_id = 'ekonomichef'",
  );
  expect((await asked(json.token, "GET", "/people/kommunchef/holdings")).json).toMatchObject({
    status: 403,
    code: "token-ownerless",
  });
  expect(
    (await manager("GET", "/service-accounts")).json.find((one: Json) => one.id === renewed.account.id),
  ).toMatchObject({
    state: "ownerless",
  });
  expect(
    (await manager("PUT", `/service-accounts/${renewed.account.id}/owner`, { owner: "ekonomichef" })).status,
  ).toBe(422);
  expect(
    (await manager("PUT", `/service-accounts/${renewed.account.id}/owner`, { owner: "kommunchef" })).status,
  ).toBe(200);
  expect((await asked(json.token, "GET", "/people/kommunchef/holdings")).status).toBe(200);
  await a.sql(
    "set tillit.person = 'prov'; set tillit.why = 'prov'; update organisation.post set valid_to = null where person_id = 'ekonomichef'",
  );
});

test("T-5, T-7: what happens with tokens is in the security log, wrong ones too", async () => {
  const { account } = await made();
  await asked("tillit_nej", "GET", "/bodies");
  const events = async (kind: string) =>
    ((await a.call("revisor", ON, "GET", `/security-events?kind=${kind}`)).json as Json).events;
  const holding = (of: object) => expect.arrayContaining([expect.objectContaining(of)]);
  await expect
    .poll(() => events("token-refused"))
    .toEqual(holding({ reason: "token-unknown", person: null }));
  const by = { id: "systemforvaltare", name: "Systemförvaltare" };
  await expect.poll(() => events("token-made")).toEqual(holding({ reason: account.id, person: by }));
});

test("P-4, T-5: what can't be a service account is told at each field, and others may set none up", async () => {
  const { json } = await manager(
    "POST",
    "/service-accounts",
    input({ owner: "ingen", role: "employee", validTo: "2031-01-01" }),
  );
  expect(json).toMatchObject({ status: 422, code: "program-stopped" });
  expect(json.errors.map(({ code }: Json) => code)).toEqual([
    "program-owner-not-in",
    "program-no-mandate",
    "program-too-long",
  ]);
  await made({ name: "Ett namn" });
  expect((await manager("POST", "/service-accounts", input({ name: "ett NAMN" }))).json.code).toBe(
    "program-name-taken",
  );
  for (const as of ["revisor", "ekonomichef", "larare-bjornekulla"])
    for (const path of ["/service-accounts", "/service-accounts/x/token"])
      expect((await a.call(as, ON, "POST", path, { body: input() })).json, as).toMatchObject({
        code: "may-not",
      });
});

test("T-5: programs are among nobody's people; the API's description says where they get in", async () => {
  const { token, account } = await made();
  expect((await a.sql(`select 1 from organisation.person where person_id = '${account.id}'`)).rowCount).toBe(
    0,
  );
  expect((await asked(token, "GET", `/people/${account.id}/holdings`)).json).toEqual([]);
  const described = (await a.server.app.inject({ url: "/api/openapi.json" })).json() as Json;
  expect(described.components.securitySchemes.program).toMatchObject({ type: "http", scheme: "bearer" });
  expect(described.paths["/api/ledger-codes/{code}"].put.security).toEqual([
    { session: [] },
    { program: [] },
  ]);
  expect(described.paths["/api/decisions"].post.security).toEqual([{ session: [] }]);
});
