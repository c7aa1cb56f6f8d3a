import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "../platform/http/contract.ts";
import { house } from "./chapters.ts";
import { addressesOf, textOf } from "./testing/addresses.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { cookieOf } from "./testing/raw.ts";

/**
 * In everything decided of the kinds that can be marked stands a text that stands nowhere else. While they are marked every route that
 * reads is asked for it, by those who read what is secret and by those who do not.
 */
const MARK = "SEKRETESS-PROV";
const TODAY = "2028-05-15";
const { kinds, handlers } = house();
const reading: readonly Route[] = handlers.map(({ route }) => route).filter(({ method }) => method === "GET");
const MAY_BE_SECRET = kinds.all.map(({ routes }) => routes.kind).filter((kind) => kind.mayBeSecret);
const KINDS = kinds.all.map(({ routes }) => routes.kind.kind);

interface Planted {
  readonly kind: string;
  readonly chapter: string;
  readonly body: string;
  readonly year: number;
  readonly key: string;
  readonly id: string;
  readonly number: number;
  readonly decision: number | null;
  readonly things: readonly [string, string];
}

let a: Astorp;
const planted: Planted[] = [];
const cookies = new Map<string, string>();

const idsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== "object") return [];
  const own = "id" in value && typeof value.id === "string" ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
};

/** Past the door and its triggers, as in no ordinary way: what is decided gets the text into every sentence. */
const planting = (where: string) => `
  set session_replication_role = replica;
  create or replace function pg_temp.with_mark(v jsonb) returns jsonb language plpgsql as $$
  begin
    if jsonb_typeof(v) = 'string' then
      return case when v #>> '{}' ~ '\\s' then to_jsonb('${MARK} ' || (v #>> '{}')) else v end;
    elsif jsonb_typeof(v) = 'array' then
      return coalesce((select jsonb_agg(pg_temp.with_mark(e) order by o) from jsonb_array_elements(v) with ordinality x(e, o)), '[]');
    elsif jsonb_typeof(v) = 'object' then
      return coalesce((select jsonb_object_agg(k, pg_temp.with_mark(e)) from jsonb_each(v) x(k, e)), '{}');
    end if;
    return v;
  end $$;
  update decisions.version set content = pg_temp.with_mark(content) where ${where};
  update decisions.search_row set title = '${MARK} ' || title, text = '${MARK} ' || text where ${where.replaceAll("matter_id", "source")};
  update decisions.thread_thing set name = '${MARK} ' || name where ${where.replaceAll("matter_id", "source")};
  update organisation.holding set name = '${MARK} ' || name where ${where.replaceAll("matter_id", "source")};
  update decisions.course set value = case when sort = 'note' then '${MARK} ' || value else value end,
    reason = '${MARK} ' || reason where ${where.replaceAll("matter_id", "split_part(thing, '/', 1)")};
  set session_replication_role = origin;`;

beforeAll(async () => {
  a = await astorp("spring");
  for (const { kind, chapter } of MAY_BE_SECRET) {
    const { rows } = await a.sql(`select m.*, v.number, v.content, d.number as decision
      from decisions.matter m join decisions.version v using (municipality_id, matter_id)
      left join decisions.decision d on d.municipality_id = v.municipality_id and d.matter_id = v.matter_id and d.version_number = v.number
      where m.kind = '${kind}' and (m.body_id like 'social%' or m.body_id like 'bildning%') and (d.decided_on <= '${TODAY}')
      order by m.body_id, m.year desc, v.number desc limit 1`);
    const [row] = rows;
    if (!row) continue;
    const [first = "x", second = "x"] = idsIn(row.content);
    planted.push({
      kind,
      chapter,
      body: row.body_id,
      year: row.year,
      key: row.key,
      id: row.matter_id,
      number: row.number,
      decision: row.decision,
      things: [first, second],
    });
  }
  await a.sql(planting(`matter_id in (${planted.map(({ id }) => `'${id}'`).join(", ")})`));
  for (const person of PEOPLE) cookies.set(person, await cookieOf(a.server.app, person));
}, 300_000);
afterAll(() => a.stop());

const OUTSIDE = ["kultur-ordforande", "ks-ordforande", "ekonomichef", "enhetschef-hemvard"];
const PEOPLE = [...OUTSIDE, "kommunchef", "revisor", "bildning-ordforande", "bildning-chef"];

/** Whether a route is about a matter's kind, or about none. */
function ofKind(route: Route, { kind }: Planted): boolean {
  const [, , about = ""] = route.path.split("/");
  return about === kind || !KINDS.includes(about);
}

