import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractText } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { SUPERVISED_KINDS } from "../decisions/rules/reading.ts";
import type { Route } from "../platform/http/contract.ts";
import { unzipped } from "../platform/rendering/testing/unzipped.ts";
import { house } from "./chapters.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { cookieOf } from "./testing/raw.ts";

/**
 * In a draft of every kind of matter stands a text that stands nowhere else; then every route that reads is asked, with that
 * matter's ids, by those who read the draft and by those who do not. A new route or kind is asked without being named here.
 */
const MARK = "HEMLIGT-UTKAST";
const EARLIER: Readonly<Record<string, unknown[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "testing/earlier-contents.json"), "utf8"),
);
/** Of which nothing is decided. */
const NEW_YEAR = 2031;
/** The first of these that a kind can be of: a committee and those who work for it before the executive and the council. */
const BODIES = [
  ["bildningsnamnden", "committee"],
  ["bildningsforvaltningen", "administration"],
  ["bjornekullaskolan", "unit"],
  ["kommunstyrelsen", "executive"],
  ["kommunfullmaktige", "council"],
  ["bjornekulla-fastighets-ab", "company"],
  ["nsr", "part-owned-company"],
] as const;

const { kinds, handlers } = house();
const reading: readonly Route[] = handlers
  .map((handler) => handler.route)
  .filter((route) => route.method === "GET");

const KINDS = kinds.all.map(({ routes }) => routes.kind.kind);

interface Planted {
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  readonly id: string;
  readonly number: number;
  readonly mark: string;
  /** An id of a thing in it, such as a goal's, and of one within that. */
  readonly things: readonly [string, string];
}

let a: Astorp;
const planted: Planted[] = [];
const cookies = new Map<string, string>();

/** The same content with the text before everything that is written in words. */
function marked(value: unknown, mark: string): unknown {
  if (typeof value === "string") return /\s/.test(value) ? `${mark} ${value}` : value;
  if (Array.isArray(value)) return value.map((one) => marked(one, mark));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [
      key,
      key === "unit" || key === "short" ? own : marked(own, mark),
    ]),
  );
}

/** Ids of the first thing with one within it, at any depth. */
function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  const own = "id" in value && typeof value.id === "string" ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

beforeAll(async () => {
  a = await astorp("spring");
  for (const { routes } of kinds.all) {
    const { kind, bodies } = routes.kind;
    const body = BODIES.find(([, sort]) => bodies.includes(sort))?.[0] as string;
    const { rows } = await a.sql(`select m.year, v.number, v.state, v.content
      from decisions.version v join decisions.matter m using (municipality_id, matter_id)
      where m.kind = '${kind}' and m.body_id = '${body}' order by m.year desc, v.number desc limit 1`);
    const [latest] = rows;
    const content = latest?.content ?? EARLIER[kind]?.at(-1);
    const places = [{ year: NEW_YEAR, number: 1 }];
    if (latest && latest.state !== "draft") places.push({ year: latest.year, number: latest.number + 1 });
    for (const { year, number } of places) {
      const id = `${kind}:${body}:${year}`;
      const mark = `${MARK}-${kind}-${year}`;
      const written = marked(content, mark);
      expect(JSON.stringify(written), `${kind} has no words to mark`).toContain(mark);
      await a.sql(`select set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false);
        insert into decisions.matter (municipality_id, matter_id, kind, body_id, year, key)
          values ('1277', '${id}', '${kind}', '${body}', ${year}, '') on conflict do nothing;
        insert into decisions.version (municipality_id, matter_id, number, state, revision, content, edited_by, edited_at, written_on)
          values ('1277', '${id}', ${number}, 'draft', 1, ${quoted(JSON.stringify(written))}, 'kommunchef', now(), '2028-05-15');`);
      const [first = "x", second = "x"] = idsIn(content);
      planted.push({ kind, body, year, id, number, mark, things: [first, second] });
    }
  }
  for (const person of PEOPLE) cookies.set(person, await cookieOf(a.server.app, person));
}, 300_000);
afterAll(() => a.stop());

