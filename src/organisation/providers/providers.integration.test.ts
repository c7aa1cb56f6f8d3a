import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { identityProvider, type TestProvider } from "../../shell/testing/identity-provider.ts";
import type { PostRule } from "./rules/claims.ts";

const ON = "2027-02-01";
const AT = "http://tillit.test";
let a: Astorp;
let idp: TestProvider;
beforeAll(async () => {
  a = await astorp("organisation", { environment: { TILLIT_PROVIDER_NETWORKS: "loopback" } });
  idp = await identityProvider(AT);
  await a.moveDay(ON);
});
afterAll(async () => {
  await idp?.stop();
  await a?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Json = any;
const manager = async (
  method: "GET" | "PUT" | "POST" | "DELETE",
  path: string,
  body?: unknown,
  headers = {},
) =>
  (await a.call("systemforvaltare", ON, method, path, { body, headers })) as {
    status: number;
    json: Json;
    etag?: string;
  };
const settings = () => ({
  name: "Kommunens konto",
  issuer: idp.issuer,
  clientId: idp.clientId,
  scopes: "openid profile email groups",
  asksUserinfo: true,
  checksEmail: false,
  secret: { from: "sealed", value: idp.clientSecret },
});
const rule = (more: Partial<PostRule> = {}): PostRule => ({
  id: "regel-rektor",
  claim: "groups",
  operator: "contains",
  values: ["rektorer"],
  body: "bjornekullaskolan",
  role: "unit-manager",
  title: "Rektor",
  ...more,
});

/** Changes what stands in the database, as somebody who says so. */
const past = (text: string) => a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; ${text}`);

/** Writes the rules and puts them in force. */
async function inForce(posts: PostRule[], match: object[] = []) {
  const before = await manager("GET", "/providers/ad/rules");
  const put = await manager(
    "PUT",
    "/providers/ad/rules",
    { match, posts },
    before.etag ? { "if-match": before.etag } : { "if-none-match": "*" },
  );
  expect(put.json).toMatchObject({ draft: { posts } });
  const revision = Number(put.etag?.replace(/\D/g, ""));
  return manager("POST", "/providers/ad/rules/in-force", { revision });
}

/** A browser that goes through the provider and comes back. */
function browser() {
  const jar = new Map<string, string>();
  const post = async (path: string, body?: object) => {
    const reply = await a.server.app.inject({
      method: "POST",
      url: `/api${path}`,
      headers: {
        host: "tillit.test",
        origin: AT,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(body ? { payload: body } : {}),
    });
    for (const { name, value } of reply.cookies) jar.set(name, value);
    return { status: reply.statusCode, json: reply.json() as Json };
  };
  return {
    jar,
    post,
    begin: () => post("/sign-in/providers/ad/round"),
    answer: (back: URL) => post("/sign-in/providers/answer", { query: back.search.slice(1) }),
    async session() {
      const cookie = `tillit_session=${jar.get("tillit_session") ?? ""}`;
      const reply = await a.server.app.inject({
        url: "/api/session",
        headers: { host: "tillit.test", cookie },
      });
      return reply.json() as Json;
    },
  };
}

/** Signs somebody in, and gives what Tillit answered. */
async function arrives(who: string) {
  const own = browser();
  const begun = await own.begin();
  expect(begun.status, JSON.stringify(begun.json)).toBe(200);
  return { ...own, reply: await own.answer(await idp.signIn(begun.json.address, who)) };
}

const people = async () =>
  Number((await a.sql("select count(*)::int as n from organisation.person")).rows[0].n);
const postsOf = async (person: string) =>
  (
    await a.sql(
      `select body_id, role, valid_from::text, valid_to::text from organisation.post where person_id = '${person}' order by valid_from, body_id`,
    )
  ).rows;

beforeEach(async () => {
  const { etag } = await manager("GET", "/providers/ad");
  if (etag) return;
  expect((await manager("PUT", "/providers/ad", settings(), { "if-none-match": "*" })).status).toBe(200);
  expect((await inForce([rule()])).status).toBe(200);
  expect((await manager("POST", "/providers/ad/offer", { offered: true })).json).toMatchObject({
    offered: true,
  });
  idp.people.set("rektor", { name: "Rektor Från Katalogen", groups: ["rektorer", "alla"] });
});
afterEach(() => {
  idp.wrong = {};
});

test("T-2: a provider is set up, tried and offered; its secret goes in and never out", async () => {
  const trial = await manager("POST", "/providers/ad/trial");
  expect(trial.json).toMatchObject({ endSession: true, userinfo: true, pkce: true });
  const { json, etag } = await manager("GET", "/providers/ad");
  expect(json).toMatchObject({ id: "ad", secretFrom: "sealed", offered: true, rulesInForce: true });
  expect(JSON.stringify(json)).not.toContain(idp.clientSecret);
  const stored = await a.sql(
    "select (select string_agg(t::text, '') from platform.identity_provider t) || (select string_agg(coalesce(after::text, ''), '') from platform.change_log) as all",
  );
  expect(stored.rows[0].all).not.toContain(idp.clientSecret);
  // Without a value the one that there is stays
  const kept = await manager(
    "PUT",
    "/providers/ad",
    { ...settings(), secret: { from: "sealed" } },
    { "if-match": etag },
  );
  expect(kept.status).toBe(200);
  expect((await manager("POST", "/providers/ad/trial")).status).toBe(200);
  const offered = await a.server.app.inject({ url: "/api/sign-in/providers" });
  expect(offered.json()).toEqual([{ id: "ad", name: "Kommunens konto" }]);
});

test("T-2: a wrong address is told of in words, an inner one is not asked, and no other variable's value is sent", async () => {
  const set = async (change: object) => {
    await manager("PUT", "/providers/prov", { ...settings(), ...change }, { "if-none-match": "*" });
    const { json } = await manager("POST", "/providers/prov/trial");
    await past("delete from platform.identity_provider where provider_id = 'prov'");
    return json;
  };
  expect(await set({ issuer: `${idp.issuer}/nej` })).toMatchObject({
    status: 503,
    code: "provider-away",
    errors: [{ code: "provider-fault-not-openid" }],
  });
  expect(await set({ issuer: "http://10.255.0.1" })).toMatchObject({
    errors: [{ code: "provider-fault-not-https" }],
  });
  expect(await set({ issuer: "https://169.254.169.254" })).toMatchObject({
    errors: [{ code: "provider-fault-inner-address" }],
  });
  expect(
    await set({ secret: { from: "environment", variable: "TILLIT_PROVIDER_SECRET_1277_NEJ" } }),
  ).toMatchObject({
    code: "provider-secret-missing",
  });
  for (const variable of ["DATABASE_URL", "TILLIT_PROVIDER_SECRET_1290_AD"])
    expect(
      await manager(
        "PUT",
        "/providers/prov",
        { ...settings(), secret: { from: "environment", variable } },
        { "if-none-match": "*" },
      ),
    ).toMatchObject({ status: 422, json: { code: "provider-not-set" } });
});

test("T-2: whoever the rules give a post gets in as somebody new, is known the next time, and out again at both", async () => {
  const before = await people();
  const { reply, session, post } = await arrives("rektor");
  expect(reply).toMatchObject({ status: 200, json: { name: "Rektor Från Katalogen", title: "Rektor" } });
  expect((await session()).person).toMatchObject({ id: reply.json.id });
  expect(await postsOf(reply.json.id)).toEqual([
    { body_id: "bjornekullaskolan", role: "unit-manager", valid_from: ON, valid_to: null },
  ]);
  const out = await post("/sign-out");
  const onward = new URL(out.json.onward);
  expect(onward.href.startsWith(`${idp.issuer}/session/end?`)).toBe(true);
  expect(onward.searchParams.get("post_logout_redirect_uri")).toBe(`${AT}/logga-in`);
  expect(onward.searchParams.get("id_token_hint")).toMatch(/^ey/);
  expect((await fetch(onward, { redirect: "manual" })).status).toBe(200);
  expect((await session()).person).toBeNull();
  expect((await arrives("rektor")).reply.json.id).toBe(reply.json.id);
  expect(await people()).toBe(before + 1);
  // What the provider calls somebody stands nowhere, nor does a name outside the one table for it
  const log = await a.sql(
    "select count(*)::int as n from platform.change_log where after::text ~ 'Från Katalogen|\"rektor\"'",
  );
  expect(log.rows[0].n).toBe(0);
});

test("T-2: a post that the provider no longer says ends, and without any nobody gets in", async () => {
  idp.people.set("flyttar", { name: "Flyttar", groups: ["rektorer"] });
  await inForce([rule(), rule({ id: "regel-tva", values: ["larare"], role: "employee", title: "Lärare" })]);
  const { json } = (await arrives("flyttar")).reply;
  await a.moveDay("2027-03-01");
  idp.people.set("flyttar", { name: "Flyttar", groups: ["larare"] });
  expect((await arrives("flyttar")).reply.json).toMatchObject({ id: json.id, title: "Lärare" });
  expect(await postsOf(json.id)).toEqual([
    { body_id: "bjornekullaskolan", role: "unit-manager", valid_from: ON, valid_to: "2027-02-28" },
    { body_id: "bjornekullaskolan", role: "employee", valid_from: "2027-03-01", valid_to: null },
  ]);
  idp.people.set("flyttar", { name: "Flyttar", groups: [] });
  const refused = (await arrives("flyttar")).reply;
  expect(refused).toMatchObject({ status: 403, json: { code: "not-in-tillit" } });
  // What was taken back is taken back, though nobody got in
  expect((await postsOf(json.id)).map(({ valid_to }: Json) => valid_to)).toEqual(["2027-02-28"]);
  await a.moveDay(ON);
});

test("T-2: somebody who is here is known by a checked address or an employee number, and keeps own posts", async () => {
  await past(`insert into platform.personal (municipality_id, person_id, sort, value)
    values ('1277', 'kf-ordforande', 'contact', 'ordforande@kommun.example')`);
  const number = await manager("PUT", "/people/revisor/employee-number", { number: "A-17" });
  expect(number.status).toBe(200);
  expect((await manager("PUT", "/people/kommunchef/employee-number", { number: "a-17" })).json.code).toBe(
    "employee-number-taken",
  );
  await inForce(
    [rule()],
    [
      { by: "email", claim: "email" },
      { by: "employee-number", claim: "employee" },
    ],
  );
  const email = "Ordforande@Kommun.Example";
  idp.people.set("vald", { name: "Vald", email, email_verified: false });
  expect((await arrives("vald")).reply.json.code).toBe("not-in-tillit");
  idp.people.set("vald", { name: "Vald", email, email_verified: true });
  expect((await arrives("vald")).reply.json).toMatchObject({ id: "kf-ordforande" });
  // Another account with the same address is not that person too
  idp.people.set("annan", { name: "Annan", email, email_verified: true });
  expect((await arrives("annan")).reply.json.code).toBe("provider-several-known");
  idp.people.set("granskar", { name: "Granskar", employee: "A-17" });
  expect((await arrives("granskar")).reply.json).toMatchObject({ id: "revisor" });
  // Whose account has been shut comes in no way
  await manager("POST", "/accounts/invitations", { person: "revisor", email: "revisor@kommun.example" });
  await manager("POST", "/accounts/revisor/shutting", { shut: true });
  expect((await arrives("granskar")).reply.json).toMatchObject({ status: 403, code: "account-shut" });
  await manager("POST", "/accounts/revisor/shutting", { shut: false });
  expect((await manager("DELETE", "/providers/ad/people/kf-ordforande")).json).toMatchObject({
    unlinked: true,
  });
  expect((await arrives("annan")).reply.json).toMatchObject({ id: "kf-ordforande" });
});

test("T-2: rules are tried on a sample before they apply, and elected posts are given by no rule", async () => {
  await inForce([rule()], [{ by: "email", claim: "email" }]);
  const etag = (await manager("GET", "/providers/ad/rules")).etag;
  const posts = [
    rule({
      id: "regel-tre",
      values: ["ekonomi"],
      body: "kommunstyrelseforvaltningen",
      role: "controller",
      title: "Controller",
    }),
  ];
  const put = await manager("PUT", "/providers/ad/rules", { match: [], posts }, { "if-match": etag });
  expect(put.json).toMatchObject({ changed: true, inForce: { rules: { posts: [{ id: "regel-rektor" }] } } });
  const before = await people();
  const tried = async (claims: unknown) =>
    (
      await manager("POST", "/providers/ad/rules/trial", {
        claims: typeof claims === "string" ? claims : JSON.stringify(claims),
      })
    ).json;
  expect(await tried({ sub: "x", name: "Ny", groups: ["ekonomi"] })).toMatchObject({
    letIn: true,
    because: "new",
    person: { id: null, name: "Ny" },
    posts: [{ id: "regel-tre", title: "Controller" }],
    rules: [{ id: "regel-tre", holds: true }],
  });
  expect(await tried({ name: "Ny", groups: ["rektorer"] })).toMatchObject({
    letIn: false,
    because: "no-post",
  });
  expect(await tried({ groups: ["ekonomi"] })).toMatchObject({ letIn: false, because: "no-name" });
  expect(await tried("ingen json")).toMatchObject({ status: 422, code: "claims-not-json" });
  expect(await people()).toBe(before);
  // Those in force still are: the draft gives nobody anything
  idp.people.set("ekonom", { name: "Ekonom", groups: ["ekonomi"] });
  expect((await arrives("ekonom")).reply.json.code).toBe("not-in-tillit");
  const elected = [rule({ id: "regel-fyra", body: "kommunfullmaktige", role: "chair" })];
  expect((await inForce(elected)).json).toMatchObject({
    status: 422,
    code: "provider-rules-stopped",
    errors: [{ code: "rule-elected", at: "posts.0.role", cite: "KL 4:1" }],
  });
  await inForce([rule()]);
});

test.each([
  ["another nonce", { claims: (c: object) => ({ ...c, nonce: "annan" }) }, "provider-answer"],
  ["another audience", { claims: (c: object) => ({ ...c, aud: "annan" }) }, "provider-answer"],
  ["another issuer", { claims: (c: object) => ({ ...c, iss: "https://annan.example" }) }, "provider-answer"],
  ["a key that is nobody's", { otherKey: true }, "provider-answer"],
  [
    "expired more than a minute ago",
    { claims: (c: object) => ({ ...c, exp: Math.floor(Date.now() / 1000) - 65 }) },
    "provider-clock",
  ],
  [
    "not yet valid by more than a minute",
    { claims: (c: object) => ({ ...c, nbf: Math.floor(Date.now() / 1000) + 65 }) },
    "provider-clock",
  ],
])("T-2: a token with %s signs nobody in, and begins no session", async (_what, wrong, code) => {
  idp.wrong = wrong as TestProvider["wrong"];
  const { reply, jar } = await arrives("rektor");
  expect(reply).toMatchObject({ status: 401, json: { code } });
  expect(jar.get("tillit_session")).toBeUndefined();
});

test("T-2: clocks that differ by less than a minute do no harm, and a new key is fetched when it comes", async () => {
  const now = () => Math.floor(Date.now() / 1000);
  idp.wrong = { claims: (c) => ({ ...c, exp: now() - 40 }) };
  expect((await arrives("rektor")).reply.status).toBe(200);
  idp.wrong = { claims: (c) => ({ ...c, iat: now() + 40, nbf: now() + 40 }) };
  expect((await arrives("rektor")).reply.status).toBe(200);
  idp.wrong = {};
  idp.rotate();
  expect((await arrives("rektor")).reply.status).toBe(200);
});

test("T-2: an answer belongs to one sign-in, in one browser, once", async () => {
  const own = browser();
  const { json } = await own.begin();
  const back = await idp.signIn(json.address, "rektor");
  const lost = { status: 401, json: { code: "sign-in-round-lost" } };
  expect(await browser().answer(back)).toMatchObject(lost);
  const other = new URL(back);
  other.searchParams.set("state", "annat");
  expect(await own.answer(other)).toMatchObject(lost);
  expect((await own.answer(back)).status).toBe(200);
  expect(await own.answer(back)).toMatchObject(lost);
  // A code that has been used, brought into a sign-in of somebody else's
  const thief = browser();
  const begun = await thief.begin();
  const stolen = new URL(back);
  stolen.searchParams.set("state", new URL(begun.json.address).searchParams.get("state") as string);
  expect(await thief.answer(stolen)).toMatchObject({ status: 401, json: { code: "provider-answer" } });
});

test("T-2: an answer that says that it is another provider's is not taken (mix-up)", async () => {
  const own = browser();
  const { json } = await own.begin();
  const back = await idp.signIn(json.address, "rektor");
  back.searchParams.set("iss", "https://annan.example");
  expect(await own.answer(back)).toMatchObject({ status: 401, json: { code: "provider-answer" } });
});

test("T-2: whoever says no is told so; while the provider is down the other ways in stay", async () => {
  const own = browser();
  const { json } = await own.begin();
  const no = await idp.signIn(json.address, "rektor", "no");
  expect(await own.answer(no)).toMatchObject({ status: 401, json: { code: "provider-denied" } });
  const begun = await own.begin();
  const back = await idp.signIn(begun.json.address, "rektor");
  idp.wrong = { down: true };
  expect(await own.answer(back)).toMatchObject({ status: 503, json: { code: "provider-away" } });
  const failed = async () =>
    ((await a.call("revisor", ON, "GET", "/security-events?kind=sign-in-failed")).json as Json).events;
  await expect
    .poll(failed)
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ person: null, reason: "provider", sender: "127.0.0.1" }),
      ]),
    );
  const local = await own.post("/sign-in/local", { email: "ingen@kommun.example", password: "fel" });
  expect(local.json.code).toBe("wrong-password");
});

test("T-2: groups that were too many to send end nobody's posts", async () => {
  const { reply } = await arrives("rektor");
  idp.wrong = { claims: ({ groups: _gone, ...c }) => ({ ...c, _claim_names: { groups: "src1" } }) };
  idp.people.set("rektor", { name: "Rektor Från Katalogen" });
  expect((await arrives("rektor")).reply.json).toMatchObject({
    status: 503,
    code: "provider-claims-elsewhere",
  });
  expect(await postsOf(reply.json.id)).toMatchObject([{ valid_to: null }]);
  idp.people.set("rektor", { name: "Rektor Från Katalogen", groups: ["rektorer", "alla"] });
});

test("T-2, P-4: one that is taken away from the page lets nobody in, not on the way either; others may set nothing up", async () => {
  const own = browser();
  const { json } = await own.begin();
  const back = await idp.signIn(json.address, "rektor");
  await manager("POST", "/providers/ad/offer", { offered: false });
  expect((await own.answer(back)).status).toBe(404);
  expect((await own.begin()).status).toBe(404);
  await manager("POST", "/providers/ad/offer", { offered: true });
  for (const as of ["revisor", "ekonomichef", "kf-ordforande", "larare-bjornekulla"])
    for (const [method, path, body] of [
      ["GET", "/providers", undefined],
      ["PUT", "/providers/ny", settings()],
      ["POST", "/providers/ad/trial", undefined],
      ["POST", "/providers/ad/rules/trial", { claims: "{}" }],
    ] as const)
      expect((await a.call(as, ON, method, path, { body })).json, `${as} ${path}`).toMatchObject({
        code: "may-not",
      });
});

test("T-2: whoever is erased is known to no provider any more", async () => {
  const { reply } = await arrives("rektor");
  await past(`delete from organisation.provider_post where person_id = '${reply.json.id}'`);
  await past(
    `update organisation.post set valid_to = '2027-01-31', valid_from = '2027-01-01' where person_id = '${reply.json.id}'`,
  );
  const erased = await a.call("ks-sekreterare", ON, "POST", `/people/${reply.json.id}/erasure`, {
    body: { reason: "Har slutat för länge sedan" },
  });
  expect(erased.status, JSON.stringify(erased.json)).toBe(200);
  const left = await a.sql(
    `select count(*)::int as n from platform.provider_identity where person_id = '${reply.json.id}'`,
  );
  expect(left.rows[0].n).toBe(0);
});