/** What a route that is about a matter can be asked. */
function aboutMatter(of: Planted): Record<string, readonly (string | number)[]> {
  const ref = `${of.id}@${of.number}`;
  return {
    body: [of.body],
    year: [of.year],
    kind: [of.kind],
    key: [of.key],
    id: [of.id],
    version: [of.number],
    number: [of.decision ?? 1],
    goal: [of.things[0]],
    indicator: [of.things[1]],
    person: ["bildning-chef"],
    of: [ref, of.id, `${of.id}/${of.things[0]}`, String(of.year)],
    thing: [of.id, `${of.id}/${of.things[0]}`],
    from: [ref],
    to: [`${of.id}@1`],
    q: [MARK],
  };
}
const everywhere = () => [
  ...new Set(
    reading.flatMap((route) =>
      planted.flatMap((of) => (ofKind(route, of) ? addressesOf(route, aboutMatter(of)) : [])),
    ),
  ),
];

/** The addresses at which somebody finds the text. */
async function found(person: string | undefined): Promise<string[]> {
  const urls: string[] = [];
  const headers = { cookie: cookies.get(person ?? "") ?? "" };
  for (const url of everywhere()) {
    const reply = await a.server.app.inject({ method: "GET", url, headers });
    expect(reply.statusCode, `${person}: ${url} ${reply.payload.slice(0, 300)}`).toBeLessThan(500);
    if (reply.statusCode !== 200) continue;
    if ((await textOf(reply.headers, reply.rawPayload)).includes(MARK)) urls.push(url);
  }
  return urls;
}

/** How many openings of a matter the security log has of somebody. */
async function openings(person: string, matter: string): Promise<number> {
  const { rows } = await a.sql(`select coalesce(sum(times), 0) as times from platform.security_event
    where kind = 'secret-opened' and person_id = '${person}' and reason = '${matter}'`);
  return Number(rows[0].times);
}

const WRITER = "bildning-chef";
const viewPath = ({ chapter, kind, body, year }: Planted) => `/${chapter}/${kind}/${body}/${year}`;
const mark = (of: Planted, as = WRITER, ground = "26:1") =>
  a.call(as, TODAY, "POST", `/matters/${of.id}/secrecy`, {
    body: { ground, note: `${MARK} om enskilda elever` },
  });
const as = (person: string, path: string) => a.call(person, TODAY, "GET", path);
const DECIDED = ["number", "organ", "decidedOn", "paragraph"] as const;

test("OSL: the text stands in every kind that can be marked, and is found by the public before it is", async () => {
  expect(planted.map(({ kind }) => kind).sort()).toEqual(MAY_BE_SECRET.map(({ kind }) => kind).sort());
  const urls = await found(undefined);
  for (const { decision } of planted) expect(urls).toContain(`/api/decisions/${decision}`);
  expect(urls.some((url) => url.startsWith(`/api/search?q=${MARK}`))).toBe(true);
  expect(urls.length).toBeGreaterThan(planted.length + 2);
});

test("OSL: who may not write a matter marks it not, and what the public economy rests on is never marked", async () => {
  const [plan] = planted as [Planted];
  expect((await mark(plan, "kultur-ordforande")).status).toBe(403);
  expect((await mark(plan, WRITER, "99:9")).status).toBe(422);
  const { rows } = await a.sql(
    "select matter_id as id from decisions.matter where kind = 'internal-budget' and body_id = 'bildningsnamnden' limit 1",
  );
  const budget = { ...plan, id: rows[0].id };
  expect((await mark(budget)).json).toMatchObject({ code: "never-secret" });
});

test("OSL: its own line and the auditor read it, and each opening stands in the security log", async () => {
  for (const of of planted) {
    const reply = await mark(of);
    expect(reply.status, JSON.stringify(reply.json)).toBe(200);
    expect((await mark(of)).json).toMatchObject({ code: "already-secret" });
  }
  for (const of of planted)
    for (const person of ["bildning-ordforande", "revisor"]) {
      const before = await openings(person, of.id);
      for (const _time of [1, 2]) {
        const reply = await as(person, viewPath(of));
        expect(reply.status, `${person} ${of.id} ${JSON.stringify(reply.json)}`).toBe(200);
        expect(JSON.stringify(reply.json)).toContain(MARK);
        expect(reply.json).toMatchObject({ secrecy: { ground: "26:1" } });
      }
      expect((await as(person, `/decisions/${of.decision}`)).json).toMatchObject({
        content: expect.anything(),
      });
      // The same again is counted too: such an answer is kept by nobody
      await expect.poll(() => openings(person, of.id), { interval: 60, timeout: 5000 }).toBe(before + 3);
    }
}, 60_000);