/** A council member stands above all lines; a teacher at the end of one. */
const OWN_LINE = ["kf-ordforande", "bildning-ordforande", "bildning-chef", "larare-bjornekulla"] as const;
const PEOPLE = [
  ...OWN_LINE,
  ...["enhetschef-hemvard", "kultur-ordforande", "ks-ordforande", "controller-ksf", "revisor"],
];
const RESIDENT = undefined;

const propertiesOf = (schema: z.ZodType | undefined): string[] =>
  schema
    ? Object.keys(
        (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties as object) ?? {},
      )
    : [];

/** Every address that a route can have for a draft. */
function addresses(route: Route, of: Planted): string[] {
  // What is about one kind by its address is asked for that kind's drafts
  const [, , about = ""] = route.path.split("/");
  if (KINDS.includes(about) && about !== of.kind) return [];
  const ref = `${of.id}@${of.number}`;
  const thing = `${of.id}/${of.things[0]}`;
  const known: Record<string, readonly (string | number)[]> = {
    body: [of.body],
    year: [of.year],
    kind: [of.kind],
    id: [of.id],
    version: [of.number],
    number: [1],
    goal: [of.things[0]],
    indicator: [of.things[1]],
    person: ["bildning-chef"],
    of: [ref, `${ref}.1`, of.id, thing, String(of.year)],
    from: [ref],
    to: [`${of.id}@1`],
    q: [of.mark],
  };
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(String(known[name]?.[0] ?? "x")),
  );
  const asked = propertiesOf(route.query).filter((name) => known[name]);
  const queries = asked.reduce<string[][]>(
    (all, name) =>
      all.flatMap((one) => [
        ...(REQUIRED_TOGETHER.includes(name) ? [] : [one]),
        ...(known[name] ?? []).map((value) => [...one, `${name}=${encodeURIComponent(value)}`]),
      ]),
    [[]],
  );
  return queries.map((query) => `/api${path}${query.length > 0 ? `?${query.join("&")}` : ""}`);
}
/** Comparing asks for two sides, whichever way round. */
const REQUIRED_TOGETHER = ["from", "to"];

const addressesOf = (some: readonly Planted[]) => [
  ...new Set(reading.flatMap((route) => some.flatMap((of) => addresses(route, of)))),
];
const all = () => addressesOf(planted);

/** All that is written in an answer, whatever form it has. */
async function textOf(headers: Record<string, unknown>, bytes: Buffer): Promise<string> {
  const type = String(headers["content-type"]);
  if (type.includes("pdf")) return (await extractText(new Uint8Array(bytes), { mergePages: true })).text;
  if (type.includes("officedocument")) return Object.values(unzipped(bytes)).join(" ");
  return bytes.toString("utf8");
}

/** Which marks somebody finds, and at which addresses; with `enough` no further than to all of those. */
async function found(
  person: string | undefined,
  urls: readonly string[],
  enough?: readonly Planted[],
): Promise<Map<string, string[]>> {
  const marks = new Map<string, string[]>();
  const headers = { cookie: cookies.get(person ?? "") ?? "" };
  for (const url of urls) {
    if (enough?.every(({ mark }) => marks.has(mark))) break;
    const reply = await a.server.app.inject({ method: "GET", url, headers });
    expect(reply.statusCode, `${person}: ${url} ${reply.payload.slice(0, 300)}`).toBeLessThan(500);
    if (reply.statusCode !== 200) continue;
    const text = await textOf(reply.headers, reply.rawPayload);
    for (const [mark] of text.matchAll(new RegExp(`${MARK}-[a-z-]+-\\d{4}`, "g")))
      marks.set(mark, [...new Set([...(marks.get(mark) ?? []), url])]);
  }
  return marks;
}

/** What those below the council read too: its drafts are of all bodies. */
const ofCouncil = () =>
  new Set(planted.filter(({ body }) => body === "kommunfullmaktige").map(({ mark }) => mark));

