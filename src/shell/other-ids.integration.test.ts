import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { type Client, inProcess, type Reply } from "./year/client.ts";
import { playYear } from "./year/play.ts";

/**
 * The sample's year in a municipality whose bodies all have other ids: the council is "kf", the executive "ks", a committee "constructor", and so on. What
 * is sent is sent with these, and what comes back is read with the sample's, so that every step is played as it stands.
 */
const FOLDER = join(import.meta.dirname, "../../sample");
const bodies = JSON.parse(readFileSync(join(FOLDER, "organisation.json"), "utf8")).bodies as readonly {
  id: string;
}[];
const OTHER = new Map(bodies.map(({ id }, i) => [id, `organ-${i}`]));
OTHER.set("kommunfullmaktige", "kf");
OTHER.set("kommunstyrelsen", "ks");
// What every object has already, whatever it holds
OTHER.set("socialnamnden", "constructor");
const BACK = new Map([...OTHER].map(([own, other]) => [other, own]));

/** The ids in a text that is one, or has one among its parts ("budget:kf:2027@1", an address); prose is left as it is. */
const renamed = (text: string, ids: ReadonlyMap<string, string>): string =>
  /\s/.test(text)
    ? text
    : text
        .split(/([/:@.?=&]|%3A)/i)
        .map((part) => ids.get(part) ?? part)
        .join("");

function renamedIn(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return renamed(value, ids);
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, ids));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [renamed(key, ids), renamedIn(own, ids)]),
  );
}

let a: Astorp;
const refusals: string[] = [];

beforeAll(async () => {
  a = await astorp();
  const names = [...OTHER].map(([own, other]) => `('${own}', '${other}')`).join(", ");
  const other = (table: string, column: string) =>
    `update ${table} t set ${column} = n.other from (values ${names}) n (own, other) where t.${column} = n.own;`;
  await a.sql(`begin; set local session_replication_role = replica;
    ${other("organisation.body", "body_id")} ${other("organisation.body", "parent_id")}
    ${other("organisation.post", "body_id")} ${other("organisation.ledger_code", "body_id")}
    commit`);
  const straight = inProcess(a.server.app);
  const client: Client = {
    async call(call): Promise<Reply> {
      const reply = await straight.call({
        ...call,
        path: renamed(call.path, OTHER),
        ...(call.body === undefined ? {} : { body: renamedIn(call.body, OTHER) }),
      });
      return { ...reply, json: renamedIn(reply.json, BACK) };
    },
  };
  for await (const step of playYear(client, FOLDER, { stage: "spring" }))
    if (!step.asExpected) refusals.push(`${step.on} ${step.name}: ${step.outcome}`);
}, 600_000);
afterAll(() => a.stop());

const get = (path: string, on = "2028-05-15") => a.call("ekonomichef", on, "GET", path);

test("R-1: every step of the year is taken as in a municipality with the sample's ids", () => {
  expect(refusals).toEqual([]);
});

test("E-1: the conditions and the budget that were decided are read, with their document", async () => {
  const frames = await get("/budget/allocation/2027", "2027-01-10");
  expect(frames.status).toBe(200);
  expect(frames.json).toMatchObject({ matter: "budget:kf:2027", state: "decided" });
  expect((await get("/budget/position/2027", "2027-01-10")).json).toMatchObject({ matter: "budget:kf:2027" });
  const document = await get("/budget/document/2027", "2027-01-10");
  expect(document.json).toMatchObject({ ref: "budget:kf:2027@1", state: "decided" });
  const { stages } = (await get("/budget/stages/2027")).json as {
    stages: { versions: { matter: string; state: string }[] }[];
  };
  const shown = stages.flatMap(({ versions }) => versions.map(({ matter }) => matter));
  expect(shown).toContain("planning-conditions:ks:2027");
  expect(shown).toContain("budget:kf:2027");
});

test("U-6: the accounts are read in, and the council's reports are the whole group's", async () => {
  expect((await get("/ledger/imports?year=2027")).json).not.toHaveLength(0);
  const outcome = (await get("/ledger/outcome/2027")).json as { bodies: { body: string }[] };
  expect(outcome.bodies.map(({ body }) => body)).toContain("ks");
  const report = (await get("/followup/annual-report/kf/2027")).json as {
    content: { data: { group: object | null; economy: { allocationTkr: number } } };
  };
  expect(report.content.data.group).not.toBeNull();
  const of2027 = (await get("/followup/occasions/2027")).json as {
    occasions: { kind: string; group: { body: string; state: string } | null }[];
  };
  expect(of2027.occasions.find(({ kind }) => kind === "annual-report")?.group).toMatchObject({ body: "kf" });
});

test.each([
  "/budget/budget/2027/document.pdf",
  "/budget/budget/2027/document.docx",
  "/budget/budget/2027/document.xlsx",
  "/budget/budget/2027/lines.csv",
  "/budget/milestones/2027/lines.csv",
  "/budget/internal-budget/constructor/2027/lines.xlsx",
  "/budget/internal-budget/constructor/2027/lines.csv",
  "/followup/interim-report/constructor/2027/pdf",
  "/followup/annual-report/constructor/2027/pdf",
])("T-5: a committee called what every object has already has its documents: %s", async (path) => {
  expect((await get(path)).status).toBe(200);
});

test("T-5: and its own figures, which are the sample's", async () => {
  const frames = (await get("/budget/allocation/2027", "2027-01-10")).json as {
    allocation: { years: { frames: Record<string, number> }[] };
  };
  const sums = frames.allocation.years.map((year) => Object.entries(year.frames));
  for (const of of sums) {
    expect(of.map(([body]) => body)).toContain("constructor");
    for (const [, tkr] of of) expect(tkr).toEqual(expect.any(Number));
  }
});

test("R-1: a council that another has followed keeps the budgets that it decided", async () => {
  await a.sql(`begin; set local session_replication_role = replica;
    update organisation.body set valid_to = '2028-05-31' where body_id = 'kf';
    insert into organisation.body (municipality_id, body_id, kind, name, valid_from)
      select municipality_id, 'kf-ny', kind, name, '2028-06-01' from organisation.body where body_id = 'kf';
    commit`);
  const frames = (await get("/budget/allocation/2027", "2028-06-10")).json;
  expect(frames).toMatchObject({ matter: "budget:kf:2027", state: "decided" });
  const occasions = (await get("/followup/occasions/2027", "2028-06-10")).json as {
    occasions: { kind: string; group: { body: string } | null }[];
  };
  expect(occasions.occasions.find(({ kind }) => kind === "annual-report")?.group?.body).toBe("kf");
  const next = (await get("/followup/occasions/2029", "2028-06-10")).json as typeof occasions;
  expect(next.occasions.find(({ kind }) => kind === "annual-report")?.group?.body).toBe("kf-ny");
});
