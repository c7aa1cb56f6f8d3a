import { extractText } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Route } from "../platform/http/contract.ts";
import { unzipped } from "../platform/rendering/testing/unzipped.ts";
import { house } from "./chapters.ts";
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

const propertiesOf = (schema: z.ZodType | undefined): string[] =>
  schema
    ? Object.keys(
        (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties as object) ?? {},
      )
    : [];

/** The addresses that a route can have for a matter: with all that it takes, and with nothing that it need not have. */
function addresses(route: Route, of: Planted): string[] {
  const [, , about = ""] = route.path.split("/");
  if (KINDS.includes(about) && about !== of.kind) return [];
  const ref = `${of.id}@${of.number}`;
  const known: Record<string, readonly (string | number)[]> = {
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
    from: [ref],
    to: [`${of.id}@1`],
    q: [MARK],
  };
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(String(known[name]?.[0] ?? "x")),
  );
  const queries = [""];
  const asked = propertiesOf(route.query).filter((name) => known[name]);
  for (const last of known[asked.at(-1) ?? ""] ?? [])
    queries.push(
      `?${asked.map((name, i) => `${name}=${encodeURIComponent(i === asked.length - 1 ? last : (known[name]?.[0] ?? ""))}`).join("&")}`,
    );
  return queries.map((query) => `/api${path}${query}`);
}
const everywhere = () => [
  ...new Set(reading.flatMap((route) => planted.flatMap((of) => addresses(route, of)))),
];

async function textOf(headers: Record<string, unknown>, bytes: Buffer): Promise<string> {
  const type = String(headers["content-type"]);
  if (type.includes("pdf")) return (await extractText(new Uint8Array(bytes), { mergePages: true })).text;
  if (type.includes("officedocument")) return Object.values(unzipped(bytes)).join(" ");
  return bytes.toString("utf8");
}

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
  expect(urls).toContain(`/api/search?q=${MARK}`);
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
  for (const person of PEOPLE) expect((await as(person, `/search?q=${MARK}`)).json, person).toEqual([]);
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