test("OSL: what is marked is found by no other line, not by the executive and not by the public, at any address", async () => {
  for (const person of [undefined, ...OUTSIDE]) expect(await found(person), person).toEqual([]);
}, 60_000);

test("OSL: others are told the ground and whom to ask; the decision stands with its number, organ, day and paragraph", async () => {
  for (const of of planted) {
    expect((await as("kultur-ordforande", viewPath(of))).json).toMatchObject({
      status: 403,
      code: "secret-by-law",
      cite: "OSL 26:1",
      ask: expect.arrayContaining([expect.any(String)]),
    });
    const reply = await a.server.app.inject({ url: `/api/decisions/${of.decision}` });
    const { decision, content } = reply.json();
    expect(content).toBeNull();
    for (const fact of DECIDED) expect(decision[fact]).toBeTruthy();
    expect(decision).toMatchObject({
      secrecy: { ground: "26:1", note: "" },
      reservations: [],
      reasons: {},
      votes: null,
    });
    const listed = (await a.server.app.inject({ url: "/api/decisions" })).json();
    expect(listed.find(({ number }: { number: number }) => number === of.decision)).toEqual(decision);
  }
});

test("OSL: the overview of internal control says that a secret plan is decided, and nothing of what it holds", async () => {
  const plan = planted.find(({ kind }) => kind === "control-plan") as Planted;
  const reply = await a.server.app.inject({ url: `/api/control/overview/${plan.year}` });
  const row = reply.json().bodies.find(({ body }: { body: string }) => body === plan.body);
  expect(row).toMatchObject({
    plan: { state: "decided", decision: plan.decision },
    risks: null,
    highestRisk: null,
    controls: { planned: 0 },
  });
});

test("OSL: search finds it for nobody, and the change log keeps what it says back", async () => {
  for (const person of PEOPLE)
    expect((await as(person, `/search?q=${MARK}`)).json, person).toMatchObject({
      total: 0,
      sorts: [],
      found: [],
    });
  const [{ id }] = planted as [Planted];
  const { rows } = await a.sql(`select entry from platform.change_log
    where table_name = 'decisions.version' and after ->> 'matter_id' = '${id}' order by entry limit 1`);
  const path = `/changes/${rows[0].entry}`;
  expect((await as("kommunchef", path)).json).toMatchObject({ keptBack: true, fields: [] });
  expect((await as("revisor", path)).json).toMatchObject({ keptBack: false });
});

test("OSL: whoever registers the decision ends the marking with a reason; then it is public again", async () => {
  for (const of of planted) {
    const path = `/matters/${of.id}/secrecy/end`;
    const { rows } = await a.sql(`select organ_id from decisions.decision where number = ${of.decision}`);
    expect((await a.call(WRITER, TODAY, "POST", path, { body: { reason: " " } })).status).toBe(422);
    expect((await a.call("kultur-ordforande", TODAY, "POST", path, { body: { reason: "Nej" } })).status).toBe(
      403,
    );
    const registrar = rows[0].organ_id === "bildningsnamnden" ? "bildning-sekreterare" : WRITER;
    const reply = await a.call(registrar, TODAY, "POST", path, {
      body: { reason: "Uppgifterna är inte längre känsliga" },
    });
    expect(reply.status, JSON.stringify(reply.json)).toBe(200);
    expect((await a.call(registrar, TODAY, "POST", path, { body: { reason: "Igen" } })).json).toMatchObject({
      code: "not-secret",
    });
  }
  const urls = await found(undefined);
  for (const { decision } of planted) expect(urls).toContain(`/api/decisions/${decision}`);
});