/** Some four thousand addresses, one after the other. */
const AT_EVERY_ADDRESS_MS = 240_000;

test(
  "R-2: the manager of a unit in another line finds nothing of what a line is writing, at any address",
  async () => {
    const council = ofCouncil();
    const leaks = [...(await found("enhetschef-hemvard", all()))].filter(([mark]) => !council.has(mark));
    expect(leaks).toEqual([]);
  },
  AT_EVERY_ADDRESS_MS,
);

test(
  "R-2: nor does another committee's chair, of what nothing is decided yet",
  async () => {
    const council = ofCouncil();
    const open = planted.filter(({ year }) => year === NEW_YEAR);
    const leaks = [...(await found("kultur-ordforande", addressesOf(open)))].filter(
      ([mark]) => !council.has(mark),
    );
    expect(leaks).toEqual([]);
  },
  AT_EVERY_ADDRESS_MS,
);

test(
  "TF 2: a resident finds nothing of any draft, at any address",
  async () => {
    expect([...(await found(RESIDENT, all()))]).toEqual([]);
  },
  AT_EVERY_ADDRESS_MS,
);

/** The kinds of which somebody finds every draft, of those that are planted in some bodies. */
async function kindsFound(person: string, some: readonly Planted[]): Promise<string[]> {
  const marks = await found(
    person,
    addressesOf(some).filter((url) => some.some((of) => url.includes(`/${of.kind}/`))),
    some,
  );
  return kindsOf(some.filter(({ mark }) => marks.has(mark)));
}
const kindsOf = (some: readonly Planted[]) => [...new Set(some.map(({ kind }) => kind))].sort();
const ofEducation = () =>
  planted.filter(({ body }) =>
    ["bildningsnamnden", "bildningsforvaltningen", "bjornekullaskolan"].includes(body),
  );

test("R-2: the auditor finds a draft of every kind", async () => {
  expect(await kindsFound("revisor", planted)).toEqual(kindsOf(planted));
});

test.each(OWN_LINE)("R-2: %s finds the drafts of every kind that the own line writes", async (person) => {
  expect(await kindsFound(person, ofEducation())).toEqual(kindsOf(ofEducation()));
});

test("KL 6:1: the executive reads other bodies' drafts of economy and follow-up, and no others", async () => {
  const supervised = kindsOf(ofEducation()).filter((kind) => SUPERVISED_KINDS.includes(kind));
  for (const person of ["ks-ordforande", "controller-ksf"])
    expect(await kindsFound(person, ofEducation()), person).toEqual(supervised);
});

test("R-2: who may not read a draft is told who does", async () => {
  const own = planted.find(({ kind, year }) => kind === "body-goals" && year === NEW_YEAR) as Planted;
  const path = `/goals/body-goals/${own.body}/${own.year}`;
  const reply = await a.call("kultur-ordforande", "2028-05-15", "GET", path);
  expect(reply.json).toMatchObject({
    status: 403,
    code: "draft-not-yours",
    ask: expect.arrayContaining(["Kommunchef"]),
  });
});

test("R-2: whom a draft names reads it, whatever line it is of, and others beside that person do not", async () => {
  const own = planted.find(({ kind, year }) => kind === "body-goals" && year === NEW_YEAR) as Planted;
  const path = `/goals/body-goals/${own.body}/${own.year}`;
  const statusFor = async (person: string) => (await a.call(person, "2028-05-15", "GET", path)).status;
  expect(await statusFor("kultur-sekreterare")).toBe(403);
  await a.sql(`select set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false);
    update decisions.version set content = jsonb_set(content, '{goals,0,responsible}', '"kultur-sekreterare"')
      where matter_id = '${own.id}' and number = ${own.number}`);
  expect(await statusFor("kultur-sekreterare")).toBe(200);
  expect(await statusFor("kultur-ordforande")).toBe(403);
});