describe("R-2, OSL 22 kap.: who has a protected identity", () => {
  const NAME = "SKYDDNAMN";
  const ADDRESS = "skyddadress";
  const PROTECTED = [
    "bildning-chef",
    "bildning-ordforande",
    "bildning-sekreterare",
    "social-chef",
    "kf-sekreterare",
    "rektor-bjornekulla",
  ];
  const OTHERS = [undefined, "larare-bjornekulla", "revisor"];
  const CHIEF = "bildning-chef";
  const known = (of: Planted): Record<string, readonly (string | number)[]> => ({
    ...aboutMatter(of),
    person: [CHIEF],
    post: [CHIEF],
    of: [...(aboutMatter(of).of ?? []), CHIEF],
    q: [NAME.toLowerCase(), "bildning"],
  });
  /** Where those are named or reached whom the one who asks has no need to know. */
  async function named(person: string | undefined): Promise<string[]> {
    const headers = { cookie: cookies.get(person ?? "") ?? "" };
    const urls = new Set(
      reading.flatMap((route) => {
        const of = planted.find(({ kind }) => kind === route.path.split("/")[2]) ?? planted[0];
        return of && ofKind(route, of) ? addressesOf(route, known(of)) : [];
      }),
    );
    const at: string[] = [];
    for (const url of urls) {
      const reply = await a.server.app.inject({ method: "GET", url, headers });
      expect(reply.statusCode, `${person}: ${url}`).toBeLessThan(500);
      const said = await textOf(reply.headers, reply.rawPayload);
      if (said.includes(NAME) || said.includes(ADDRESS)) at.push(url);
    }
    return at;
  }

  beforeAll(async () => {
    const list = PROTECTED.map((id) => `'${id}'`).join(", ");
    await a.sql(`
      set tillit.municipality = '1277'; set tillit.person = 'prov'; set tillit.why = 'prov';
      update platform.personal set value = '${NAME} ' || person_id where person_id in (${list}) and sort = 'name';
      insert into platform.personal (municipality_id, person_id, sort, account_id, value)
        select '1277', person_id, 'contact', 0, '${ADDRESS}-' || person_id || '@prov.example' from organisation.person where person_id in (${list})
        on conflict (municipality_id, person_id, sort, account_id) do update set value = excluded.value;
      update organisation.person set protected_on = '2027-01-01', protected_by = 'prov' where person_id in (${list});`);
    for (const person of [...OTHERS, "systemforvaltare"])
      if (person) cookies.set(person, await cookieOf(a.server.app, person));
  });

  test("writes, asks, hands over and decides without the house writing the name anywhere", async () => {
    const done = async (as: string, path: string, body: object) => {
      const reply = await a.call(as, TODAY, "POST", path, { body });
      expect(reply.status, `${path} ${JSON.stringify(reply.json)}`).toBe(200);
      return reply.json as { thing?: string };
    };
    await done("rektor-bjornekulla", "/requests", {
      to: CHIEF,
      action: "edit:body-goals",
      body: "bildningsnamnden",
      text: "Ett mål till.",
      href: "/mal",
    });
    await done("rektor-bjornekulla", "/analysis/lessons", {
      body: "bjornekullaskolan",
      year: 2028,
      principle: "whole",
      text: "Läs högt.",
      effectForResidents: "Fler läser.",
    });
    const { rows } = await a.sql(
      `select thing from organisation.holding where person_id = '${CHIEF}' and what = 'goal' and valid_to is null limit 1`,
    );
    await done(CHIEF, "/course/hand-over", {
      thing: rows[0].thing,
      to: "social-chef",
      from: TODAY,
      reason: "Byter ansvar",
    });
    await done(CHIEF, "/course/entries", { thing: rows[0].thing, sort: "note", value: "Går bra" });
    for (const { chapter, kind, body, year } of planted) {
      const path = `/${chapter}/${kind}/${body}/${year}`;
      const { content } = (await as(CHIEF, path)).json as { content: unknown };
      const saved = await a.draft(CHIEF, TODAY, path, content);
      expect(saved.status, `${path} ${JSON.stringify(saved.json)}`).toBe(200);
    }
    const tables = await a.sql(`select table_schema || '.' || table_name as it from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
    const stands: string[] = [];
    for (const { it } of tables.rows) {
      const { rows } = await a.sql(
        `select exists (select from ${it} t where t::text ~ '${NAME}|${ADDRESS}') as it`,
      );
      if (rows[0].it) stands.push(it);
    }
    expect(stands).toEqual(["platform.personal"]);
  });

  test("is named, and reached, at no address by who has no need of it, and by whoever has", async () => {
    for (const person of OTHERS) expect(await named(person), person).toEqual([]);
    const refused = await a.call("larare-bjornekulla", TODAY, "POST", "/requests", {
      body: { to: CHIEF, action: "decide:vision", body: "bildningsnamnden", text: "", href: "/" },
    });
    expect(JSON.stringify(refused.json)).not.toContain(NAME);
    for (const path of [
      `/people/${CHIEF}`,
      `/people/${CHIEF}/known`,
      `/people/${CHIEF}/known.csv`,
      "/people?q=bildningschef",
    ]) {
      const { bytes } = await a.call("systemforvaltare", TODAY, "GET", path);
      expect(Buffer.from(bytes).toString(), path).toContain(NAME);
    }
  }, 120_000);
});
